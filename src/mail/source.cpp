#include "mail/source.hpp"

#include "mail/ascii.hpp"

namespace mailcheck {

SourceFormat format_of(std::string_view path) {
  for (const std::string_view suffix : {".eml", ".mail"}) {
    if (path.size() > suffix.size() &&
        equal_ignoring_case(path.substr(path.size() - suffix.size()), suffix)) {
      return SourceFormat::message;
    }
  }
  return SourceFormat::automatic;
}

}  // namespace mailcheck
