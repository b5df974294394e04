#include "text/attribution.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "mail/ascii.hpp"
#include "text/quotation_words.hpp"

namespace mailcheck {

namespace {

// Words of an attribution, long names and dates written out included.
constexpr std::size_t word_limit = 45;
// Words of a name, and words from an opener to the first digit of its date.
constexpr std::size_t name_words = 8;
constexpr std::size_t date_words = 6;
// Words beside the verb that must name somebody.
constexpr std::size_t sender_words = 3;
// Lower-case words that a name may have.
constexpr std::size_t small_name_words = 3;

template <class Table>
bool is_in(const Table& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

struct Word {
  std::string_view raw;   // Of `Reader::raw_`.
  std::size_t begin = 0;  // Of the folded word in `Reader::folded_`.
  std::size_t end = 0;
};

bool is_wide_script(std::string_view text) {
  // U+3000 and up: Chinese, Japanese, Korean; they put no spaces between words.
  return !text.empty() && static_cast<unsigned char>(text.front()) >= 0xE3;
}

// One kind of space and colon, no marks of direction.
std::string normalized(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (is_space(point.value))
      out += ' ';
    else if (point.value == U'\uFF1A')
      out += ':';
    else if (point.value == U'\uFF0C' || point.value == U'\u3001' || point.value == U'\u060C')
      out += ", ";
    else if (!is_control(point.value))
      out += text.substr(at, point.length);
    at += point.length;
  }
  // Yahoo and Notes draw dashes around it, with or without a space.
  constexpr std::string_view around = " -";
  out.erase(std::min(out.find_last_not_of(around) + 1, out.size()));
  out.erase(0, std::min(out.find_first_not_of(around), out.size()));
  return out;
}

bool begins_with_digit(std::string_view word) {
  const std::size_t first = word.find_first_not_of('(');
  return first != std::string_view::npos && is_ascii_digit(word[first]);
}

// Begins with a capital or a letter of a script without case, or is a name in quotes or brackets.
bool is_name_like(std::string_view word) {
  const std::size_t first = word.find_first_not_of("\"'(<[*");
  if (first == std::string_view::npos)
    return false;
  if (first > 0 || word.find('@') != std::string_view::npos)
    return true;
  if (std::string_view(">)]\"").find(word.back()) != std::string_view::npos)
    return true;
  const char32_t letter = decode_utf8(word, 0).value;
  return letter == U'\u201C' || (is_letter(letter) && !is_lower(letter));
}

// Parts of a date that prove it is one.
struct Date {
  bool has_day = false;  // A year, or day, month and year as numbers.
  bool has_time = false;
};

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_ascii_digit(text[end]))
    ++end;
  return end - at;
}

