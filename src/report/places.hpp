#pragma once

// Lines and columns of all findings of a draft at once. Asking a LineIndex for each of them would
// cost the length of the line every time, which is quadratic when a whole mail is one line.

#include <string_view>
#include <vector>

#include "base/line_index.hpp"
#include "lint/finding.hpp"

namespace mailcheck {

struct FindingPlace {
  LinePosition start;
  LinePosition end;
};

/// The places of `findings`, in their order. `lines` must be the index of `bytes`.
[[nodiscard]] std::vector<FindingPlace> places_of(const std::vector<Finding>& findings,
                                                  std::string_view bytes, const LineIndex& lines);

}  // namespace mailcheck
