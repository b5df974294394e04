#pragma once

// Reads the facts about an interview from TOML: the keys of `[interview]` in a configuration, of a
// context file, and of `with = {…}` in a rule's example are the same.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "facts/interview.hpp"
#include "lint/toml.hpp"

namespace mailcheck {

/// The keys, in the order of the documentation.
[[nodiscard]] std::vector<std::string> interview_keys();

/// Sets the fact that `entry` names. The value as TOML, for showing it; nothing when there is no
/// such key; an error at its place when the value is none for it.
[[nodiscard]] Result<std::optional<std::string>> read_interview_key(const TomlDocument& document,
                                                                    const TomlTable::Entry& entry,
                                                                    InterviewFacts& facts);

/// A date with a time and an offset, as TOML has them or as a string; else an error at its place.
[[nodiscard]] Result<Moment> read_instant(const TomlDocument& document,
                                          const TomlTable::Entry& entry);

/// “must be a string, and this is an integer”, at the value.
[[nodiscard]] Error wrong_type(const TomlDocument& document, const TomlTable::Entry& entry,
                               std::string_view expected);

}  // namespace mailcheck
