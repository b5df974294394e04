#pragma once

// Edits by which a user keeps what a rule flags: a waiver in the header of the draft, a severity in
// the configuration, a word in a dictionary. Each is tried before it is offered.

#include <optional>
#include <string>
#include <string_view>

#include "lint/finding.hpp"
#include "mail/source.hpp"

namespace mailcheck {

/// Adds a rule to `X-Mailcheck-Ignore`. None when the draft has no header block.
[[nodiscard]] std::optional<SourceEdit> waive_in_draft(const Source& source, std::string_view rule);

/// Turns a rule off in the text of a configuration. None when the text is broken or writes its
/// table in a way that cannot be added to.
[[nodiscard]] std::optional<SourceEdit> turn_off_in_config(const std::string& text,
                                                           const std::string& rule);

/// Adds a `[[waiver]]` of a rule for the drafts that the pattern `path` means; likewise. None when
/// it is waived there already.
[[nodiscard]] std::optional<SourceEdit> waive_in_config(const std::string& text,
                                                        const std::string& rule,
                                                        const std::string& path);

/// Adds a word to `[spelling] words`; likewise.
[[nodiscard]] std::optional<SourceEdit> add_word_to_config(const std::string& text,
                                                           const std::string& word);

/// Adds a word to a list of words, one a line. None when it is no such word or is there already.
[[nodiscard]] std::optional<SourceEdit> add_word_to_list(const std::string& text,
                                                         const std::string& word);

}  // namespace mailcheck
