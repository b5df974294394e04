#pragma once

// Recognises what is appended below a mail without its writer: rules and dashes above a signature,
// and the notices companies add.

#include <string_view>

namespace mailcheck {

/// A line of nothing but dashes or underscores: “—”, “__”, “- -”, “-----”. “-- ” is one too.
[[nodiscard]] bool is_rule_line(std::string_view line);

/// Whether a paragraph is a notice about confidentiality: “This e-mail is intended only for the
/// addressee …”. One such word does not make it one, since people write of confidential things.
[[nodiscard]] bool is_notice(std::string_view paragraph);

}  // namespace mailcheck
