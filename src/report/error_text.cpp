#include "report/error_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "report/escape.hpp"
#include "report/snippet.hpp"

namespace mailcheck {

std::string error_text(const Error& error, Color color, std::size_t width) {
  const std::string message = terminal_safe_line(error.message);
  const std::string file = terminal_safe(error.file);
  if (error.line == 0) {
    if (file.empty())
      return fmt::format("mailcheck: {}\n", message);
    return fmt::format("mailcheck: {}: {}\n", file, message);
  }
  std::string out =
      fmt::format("{}:{}:{}: {} {}\n", file, error.line, std::max<std::size_t>(1, error.column),
                  paint(Ink::error, "error:", color), message);
  if (error.source_line.empty())
    return out;

  const std::string_view line = error.source_line;
  const std::size_t begin = utf8_prefix(line, error.column == 0 ? 0 : error.column - 1).size();
  const std::size_t length = utf8_prefix(line.substr(begin), error.length).size();
  const std::string number = fmt::format("{}", error.line);
  const std::string gutter(number.size(), ' ');
  const Snippet snippet = make_snippet(line, begin, begin + length, width - number.size() - 5);
  out += fmt::format("  {} │ {}{}{}\n", number, snippet.before, snippet.marked, snippet.after);
  out += fmt::format("  {} │ {}{}\n", gutter, std::string(snippet.mark_column, ' '),
                     paint(Ink::error, std::string(snippet.mark_width, '^'), color));
  return out;
}

}  // namespace mailcheck
