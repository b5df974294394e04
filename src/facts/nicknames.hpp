#pragma once

// Which given names may be those of one person: “Bob” and “Robert”, “Sasha” and “Alexander”. The
// list is dictionaries/nicknames.txt; the build puts it into the library.

#include <string_view>

namespace mailcheck {

/// The list: names that may be one person's share a line, `#` begins a comment. All in the form of
/// `plain_letters`.
[[nodiscard]] std::string_view nickname_list();

/// Whether two given names stand in one line of the list. Both as `plain_letters` gives them.
[[nodiscard]] bool may_be_one_person(std::string_view left, std::string_view right);

}  // namespace mailcheck
