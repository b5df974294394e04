#pragma once

// Writes a change of the decoded text back into the source, in the encoding it has there.

#include <optional>
#include <string>
#include <string_view>

#include "base/span.hpp"
#include "mail/draft.hpp"
#include "mail/source.hpp"

namespace mailcheck {

/// The bytes at `span` of the source give way to `bytes`.
struct SourceChange {
  SourceSpan span;
  std::string bytes;  ///< UTF-8.
};

/// Base64 that is longer than this, from the change to the end of the part, is not written anew.
inline constexpr std::size_t rewritten_base64_limit = 16 * 1024;

/// The change of `source` after which `span` of the draft's text reads `replacement` and all else
/// is as it was. Nothing when that cannot be written there: when the span is not one run of text in
/// the source (markup or a folded line lies within), cuts a character reference in half, or the
/// replacement needs characters that the charset or the encoding has not. `draft` must be what
/// `parse_draft` made of `source`.
[[nodiscard]] std::optional<SourceChange> write_back(const Source& source, const Draft& draft,
                                                     TextSpan span, std::string_view replacement);

}  // namespace mailcheck
