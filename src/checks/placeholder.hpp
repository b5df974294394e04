#pragma once

// Slots of a template that nobody filled in: “[Name]”, “{{company}}”, “____”. What brackets hold
// for other reasons — footnotes, list tags, links, addresses, code — is left alone.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `slots` (words that make the content of brackets a slot: “name”, “company”), `lines`
/// (whole lines that are slots: “your name”; also as the content of parentheses), `phrases`,
/// `patterns`, `in` (regions; default all of the writer's text, subject and signature).
[[nodiscard]] Result<CheckFunction> make_placeholder(const Params& params);

}  // namespace mailcheck
