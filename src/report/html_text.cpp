#include "report/html_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "report/escape.hpp"
#include "report/xml.hpp"

namespace mailcheck {

std::string html_text(std::string_view text) {
  return xml_text(text);
}

std::string html_lines(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t end = text.find('\n');
    out += xml_text(text.substr(0, end));
    if (end == std::string_view::npos)
      return out;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

std::string html_prose(std::string_view text) {
  std::string safe = xml_text(terminal_safe_line(text));
  const auto ticks = std::count(safe.begin(), safe.end(), '`');
  if (ticks == 0 || ticks % 2 != 0)
    return safe;
  std::string out;
  bool is_open = false;
  for (const char c : safe) {
    if (c != '`') {
      out += c;
      continue;
    }
    out += is_open ? "</code>" : "<code>";
    is_open = !is_open;
  }
  return out;
}

std::string html_link(std::string_view address) {
  std::string safe = xml_text(address);
  if (!address.starts_with("https://") && !address.starts_with("http://"))
    return safe;
  // The scheme says nothing to a reader.
  const std::size_t scheme = safe.find("://") + 3;
  return fmt::format("<a href=\"{}\" rel=\"noreferrer noopener external\">{}</a>", safe,
                     safe.substr(scheme));
}

}  // namespace mailcheck
