#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/embedded.hpp"
#include "lint/rule_examples.hpp"
#include "lint/rule_folder.hpp"
#include "lint/rule_pack.hpp"
#include "report/error_text.hpp"
#include "report/escape.hpp"
#include "report/paint.hpp"
#include "spelling/speller.hpp"

namespace mailcheck {
namespace {

Result<ExampleReport> test_folder(const Session& session, const std::string& path) {
  const Result<RuleFolder> folder = read_rule_folder(session.files, path);
  if (!folder)
    return folder.error();
  if (folder->rules.empty())
    return Error{.message = "there are no rule files in that folder", .file = path};
  const Result<RulePack> shipped = RulePack::open(embedded_rules());
  if (!shipped)
    return shipped.error();
  const Result<std::string> pack = compile_rules(*folder, shipped->word_lists());
  if (!pack)
    return pack.error();
  const Speller speller({}, embedded_lexicon());
  return run_examples(*folder, *pack, speller);
}

/// A failure's first line as an error at its place, the texts that follow as they are.
std::string failure_text(const Error& failure) {
  Error first = failure;
  first.message = failure.message.substr(0, failure.message.find('\n'));
  std::string out = error_text(first, Color::never);
  std::string_view rest = std::string_view(failure.message).substr(first.message.size());
  while (!rest.empty()) {
    rest.remove_prefix(1);  // the line break before this line
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    out += terminal_safe(rest.substr(0, end)) + "\n";
    rest.remove_prefix(end);
  }
  return out;
}

}  // namespace

int run_test_rules(const Session& session) {
  ExampleReport total;
  bool broken = false;
  for (const std::string& path : session.options.arguments) {
    const Result<ExampleReport> report = test_folder(session, path);
    if (!report) {
      session.report(report.error());
      broken = true;
      continue;
    }
    total.passed += report->passed;
    total.failures.insert(total.failures.end(), report->failures.begin(), report->failures.end());
    total.silent_rules.insert(total.silent_rules.end(), report->silent_rules.begin(),
                              report->silent_rules.end());
  }
  for (const Error& failure : total.failures)
    session.out.write(failure_text(failure));
  if (session.options.coverage) {
    for (const std::string& rule : total.silent_rules)
      session.out.write(fmt::format("no example fires the rule “{}”\n", terminal_safe(rule)));
  }
  if (const std::size_t run = total.passed + total.failures.size(); run > 0 || !broken)
    session.out.write(fmt::format("{} passed, {} failed.\n", count_of(total.passed, "example"),
                                  total.failures.size()));
  if (broken)
    return status_failed;
  const bool uncovered = session.options.coverage && !total.silent_rules.empty();
  return total.failures.empty() && !uncovered ? status_clean : status_findings;
}

}  // namespace mailcheck
