#include "checks/unused_waiver.hpp"

namespace mailcheck {

Result<CheckFunction> make_unused_waiver(const Params&) {
  return CheckFunction([](const Context&) { return std::vector<Hit>(); });
}

}  // namespace mailcheck