Date date_in(std::string_view text) {
  Date date;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = digits_at(text, at);
    if (length == 0) {
      ++at;
      continue;
    }
    const std::string_view number = text.substr(at, length);
    const std::size_t end = at + length;
    if (length == 4 && (number.starts_with("19") || number.starts_with("20")))
      date.has_day = true;
    if (end + 1 < text.size() && length <= 4) {
      const std::size_t second = digits_at(text, end + 1);
      const std::size_t after = end + 1 + second;
      if (text[end] == ':' && length <= 2 && second == 2)
        date.has_time = true;
      const bool has_mark = std::string_view("./-").find(text[end]) != std::string_view::npos;
      if (has_mark && second > 0 && second <= 2 && after + 1 < text.size() &&
          text[after] == text[end] && digits_at(text, after + 1) >= 2)
        date.has_day = true;
    }
    at = end;
  }
  return date;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : raw_(normalized(text)), folded_(fold_case(raw_)) {
    // Folding leaves spaces alone, so that both texts have the same words.
    std::size_t at = raw_.find_first_not_of(' ');
    std::size_t folded = folded_.find_first_not_of(' ');
    while (at < raw_.size() && words_.size() <= word_limit) {
      const std::size_t end = std::min(raw_.find(' ', at), raw_.size());
      const std::size_t folded_end = std::min(folded_.find(' ', folded), folded_.size());
      words_.push_back({std::string_view(raw_).substr(at, end - at), folded, folded_end});
      at = raw_.find_first_not_of(' ', end);
      folded = folded_.find_first_not_of(' ', folded_end);
    }
    date_ = date_in(folded_);
    has_address_ = std::any_of(words_.begin(), words_.end(), [](const Word& word) {
      return word.raw.find('@', 1) != std::string_view::npos;
    });
    verb_ = find_verb();
  }
  Reader(const Reader&) = delete;  // Words view the texts.
  Reader& operator=(const Reader&) = delete;

  [[nodiscard]] Attribution judge() const {
    if (words_.empty() || words_.size() > word_limit || folded_.back() != ':' || has_sentence_end())
      return Attribution::none;
    const Start start = start_of();
    if (start == Start::none)
      return Attribution::none;
    if (start == Start::quoting)
      return Attribution::above_quote;
    const std::optional<Verb>& verb = verb_;
    const bool has_date = date_.has_day || date_.has_time;
    if (!verb) {
      // “2026-03-05 9:12 GMT+01:00 Dana Park <dana@example.com>:”
      const bool ends_with_address = folded_.ends_with(">:") || folded_.ends_with("> :");
      const bool is_program = date_.has_day && has_address_ && ends_with_address;
      return is_program && start == Start::date ? Attribution::complete : Attribution::none;
    }
    if (!has_sender(*verb) || (verb->is_english && !is_dry(*verb)))
      return Attribution::none;
    if (date_.has_day && (date_.has_time || has_address_))
      return Attribution::complete;
    if (has_date || has_address_)
      return Attribution::above_quote;
    return names_only(*verb) ? Attribution::above_quote : Attribution::none;
  }

 private:
  enum class Start { none, date, name, quoting };

  struct Verb {
    std::size_t first;  // Words [first, last) hold the verb.
    std::size_t last;
    bool is_english;
    bool is_wide;
  };

  [[nodiscard]] std::string_view folded(std::size_t word) const {
    return std::string_view(folded_).substr(words_[word].begin,
                                            words_[word].end - words_[word].begin);
  }
  // Without the punctuation behind it.
  [[nodiscard]] std::string_view bare(std::size_t word) const {
    std::string_view text = folded(word);
    while (!text.empty() && (text.back() == ',' || text.back() == ':'))
      text.remove_suffix(1);
    return text;
  }

  // A full stop that is none of an abbreviation, a number or an initial.
  [[nodiscard]] bool has_sentence_end() const {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      const std::string_view word = words_[i].raw;
      if (word.back() == '!' || word.back() == '?')
        return true;
      const bool is_short = count_code_points(word) <= 4 || is_ascii_digit(word.front());
      if (word.back() == '.' && !is_short && !begins_with_digit(words_[i + 1].raw) &&
          folded(i) != "prof." && folded(i) != "sept." && folded(i) != "thurs.")
        return true;
    }
    return false;
  }

  [[nodiscard]] Start start_of() const {
    if (bare(0) == "quoting")
      return Start::quoting;
    if (bare(0) == "in" && words_.size() > 1 && (bare(1) == "message" || bare(1) == "article"))
      return Start::date;
    const bool has_opener = is_in(attribution_openers, bare(0));
    // “在2026年…”, and the Hebrew “on” that takes no space.
    const bool is_dated = begins_with_digit(words_[0].raw) ||
                          (is_wide_script(words_[0].raw) && date_in(words_[0].raw).has_day);
    if (is_dated)
      return Start::date;
    const std::size_t reach = has_opener ? date_words : 3;
    for (std::size_t i = 1; i < words_.size() && i < reach; ++i) {
      if (begins_with_digit(words_[i].raw) && (has_opener || i == 1 || folded(0).ends_with(',')))
        return Start::date;
    }
    if (has_opener)
      return Start::date;
    return starts_with_name() ? Start::name : Start::none;
  }

  // Nothing but a name up to the address or the verb.
  [[nodiscard]] bool starts_with_name() const {
    if (is_in(no_senders, bare(0)))
      return false;
    const std::optional<Verb>& verb = verb_;
    const std::size_t end = verb ? verb->first : words_.size();
    for (std::size_t i = 0; i < end; ++i) {
      const std::string_view word = words_[i].raw;
      if (word.find('@') != std::string_view::npos || (verb && verb->is_wide))
        return true;
      if (i >= name_words || (!is_name_like(word) && count_code_points(word) > 3))
        return false;
    }
    return end > 0 && verb;
  }

  [[nodiscard]] std::optional<Verb> find_verb() const {
    std::optional<Verb> best;
    std::size_t best_end = 0;
    for (const std::string_view verb : attribution_verbs) {
      if (folded_.find(verb) == std::string::npos)
        continue;
      const std::size_t at = folded_.rfind(verb);
      const auto word_at = [&](std::size_t offset) {
        const auto after = std::find_if(words_.begin(), words_.end(),
                                        [offset](const Word& word) { return word.end > offset; });
        return static_cast<std::size_t>(after - words_.begin());
      };
      const std::size_t first = word_at(at);
      const std::size_t end = at + verb.size();
      const std::size_t last = word_at(end - 1);
      const bool is_wide = is_wide_script(verb);
      const bool is_whole =
          words_[first].begin == at &&
          folded(last).find_first_not_of(",:", end - words_[last].begin) == std::string_view::npos;
      if ((is_wide || is_whole) && end > best_end) {
        best_end = end;
        best = Verb{first, last + 1, verb == "wrote" || verb == "writes", is_wide};
      }
    }
    return best;
  }

  // Somebody who is named stands beside the verb.
  [[nodiscard]] bool has_sender(Verb verb) const {
    if (verb.is_wide)
      return date_.has_day || has_address_;
    if (verb.first > 0 && words_[verb.first - 1].raw.find('@') != std::string_view::npos)
      return true;
    const std::size_t begin = verb.first - std::min(verb.first, sender_words);
    for (std::size_t i = begin; i < std::min(verb.last + sender_words, words_.size()); ++i) {
      const bool is_verb = i >= verb.first && i < verb.last;
      const bool is_small = is_lower(decode_utf8(words_[i].raw, 0).value) || words_[i].raw == "I";
      if (!is_verb && is_small && is_in(no_senders, bare(i)) && bare(i) != "il" && bare(i) != "el")
        return false;
    }
    if (has_address_)
      return true;
    const bool has_before = verb.first > 0 && is_named(verb.first - 1);
    return has_before || (verb.last < words_.size() && is_named(verb.last));
  }

  [[nodiscard]] bool is_named(std::size_t word) const {
    if (is_name_like(words_[word].raw))
      return true;
    // “you”, and people who write themselves small.
    return is_letter(decode_utf8(words_[word].raw, 0).value) && (date_.has_day || date_.has_time);
  }

  // Nothing that a sentence has and a date or a name has not. Known for English only.
  [[nodiscard]] bool is_dry(Verb verb) const {
    std::size_t small = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].raw == "I")
        return false;
      const bool is_verb = i >= verb.first && i < verb.last;
      const char32_t letter = decode_utf8(words_[i].raw, 0).value;
      if (!is_verb && i > 0 && is_lower(letter) && !is_link(bare(i)) &&
          words_[i].raw.find('@') == std::string_view::npos)
        ++small;
    }
    if (small == 0)
      return true;
    const bool is_dated = date_.has_time || (date_.has_day && small == 1);
    return has_address_ || (is_dated && small <= small_name_words);
  }

  static bool is_link(std::string_view word) {
    static constexpr std::string_view links[] = {"a.m.", "am",  "and", "at",   "by",  "da", "de",
                                                 "den",  "der", "di",  "from", "of",  "on", "p.m.",
                                                 "pm",   "the", "van", "via",  "von", "you"};
    return std::find(std::begin(links), std::end(links), word) != std::end(links);
  }

  // “On Tuesday, Dana wrote:”, “Dana Park schrieb:”: capitals and numbers.
  [[nodiscard]] bool names_only(Verb verb) const {
    for (std::size_t i = 0; i < verb.first; ++i) {
      if (i > 0 && !is_name_like(words_[i].raw) && !begins_with_digit(words_[i].raw) &&
          !is_link(bare(i)))
        return false;
    }
    return verb.last + sender_words >= words_.size();
  }

  std::string raw_;
  std::string folded_;
  std::vector<Word> words_;
  std::optional<Verb> verb_;
  Date date_;
  bool has_address_ = false;
};

}  // namespace

bool may_begin_attribution(std::string_view line) {
  if (line.empty() || line.size() > attribution_bytes)
    return false;
  // Numbers, addresses and letters beyond ASCII, whose openers are not looked up here.
  const auto is_telling = [](char c) {
    return is_ascii_digit(c) || c == '@' || c == '<' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
  };
  if (std::any_of(line.begin(), line.end(), is_telling) || line.back() == ':')
    return true;
  const std::string first = to_ascii_lower(line.substr(0, std::min(line.find(' '), line.size())));
  return is_in(attribution_openers, first) || first == "quoting" || first == "in";
}

bool may_end_attribution(std::string_view line) {
  // Wide colons and marks of direction are beyond ASCII.
  return !line.empty() && (line.back() == ':' || line.back() == '-' ||
                           (static_cast<unsigned char>(line.back()) & 0x80U) != 0);
}

Attribution attribution_of(std::string_view text) {
  if (text.size() > attribution_bytes || !may_end_attribution(text))
    return Attribution::none;
  return Reader(text).judge();
}

}  // namespace mailcheck
