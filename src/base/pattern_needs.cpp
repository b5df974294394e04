#include "base/pattern_needs.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "base/utf8.hpp"

namespace mailcheck {

namespace {

using Texts = std::vector<std::string>;

/// More alternatives, or longer ones, cost more to look for than they save.
constexpr std::size_t texts_limit = 128;
constexpr std::size_t length_limit = 40;
constexpr std::size_t class_limit = 32;
constexpr std::size_t group_limit = 50;
constexpr unsigned repeat_limit = 8;

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool is_lower_letter(char c) {
  return c >= 'a' && c <= 'z';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Marks that are the same in both cases and no part of a word.
bool is_mark(char32_t c) {
  return (c >= 0x2010 && c <= 0x205E) || c == 0xA0 || c == 0xAB || c == 0xBB;
}

/// How likely a character stands at any one place of a mail, roughly.
double likelihood(char c) {
  if (c == word_edge)
    return 0.25;
  if (c == ' ')
    return 0.16;
  if (std::string_view("etaoinsrh").find(lower(c)) != std::string_view::npos)
    return 0.07;
  if (is_lower_letter(lower(c)))
    return 0.02;
  if (c == '.' || c == ',')
    return 0.012;
  if (is_word_char(c) || std::string_view("-:\"()").find(c) != std::string_view::npos)
    return 0.003;
  return std::string_view("'?!/@").find(c) != std::string_view::npos ? 0.001 : 0.0001;
}

/// Words are more frequent than their letters tell, short ones above all, and parts of words more
/// than whole ones.
double frequency_of_word(std::string_view letters, bool is_whole) {
  constexpr std::string_view frequent[] = {
      "a",  "about", "am", "an", "and", "are", "as", "at", "by",  "dear", "for",  "from", "i",
      "if", "in",    "is", "it", "my",  "of",  "on", "or", "the", "to",   "with", "you",  "your"};
  std::string word(letters);
  std::transform(word.begin(), word.end(), word.begin(), lower);
  if (std::find(std::begin(frequent), std::end(frequent), word) != std::end(frequent))
    return 1;
  if (letters.size() <= 3)
    return is_whole ? 0.05 : 0.6;
  if (letters.size() <= 5)
    return is_whole ? 0.02 : 0.1;
  return letters.size() <= 8 ? 0.005 : 0.0005;
}

/// How often a text is met in a mail of usual length.
double frequency(std::string_view text) {
  constexpr double characters_of_mail = 1000;
  std::string_view longest;  // row of letters
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_lower_letter(lower(text[end])))
      ++end;
    if (end - at > longest.size())
      longest = text.substr(at, end - at);
    at = std::max(end, at + 1);
  }
  const auto begin = static_cast<std::size_t>(longest.data() - text.data());
  double all = characters_of_mail;
  double beside_word = 1;
  for (std::size_t at = 0; at < text.size(); ++at) {
    all *= likelihood(text[at]);
    const bool is_in_word = !longest.empty() && at >= begin && at < begin + longest.size();
    if (!is_in_word && text[at] != ' ' && text[at] != word_edge)
      beside_word *= likelihood(text[at]);
  }
  if (longest.empty())
    return all;
  const bool is_whole = begin > 0 && begin + longest.size() < text.size();
  return std::max(all, frequency_of_word(longest, is_whole) * beside_word);
}

/// How often one of the texts is met; the less the better.
double frequency(const Texts& texts) {
  double sum = 0;
  for (const std::string& text : texts) {
    if (text.find_first_not_of(word_edge) == std::string::npos)
      return std::numeric_limits<double>::infinity();
    sum += frequency(text);
  }
  return texts.empty() ? std::numeric_limits<double>::infinity() : sum;
}

void sort_out(Texts& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

bool is_bare(std::string_view text) {
  return text.find_first_not_of(word_edge) == std::string_view::npos;
}

/// Two texts in a row. An edge between them says nothing more.
std::string joined(std::string_view a, std::string_view b) {
  if (a.ends_with(word_edge) && (!is_bare(a) || b.starts_with(word_edge)) && !b.empty() &&
      (!is_bare(b) || b.starts_with(word_edge)))
    a.remove_suffix(1);
  if (b.starts_with(word_edge) && !is_bare(a) && !is_bare(b))
    b.remove_prefix(1);
  return std::string(a).append(b);
}

/// Every text of `a` followed by every text of `b`; none when these are too many.
std::optional<Texts> crossed(const Texts& a, const Texts& b) {
  if (a.size() * b.size() > texts_limit)
    return std::nullopt;
  Texts texts;
  for (const std::string& first : a) {
    for (const std::string& second : b) {
      if (first.size() + second.size() > length_limit)
        return std::nullopt;
      texts.push_back(joined(first, second));
    }
  }
  sort_out(texts);
  return texts;
}

/// The same of what is next to the seam, when the whole is too much.
std::optional<Texts> crossed_at_seam(Texts a, Texts b) {
  constexpr std::size_t kept_before = 4;
  for (std::string& text : a)
    text = text.substr(text.size() - std::min(text.size(), kept_before));
  for (std::string& text : b)
    text = text.substr(0, 1);
  sort_out(a);
  sort_out(b);
  return crossed(a, b);
}

/// What is known of the texts that a piece of a pattern matches.
struct Known {
  std::optional<Texts> whole;  ///< All of them.
  Texts first = {""};          ///< Each begins with one of these, and ends in one of those.
  Texts last = {""};
  Texts best = {};        ///< Each holds one of these; empty: unknown.
  bool may_lack = false;  ///< The piece need not be there at all.

  static Known text(std::string text) { return of({std::move(text)}); }
  static Known of(Texts texts) {
    Known known;
    known.whole = texts;
    known.first = texts;
    known.last = std::move(texts);
    known.best = known.first;
    return known;
  }
};

void keep_rarer(Texts& best, const Texts& other) {
  if (frequency(other) < frequency(best))
    best = other;
}

Known concatenated(const Known& a, const Known& b) {
  if (a.whole && b.whole) {
    if (std::optional<Texts> whole = crossed(*a.whole, *b.whole))
      return Known::of(*std::move(whole));
  }
  Known known;
  known.best = a.best;
  keep_rarer(known.best, b.best);
  std::optional<Texts> seam = crossed(a.last, b.first);
  if (!seam)
    seam = crossed_at_seam(a.last, b.first);
  if (seam)
    keep_rarer(known.best, *seam);
  known.first = a.first;
  if (a.whole)
    known.first = crossed(*a.whole, b.first).value_or(a.first);
  known.last = b.last;
  if (b.whole)
    known.last = crossed(a.last, *b.whole).value_or(b.last);
  return known;
}

Texts either(const Texts& a, const Texts& b) {
  if (a.size() + b.size() > texts_limit)
    return {""};
  Texts texts = a;
  texts.insert(texts.end(), b.begin(), b.end());
  sort_out(texts);
  return texts;
}

Known alternated(const Known& a, const Known& b) {
  Known known;
  if (a.whole && b.whole && a.whole->size() + b.whole->size() <= texts_limit)
    return Known::of(either(*a.whole, *b.whole));
  known.first = either(a.first, b.first);
  known.last = either(a.last, b.last);
  if (!a.best.empty() && !b.best.empty())
    known.best = either(a.best, b.best);
  return known;
}

Known repeated(const Known& once, unsigned least, bool has_more) {
  Known known = once;
  known.may_lack = least == 0;
  for (unsigned i = 1; i < std::min(least, repeat_limit); ++i)
    known = concatenated(known, once);
  if (has_more || least > repeat_limit) {
    known.whole.reset();
    known.last = once.last;
  }
  return known;
}

/// `a`, then `b`, which may not be there.
Known continued(const Known& a, const Known& b) {
  Known both = concatenated(a, b);
  if (!b.may_lack)
    return both;
  Known known = alternated(a, both);
  if (!known.whole)
    known.best = a.best;
  return known;
}

/// A class “[…]” or an escape, as far as it is understood.
struct CharacterClass {
  Texts characters;
  bool is_listed = true;  // `characters` are all of it
  bool is_edge = true;    // no letter, digit or underscore is in it
  bool has_word = false;  // all letters, digits and the underscore are

  void add(char c) {
    characters.emplace_back(1, c);
    is_edge = is_edge && !is_word_char(c);
  }

  [[nodiscard]] Known known() const {
    if (is_listed && !characters.empty() && characters.size() <= class_limit) {
      Texts texts = characters;
      sort_out(texts);
      return Known::of(std::move(texts));
    }
    Known known;
    if (is_edge)
      known.first = known.last = {std::string(1, word_edge)};
    return known;
  }
};

/// Reads a pattern from left to right. It gives up (`ok_` becomes false) on anything that it does
/// not know.
class Reader {
 public:
  explicit Reader(std::string_view pattern) : pattern_(pattern) {
    if (pattern_.starts_with("(?-i)")) {
      case_matters_ = true;
      at_ = 5;
    }
  }

  PatternNeeds read() {
    groups_.emplace_back();
    while (ok_ && at_ < pattern_.size())
      step();
    if (!ok_ || groups_.size() != 1)
      return {};
    const Known known = finish(groups_.back());
    PatternNeeds needs;
    if (frequency(known.best) > most_useful)
      return needs;
    Texts texts = known.best;
    if (!case_matters_) {
      for (std::string& text : texts)
        std::transform(text.begin(), text.end(), text.begin(), lower);
      sort_out(texts);
    }
    needs.case_matters = case_matters_;
    for (const std::string& text : texts)
      needs.texts.append(text).append("\n");
    return needs;
  }

 private:
  /// Texts that every draft holds many times are no need.
  static constexpr double most_useful = 20;

  enum class Kind { plain, ahead, behind, not_around };

  struct Group {
    Kind kind = Kind::plain;
    bool excludes_word = false;  // a negative look-around that is \w or a class with it
    std::optional<Known> alternatives;
    Known sequence = Known::text("");
    std::optional<Known> last;  // may yet get a quantifier
  };

  void add(Known known) {
    Group& group = groups_.back();
    if (group.last)
      group.sequence = continued(group.sequence, *group.last);
    group.last = std::move(known);
  }

  static Known finish(Group& group) {
    if (group.last)
      group.sequence = continued(group.sequence, *group.last);
    group.last.reset();
    return group.alternatives ? alternated(*group.alternatives, group.sequence) : group.sequence;
  }

  void step() {
    const char c = pattern_[at_];
    switch (c) {
      case '\\':
        return escape();
      case '[':
        ++at_;
        return add(read_class().known());
      case '(':
        ++at_;
        return open();
      case ')':
        ++at_;
        return close();
      case '|':
        ++at_;
        groups_.back().alternatives = finish(groups_.back());
        groups_.back().sequence = Known::text("");
        return;
      case '?':
        return quantify(0, false, 1);
      case '*':
        return quantify(0, true, 1);
      case '+':
        return quantify(1, true, 1);
      case '{':
        return braces();
      case '.':
        ++at_;
        return add({});
      case '^':
      case '$':
        ++at_;
        return add(Known::text(std::string(1, word_edge)));
      default:
        break;
    }
    const CodePoint point = decode_utf8(pattern_, at_);
    const std::string_view bytes = pattern_.substr(at_, point.length);
    at_ += point.length;
    add(point.value < 0x80 || is_mark(point.value) ? Known::text(std::string(bytes)) : Known{});
  }

  void quantify(unsigned least, bool has_more, std::size_t length) {
    at_ += length;
    if (at_ < pattern_.size() && (pattern_[at_] == '?' || pattern_[at_] == '+'))
      ++at_;
    Group& group = groups_.back();
    ok_ = ok_ && group.last.has_value();
    if (ok_)
      group.last = repeated(*group.last, least, has_more);
  }

  /// `{2}`, `{2,}` or `{2,5}`; any other brace stands for itself.
  void braces() {
    std::size_t end = at_ + 1;
    const auto number = [&] {
      unsigned value = 0;
      for (; end < pattern_.size() && pattern_[end] >= '0' && pattern_[end] <= '9'; ++end)
        value = std::min(value * 10 + static_cast<unsigned>(pattern_[end] - '0'), 1000U);
      return value;
    };
    const unsigned least = number();
    const bool has_least = end > at_ + 1;
    unsigned most = least;
    if (end < pattern_.size() && pattern_[end] == ',') {
      ++end;
      const std::size_t begin = end;
      most = number();
      if (end == begin)
        most = std::numeric_limits<unsigned>::max();
    }
    if (!has_least || end == pattern_.size() || pattern_[end] != '}') {
      ++at_;
      return add(Known::text("{"));
    }
    const std::size_t length = end + 1 - at_;
    if (least == 0 && most == 1)
      return quantify(0, false, length);
    quantify(least, most > least || least == 0, length);
  }

  void escape() {
    if (at_ + 1 == pattern_.size()) {
      ok_ = false;
      return;
    }
    const char c = pattern_[at_ + 1];
    at_ += 2;
    switch (c) {
      case 'b':
      case 'A':
      case 'z':
      case 'Z':
        return add(Known::text(std::string(1, word_edge)));
      case 'B':
      case 'K':
        return add(Known::text(""));
      default:
        break;
    }
    CharacterClass one;
    take_escape(c, one);
    add(one.known());
  }

  /// Adds what `\c` stands for; `at_` is behind it.
  void take_escape(char c, CharacterClass& into) {
    if (!is_word_char(c) && static_cast<unsigned char>(c) < 0x80)
      return into.add(c);
    switch (c) {
      case 'd':
        for (char digit = '0'; digit <= '9'; ++digit)
          into.add(digit);
        return;
      case 'w':
        into.has_word = true;
        into.is_listed = into.is_edge = false;
        return;
      case 's':
      case 'W':
      case 'h':
      case 'v':
      case 'R':
      case 'n':
      case 'r':
      case 't':
        into.is_listed = false;
        return;
      case 'p':
      case 'P':
        skip_property();
        break;
      case 'x':
        skip_hexadecimal();
        break;
      case 'D':
      case 'S':
      case 'H':
      case 'V':
      case 'X':
        break;
      default:
        ok_ = false;
        return;
    }
    into.is_listed = into.is_edge = false;
  }

  void skip_property() {
    if (at_ < pattern_.size() && pattern_[at_] == '{')
      skip_to('}');
    else
      ++at_;
  }

  void skip_hexadecimal() {
    if (at_ < pattern_.size() && pattern_[at_] == '{')
      return skip_to('}');
    ok_ = false;
  }

  void skip_to(char end) {
    const std::size_t found = pattern_.find(end, at_);
    ok_ = ok_ && found != std::string_view::npos;
    at_ = ok_ ? found + 1 : pattern_.size();
  }

  /// `at_` is behind the opening bracket; afterwards behind the closing one.
  CharacterClass read_class() {
    CharacterClass read;
    const bool is_negative = at_ < pattern_.size() && pattern_[at_] == '^';
    at_ += is_negative ? 1 : 0;
    for (bool is_first = true; ok_ && at_ < pattern_.size() && (is_first || pattern_[at_] != ']');
         is_first = false)
      take_member(read);
    ok_ = ok_ && at_ < pattern_.size();
    ++at_;
    if (!is_negative)
      return read;
    CharacterClass rest;
    rest.is_listed = false;
    rest.is_edge = read.has_word;
    return rest;
  }

  void take_member(CharacterClass& read) {
    const char c = pattern_[at_];
    if (c == '\\') {
      at_ += 2;
      if (at_ > pattern_.size()) {
        ok_ = false;
        return;
      }
      if (pattern_[at_ - 1] == 'b')
        ok_ = false;
      else
        take_escape(pattern_[at_ - 1], read);
      // A range that begins with an escape is not worth understanding.
      if (at_ + 1 < pattern_.size() && pattern_[at_] == '-' && pattern_[at_ + 1] != ']')
        read.is_listed = read.is_edge = false;
      return;
    }
    if (pattern_.substr(at_).starts_with("[:")) {
      ok_ = false;
      return;
    }
    const CodePoint point = decode_utf8(pattern_, at_);
    const std::size_t next = at_ + point.length;
    const bool is_range =
        next + 1 < pattern_.size() && pattern_[next] == '-' && pattern_[next + 1] != ']';
    if (!is_range) {
      if (point.value < 0x80)
        read.add(c);
      else if (is_mark(point.value))
        read.characters.emplace_back(pattern_.substr(at_, point.length));
      else
        read.is_listed = read.is_edge = false;
      at_ = next;
      return;
    }
    const CodePoint end = decode_utf8(pattern_, next + 1);
    at_ = next + 1 + end.length;
    if (point.value >= 0x80 || end.value >= 0x80 || end.value == U'\\' || end.value < point.value) {
      read.is_listed = read.is_edge = false;
      at_ += end.value == U'\\' ? 1 : 0;
      return;
    }
    for (char32_t each = point.value; each <= end.value; ++each)
      read.add(static_cast<char>(each));
  }

  /// `at_` is behind the opening parenthesis.
  void open() {
    const std::string_view rest = pattern_.substr(at_);
    Group group;
    if (groups_.size() >= group_limit || rest.starts_with('*')) {
      ok_ = false;
      return;
    }
    if (!rest.starts_with('?')) {
      groups_.push_back(std::move(group));
      return;
    }
    constexpr std::pair<std::string_view, Kind> kinds[] = {
        {"?:", Kind::plain},       {"?>", Kind::plain},   {"?-i:", Kind::plain},
        {"?=", Kind::ahead},       {"?<=", Kind::behind}, {"?!", Kind::not_around},
        {"?<!", Kind::not_around}, {"?P<", Kind::plain},  {"?'", Kind::plain},
        {"?i:", Kind::plain},      {"?<", Kind::plain}};
    const auto* found = std::find_if(std::begin(kinds), std::end(kinds), [&](const auto& entry) {
      return rest.starts_with(entry.first);
    });
    if (found == std::end(kinds)) {
      ok_ = false;
      return;
    }
    at_ += found->first.size();
    if (found->first == "?<" || found->first == "?P<")
      skip_to('>');
    else if (found->first == "?'")
      skip_to('\'');
    else if (found->first == "?i:")
      case_matters_ = false;
    group.kind = found->second;
    group.excludes_word = group.kind == Kind::not_around && excludes_word();
    groups_.push_back(std::move(group));
  }

  /// Whether what follows is \w or a class with it, and then the group ends.
  bool excludes_word() {
    const std::size_t begin = at_;
    CharacterClass read;
    if (pattern_.substr(at_).starts_with("\\w")) {
      at_ += 2;
      read.has_word = true;
    } else if (pattern_.substr(at_).starts_with("[")) {
      ++at_;
      const bool is_negative = at_ < pattern_.size() && pattern_[at_] == '^';
      read = read_class();
      read.has_word = read.has_word && !is_negative;
    }
    const bool ends = at_ < pattern_.size() && pattern_[at_] == ')';
    at_ = begin;
    return read.has_word && ends;
  }

  void close() {
    if (groups_.size() < 2) {
      ok_ = false;
      return;
    }
    Group group = std::move(groups_.back());
    groups_.pop_back();
    Known known = finish(group);
    switch (group.kind) {
      case Kind::plain:
        break;
      case Kind::ahead:  // what follows in the pattern stands at the same place
        known.whole.reset();
        known.last = {""};
        break;
      case Kind::behind:
        known.whole.reset();
        known.first = {""};
        break;
      case Kind::not_around:
        known = Known::text(group.excludes_word ? std::string(1, word_edge) : std::string());
        break;
    }
    add(std::move(known));
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  bool ok_ = true;
  bool case_matters_ = false;
  std::vector<Group> groups_;
};

}  // namespace

PatternNeeds pattern_needs(std::string_view pattern) {
  return Reader(pattern).read();
}

}  // namespace mailcheck
