#pragma once

// Runs the examples of rule files: they are the rules' tests and their documentation.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "lint/rule.hpp"
#include "lint/rule_folder.hpp"
#include "lint/rule_set.hpp"
#include "spelling/speller.hpp"

namespace mailcheck {

/// A text with marks, `{|` and `|}`, taken apart.
struct MarkedText {
  std::string text;
  std::vector<SourceSpan> marks;  ///< In order of the text; empty ones for `{||}`.
};

/// Fails on marks that do not pair.
[[nodiscard]] Result<MarkedText> parse_marks(std::string_view marked);
/// `text` with marks around the spans, which are sorted first.
[[nodiscard]] std::string with_marks(std::string_view text, std::vector<SourceSpan> marks);

/// What running the examples of some rules gave.
struct ExampleReport {
  std::size_t passed = 0;
  std::vector<Error> failures;            ///< At the example's line in the rule file.
  std::vector<std::string> silent_rules;  ///< Rules that no example fires, sorted.
};

/// Runs every example of `rules` with line ends LF and CRLF, each with its own rule alone. `pack`
/// is what compile_rules made of these rules.
[[nodiscard]] Result<ExampleReport> run_examples(const RuleFolder& rules, std::string_view pack,
                                                 const Speller& speller);

}  // namespace mailcheck
