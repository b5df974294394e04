#pragma once

// A rule as people write it: one TOML file (rules/README.md describes the format). It holds words
// and the name of a check; what the check does is in checks/.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "checks/params.hpp"
#include "facts/facts.hpp"
#include "lint/severity.hpp"

namespace mailcheck {

/// One example of a rule file. `{|` and `|}` mark the places that this rule must flag.
struct RuleExample {
  enum class Kind { bad, good };
  Kind kind = Kind::bad;
  bool whole_mail = false;    ///< `bad_mail`, `good_mail`: a source; else one passage of a body.
  std::string text;           ///< With marks.
  std::string stage;          ///< `with.stage`; empty: the rule's first stage, if it has any.
  InterviewFacts interview;   ///< `with.company` and the other keys of `[interview]`.
  std::optional<Moment> now;  ///< `with.now`: when the example is sent.
  std::vector<std::string> sent;  ///< `with.sent`: whole mails that were sent before.
  std::size_t line = 0;           ///< In the rule file.
};

/// What a rule about something missing puts on the checklist of a draft.
struct ChecklistEntry {
  std::string item;             ///< "next step"; empty: the rule is about no such thing.
  std::vector<Stage> required;  ///< Stages that want it; in the rule's others it may be there.
};

struct Rule {
  std::string id;        ///< The file's name without `.toml`.
  std::string category;  ///< The folder's name.
  Severity severity = Severity::warning;
  std::vector<Stage> stages;  ///< Empty: all.
  std::string since;
  std::string message;  ///< May hold `{match}` and `{detail}`.
  std::string help;
  std::string rationale;
  std::vector<std::string> sources;
  std::vector<std::string> disputed_by;
  /// Rules and categories beside which this rule is silent, within a sentence.
  std::vector<std::string> yields_to;
  ChecklistEntry checklist;
  std::string check;
  Params params;
  std::vector<RuleExample> examples;
  std::string file;  ///< Path of the rule file; for a shipped rule `<category>/<id>.toml`.
};

/// Categories in the order of the documentation.
inline constexpr std::string_view rule_categories[] = {
    "generic", "casual", "outcome",   "negative", "specifics",   "length",  "typos",
    "names",   "tone",   "structure", "timing",   "attachments", "delivery"};

/// Parses one rule file. The category is the name of the folder it lies in, the id its own name.
[[nodiscard]] Result<Rule> parse_rule(std::string path, std::string text);

}  // namespace mailcheck
