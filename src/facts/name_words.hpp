#pragma once

// Gathers words of names: as they are written, without what is no name.

#include <string>
#include <string_view>
#include <vector>

#include "mail/draft.hpp"

namespace mailcheck {

/// Whether a capitalised word of a greeting or an attribution names nobody: “Dear”, “Tuesday”.
[[nodiscard]] bool is_no_name(std::string_view word);

class NameWords {
 public:
  /// All words of `text`.
  void add_words(std::string_view text);
  /// The words of `text` that may be names: capitalised, and none that greetings are made of.
  void add_names(std::string_view text);
  /// The words of its name and of its address.
  void add_mailbox(const Mailbox& mailbox);
  /// “dana.okafor-lee” as three words.
  void add_parts(std::string_view local_part);

  /// Each word once, sorted.
  std::vector<std::string> take();

 private:
  void add(std::string_view word);

  std::vector<std::string> words_;
};

}  // namespace mailcheck
