#include "mail/source.hpp"

#include "mail/ascii.hpp"

namespace mailcheck {

SourceFormat format_of(std::string_view path) {
  struct Suffix {
    std::string_view suffix;
    SourceFormat format;
  };
  static constexpr Suffix suffixes[] = {
      {".eml", SourceFormat::message}, {".mail", SourceFormat::message},
      {".md", SourceFormat::markdown}, {".markdown", SourceFormat::markdown},
      {".html", SourceFormat::html},   {".htm", SourceFormat::html},
  };
  for (const auto& [suffix, format] : suffixes) {
    if (path.size() > suffix.size() &&
        equal_ignoring_case(path.substr(path.size() - suffix.size()), suffix))
      return format;
  }
  return SourceFormat::automatic;
}

}  // namespace mailcheck
