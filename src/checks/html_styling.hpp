#pragma once

// Colours, backgrounds and fonts in the HTML of a mail that nobody needs to read it.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Flags the first bright colour, the first background and the first font that is for show, or
/// else the second of two fonts. What mail programs write by themselves (black, the dark blue of
/// replies, the colours of links) is let pass.
[[nodiscard]] Result<CheckFunction> make_html_styling(const Params& params);

}  // namespace mailcheck
