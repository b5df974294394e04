#include "text/lines.hpp"

#include <algorithm>
#include <iterator>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace mailcheck {

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

// Bytes of a placeholder; a bracket that closes later than that is only a bracket.
constexpr std::size_t placeholder_limit = 100;

TextSpan without_space(std::string_view text, TextSpan span) {
  const auto is_blank = [&](std::size_t at) { return text[at] == ' ' || text[at] == '\t'; };
  while (!span.empty()) {
    if (is_blank(span.begin))
      span.begin += 1;
    else if (slice(text, span).starts_with(no_break_space))
      span.begin += no_break_space.size();
    else
      break;
  }
  while (!span.empty()) {
    if (is_blank(span.end - 1))
      span.end -= 1;
    else if (slice(text, span).ends_with(no_break_space))
      span.end -= no_break_space.size();
    else
      break;
  }
  return span;
}

// A tag that Emacs turns into a part of the mail (MML): “<#part type=…>”, “<#secure …>”.
bool is_mml_tag(std::string_view line) {
  if (!line.starts_with("<#") || !line.ends_with('>'))
    return false;
  line.remove_prefix(line.starts_with("<#/") ? 3 : 2);
  constexpr std::string_view names[] = {"external", "mml", "multipart", "part", "secure"};
  return std::any_of(std::begin(names), std::end(names),
                     [line](std::string_view name) { return line.starts_with(name); });
}

bool is_long_dash(char32_t c) {
  return c == U'\u2013' || c == U'\u2014' || c == U'\u2015';
}

// End of the placeholder that begins at `at`, or `at`.
std::size_t placeholder_end(std::string_view line, std::size_t at) {
  if (line[at] != '[' && line[at] != '{' && line[at] != '<')
    return at;  // Asked of every character.
  const std::size_t kind = std::string_view("[{<").find(line[at]);
  const std::size_t close = line.substr(at, placeholder_limit).find("]}>"[kind]);
  if (close == std::string_view::npos || close < 2)
    return at;
  return at + close + 1;
}

// Fills in the parts of a word that are read from its characters.
void read_characters(LineWord& word, std::string_view raw) {
  bool is_first = true;
  std::size_t kept = 0;  // Bytes of the key up to its last letter or digit.
  for (std::size_t at = 0; at < raw.size();) {
    const CodePoint point = decode_utf8(raw, at);
    at += point.length;
    const bool is_word_character = is_letter(point.value) || is_digit(point.value);
    if (is_word_character && is_first) {
      word.is_capital = is_upper(point.value);
      is_first = false;
    }
    if (is_first)
      continue;
    append_utf8(word.key, point.value == U'\u2019' ? U'\'' : fold_case(point.value));
    if (is_word_character) {
      kept = word.key.size();
      word.mark = 0;
    } else if (word.mark == 0 && point.value < 0x80 &&
               std::string_view(",.:;!?").find(static_cast<char>(point.value)) !=
                   std::string_view::npos) {
      word.mark = static_cast<char>(point.value);
    }
  }
  word.key.resize(kept);
}

}  // namespace

std::vector<Line> split_lines(std::string_view text, TextSpan body) {
  std::vector<Line> lines;
  std::size_t begin = body.begin;
  while (begin < body.end) {
    const std::size_t end = std::min(text.find('\n', begin), body.end);
    const TextSpan span{begin, end};
    TextSpan content = without_space(text, span);
    if (is_mml_tag(slice(text, content)))
      content.end = content.begin;
    lines.push_back({span, content, RegionKind::body});
    begin = end + 1;
  }
  return lines;
}

std::vector<LineWord> line_words(std::string_view line, std::size_t limit) {
  std::vector<LineWord> words;
  std::size_t at = 0;
  while (at < line.size() && words.size() < limit) {
    const CodePoint first = decode_utf8(line, at);
    if (is_space(first.value)) {
      at += first.length;
      continue;
    }
    LineWord word;
    word.begin = at;
    if (is_long_dash(first.value)) {
      at += first.length;
    } else {
      word.is_placeholder = placeholder_end(line, at) > at;
      while (at < line.size()) {
        const CodePoint point = decode_utf8(line, at);
        if (is_space(point.value) || is_long_dash(point.value))
          break;
        const std::size_t end = placeholder_end(line, at);
        at = end > at ? end : at + point.length;
      }
    }
    word.end = at;
    read_characters(word, line.substr(word.begin, word.end - word.begin));
    word.is_capital = word.is_capital || word.is_placeholder;
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace mailcheck
