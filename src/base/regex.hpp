#pragma once

// Regular expressions (PCRE2 behind it): Unicode, without case unless the pattern says `(?-i)`, and
// within limits, since a pattern may come from a stranger's repository.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/search_budget.hpp"
#include "base/unicode.hpp"

namespace mailcheck {

/// Bytes of a pattern. Reported as an error when exceeded.
inline constexpr std::size_t regex_pattern_limit = 4096;
/// Groups within one another; also an error.
inline constexpr unsigned regex_nesting_limit = 64;
/// PCRE2's match limit, depth limit and heap limit (KiB). A search that hits one gives up.
inline constexpr unsigned regex_match_limit = 100'000;
inline constexpr unsigned regex_depth_limit = 10'000;
inline constexpr unsigned regex_heap_limit = 20'000;

/// What a pattern will be used for: machine code takes longer to make and less to run, which pays
/// above some 64 KiB of text. What is found is the same.
enum class RegexUse { short_texts, long_texts };

class Regex {
 public:
  /// Compiles a pattern. The error's column is the place in the pattern, in code points from 1.
  /// The steps of a pattern that is not shipped are counted.
  static Result<Regex> compile(std::string_view pattern, RegexUse use = RegexUse::short_texts,
                               PatternOrigin origin = PatternOrigin::shipped);

  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  ~Regex();

  /// All non-overlapping, non-empty matches in `text` (valid UTF-8), left to right. A group named
  /// `match` narrows a match to that group. When the budget gives up, the rest is not searched.
  [[nodiscard]] std::vector<Range> find_all(std::string_view text, SearchBudget& budget) const;
  [[nodiscard]] bool matches_empty() const;

 private:
  struct Code;
  explicit Regex(std::unique_ptr<Code> code);
  std::unique_ptr<Code> code_;
};

}  // namespace mailcheck
