#pragma once

// Links that lead nowhere for anybody but their writer.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Flags addresses in the writer's own text and signature, and behind links of its HTML, that are
/// files, hosts of a home or office network, or hosts that exist for examples only (RFC 2606).
[[nodiscard]] Result<CheckFunction> make_local_link(const Params& params);

}  // namespace mailcheck
