#pragma once

// Goes through the drafts that the command line names, for commands that show each of them.

#include <functional>

#include "app/maildir.hpp"
#include "app/session.hpp"
#include "app/setup.hpp"
#include "mail/source.hpp"

namespace mailcheck {

/// Calls `show` for every message of every draft, in order, with the setup that holds for it. What
/// cannot be read is reported and left out. Returns the exit status.
[[nodiscard]] int for_each_draft(const Session& session, MessageChoice choice,
                                 const std::function<void(const Source&, const Setup&)>& show);

}  // namespace mailcheck
