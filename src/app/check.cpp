#include <algorithm>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/draft_loop.hpp"
#include "app/fix_file.hpp"
#include "app/help.hpp"
#include "app/message_file.hpp"
#include "app/option_table.hpp"
#include "app/progress.hpp"
#include "app/sent_mails.hpp"
#include "app/setup.hpp"
#include "app/version.hpp"
#include "facts/sent_mails.hpp"
#include "fix/unified_diff.hpp"
#include "lint/lint.hpp"
#include "lint/toml.hpp"
#include "report/escape.hpp"
#include "report/reporter.hpp"

namespace mailcheck {
namespace {

Progress::Start start_of_progress(const Session& session) {
  const bool quiet = session.options.verbosity == Verbosity::quiet;
  const ProgressChoice choice = session.options.progress;
  if (quiet && choice == ProgressChoice::automatic)
    return Progress::Start::never;
  return progress_start(choice, session.environment);
}

/// Whether a rule that is on looks at other drafts of the run.
bool compares_drafts(const RuleSet& rules) {
  return std::any_of(rules.active().begin(), rules.active().end(), [](const ActiveRule& active) {
    return active.rule->check == "same-note" || active.rule->check == "other-company";
  });
}

/// Then the fixed draft goes to standard output, and what is said about it to standard error.
bool fixes_standard_input(const Options& options) {
  const std::vector<std::string>& paths = options.arguments;
  return options.fixes != FixChoice::none && !options.show_diff &&
         std::find(paths.begin(), paths.end(), "-") != paths.end();
}

/// Checks the drafts and prints each in its turn.
class CheckRun {
 public:
  explicit CheckRun(const Session& session)
      : session_(session),
        report_out_(fixes_standard_input(session.options) ? session.err : session.out),
        reporter_(make_reporter({session.options.format, session.text_style(),
                                 std::string(program_version()), session.environment.current_folder,
                                 session.options.columns})),
        progress_(start_of_progress(session), session.environment.error_width, session.out,
                  session.err) {}

  int run() {
    const Options& options = session_.options;
    if (!options.show_diff)
      report_out_.write(reporter_->begin());
    DraftLoopHooks hooks;
    hooks.begin = [this](std::deque<DraftItem>& first, bool are_all, OrderedJobs& jobs) {
      read_sent();
      compare_drafts(first, are_all, jobs);
      others_ = SentMails(std::move(records_));
    };
    hooks.wants_more = [](const Setup& setup) { return compares_drafts(setup.rules); };
    if (options.fixes != FixChoice::none)
      hooks.open = [this](const std::string& path, const std::string& name, const Setup& setup) {
        return open_fixed(path, name, setup);
      };
    hooks.on_unread = [this] { ++totals_.unread; };
    hooks.progress = &progress_;
    hooks.large_is_failure = false;
    const int status = for_each_draft(
        session_, options.messages,
        [this](const Source& source, const Setup& setup) {
          return [this, &source, &setup, result = lint(source, setup)] {
            show(source, setup, result);
          };
        },
        hooks);
    if (!options.show_diff)
      report_out_.write(reporter_->end(totals_, example_));
    if (failed_ || status == status_failed)
      return status_failed;
    return found_ ? status_findings : status_clean;
  }

 private:
  void fail(const Error& error) {
    failed_ = true;
    session_.report(error);
  }

  void read_sent() {
    SentFolders folders = read_sent_mails(session_.files, session_.options.sent);
    for (const Error& error : folders.errors)
      fail(error);
    for (const Error& remark : folders.remarks)
      session_.report(remark);
    records_ = std::move(folders.mails);
  }

  /// Describes the first drafts of the run, so that each can be compared with all others.
  void compare_drafts(const std::deque<DraftItem>& first, bool are_all, OrderedJobs& jobs) {
    if (first.size() < 2)
      return;
    for (const DraftItem& item : first) {
      if (item.setup == nullptr || item.source.is_too_large || !compares_drafts(item.setup->rules))
        continue;
      jobs.add(
          [this, &source = item.source] {
            return [this, mail = record_of_draft(source)] { records_.push_back(mail); };
          },
          0);
    }
    while (!jobs.is_empty())
      jobs.finish_first();
    if (!are_all && !records_.empty() && session_.options.verbosity == Verbosity::verbose)
      session_.report(Error{fmt::format("only the first {} drafts are compared with one another",
                                        std::min(first.size(), first_draft_limit))});
  }

