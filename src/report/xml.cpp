#include "report/xml.hpp"

#include "report/escape.hpp"

namespace mailcheck {
namespace {

// The only code points that UTF-8 can hold, a terminal may show and XML 1.0 §2.2 forbids: U+FFFE
// and U+FFFF.
constexpr std::string_view fffe = "\xEF\xBF\xBE";
constexpr std::string_view ffff = "\xEF\xBF\xBF";

std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

}  // namespace

std::string xml_text(std::string_view text) {
  const std::string safe = terminal_safe(text);
  std::string out;
  for (std::string_view rest = safe; !rest.empty();) {
    if (rest.starts_with(fffe) || rest.starts_with(ffff)) {
      out += rest.starts_with(fffe) ? "&lt;U+FFFE&gt;" : "&lt;U+FFFF&gt;";
      rest.remove_prefix(fffe.size());
      continue;
    }
    const std::string_view entity = entity_of(rest.front());
    if (entity.empty())
      out += rest.front();
    else
      out += entity;
    rest.remove_prefix(1);
  }
  return out;
}

}  // namespace mailcheck
