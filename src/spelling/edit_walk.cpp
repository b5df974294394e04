#include "spelling/edit_walk.hpp"

#include <algorithm>
#include <string>

#include "spelling/edit_weights.hpp"
#include "spelling/speller.hpp"

namespace mailcheck {

namespace {

/// The letters of meant words: a to z and the apostrophe.
constexpr std::size_t codes = 27;
constexpr std::size_t apostrophe = 26;

std::uint32_t number(std::size_t cost) {
  return static_cast<std::uint32_t>(cost);
}

char32_t folded(char c) {
  const bool is_capital = c >= 'A' && c <= 'Z';
  return static_cast<char32_t>(is_capital ? c - 'A' + 'a' : c);
}

std::size_t code_of(char32_t letter) {
  return letter == U'\'' ? apostrophe : letter - U'a';
}

char32_t letter_of(std::size_t code) {
  return code == apostrophe ? U'\'' : U'a' + static_cast<char32_t>(code);
}

/// What the letter of `word` at `at` costs to insert.
std::uint32_t insertion(std::string_view word, std::size_t at) {
  // Its neighbours are all that matters: whether it is doubled, and whether it is the first.
  std::u32string near;
  const std::size_t begin = at == 0 ? 0 : at - 1;
  for (std::size_t i = begin; i < std::min(at + 2, word.size()); ++i)
    near.push_back(folded(word[i]));
  return number(Weighted::insert(near, at - begin));
}

}  // namespace

EditWalk::EditWalk(const FoldedWord& written, std::size_t limit)
    : letters_(written.letters), limit_(limit), height_(letters_.size() + 1) {
  columns_.resize(height_ * (spelling_word_limit + 1));
  least_.resize(spelling_word_limit + 1);
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    removals_.push_back(number(Weighted::remove(letters_, i)));
    columns_[i + 1] = columns_[i] + removals_[i];
    for (std::size_t code = 0; code < codes; ++code) {
      const char32_t letter = letter_of(code);
      changes_.push_back(letters_[i] == letter ? 0
                                               : number(Weighted::change(letters_[i], letter, i)));
    }
  }
}

std::size_t EditWalk::to(std::string_view meant) {
  if (std::max(meant.size(), letters_.size()) > spelling_word_limit)
    return limit_ + std::max(meant.size(), letters_.size());
  const std::size_t shorter = std::min(meant.size(), last_.size());
  std::size_t common = 0;
  while (common < shorter && meant[common] == last_[common])
    ++common;
  // What a letter costs to insert depends on the next one, so both must be the same.
  if (is_too_far_ && common > made_)
    return limit_ + 1;
  made_ = std::min(made_, common == 0 ? 0 : common - 1);
  last_ = meant;
  is_too_far_ = false;
  while (made_ < meant.size()) {
    ++made_;
    add_column(meant, made_);
    // A swap reaches two columns back.
    is_too_far_ = std::min(least_[made_], least_[made_ - 1]) > limit_;
    if (is_too_far_)
      return limit_ + 1;
  }
  return column(made_)[letters_.size()];
}

void EditWalk::add_column(std::string_view meant, std::size_t j) {
  const std::uint32_t* const before = j > 1 ? column(j - 2) : nullptr;
  const std::uint32_t* const left = column(j - 1);
  std::uint32_t* const out = column(j);
  const char32_t letter = folded(meant[j - 1]);
  const char32_t letter_before = j > 1 ? folded(meant[j - 2]) : U'\0';
  const std::uint32_t insert = insertion(meant, j - 1);
  const std::size_t code = code_of(letter);
  out[0] = left[0] + insert;
  std::uint32_t least = out[0];
  for (std::size_t i = 1; i < height_; ++i) {
    const std::uint32_t change = changes_[(i - 1) * codes + code];
    std::uint32_t best = std::min(left[i - 1] + change, out[i - 1] + removals_[i - 1]);
    best = std::min(best, left[i] + insert);
    const bool may_swap = before != nullptr && i > 1 && letters_[i - 1] == letter_before &&
                          letters_[i - 2] == letter && letter != letter_before;
    if (may_swap)
      best = std::min(best, before[i - 2] + number(Weighted::swap(i - 2)));
    out[i] = best;
    least = std::min(least, best);
  }
  least_[j] = least;
}

}  // namespace mailcheck
