#include "checks/sentence_words.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "base/plain_letters.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "text/possessive.hpp"

namespace mailcheck {
namespace {

SentenceWord word_at(std::string_view all, TextSpan span) {
  SentenceWord word{.span = span};
  const std::string_view written = without_possessive(slice(all, span));
  word.is_possessive = written.size() < span.size();
  word.span.end = span.begin + written.size();
  word.plain = plain_letters(written);
  word.is_capital = !written.empty() && is_upper(decode_utf8(written, 0).value);
  return word;
}

bool is_joint(std::string_view gap) {
  return gap.find_first_not_of(" \n\t-&") == std::string_view::npos;
}

}  // namespace

bool SentenceWords::has(std::initializer_list<std::string_view> wanted) const {
  return std::any_of(words.begin(), words.end(),
                     [&](const SentenceWord& word) { return is_one_of(word.plain, wanted); });
}

std::string_view SentenceWords::at(std::size_t index) const {
  return index < words.size() ? std::string_view(words[index].plain) : std::string_view();
}

std::vector<SentenceWords> words_of_sentences(const Context& context) {
  const std::string_view all = context.draft.text;
  std::vector<SentenceWords> sentences;
  std::uint32_t last = 0;
  for (const Word& word : context.text.words) {
    if (word.region != RegionKind::subject && word.region != RegionKind::body)
      continue;
    if (sentences.empty() || word.sentence != last)
      sentences.push_back({word.region, {}});
    last = word.sentence;
    std::vector<SentenceWord>& words = sentences.back().words;
    SentenceWord next = word_at(all, word.span);
    if (!words.empty() && !words.back().is_possessive && words.back().span.end <= next.span.begin)
      next.is_joined = is_joint(slice(all, TextSpan{words.back().span.end, next.span.begin}));
    words.push_back(std::move(next));
  }
  return sentences;
}

}  // namespace mailcheck
