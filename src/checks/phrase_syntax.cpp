#include "checks/phrase_syntax.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "checks/phrase_inflection.hpp"
#include "text/tokens.hpp"

namespace mailcheck {
namespace {

constexpr std::string_view special = "(){}|<>,^$?!&~ \t\r\n";

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The tokens of a piece of text as word nodes.
PhraseSequence words_of(std::string_view text) {
  Tokens tokens;
  append_tokens(tokens, text, {0, text.size()}, 0);
  PhraseSequence words;
  for (const Token& token : tokens.all)
    words.push_back({.kind = PhraseNode::Kind::word, .word = std::string(tokens.key(token))});
  return words;
}

class Parser {
 public:
  /// `size` counts the parts of the whole phrase, those of its word lists included.
  Parser(std::string_view phrase, const PhraseWordLists& lists, std::size_t& size)
      : text_(phrase), lists_(lists), size_(size) {}

  Result<PhraseSequence> parse(std::size_t depth) {
    Result<PhraseSequence> sequence = parse_sequence(depth);
    if (!sequence)
      return sequence;
    while (depth == 0 && at_ < text_.size() && text_[at_] == '&') {
      Result<PhraseNode> condition = parse_condition();
      if (!condition)
        return condition.error();
      sequence->push_back(*std::move(condition));
    }
    if (at_ < text_.size() && text_[at_] == '&')
      return error("a condition stands at the end of a phrase, outside its groups and word lists");
    if (at_ < text_.size())
      return error(fmt::format("“{}” has nothing to close", text_[at_]));
    return sequence;
  }

 private:
  [[nodiscard]] Error error(std::string message) const {
    return Error{.message = std::move(message),
                 .column = count_code_points(text_.substr(0, at_)) + 1};
  }
  [[nodiscard]] bool at_end_of_group() const {
    return at_ == text_.size() || text_[at_] == ')' || text_[at_] == '}' || text_[at_] == '|' ||
           text_[at_] == '&';
  }

  /// `& …` and `&! …` look at the clause, `&& …` and `&&! …` at the sentence.
  Result<PhraseNode> parse_condition() {
    using Kind = PhraseNode::Kind;
    const auto take = [&](char c) {
      const bool there = at_ < text_.size() && text_[at_] == c;
      at_ += there ? 1 : 0;
      return there;
    };
    take('&');
    const bool sentence = take('&');
    const bool lacks = take('!');
    PhraseNode node{.kind = sentence ? Kind::sentence_has : Kind::clause_has};
    if (lacks)
      node.kind = sentence ? Kind::sentence_lacks : Kind::clause_lacks;
    Result<PhraseSequence> sequence = parse_sequence(0);
    if (!sequence)
      return sequence.error();
    if (sequence->empty())
      return error("“&” is followed by nothing");
    node.choices.push_back(*std::move(sequence));
    return node;
  }

  /// Everything up to the end of the group or the phrase. The depth is bounded by parse_group.
  Result<PhraseSequence> parse_sequence(std::size_t depth) {
    PhraseSequence sequence;
    while (true) {
      while (at_ < text_.size() && is_blank(text_[at_]))
        ++at_;
      if (at_end_of_group())
        return sequence;
      Result<PhraseSequence> chunk = parse_chunk(depth);
      if (!chunk)
        return chunk;
      size_ += chunk->size();
      if (size_ > phrase_size_limit)
        return error(fmt::format("the phrase has more than {} parts", phrase_size_limit));
      std::move(chunk->begin(), chunk->end(), std::back_inserter(sequence));
    }
  }

  /// What stands between two blanks: marks, a gap, a group, or a word with or without endings.
  Result<PhraseSequence> parse_chunk(std::size_t depth) {
    using Kind = PhraseNode::Kind;
    switch (text_[at_]) {
      case '^':
        return mark(Kind::sentence_start);
      case '$':
        return mark(Kind::sentence_end);
      case ',':
        return mark(Kind::comma);
      case '?':
        return mark(Kind::question);
      case '!':
        return mark(Kind::exclamation);
      case '<':
        return parse_gap();
      case '>':
        return error("“>” closes no gap");
      default:
        break;
    }
    if (is_glued_word(at_))
      return parse_glued_word();
    return parse_group(depth);
  }

