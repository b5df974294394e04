#include "app/version.hpp"

#include <algorithm>

namespace mailcheck {

std::string_view program_version() {
  return MAILCHECK_VERSION;
}

std::string program_parts() {
  std::string out;
  std::string_view rest = MAILCHECK_PARTS;  // with “;” between them
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    out.append("  ").append(rest.substr(0, end)).append("\n");
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

}  // namespace mailcheck
