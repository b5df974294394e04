#include <utility>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/confinement.hpp"

namespace mailcheck {
namespace {

int run_command(const Session& session) {
  switch (session.options.command) {
    case Command::check:
      return run_check(session);
    case Command::completions:
      return run_completions(session);
    case Command::config:
      return run_config(session);
    case Command::dump:
      return run_dump(session);
    case Command::explain:
      return run_explain(session);
    case Command::explain_word:
      return run_explain_word(session);
    case Command::hook:
      return run_hook(session);
    case Command::init:
      return run_init(session);
    case Command::lsp:
      return run_lsp(session);
    case Command::rules:
      return run_rules(session);
    case Command::stats:
      return run_stats(session);
    case Command::test_rules:
      return run_test_rules(session);
    case Command::show:
      session.out.write(session.options.shown);
      return status_clean;
  }
  return status_failed;
}

FileWriting writing_of(const Options& options) {
  switch (options.command) {
    case Command::check:
      return options.writes_baseline || (options.fixes != FixChoice::none && !options.show_diff)
                 ? FileWriting::wanted
                 : FileWriting::none;
    case Command::hook:
    case Command::init:
      return FileWriting::wanted;
    case Command::completions:
    case Command::config:
    case Command::dump:
    case Command::explain:
    case Command::explain_word:
    case Command::lsp:
    case Command::rules:
    case Command::stats:
    case Command::test_rules:
    case Command::show:
      break;
  }
  return FileWriting::none;
}

/// Landlock is of no use where it is missing and in nobody's way where it is there; the variable is
/// for systems that kill who asks for it, as some containers do.
void confine(const Options& options) {
  if (environment_variable("MAILCHECK_SANDBOX") != "off")
    confine_process(writing_of(options));
}

}  // namespace

int run_program(const std::vector<std::string>& arguments, const Environment& environment,
                FileSystem& files, Output& out, Output& err) {
  const Result<Options> parsed = parse_options(arguments);
  const Options options = parsed ? *parsed : Options{};
  const Session session{options, environment, files, out, err};
  if (!parsed) {
    session.report(parsed.error());
    return status_failed;
  }
  confine(options);
  const int status = run_command(session);
  out.flush();
  switch (out.state()) {
    case Output::State::open:
      return status;
    case Output::State::closed:
      return status_closed;
    case Output::State::failed:
      break;
  }
  session.report(Error{fmt::format("the output could not be written: {}", out.problem())});
  return status_failed;
}

}  // namespace mailcheck
