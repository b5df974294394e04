#include "report/paint.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/unicode.hpp"

namespace mailcheck {
namespace {

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::strong:
      return "1";
    case Ink::dim:
      return "2";
    case Ink::error:
      return "1;31";
    case Ink::warning:
      return "1;33";
    case Ink::suggestion:
      return "1;36";
    case Ink::good:
      return "1;32";
  }
  return "";
}

}  // namespace

Ink ink_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Ink::error;
    case Severity::warning:
      return Ink::warning;
    case Severity::suggestion:
      return Ink::suggestion;
    case Severity::off:
      return Ink::dim;
  }
  return Ink::plain;
}

std::string paint(Ink ink, std::string_view text, Color color) {
  if (color == Color::never || ink == Ink::plain || text.empty())
    return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code_of(ink), text);
}

std::string wrap(std::string_view text, std::size_t width, std::size_t indent,
                 std::string_view first_indent) {
  std::string out(first_indent);
  std::size_t column = display_width(first_indent);
  bool line_empty = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty())
      continue;
    const std::size_t word_width = display_width(word);
    if (!line_empty && column + 1 + word_width > width) {
      out += '\n';
      out.append(indent, ' ');
      column = indent;
      line_empty = true;
    }
    if (!line_empty) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word_width;
    line_empty = false;
  }
  return out + "\n";
}

std::string wrap(std::string_view text, std::size_t width, std::size_t indent) {
  return wrap(text, width, indent, std::string(indent, ' '));
}

std::string count_of(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace mailcheck
