#include <algorithm>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/baseline.hpp"
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
#include "app/waiver_uses.hpp"
#include "facts/sent_mails.hpp"
#include "fix/unified_diff.hpp"
#include "lint/lint.hpp"
#include "lint/toml.hpp"
#include "report/draft_lines.hpp"
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

/// A difference for people. In a pipe it stays as it is, so that `patch` can apply it.
std::string safe_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    out += terminal_safe(text.substr(0, end)) + "\n";
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out;
}

std::vector<std::string> absolute_arguments(const Session& session) {
  std::vector<std::string> paths;
  for (const std::string& path : session.options.arguments)
    paths.push_back(absolute_path(session, path));
  return paths;
}

/// The baseline of the command line. One that is to be written may not be there yet.
Result<std::optional<Baseline>> read_baseline(const Session& session) {
  const std::string& file = session.options.baseline;
  const std::string& here = session.environment.current_folder;
  if (file.empty())
    return std::optional<Baseline>();
  if (session.options.writes_baseline && session.files.kind(file) == FileKind::missing)
    return std::optional(Baseline(file, here));
  Result<Baseline> baseline = Baseline::read(session.files, file, here);
  if (!baseline)
    return std::move(baseline).error();
  return std::optional(*std::move(baseline));
}

/// What was found in a draft, and the waivers of the configuration that were used for it.
struct Checked {
  LintResult result;
  std::vector<std::size_t> waivers;
};

/// Checks the drafts and prints each in its turn.
class CheckRun {
 public:
  CheckRun(const Session& session, std::optional<Baseline> baseline)
      : session_(session),
        baseline_(std::move(baseline)),
        waiver_uses_(absolute_arguments(session)),
        report_out_(fixes_standard_input(session.options) ? session.err : session.out),
        reporter_(make_reporter({session.options.format, session.text_style(),
                                 std::string(program_version()), session.environment.current_folder,
                                 session.options.columns})),
        progress_(start_of_progress(session), session.environment.error_width, session.out,
                  session.err) {}

  int run() {
    const Options& options = session_.options;
    if (prints_findings())
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
          return [this, &source, &setup, checked = check(source, setup)] {
            show(source, setup, checked);
          };
        },
        hooks);
    if (prints_findings())
      report_out_.write(reporter_->end(totals_, example_));
    if (options.verbosity != Verbosity::quiet)
      report_unused();
    if (options.writes_baseline)
      write_baseline();
    if (failed_ || status == status_failed)
      return status_failed;
    return found_ ? status_findings : status_clean;
  }

 private:
  [[nodiscard]] bool prints_findings() const {
    return !session_.options.show_diff && !session_.options.writes_baseline;
  }

  /// What was decided to be kept and is not there any more.
  void report_unused() const {
    if (!session_.options.show_diff) {
      for (const Error& remark : waiver_uses_.unused())
        session_.report(remark);
    }
    if (!baseline_ || session_.options.writes_baseline || session_.options.show_diff)
      return;
    const std::string& file = session_.options.baseline;
    const std::vector<std::string> stale = baseline_->stale(session_.files);
    if (stale.empty())
      return;
    session_.report(
        Error{fmt::format("{} in it {} not there any more; “--write-baseline” takes {} out",
                          count_of(stale.size(), "finding"), stale.size() == 1 ? "is" : "are",
                          stale.size() == 1 ? "it" : "them"),
              file});
    if (session_.options.verbosity == Verbosity::verbose) {
      for (const std::string& entry : stale)
        session_.report(Error{"not there any more: " + entry, file});
    }
  }

  void write_baseline() {
    const std::string& file = session_.options.baseline;
    FileSystem& files = session_.files;
    baseline_->drop_missing(files);
    const std::string text = baseline_->text();
    const bool is_new = files.kind(file) == FileKind::missing;
    const Result<std::string> before =
        is_new ? std::string() : files.read(file, baseline_size_limit);
    if (!before) {
      fail(before.error());
      return;
    }
    const Result<void> written = is_new            ? files.create(file, text)
                                 : text == *before ? Result<void>()
                                                   : files.replace(file, *before, text);
    if (!written)
      fail(written.error());
    else if (session_.options.verbosity != Verbosity::quiet)
      session_.out.write(fmt::format("{} {} in {}.\n", count_of(baseline_->size(), "finding"),
                                     baseline_->size() == 1 ? "is" : "are", terminal_safe(file)));
  }

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
      session_.out.write(session_.environment.terminal_out ? safe_lines(diff) : diff);
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

  [[nodiscard]] Checked check(const Source& source, const Setup& setup) const {
    GivenFacts given = setup.config.given;
    given.sent = others_.mails().empty() ? nullptr : &others_;
    Checked checked{lint_source(source, setup.rules, given, setup.speller), {}};
    if (!setup.config.waivers.empty())
      checked.waivers = apply_config_waivers(
          setup.config.waivers, absolute_path(session_, source.path), checked.result.findings);
    return checked;
  }

  [[nodiscard]] LintResult lint(const Source& source, const Setup& setup) const {
    return check(source, setup).result;
  }

  void show(const Source& source, const Setup& setup, const Checked& checked) {
    if (!setup.config.waivers.empty())
      waiver_uses_.add(setup, absolute_path(session_, source.path), checked.waivers);
    if (!baseline_) {
      show(source, setup, checked.result);
      return;
    }
    LintResult result = checked.result;
    if (session_.options.writes_baseline)
      baseline_->put_in(source.path, result.findings);
    else
      totals_.known += baseline_->take_out(source.path, setup.rules, result.findings);
    show(source, setup, result);
  }

  void show(const Source& source, const Setup& setup, const LintResult& result) {
    for (const std::string& failure : result.failures)
      fail(source.is_one_of_many ? Error{failure, source.path, source.first_line, 1}
                                 : Error{failure, source.path});
    failed_ = failed_ || result.is_incomplete;
    // What is written into the baseline is accepted by that.
    if (session_.options.writes_baseline)
      return;
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
  std::optional<Baseline> baseline_;
  WaiverUses waiver_uses_;
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
  Result<std::optional<Baseline>> baseline = read_baseline(session);
  if (!baseline) {
    session.report(baseline.error());
    return status_failed;
  }
  return CheckRun(session, *std::move(baseline)).run();
}

}  // namespace mailcheck
