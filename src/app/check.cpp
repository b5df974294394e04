#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/drafts.hpp"
#include "app/setup.hpp"
#include "app/version.hpp"
#include "lint/lint.hpp"
#include "report/gnu.hpp"
#include "report/json.hpp"
#include "report/jsonl.hpp"
#include "report/text.hpp"

namespace mailcheck {
namespace {

/// Checks one draft after the other and prints each as it is done.
class CheckRun {
 public:
  explicit CheckRun(const Session& session)
      : session_(session), style_(session.text_style()), setups_(session) {}

  int run() {
    if (session_.options.format == Format::json)
      session_.out.write(json_.begin(program_version()));
    const DraftPaths drafts = find_drafts(session_.files, session_.options.arguments);
    for (const Error& error : drafts.errors)
      fail(error);
    if (drafts.files.empty() && drafts.errors.empty())
      session_.report(Error{"there are no drafts (.txt, .eml, .mail, .draft) in that folder",
                            session_.options.arguments.front()});
    for (const std::string& path : drafts.files) {
      if (session_.out.state() != Output::State::open)
        break;
      check(path);
    }
    finish();
    if (failed_)
      return status_failed;
    return found_ ? status_findings : status_clean;
  }

 private:
  void fail(const Error& error) {
    failed_ = true;
    session_.report(error);
  }

  void check(const std::string& path) {
    const Setup* setup = setups_.find(std::string(parent_path(name_of_draft(path))));
    if (setup == nullptr) {
      failed_ = true;
      ++totals_.unread;
      return;
    }
    Result<std::string> bytes = path == "-" ? read_standard_input(draft_size_limit)
                                            : session_.files.read(path, draft_size_limit);
    if (!bytes) {
      fail(bytes.error());
      ++totals_.unread;
      return;
    }
    const std::string& name = name_of_draft(path);
    const Source source{name, *std::move(bytes), format_of(name)};
    const LintResult result =
        lint_source(source, setup->rules, setup->config.given, setup->speller);
    for (const std::string& failure : result.failures)
      fail(Error{failure, name});
    const Severity limit = setup->config.fail_on;
    found_ = found_ || std::any_of(result.findings.begin(), result.findings.end(),
                                   [&](const Finding& finding) {
                                     return limit != Severity::off && finding.severity >= limit;
                                   });
    if (example_.empty() && !result.findings.empty())
      example_ = result.findings.front().rule;
    totals_.add(result);
    print({source, result});
  }

  /// What a draft is called in the output, and in whose folder its configuration is searched.
  [[nodiscard]] const std::string& name_of_draft(const std::string& path) const {
    const std::string& given = session_.options.stdin_filename;
    return path == "-" && !given.empty() ? given : path;
  }

  void print(const CheckedDraft& draft) {
    switch (session_.options.format) {
      case Format::text:
        session_.out.write(text_report(draft, style_));
        break;
      case Format::gnu:
        session_.out.write(gnu_report(draft));
        break;
      case Format::json:
        session_.out.write(json_.draft(draft));
        break;
      case Format::jsonl:
        session_.out.write(jsonl_report(draft));
        session_.out.flush();
        break;
    }
  }

  void finish() {
    switch (session_.options.format) {
      case Format::text:
        session_.out.write(text_summary(totals_, style_, example_));
        break;
      case Format::json:
        session_.out.write(json_.end(totals_));
        break;
      case Format::gnu:
      case Format::jsonl:
        break;
    }
  }

  const Session& session_;
  TextStyle style_;
  SetupCache setups_;
  JsonReport json_;
  Totals totals_;
  std::string example_;  // a rule that fired
  bool found_ = false;   // something at or above the level that fails
  bool failed_ = false;
};

}  // namespace

int run_check(const Session& session) {
  if (session.options.arguments.empty()) {
    session.err.write(short_help());
    session.err.flush();
    return status_failed;
  }
  return CheckRun(session).run();
}

}  // namespace mailcheck