  /// Opens a file with its fixes, which stand in the file already; nothing to check when they are
  /// only shown.
  Result<OpenedPath> open_fixed(const std::string& path, const std::string& name,
                                const Setup& setup) {
    const Options& options = session_.options;
    if (is_json_lines_name(name))
      return Error{"drafts in JSON Lines are checked, but not changed", name};
    const Result<MessageFile> file = read_messages(session_.files, path, name);
    if (!file)
      return file.error();
    FixedFile fixed =
        fix_file(*file, options.fixes, [&](const Source& source) { return lint(source, setup); });
    OpenedPath opened{.remarks = std::move(fixed.remarks)};
    if (options.show_diff) {
      const std::string diff = unified_diff(terminal_safe(name), file->bytes(), fixed.bytes);
      found_ = found_ || !diff.empty();
      session_.out.write(diff);
      return opened;
    }
    const bool is_standard_input = path == "-";
    if (is_standard_input)
      session_.out.write(fixed.bytes);
    if (!is_standard_input && fixed.applied > 0) {
      const Result<void> written = session_.files.replace(path, file->bytes(), fixed.bytes);
      if (!written) {
        opened.failures.push_back(written.error());
        fixed = {.bytes = file->bytes()};
      }
    }
    totals_.fixed += fixed.applied;
    opened.messages.emplace(stream_of(std::move(fixed.bytes)), name, file->format());
    return opened;
  }

  LintResult lint(const Source& source, const Setup& setup) const {
    GivenFacts given = setup.config.given;
    given.sent = others_.mails().empty() ? nullptr : &others_;
    return lint_source(source, setup.rules, given, setup.speller);
  }

  void show(const Source& source, const Setup& setup, const LintResult& result) {
    for (const std::string& failure : result.failures)
      fail(source.is_one_of_many ? Error{failure, source.path, source.first_line, 1}
                                 : Error{failure, source.path});
    failed_ = failed_ || result.is_incomplete;
    const Severity limit = setup.config.fail_on;
    found_ = found_ || std::any_of(result.findings.begin(), result.findings.end(),
                                   [&](const Finding& finding) {
                                     return limit != Severity::off && finding.severity >= limit;
                                   });
    if (example_.empty() && !result.findings.empty())
      example_ = result.findings.front().rule;
    totals_.add(result);
    report_out_.write(reporter_->draft({source, result}, {setup.rules, limit}));
    // A line for each draft is for programs that read while this one writes.
    if (session_.options.format == Format::jsonl || session_.options.format == Format::lsp)
      report_out_.flush();
  }

  const Session& session_;
  Output& report_out_;
  std::unique_ptr<Reporter> reporter_;
  Totals totals_;
  Progress progress_;
  std::vector<SentMail> records_;  // until all are there
  SentMails others_;               // what drafts are compared with
  std::string example_;            // a rule that fired
  bool found_ = false;             // something at or above the level that fails
  bool failed_ = false;
};

/// A path that is no file but nearly the name of a command; none otherwise.
std::optional<Error> mistyped_command(const Session& session) {
  if (session.options.arguments.empty())
    return std::nullopt;
  const std::string& word = session.options.arguments.front();
  const bool is_name = word.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos;
  if (word == "-" || !is_name || session.files.kind(word) != FileKind::missing)
    return std::nullopt;
  std::vector<std::string> names;
  for (const CommandRow& row : command_rows())
    names.emplace_back(row.name);
  const std::string hint = did_you_mean(word, names);
  if (hint.empty())
    return std::nullopt;
  return Error{fmt::format("there is no file and no command “{}”{}", word, hint)};
}

}  // namespace

int run_check(const Session& session) {
  if (const std::optional<Error> mistake = mistyped_command(session)) {
    session.report(*mistake);
    return status_failed;
  }
  if (session.options.arguments.empty() && session.options.files_from.empty()) {
    session.err.write(short_help());
    session.err.flush();
    return status_failed;
  }
  return CheckRun(session).run();
}

}  // namespace mailcheck
