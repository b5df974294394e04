#pragma once

// Text for HTML documents. Whatever comes from a draft, a path, a rule or a configuration goes
// through here, so that none of it can become markup.

#include <string>
#include <string_view>

namespace mailcheck {

/// `text` for an element or an attribute in double quotes: markup escaped; controls, line breaks
/// and characters that hide or reorder text written out as `<U+202E>`.
[[nodiscard]] std::string html_text(std::string_view text);

/// The same with line breaks kept, for text whose lines are shown as they are.
[[nodiscard]] std::string html_lines(std::string_view text);

/// Running text of a rule: white space is one space, what stands in `backticks` is code.
[[nodiscard]] std::string html_prose(std::string_view text);

/// A link to a page of the web that opens without telling where it was followed from; the address
/// alone when it is none of http or https.
[[nodiscard]] std::string html_link(std::string_view address);

}  // namespace mailcheck
