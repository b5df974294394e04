#include "spelling/affix_file.hpp"

#include <algorithm>
#include <cstddef>

#include "base/utf8.hpp"

namespace mailcheck {

namespace {

/// Directives that are for suggestions or for programs that cut a text into words.
constexpr std::string_view harmless[] = {
    "COMPOUNDMIN", "COMPOUNDRULE", "HOME", "ICONV", "KEY", "LANG",    "MAP",
    "MAXDIFF",     "NAME",         "REP",  "SET",   "TRY", "VERSION", "WORDCHARS"};

std::vector<std::string_view> fields_of(std::string_view line) {
  constexpr std::string_view blanks = " \t\r";
  std::vector<std::string_view> fields;
  for (std::size_t at = line.find_first_not_of(blanks); at != std::string_view::npos;
       at = line.find_first_not_of(blanks, at)) {
    const std::size_t end = std::min(line.find_first_of(blanks, at), line.size());
    fields.push_back(line.substr(at, end - at));
    at = end;
  }
  return fields;
}

std::vector<AffixCondition> parse_conditions(std::string_view pattern) {
  std::vector<AffixCondition> conditions;
  if (pattern == ".")
    return conditions;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t close = pattern[at] == '[' ? pattern.find(']', at) : std::string_view::npos;
    if (close != std::string_view::npos) {
      const bool is_negated = pattern[at + 1] == '^';
      const std::size_t begin = at + (is_negated ? 2 : 1);
      conditions.push_back({std::string(pattern.substr(begin, close - begin)), is_negated});
      at = close + 1;
      continue;
    }
    const std::size_t length = decode_utf8(pattern, at).length;
    if (pattern[at] == '.')
      conditions.push_back({{}, true});
    else
      conditions.push_back({std::string(pattern.substr(at, length)), false});
    at += length;
  }
  return conditions;
}

bool holds(const AffixCondition& condition, std::string_view character) {
  const std::string_view set = condition.characters;
  for (std::size_t at = 0; at < set.size();) {
    const std::size_t length = decode_utf8(set, at).length;
    if (set.substr(at, length) == character)
      return !condition.is_negated;
    at += length;
  }
  return condition.is_negated;
}

/// Whether the conditions hold for the characters from `at` on.
bool hold(const std::vector<AffixCondition>& conditions, std::string_view word, std::size_t at) {
  for (const AffixCondition& condition : conditions) {
    if (at >= word.size())
      return false;
    const std::size_t length = decode_utf8(word, at).length;
    if (!holds(condition, word.substr(at, length)))
      return false;
    at += length;
  }
  return true;
}

/// Where the last `count` characters of `word` begin; npos when there are fewer.
std::size_t start_of_last(std::string_view word, std::size_t count) {
  std::size_t at = word.size();
  for (; count > 0; --count) {
    if (at == 0)
      return std::string_view::npos;
    do {
      --at;
    } while (at > 0 && (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U);
  }
  return at;
}

std::string_view unless_zero(std::string_view field) {
  return field == "0" ? std::string_view() : field;
}

class Reader {
 public:
  explicit Reader(std::string path) : path_(std::move(path)) {}

  Result<AffixFile> read(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
      text.remove_prefix(3);
    while (!text.empty()) {
      ++line_;
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::vector<std::string_view> fields = fields_of(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      if (fields.empty() || fields.front().starts_with('#'))
        continue;
      if (Result<void> done = directive(fields); !done)
        return std::move(done).error();
    }
    return std::move(file_);
  }

 private:
  [[nodiscard]] Error error(std::string message) const {
    return Error{.message = std::move(message), .file = path_, .line = line_};
  }

  Result<void> directive(const std::vector<std::string_view>& fields) {
    const std::string_view name = fields.front();
    if (name == "PFX" || name == "SFX")
      return affix_line(fields);
    if (name == "SET" && (fields.size() < 2 || fields[1] != "UTF-8"))
      return error("only UTF-8 dictionaries can be compiled");
    if (name == "NOSUGGEST" || name == "ONLYINCOMPOUND") {
      if (fields.size() < 2 || fields[1].size() != 1)
        return error("a flag of one character is missing");
      (name == "NOSUGGEST" ? file_.no_suggest : file_.only_in_compound) = fields[1].front();
      return {};
    }
    if (std::find(std::begin(harmless), std::end(harmless), name) == std::end(harmless))
      return error("the lexicon compiler does not know “" + std::string(name) + "”");
    return {};
  }

  Result<void> affix_line(const std::vector<std::string_view>& fields) {
    if (fields.size() < 4 || fields[1].size() != 1)
      return error("not a line of an affix");
    const char flag = fields[1].front();
    const bool is_prefix = fields.front() == "PFX";
    const bool continues = !file_.affixes.empty() && file_.affixes.back().flag == flag &&
                           file_.affixes.back().is_prefix == is_prefix;
    if (!continues) {
      file_.affixes.push_back({flag, is_prefix, fields[2] == "Y", {}});
      return {};
    }
    if (fields[3].find('/') != std::string_view::npos)
      return error("affixes on affixes are not understood");
    const std::string_view pattern = fields.size() > 4 ? fields[4] : ".";
    file_.affixes.back().rules.push_back({std::string(unless_zero(fields[2])),
                                          std::string(unless_zero(fields[3])),
                                          parse_conditions(pattern)});
    return {};
  }

  std::string path_;
  std::size_t line_ = 0;
  AffixFile file_;
};

}  // namespace

Result<AffixFile> parse_affix_file(std::string_view text, const std::string& path) {
  return Reader(path).read(text);
}

std::string with_prefix(const AffixRule& rule, std::string_view word) {
  if (word.size() <= rule.strip.size() || !word.starts_with(rule.strip) ||
      !hold(rule.conditions, word, 0))
    return {};
  return rule.add + std::string(word.substr(rule.strip.size()));
}

std::string with_suffix(const AffixRule& rule, std::string_view word) {
  if (word.size() <= rule.strip.size() || !word.ends_with(rule.strip))
    return {};
  const std::size_t at = start_of_last(word, rule.conditions.size());
  if (at == std::string_view::npos || !hold(rule.conditions, word, at))
    return {};
  return std::string(word.substr(0, word.size() - rule.strip.size())) + rule.add;
}

}  // namespace mailcheck
