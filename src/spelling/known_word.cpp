#include "spelling/known_word.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "spelling/capitals.hpp"

namespace mailcheck {

namespace {

using Languages = std::uint8_t;
constexpr Languages all_languages = (1U << language_count) - 1;

/// Hyphens in a word from which on Hunspell does not take it apart.
constexpr std::size_t too_many_hyphens = 10;

Languages both(Languages a, Languages b) {
  return static_cast<Languages>(a & b);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Digits with single dots, commas or hyphens between them.
bool is_number(std::string_view word) {
  bool after_digit = false;
  for (const char c : word) {
    const bool is_separator = c == '.' || c == ',' || c == '-';
    if (!is_digit(c) && !(is_separator && after_digit))
      return false;
    after_digit = is_digit(c);
  }
  return after_digit;
}

/// “21st”, “112th”: the compounds of the English dictionaries.
bool is_ordinal(std::string_view word) {
  constexpr std::size_t ending = 2;
  if (word.size() <= ending || !is_digit(word.front()))
    return false;
  const std::string_view digits = word.substr(0, word.size() - ending);
  if (!std::all_of(digits.begin(), digits.end(), is_digit))
    return false;
  const bool is_teen = digits.size() > 1 && digits[digits.size() - 2] == '1';
  const char last = is_teen ? '0' : digits.back();
  const std::string_view wanted = last == '1'   ? "st"
                                  : last == '2' ? "nd"
                                  : last == '3' ? "rd"
                                                : "th";
  return word.substr(digits.size()) == wanted;
}

/// A text and where its parts between hyphens end.
class HyphenatedWord {
 public:
  explicit HyphenatedWord(std::string text) : text_(std::move(text)) {
    for (std::size_t at = 0; at <= text_.size() && count_ <= too_many_hyphens; ++at) {
      if (at == text_.size() || text_[at] == '-')
        ends_.at(count_++) = at;
    }
  }

  /// One more than `too_many_hyphens` when there are so many or more.
  [[nodiscard]] std::size_t count() const { return count_; }
  /// The text from the part `first` to before the part `end`.
  [[nodiscard]] std::string_view between(std::size_t first, std::size_t end) const {
    const std::size_t begin = first == 0 ? 0 : ends_.at(first - 1) + 1;
    return std::string_view(text_).substr(begin, ends_.at(end - 1) - begin);
  }

 private:
  std::string text_;
  std::size_t count_ = 0;
  std::array<std::size_t, too_many_hyphens + 1> ends_{};
};

class Question {
 public:
  Question(const Lexicon& lexicon, OwnWords own) : lexicon_(lexicon), own_(own) {}

  [[nodiscard]] Languages word(std::string_view written) const {
    const std::size_t begin = std::min(written.find_first_not_of(' '), written.size());
    written.remove_prefix(begin);
    const Languages whole = part(written);
    const std::string_view text = written.substr(0, written.find_last_not_of('.') + 1);
    if (whole == all_languages || text.find('-') == std::string_view::npos ||
        text.find_first_not_of('-') == std::string_view::npos)
      return whole;
    return static_cast<Languages>(whole | in_parts(text));
  }

 private:
  enum class Written { as_it_is, with_initial };

  /// A form exactly as it stands, or with 's.
  [[nodiscard]] Languages form(std::string_view text, Written written) const {
    const FormFlags flags = lexicon_.find(text);
    unsigned languages = flags.languages();
    if (own_ == OwnWords::with && flags.is_own())
      return all_languages;
    if (written == Written::as_it_is)
      languages |= flags.in_capitals();
    if (text.size() > 2 && text.ends_with("'s")) {
      const FormFlags base = lexicon_.find(text.substr(0, text.size() - 2));
      languages |= base.possessives();
      if (written == Written::as_it_is)
        languages |= base.possessives_in_capitals();
    }
    if (!text.empty() && is_digit(text.front()) && is_ordinal(text))
      languages |= lexicon_.languages();
    return static_cast<Languages>(languages);
  }

  /// The form or, where a full stop was written, the form with it: “etc.”.
  [[nodiscard]] Languages form(const std::string& text, Written written, bool has_stop) const {
    const Languages plain = form(std::string_view(text), written);
    return has_stop ? static_cast<Languages>(plain | form(text + '.', written)) : plain;
  }
  [[nodiscard]] Languages form(const std::string& text, Written written) const {
    return form(std::string_view(text), written);
  }

  /// A word that is not taken apart, in the cases that its own allows.
  [[nodiscard]] Languages part(std::string_view text) const {
    const std::size_t end = text.find_last_not_of('.');
    const bool has_stop = end + 1 != text.size();
    text = text.substr(0, end + 1);
    if (text.empty() || (is_digit(text.front()) && is_number(text)))
      return all_languages;
    if (!has_stop) {
      const Languages exact = form(text, Written::with_initial);
      if (exact == all_languages)  // Nearly always: the rest takes longer.
        return exact;
    }
    switch (capitals_of(text)) {
      case Capitals::none:
      case Capitals::inner:
      case Capitals::initial_and_inner:
        return form(std::string(text), Written::as_it_is, has_stop);
      case Capitals::initial:
        return capitalized(text, has_stop);
      case Capitals::all:
        return in_capitals(text, has_stop);
    }
    return 0;
  }

  [[nodiscard]] Languages capitalized(std::string_view text, bool has_stop) const {
    return static_cast<Languages>(form(std::string(text), Written::with_initial, has_stop) |
                                  form(without_capitals(text), Written::as_it_is, has_stop));
  }

  [[nodiscard]] Languages in_capitals(std::string_view text, bool has_stop) const {
    const std::string lower = without_capitals(text);
    unsigned languages = form(std::string(text), Written::as_it_is, has_stop);
    const std::size_t apostrophe = lower.find('\'');
    if (apostrophe != std::string::npos && apostrophe + 1 < lower.size()) {  // “O'BRIEN”
      const std::string rest = with_initial(std::string_view(lower).substr(apostrophe + 1));
      const std::string name = lower.substr(0, apostrophe + 1) + rest;
      languages |= form(name, Written::as_it_is);
      languages |= form(with_initial(name), Written::as_it_is);
    }
    languages |= form(with_initial(lower), Written::as_it_is, has_stop);
    languages |= form(lower, Written::as_it_is, has_stop);
    return static_cast<Languages>(languages);
  }

  /// A word with hyphens, of which one or two parts at a time are words. Nothing stands before the
  /// first hyphen of “-ish”, which is no harm.
  [[nodiscard]] Languages in_parts(std::string_view written) const {
    const bool in_capitals = capitals_of(written) == Capitals::all;
    const HyphenatedWord word(in_capitals ? with_initial(without_capitals(written))
                                          : std::string(written));
    const std::size_t count = word.count();
    if (count > too_many_hyphens)
      return 0;
    // What is known of the word from each part on, found from the last one backwards.
    std::array<Languages, too_many_hyphens + 1> from{};
    for (std::size_t first = count; first-- > 0;) {
      unsigned languages = part(word.between(first, count));
      for (std::size_t end = first + 1; end < std::min(first + 3, count); ++end)
        languages |= both(part(word.between(first, end)), from.at(end));
      from.at(first) = static_cast<Languages>(languages);
    }
    return from.front();
  }

  const Lexicon& lexicon_;
  OwnWords own_;
};

}  // namespace

std::uint8_t languages_knowing(const Lexicon& lexicon, std::string_view word, OwnWords own) {
  return Question(lexicon, own).word(word);
}

}  // namespace mailcheck
