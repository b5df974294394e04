#pragma once

// The parts of a draft that are no prose and that spelling and punctuation have no say in: code and
// addresses that its markup names, and in any text links, addresses, handles, paths and file names,
// code between backticks, and slots in brackets.

#include <vector>

#include "base/span.hpp"
#include "mail/draft.hpp"
#include "text/text.hpp"

namespace mailcheck {

class Verbatim {
 public:
  /// Looks at every paragraph once.
  Verbatim(const Draft& draft, const Text& text);

  /// Whether any byte of `span` belongs to such a part.
  [[nodiscard]] bool touches(TextSpan span) const;

 private:
  std::vector<TextSpan> spans_;  ///< Sorted, not overlapping.
};

/// Whether any byte of `span` is code or an address by the markup of the draft. For checks that
/// read slots and links as text.
[[nodiscard]] bool is_code(const Draft& draft, TextSpan span);

}  // namespace mailcheck
