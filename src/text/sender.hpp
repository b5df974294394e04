#pragma once

// Recognises how the sender of a mail signs it: by the name of the From field, its parts or its
// initials. More than that, any name may be a signature; see text/closing.hpp.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mail/draft.hpp"

namespace mailcheck {

class Sender {
 public:
  /// Takes the first of the mailboxes that has a display name.
  explicit Sender(std::span<const Mailbox> from);

  /// Whether the whole line is the name, its first word, or its initials: “Kim Holm”, “- kim”,
  /// “K. H.”, “Kim H.” for “Kim Holm”.
  [[nodiscard]] bool signs(std::string_view line) const;

 private:
  std::vector<std::string> forms_;  ///< Case folded, words joined by one space, without marks.
};

/// Whether the line begins with a name that is set off from a title or an address on the same
/// line: “Kim Holm | Engineer | +47 555 01 23”.
[[nodiscard]] bool is_name_with_details(std::string_view line);

}  // namespace mailcheck
