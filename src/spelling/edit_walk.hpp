#pragma once

// The costs of a sorted row of words against one that was written. Words that begin alike share
// what their beginnings cost, and all that begin with what is too far off already are passed over.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "spelling/edit_cost.hpp"

namespace mailcheck {

class EditWalk {
 public:
  /// `written` has at most `spelling_word_limit` letters and must outlive the walk.
  EditWalk(const FoldedWord& written, std::size_t limit);

  /// `edit_cost(written, meant)`, or any number above the limit when it is above that. `meant` is
  /// made of ASCII letters and apostrophes and must stay until the next call. Right in any order of
  /// words, quick in an order by letters.
  [[nodiscard]] std::size_t to(std::string_view meant);

 private:
  void add_column(std::string_view meant, std::size_t j);
  [[nodiscard]] std::uint32_t* column(std::size_t j) { return &columns_[j * height_]; }

  const std::u32string& letters_;
  std::size_t limit_;
  std::size_t height_;
  std::vector<std::uint32_t> removals_;  ///< What each written letter costs to remove.
  std::vector<std::uint32_t> changes_;   ///< What each letter costs to change to each other.
  std::vector<std::uint32_t> columns_;   ///< One for each beginning of `last_`.
  std::vector<std::uint32_t> least_;     ///< The least of each column.
  std::string_view last_;                ///< The last word that columns were made for.
  std::size_t made_ = 0;                 ///< Letters of it that have a column.
  bool is_too_far_ = false;              ///< The last of those columns rules out what begins so.
};

}  // namespace mailcheck
