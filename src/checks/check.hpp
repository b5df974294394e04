#pragma once

// What a check is: a pure function from the context of one draft to places. It knows no rule id,
// severity or message, keeps no state, reads no clock and no file.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "base/search_budget.hpp"
#include "base/span.hpp"
#include "checks/params.hpp"
#include "checks/phrase_matches.hpp"
#include "facts/facts.hpp"
#include "mail/draft.hpp"
#include "spelling/speller.hpp"
#include "text/text.hpp"

namespace mailcheck {

class Derived;
class PatternText;

/// All that a check may look at. Owns nothing.
struct Context {
  const Draft& draft;
  const Text& text;
  const Facts& facts;
  const PhraseMatches& phrases;  ///< Matches of every phrase of every rule, from one pass.
  const Speller& speller;
  const PatternText& pattern_text;  ///< The draft's text as patterns see it.
  const Derived& derived;           ///< What several checks work out, each of it once.
  SearchBudget& budget;             ///< What is left to the patterns of the rule that runs.
};

/// A replacement of a piece of the draft's text.
struct Edit {
  TextSpan span;
  std::string text;
};

/// One way to mend a hit. `safe`: it cannot change what the writer means.
struct Repair {
  std::vector<Edit> edits;
  bool safe = false;
};

/// What a place shows: a fault, or that the wanted thing is there (of checks for what is missing).
enum class HitKind { fault, evidence };

/// A place in the draft. Its span is empty where something is missing.
struct Hit {
  /// Usually in the text; a header field other than the subject is named by its source bytes.
  std::variant<TextSpan, SourceSpan> place;
  std::string detail = {};           ///< Fills `{detail}` in the rule's message.
  std::vector<Repair> repairs = {};  ///< Best first.
  HitKind kind = HitKind::fault;
  bool certain = true;  ///< A hit that may well be right as it is can only be a suggestion.
  /// More about the hit, for `--verbose`: each upper case, no period.
  std::vector<std::string> remarks = {};
};

using CheckFunction = std::function<std::vector<Hit>(const Context&)>;

/// One line of the registry.
struct CheckKind {
  std::string_view name;
  std::string_view summary;  ///< One line, for the documentation of rule files.
  /// Parameters that hold phrases; they are compiled with the rules, not at run time.
  std::vector<std::string_view> phrase_keys;
  /// Parameters that hold PCRE2 patterns; they are tried when rules are compiled.
  std::vector<std::string_view> pattern_keys;
  /// Makes the check of one rule; fails on a wrong parameter.
  Result<CheckFunction> (*make)(const Params&);
  /// Whether the check has nothing to say of a draft that holds none of its `phrases` and of its
  /// `patterns`; then it is not even made.
  bool needs_wording = false;
};

/// All checks, sorted by name (all_checks.cpp).
[[nodiscard]] std::span<const CheckKind> all_checks();
[[nodiscard]] const CheckKind* find_check(std::string_view name);

}  // namespace mailcheck
