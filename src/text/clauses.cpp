// The clauses of a sentence (text/text.hpp): what `unless` in a rule looks at.

#include <algorithm>
#include <string_view>

#include "base/one_of.hpp"
#include "text/text.hpp"

namespace mailcheck {

namespace {

// Tokens looked at to either side; a sentence without end must not make every match slow.
constexpr std::uint32_t clause_reach = 200;

class Clauses {
 public:
  Clauses(const Text& text, const Sentence& sentence) : text_(text), sentence_(sentence) {}

  // Whether a clause begins with the token.
  [[nodiscard]] bool begins(std::uint32_t token) const {
    if (text_.tokens.all[token].lead == Lead::stop)
      return true;
    if (!is_one_of(key(token), {"and", "but", "so", "yet"}))
      return false;
    if (is_one_of(key(token + 1), {"i", "we", "he", "she", "they", "there"}))
      return true;
    // “you” and “it” may end what came before (“for her and you”); a verb must follow.
    return is_one_of(key(token + 1), {"you", "it", "this", "that"}) && token + 2 < end() &&
           lead(token + 2) == Lead::nothing &&
           !is_one_of(key(token + 2), {"and", "or", "for", "to", "at", "in", "on", "with", "of"});
  }

 private:
  [[nodiscard]] std::uint32_t end() const { return sentence_.last_token; }
  [[nodiscard]] Lead lead(std::uint32_t token) const { return text_.tokens.all[token].lead; }
  [[nodiscard]] std::string_view key(std::uint32_t token) const {
    return token < end() ? text_.tokens.key(text_.tokens.all[token]) : std::string_view();
  }

  const Text& text_;
  const Sentence& sentence_;
};

}  // namespace

TokenRange clause_of(const Text& text, std::uint32_t token) {
  const Sentence& sentence = text.sentences[text.tokens.all[token].sentence];
  const Clauses clauses(text, sentence);
  std::uint32_t first = token;
  while (first > sentence.first_token && token - first < clause_reach && !clauses.begins(first))
    --first;
  std::uint32_t last = token + 1;
  while (last < sentence.last_token && last - token < clause_reach && !clauses.begins(last))
    ++last;
  return {first, last};
}

}  // namespace mailcheck
