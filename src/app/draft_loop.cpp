#include "app/draft_loop.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/draft_names.hpp"
#include "app/drafts.hpp"
#include "app/path_list.hpp"

namespace mailcheck {
namespace {

/// Bytes of the drafts that are read and not shown yet.
constexpr std::size_t weight_limit = std::size_t{8} << 20;
/// What even the smallest draft holds.
constexpr std::size_t least_weight = 4096;

Error too_large_error(const Source& source) {
  Error error{fmt::format("larger than {} bytes", draft_size_limit), source.path};
  if (source.is_one_of_many) {
    error.message = fmt::format("message {} is {}", source.message, error.message);
    error.line = source.first_line;
    error.column = 1;
  }
  return error;
}

class DraftLoop {
 public:
  DraftLoop(const Session& session, const LookAtDraft& look, const DraftLoopHooks& hooks)
      : session_(session), look_(look), hooks_(hooks), jobs_(session.options.jobs) {}

  int run(MessageChoice choice) {
    DraftPaths drafts = find(choice);
    expect(drafts.files.size());
    DraftReader reader(
        session_, std::move(drafts.files), [this] { finish_all(); }, hooks_.open);
    std::deque<DraftItem> first = read_first(reader);
    for (; !first.empty() && is_heard(); first.pop_front())
      add(std::move(first.front()));
    while (is_heard()) {
      std::optional<DraftItem> item = reader.next();
      if (!item)
        break;
      add(*std::move(item));
    }
    finish_all();
    return failed_ ? status_failed : status_clean;
  }

 private:
  DraftPaths find(MessageChoice choice) {
    const Result<std::vector<std::string>> paths = paths_of(session_);
    if (!paths) {
      fail(paths.error());
      return {};
    }
    DraftNames names(session_);
    DraftPaths drafts = find_drafts(session_.files, *paths, choice,
                                    [&](const std::string& path) { return names.is_draft(path); });
    for (const Error& error : drafts.errors)
      fail(error);
    for (const Error& remark : drafts.remarks)
      session_.report(remark);
    if (session_.options.verbosity == Verbosity::verbose) {
      for (const Error& detail : drafts.details)
        session_.report(detail);
    }
    return drafts;
  }

  std::deque<DraftItem> read_first(DraftReader& reader) {
    std::deque<DraftItem> first;
    if (!hooks_.begin)
      return first;
    std::size_t bytes = 0;
    bool are_all = false;
    while (first.size() <= first_draft_limit && bytes <= first_bytes_limit) {
      std::optional<DraftItem> item = reader.next();
      are_all = !item;
      if (!item)
        break;
      bytes += item->source.bytes.size();
      const bool is_enough = item->is_further && item->setup != nullptr && hooks_.wants_more &&
                             !hooks_.wants_more(*item->setup);
      first.push_back(*std::move(item));
      if (is_enough)
        break;
    }
    hooks_.begin(first, are_all, jobs_);
    return first;
  }

  void fail(const Error& error) {
    failed_ = true;
    session_.report(error);
  }

  [[nodiscard]] bool is_heard() const { return session_.out.state() == Output::State::open; }

  void expect(std::size_t count) {
    if (hooks_.progress != nullptr)
      hooks_.progress->expect(count);
  }

  void add(DraftItem item) {
    if (hooks_.progress != nullptr)
      hooks_.progress->set_open(item.is_further);
    if (item.is_further)
      expect(1);
    if (item.setup != nullptr && item.source.is_too_large && hooks_.large_is_failure)
      item = {.problem = too_large_error(item.source), .is_failure = true, .is_unread = true};
    const std::size_t weight = item.source.bytes.size() + least_weight;
    while (!jobs_.is_empty() && jobs_.weight() + weight > weight_limit)
      jobs_.finish_first();
    jobs_.add([this, item = std::move(item)] { return look_at(item); }, weight);
    while (jobs_.size() >= jobs_.wanted())
      jobs_.finish_first();
  }

  OrderedJobs::Finish look_at(const DraftItem& item) {
    return [this, &item, show = item.setup != nullptr ? look_(item.source, *item.setup) : nullptr] {
      finish(item, show);
    };
  }

  void finish(const DraftItem& item, const ShowDraft& show) {
    if (!is_heard())
      return;
    failed_ = failed_ || item.is_failure;
    if (item.problem)
      session_.report(*item.problem);
    if (item.is_unread && hooks_.on_unread)
      hooks_.on_unread();
    if (show)
      show();
    if (hooks_.progress != nullptr)
      hooks_.progress->advance();
  }

  void finish_all() {
    if (!is_heard())
      jobs_.cancel();
    while (!jobs_.is_empty())
      jobs_.finish_first();
  }

  const Session& session_;
  const LookAtDraft& look_;
  const DraftLoopHooks& hooks_;
  bool failed_ = false;
  OrderedJobs jobs_;  // Last, so that its threads end first.
};

}  // namespace

int for_each_draft(const Session& session, MessageChoice choice, const LookAtDraft& look,
                   const DraftLoopHooks& hooks) {
  return DraftLoop(session, look, hooks).run(choice);
}

}  // namespace mailcheck