  Result<PhraseSequence> mark(PhraseNode::Kind kind) {
    ++at_;
    return PhraseSequence{PhraseNode{.kind = kind}};
  }

  /// Whether the chunk at `begin` is a word, alone or with groups that touch it.
  [[nodiscard]] bool is_glued_word(std::size_t begin) const {
    if (text_[begin] != '(' && text_[begin] != '{')
      return true;
    std::size_t depth = 0;
    for (std::size_t i = begin; i < text_.size(); ++i) {
      if (text_[i] == '(' || text_[i] == '{')
        ++depth;
      if ((text_[i] == ')' || text_[i] == '}') && --depth == 0)
        return i + 1 < text_.size() && (special.find(text_[i + 1]) == std::string_view::npos ||
                                        text_[i + 1] == '(' || text_[i + 1] == '{');
    }
    return false;
  }

  Result<PhraseSequence> parse_gap() {
    const std::size_t close = text_.find('>', at_);
    if (close == std::string_view::npos)
      return error("the gap is not closed: “>” is missing");
    const std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    const std::size_t dash = inside.find('-');
    const std::optional<std::uint32_t> last = number(inside.substr(dash + 1));
    const std::optional<std::uint32_t> first = dash == std::string_view::npos
                                                   ? std::optional<std::uint32_t>(0)
                                                   : number(inside.substr(0, dash));
    if (!first || !last || *first > *last || *last == 0)
      return error("a gap is a number of words, as in <3> or <1-3>");
    if (*last > phrase_gap_limit)
      return error(fmt::format("a gap spans at most {} words", phrase_gap_limit));
    at_ = close + 1;
    return PhraseSequence{PhraseNode{.kind = PhraseNode::Kind::gap, .min = *first, .max = *last}};
  }

  static std::optional<std::uint32_t> number(std::string_view digits) {
    std::uint32_t value = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failed != std::errc() || end != digits.data() + digits.size())
      return std::nullopt;
    return value;
  }

  Result<PhraseSequence> parse_group(std::size_t depth) {
    if (depth == phrase_nesting_limit)
      return error(fmt::format("groups nest deeper than {}", phrase_nesting_limit));
    const char close = text_[at_] == '(' ? ')' : '}';
    if (close == '}') {
      if (const std::optional<std::string_view> name = list_name())
        return parse_list(*name, depth);
    }
    ++at_;
    PhraseNode group{.kind = PhraseNode::Kind::choice};
    while (true) {
      Result<PhraseSequence> sequence = parse_sequence(depth + 1);
      if (!sequence)
        return sequence;
      if (sequence->empty())
        return error("an alternative is empty");
      add_choice(group, *std::move(sequence));
      if (at_ == text_.size() || (text_[at_] != '|' && text_[at_] != close))
        return error(fmt::format("a group is not closed: “{}” is missing", close));
      if (text_[at_++] == close)
        break;
    }
    if (close == ')')
      group.choices.emplace_back();
    return PhraseSequence{std::move(group)};
  }

