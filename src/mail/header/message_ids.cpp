#include "mail/header/message_ids.hpp"

#include <utility>

#include "mail/ascii.hpp"

namespace mailcheck {

bool append_message_ids(std::vector<std::string>& ids, std::string_view value) {
  while (true) {
    const std::size_t end = value.find('>');
    if (end == std::string_view::npos)
      return true;
    const std::size_t begin = value.substr(0, end).rfind('<');
    if (begin != std::string_view::npos && end > begin + 1) {
      if (ids.size() == message_id_limit)
        return false;
      std::string id;
      for (const char c : value.substr(begin, end + 1 - begin)) {
        if (!is_blank(c))
          id += c;
      }
      ids.push_back(std::move(id));
    }
    value.remove_prefix(end + 1);
  }
}

}  // namespace mailcheck
