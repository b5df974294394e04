#pragma once

// Tells other people's text from the writer's: quoted lines, the line that names whom they quote,
// and everything below a forwarded message's header.

#include <string_view>
#include <vector>

#include "text/lines.hpp"

namespace mailcheck {

/// Sets the kind of each line that is a quote or an attribution. Linear.
void mark_quotations(std::string_view text, std::vector<Line>& lines);

}  // namespace mailcheck
