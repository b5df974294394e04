#pragma once

// A name in the text that is a letter or two away from that of an interviewer or of the recipient.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// No parameters. Looks at the subject and the body. A word that a dictionary knows, or that is
/// somebody else's name, is only taken for a slip beside another name of the same person. The
/// detail is the name as it should be.
[[nodiscard]] Result<CheckFunction> make_misspelled_interviewer(const Params& params);

}  // namespace mailcheck
