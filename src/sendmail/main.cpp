// mailcheck-sendmail: called like sendmail, reads a message, checks it, and hands it on to the real
// sendmail or refuses. Other than mailcheck it starts programs: that is its purpose.

#include <string>
#include <vector>

#include <sysexits.h>

#include "app/commands.hpp"
#include "app/version.hpp"
#include "sendmail/handover.hpp"
#include "sendmail/outgoing.hpp"
#include "sendmail/terminal.hpp"

namespace mailcheck {
namespace {

/// Bytes of a message; a larger one is refused, whatever it holds.
constexpr std::size_t message_limit = std::size_t{256} << 20;

/// What callers of sendmail expect when something is wrong here, not with the message.
int fail(const Session& session, const Error& error) {
  session.report(error);
  return EX_TEMPFAIL;
}

int refuse(const Session& session) {
  session.report(
      Error{"the mail was not sent; mend it, or send it as it is with "
            "MAILCHECK_SENDMAIL_MODE=warn"});
  return EX_DATAERR;
}

/// The message, perhaps edited, when it may go; else the status to end with.
struct Decision {
  int status = EX_OK;
  std::string message;
};

Decision decide(const Session& session, SendmailMode mode, std::string message) {
  while (true) {
    const Verdict verdict = check_outgoing(session, message);
    if (!verdict.problem.empty())
      return {fail(session, Error{"the mail was not sent: " + verdict.problem}), {}};
    const bool asks = !verdict.may_go && mode == SendmailMode::ask && has_terminal();
    if (!asks) {
      session.err.write(verdict.report);
      if (verdict.may_go || mode == SendmailMode::warn)
        return {EX_OK, std::move(message)};
      return {refuse(session), {}};
    }
    switch (ask_on_terminal(verdict.report)) {
      case Answer::send:
        return {EX_OK, std::move(message)};
      case Answer::abort:
        return {refuse(session), {}};
      case Answer::edit:
        break;
    }
    if (Result<std::string> changed = edited(message))
      message = *std::move(changed);
    else
      session.report(changed.error());
  }
}

int run(const std::vector<std::string>& arguments) {
  const Options options;
  const Environment environment = read_environment();
  DiskFileSystem files;
  Output out(1);
  Output err(2);
  const Session session{options, environment, files, out, err};
  if (arguments.size() == 1 && arguments.front() == "--version") {
    out.write("mailcheck-sendmail " + std::string(program_version()) + "\n");
    return EX_OK;
  }
  const std::optional<SendmailMode> mode =
      sendmail_mode_named(environment_variable("MAILCHECK_SENDMAIL_MODE"));
  if (!mode)
    return fail(session, Error{"MAILCHECK_SENDMAIL_MODE is “ask”, “refuse” or “warn”"});
  const Result<std::string> program =
      real_sendmail(std::string(environment_variable("MAILCHECK_SENDMAIL")));
  if (!program)
    return fail(session, program.error());
  Result<std::string> message = read_standard_input(message_limit, message_limit);
  if (!message)
    return fail(session, message.error());
  Decision decision = decide(session, *mode, *std::move(message));
  if (decision.status != EX_OK)
    return decision.status;
  err.flush();
  return fail(session, hand_on(*program, arguments, without_own_fields(decision.message)));
}

}  // namespace
}  // namespace mailcheck

int main(int argc, char** argv) {
  mailcheck::occupy_standard_descriptors();
  return mailcheck::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
