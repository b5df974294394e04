#pragma once

// File names as URIs (RFC 3986), for formats that name files so.

#include <string>
#include <string_view>

namespace mailcheck {

/// `path` as a relative reference, or as a `file:` URI (RFC 8089) when it is absolute. Bytes that a
/// URI cannot hold, and the colon, are percent-encoded, so that `a:b` is no scheme.
[[nodiscard]] std::string uri_of(std::string_view path);

}  // namespace mailcheck
