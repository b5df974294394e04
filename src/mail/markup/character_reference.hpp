#pragma once

// Character references of HTML and Markdown (“&amp;”, “&#8217;”, “&rsquo”): where they end and what
// they stand for. The names are those gumbo knows, which is asked once for each.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace mailcheck {

struct CharacterReference {
  std::size_t length = 0;  ///< Bytes from the “&”; 0 when this is none.
  std::string value;       ///< UTF-8.
};

class CharacterReferences {
 public:
  /// The reference at the start of `text`, which begins with “&”, as in the text of an element: a
  /// few names need no “;”. Looks at no more than a few dozen bytes, or the digits of a number.
  [[nodiscard]] const CharacterReference& at_start_of(std::string_view text);

 private:
  const CharacterReference& numeric(std::string_view text);
  const CharacterReference& named(std::string_view text);

  std::unordered_map<std::string, CharacterReference> names_;
  CharacterReference number_;
};

}  // namespace mailcheck
