#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/drafts.hpp"
#include "app/fix_file.hpp"
#include "app/message_file.hpp"
#include "app/progress.hpp"
#include "app/sent_mails.hpp"
#include "app/setup.hpp"
#include "app/version.hpp"
#include "fix/unified_diff.hpp"
#include "lint/lint.hpp"
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

/// Checks one draft after the other and prints each as it is done.
class CheckRun {
 public:
  explicit CheckRun(const Session& session)
      : session_(session),
        report_out_(fixes_standard_input(session.options) ? session.err : session.out),
        setups_(session),
        reporter_(
            make_reporter({session.options.format, session.text_style(),
                           std::string(program_version()), session.environment.current_folder})),
        progress_(start_of_progress(session), session.environment.error_width, session.out,
                  session.err) {}

  int run() {
    if (!session_.options.show_diff)
      report_out_.write(reporter_->begin());
    const DraftPaths drafts =
        find_drafts(session_.files, session_.options.arguments, session_.options.messages);
    for (const Error& error : drafts.errors)
      fail(error);
    for (const Error& remark : drafts.remarks)
      session_.report(remark);
    if (session_.options.verbosity == Verbosity::verbose) {
      for (const Error& detail : drafts.details)
        session_.report(detail);
    }
    read_sent();
    if (drafts.files.size() > 1)
      compare_drafts(drafts.files);
    progress_.expect(drafts.files.size());
    for (const std::string& path : drafts.files) {
      if (session_.out.state() != Output::State::open)
        break;
      check(path);
      progress_.advance();
    }
    if (!session_.options.show_diff)
      report_out_.write(reporter_->end(totals_, example_));
    if (failed_)
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
    others_ = std::move(folders.sent);
  }

  /// Reads the drafts of the run beforehand, so that each can be compared with all others.
  void compare_drafts(const std::vector<std::string>& paths) {
    SentMails drafts;
    for (const std::string& path : paths) {
      if (path == "-")
        continue;
      const Setup* setup = setups_.find(std::string(parent_path(path)));
      if (setup == nullptr || !compares_drafts(setup->rules))
        continue;
      const Result<MessageFile> file = read_messages(session_.files, path, path);
      if (!file)
        continue;
      if (!append_drafts(drafts, *file)) {
        note_draft_limit();
        break;
      }
    }
    add_drafts(std::move(drafts));
  }

  void add_drafts(SentMails drafts) {
    std::move(drafts.mails.begin(), drafts.mails.end(), std::back_inserter(others_.mails));
    has_drafts_ = true;
  }

  void note_draft_limit() {
    if (session_.options.verbosity == Verbosity::verbose)
      session_.report(Error{fmt::format("only the first {} drafts are compared with one another",
                                        compared_draft_limit)});
  }

  void check(const std::string& path) {
    const Setup* setup = setups_.find(std::string(parent_path(name_of_draft(path))));
    if (setup == nullptr) {
      failed_ = true;
      ++totals_.unread;
      return;
    }
    const std::string& name = name_of_draft(path);
    const Result<MessageFile> file = read_messages(session_.files, path, name);
    if (!file) {
      fail(file.error());
      ++totals_.unread;
      return;
    }
    if (file->count() == 0)
      session_.report(Error{"there are no messages in that mbox", name});
    const std::optional<MessageFile> fixed = fix(path, *file, *setup);
    if (!session_.options.show_diff)
      check_file(fixed ? *fixed : *file, *setup);
  }

  /// The file with its fixes, where it belongs already; none when nothing was to be fixed, or when
  /// it could not be written, which is reported.
  std::optional<MessageFile> fix(const std::string& path, const MessageFile& file,
                                 const Setup& setup) {
    const std::string& name = name_of_draft(path);
    const Options& options = session_.options;
    if (options.fixes == FixChoice::none)
      return std::nullopt;
    FixedFile fixed =
        fix_file(file, options.fixes, [&](const Source& source) { return lint(source, setup); });
    for (const Error& remark : fixed.remarks)
      session_.report(remark);
    if (options.show_diff) {
      const std::string diff = unified_diff(terminal_safe(name), file.bytes(), fixed.bytes);
      found_ = found_ || !diff.empty();
      session_.out.write(diff);
      return std::nullopt;
    }
    if (path == "-") {
      session_.out.write(fixed.bytes);
    } else if (fixed.applied > 0) {
      const Result<void> written = session_.files.replace(path, file.bytes(), fixed.bytes);
      if (!written) {
        fail(written.error());
        return std::nullopt;
      }
    }
    totals_.fixed += fixed.applied;
    return MessageFile(name, std::move(fixed.bytes), file.format());
  }

  void check_file(const MessageFile& file, const Setup& setup) {
    if (file.count() > 1 && !has_drafts_ && compares_drafts(setup.rules)) {
      SentMails drafts;
      if (!append_drafts(drafts, file))
        note_draft_limit();
      add_drafts(std::move(drafts));
    }
    check_messages(file, setup);
  }

  void check_messages(const MessageFile& file, const Setup& setup) {
    // The file as a whole is expected already, and stands for its last message.
    progress_.expect(file.count() - std::min<std::size_t>(file.count(), 1));
    for (std::size_t number = 1; number <= file.count(); ++number) {
      if (session_.out.state() != Output::State::open)
        return;
      const Result<Source> source = file.message(number);
      if (source) {
        check_message(*source, setup);
      } else {
        fail(source.error());
        ++totals_.unread;
      }
      if (number < file.count())
        progress_.advance();
    }
  }

  LintResult lint(const Source& source, const Setup& setup) const {
    GivenFacts given = setup.config.given;
    given.sent = others_.mails.empty() ? nullptr : &others_;
    return lint_source(source, setup.rules, given, setup.speller);
  }

  void check_message(const Source& source, const Setup& setup) {
    const LintResult result = lint(source, setup);
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

  /// What a draft is called in the output, and in whose folder its configuration is searched.
  [[nodiscard]] const std::string& name_of_draft(const std::string& path) const {
    const std::string& given = session_.options.stdin_filename;
    return path == "-" && !given.empty() ? given : path;
  }

  const Session& session_;
  Output& report_out_;
  SetupCache setups_;
  std::unique_ptr<Reporter> reporter_;
  Totals totals_;
  Progress progress_;
  SentMails others_;         // what drafts are compared with
  bool has_drafts_ = false;  // the drafts of the run are among them
  std::string example_;      // a rule that fired
  bool found_ = false;       // something at or above the level that fails
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
