#pragma once

// Titles in a greeting: one that the facts contradict, and one before a first name.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// No parameters. “Dear Mr. Okafor” for somebody whom the header or the facts call “Dr.”, or “Ms.”.
/// The detail is the title as it should be.
[[nodiscard]] Result<CheckFunction> make_wrong_title(const Params& params);

/// Parameters: `names`, given names that are hardly anybody's family name; for greetings whose
/// person is not known. Flags “Mr. John”.
[[nodiscard]] Result<CheckFunction> make_title_with_first_name(const Params& params);

}  // namespace mailcheck
