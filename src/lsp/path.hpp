#pragma once

// The file that a URI of the editor names, and the way back.

#include <string>
#include <string_view>

namespace mailcheck {

/// The path of a `file:` URI (RFC 8089), decoded; empty when it is none, names another host or
/// holds what no path can.
[[nodiscard]] std::string path_of_uri(std::string_view uri);

/// The last segment of any URI, decoded: what a document is called.
[[nodiscard]] std::string name_of_uri(std::string_view uri);

}  // namespace mailcheck
