#pragma once

// A job title in the text that is not the one of the facts.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// No parameters. Silent without a role in the facts. Looks at “the … position” and “the position
/// of …” in sentences that speak of the application. A title is another one when its main word
/// (“scientist”) is neither in the role of the facts nor a synonym of its main word. A role
/// whose main word is not in the list is only compared with titles of two words or more that share
/// none with it. The detail is the role of the facts.
[[nodiscard]] Result<CheckFunction> make_wrong_role(const Params& params);

}  // namespace mailcheck
