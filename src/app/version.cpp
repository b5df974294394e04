#include "app/version.hpp"

namespace mailcheck {

std::string_view program_version() {
  return MAILCHECK_VERSION;
}

}  // namespace mailcheck
