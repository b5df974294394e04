#pragma once

// `swap = ["then = than"]` of a phrase rule: of the words that a phrase found, the one that is
// wrong, and the right one. The words beside it only prove that it is.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/span.hpp"
#include "checks/params.hpp"
#include "text/text.hpp"

namespace mailcheck {

class WordSwap {
 public:
  /// Reads the list under “swap”; an Error when an entry is no “wrong = right”. An entry may hold
  /// several words on both sides, and none on the right.
  [[nodiscard]] static Result<WordSwap> from(const Params& params);

  struct Found {
    TextSpan place;
    std::string text;  ///< What should stand there; as in the list.
  };
  /// The first entry of the list that stands within `match`, which is a part of `text`.
  [[nodiscard]] std::optional<Found> find(const Text& text, TextSpan match) const;

 private:
  struct Entry {
    std::vector<std::string> wrong;  ///< Keys of tokens.
    std::string right;
  };
  std::vector<Entry> entries_;
};

}  // namespace mailcheck
