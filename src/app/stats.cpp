#include "report/stats.hpp"

#include <utility>

#include "app/commands.hpp"
#include "app/draft_loop.hpp"
#include "lint/lint.hpp"

namespace mailcheck {

int run_stats(const Session& session) {
  bool is_first = true;
  bool is_whole = true;
  const auto show = [&](const Source& source, const LintResult& result) {
    for (const std::string& failure : result.failures)
      session.report(Error{failure, source.path});
    is_whole = is_whole && result.failures.empty() && !result.is_incomplete;
    if (!is_first)
      session.out.write("\n");
    session.out.write(stats_report({source, result}, session.text_style()));
    is_first = false;
  };
  const int status = for_each_draft(
      session, session.options.messages, [&](const Source& source, const Setup& setup) {
        LintResult result = lint_source(source, setup.rules, setup.config.given, setup.speller);
        return [&show, &source, result = std::move(result)] { show(source, result); };
      });
  return is_whole ? status : status_failed;
}

}  // namespace mailcheck