  /// The name inside braces without a bar: a word list.
  [[nodiscard]] std::optional<std::string_view> list_name() const {
    const std::size_t close = text_.find('}', at_);
    if (close == std::string_view::npos)
      return std::nullopt;
    const std::string_view name = text_.substr(at_ + 1, close - at_ - 1);
    const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || c == '-';
    });
    return plain ? std::optional(name) : std::nullopt;
  }

  /// The entries are phrases, which may name lists again; a list that names itself is too deep.
  Result<PhraseSequence> parse_list(std::string_view name, std::size_t depth) {
    const auto found = lists_.find(name);
    if (found == lists_.end())
      return error(fmt::format("there is no word list “{}”", name));
    PhraseNode group{.kind = PhraseNode::Kind::choice};
    for (const std::string& entry : found->second) {
      Result<PhraseSequence> sequence = Parser(entry, lists_, size_).parse(depth + 1);
      if (!sequence)
        return error(
            fmt::format("in the word list “{}”, “{}”: {}", name, entry, sequence.error().message));
      if (sequence->empty())
        return error(fmt::format("the word list “{}” has an entry of no words", name));
      add_choice(group, *std::move(sequence));
    }
    at_ += name.size() + 2;
    return PhraseSequence{std::move(group)};
  }

  /// A choice of choices is one choice; its single words can then be looked up at once.
  static void add_choice(PhraseNode& group, PhraseSequence sequence) {
    if (sequence.size() == 1 && sequence.front().kind == PhraseNode::Kind::choice) {
      // Moved out first: the sequence holds what it is appended to.
      std::vector<PhraseSequence> inner = std::move(sequence.front().choices);
      std::move(inner.begin(), inner.end(), std::back_inserter(group.choices));
      return;
    }
    group.choices.push_back(std::move(sequence));
  }

  /// A word with groups that touch it, `start(ing)`, `appreciat{e|ed}`: expanded into spellings.
  Result<PhraseSequence> parse_glued_word() {
    std::vector<std::string> spellings = {""};
    while (at_ < text_.size()) {
      if (text_[at_] == '(' || text_[at_] == '{') {
        const Result<std::vector<std::string>> endings = parse_endings();
        if (!endings)
          return endings.error();
        std::vector<std::string> longer;
        for (const std::string& spelling : spellings)
          for (const std::string& ending : *endings)
            longer.push_back(spelling + ending);
        if (longer.size() > phrase_expansion_limit)
          return error(fmt::format("a word has more than {} spellings", phrase_expansion_limit));
        spellings = std::move(longer);
        continue;
      }
      if (text_[at_] == '~') {
        Result<std::vector<std::string>> forms = parse_inflection(spellings);
        if (!forms)
          return forms.error();
        spellings = *std::move(forms);
        break;
      }
      if (special.find(text_[at_]) != std::string_view::npos)
        break;
      for (std::string& spelling : spellings)
        spelling += text_[at_];
      ++at_;
    }
    PhraseNode group{.kind = PhraseNode::Kind::choice};
    for (const std::string& spelling : spellings) {
      group.choices.push_back(words_of(spelling));
      if (group.choices.back().empty())
        return error(fmt::format("“{}” is no word", spelling));
    }
    if (group.choices.size() == 1)
      return std::move(group.choices.front());
    return PhraseSequence{std::move(group)};
  }

  /// The forms of all `spellings`; “~” ends the word.
  Result<std::vector<std::string>> parse_inflection(const std::vector<std::string>& spellings) {
    std::vector<std::string> longer;
    for (const std::string& spelling : spellings) {
      const std::vector<std::string> forms = inflections(spelling);
      if (forms.empty())
        return error(fmt::format("“{}” is no word that “~” can inflect", spelling));
      longer.insert(longer.end(), forms.begin(), forms.end());
    }
    if (longer.size() > phrase_expansion_limit)
      return error(fmt::format("a word has more than {} spellings", phrase_expansion_limit));
    ++at_;
    return longer;
  }

  /// The endings in a group that touches a word; plain text and bars only, or a word list.
  Result<std::vector<std::string>> parse_endings() {
    const bool optional = text_[at_] == '(';
    const std::size_t close = text_.find(optional ? ')' : '}', at_);
    if (close == std::string_view::npos)
      return error("a group is not closed");
    const std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    if (inside.find_first_of("(){}<>^$,?!&~ ") != std::string_view::npos)
      return error("a group that touches a word holds plain endings only");
    std::vector<std::string> endings;
    const auto list = optional ? lists_.end() : lists_.find(inside);
    if (list != lists_.end())
      endings = list->second;
    for (std::size_t begin = 0; list == lists_.end() && begin <= inside.size();) {
      const std::size_t end = std::min(inside.find('|', begin), inside.size());
      endings.emplace_back(inside.substr(begin, end - begin));
      begin = end + 1;
    }
    if (optional)
      endings.emplace_back();
    at_ = close + 1;
    return endings;
  }

  std::string_view text_;
  const PhraseWordLists& lists_;
  std::size_t& size_;
  std::size_t at_ = 0;
};

}  // namespace

Result<PhraseSequence> parse_phrase(std::string_view phrase, const PhraseWordLists& lists) {
  if (const std::size_t bad = find_invalid_utf8(phrase); bad < phrase.size())
    return Error{.message = "a phrase must be UTF-8"};
  std::size_t size = 0;
  return Parser(phrase, lists, size).parse(0);
}

}  // namespace mailcheck
