#pragma once

// The one loop over the drafts that the command line names: one reader, several threads that look
// at drafts, and one printer that shows them in the order in which they were named.

#include <cstddef>
#include <deque>
#include <functional>
#include <vector>

#include "app/draft_reader.hpp"
#include "app/maildir.hpp"
#include "app/ordered_jobs.hpp"
#include "app/progress.hpp"
#include "app/session.hpp"
#include "app/setup.hpp"
#include "mail/source.hpp"

namespace mailcheck {

/// Prints what was found in a draft. It may refer to the draft and its setup.
using ShowDraft = std::function<void()>;
/// Looks at a draft, beside others on other threads, and must only read what it shares with them.
using LookAtDraft = std::function<ShowDraft(const Source&, const Setup&)>;

/// What a command wants beside looking at each draft; all of it may be left out.
struct DraftLoopHooks {
  /// Called before any draft is looked at, with the first ones of the run: at most
  /// `first_draft_limit` of together `first_bytes_limit`. `are_all`: there are no more.
  std::function<void(std::deque<DraftItem>& first, bool are_all, OrderedJobs& jobs)> begin = {};
  /// Whether `begin` cares for more drafts like this one, of an mbox.
  std::function<bool(const Setup&)> wants_more = {};
  DraftReader::Open open = {};           ///< Opens a path in some other way.
  std::function<void()> on_unread = {};  ///< Something could not be read; that was reported.
  Progress* progress = nullptr;
  /// A draft that is too large is an error; else `look` is told.
  bool large_is_failure = true;
};

inline constexpr std::size_t first_draft_limit = 200;
inline constexpr std::size_t first_bytes_limit = std::size_t{8} << 20;

/// Shows every message of every draft, in order. What cannot be read is reported and left out.
/// Holds a bounded number of drafts at a time, however many there are. Ends early when nobody
/// listens any more. Returns the exit status.
[[nodiscard]] int for_each_draft(const Session& session, MessageChoice choice,
                                 const LookAtDraft& look, const DraftLoopHooks& hooks = {});

}  // namespace mailcheck
