#pragma once

// A message on its way out, and whether it may go.

#include <optional>
#include <string>
#include <string_view>

#include "app/session.hpp"

namespace mailcheck {

/// What the wrapper is to do about a message with faults (MAILCHECK_SENDMAIL_MODE).
enum class SendmailMode {
  ask,     ///< Ask on the terminal when there is one; else refuse.
  refuse,  ///< Never ask.
  warn,    ///< Say what is wrong, and send.
};

/// “ask”, “refuse”, “warn”; an empty name is “ask”.
[[nodiscard]] std::optional<SendmailMode> sendmail_mode_named(std::string_view name);

/// What the check of a message says.
struct Verdict {
  bool may_go = true;   ///< Nothing in it is at or above the configured `fail-on`.
  std::string report;   ///< For a person, a line each; empty when there is nothing to say.
  std::string problem;  ///< Why it could not be checked (a broken configuration); empty: it was.
};

/// Checks the message. One of which nothing shows that it follows an interview is not judged: the
/// wrapper stands before all mail of its user, not only before this.
[[nodiscard]] Verdict check_outgoing(const Session& session, const std::string& message);

/// The message without the fields whose names begin with “X-Mailcheck-”, which are for mailcheck
/// alone; every other byte stays.
[[nodiscard]] std::string without_own_fields(std::string_view message);

}  // namespace mailcheck
