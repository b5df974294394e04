#pragma once

// Reads the drafts of a run one after the other: opens each path in its turn, takes mboxes apart,
// and finds the setup that holds. It prints nothing; what is to be said comes in its place among
// the drafts.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/json_lines.hpp"
#include "app/message_stream.hpp"
#include "app/session.hpp"
#include "app/setup.hpp"
#include "base/result.hpp"
#include "mail/source.hpp"

namespace mailcheck {

/// A draft, or what has to be said instead of one. Each path yields at least one of these.
struct DraftItem {
  const Setup* setup = nullptr;  ///< Of a draft; nullptr: there is none here.
  Source source = {};
  std::optional<Error> problem = {};
  bool is_failure = false;  ///< The problem makes the run fail.
  bool is_unread = false;   ///< A file was not read.
  bool is_further = false;  ///< Not the first of its path.
};

/// A path that was opened, with what was noticed on the way.
struct OpenedPath {
  std::optional<MessageStream> messages = {};  ///< Or `lines`; neither: nothing to look at.
  std::optional<JsonLines> lines = {};
  std::vector<Error> remarks = {};
  std::vector<Error> failures = {};
};

class DraftReader {
 public:
  /// Opens `path`, which is called `name`.
  using Open = std::function<Result<OpenedPath>(const std::string& path, const std::string& name,
                                                const Setup& setup)>;

  /// Drafts come from `paths`; “-” is standard input, and `before_waiting` is called before it is
  /// waited for. Without `open` the paths are opened as they are.
  DraftReader(const Session& session, std::vector<std::string> paths,
              std::function<void()> before_waiting, Open open);

  /// The next one; none at the end.
  [[nodiscard]] std::optional<DraftItem> next();

 private:
  [[nodiscard]] std::optional<DraftItem> open_next();
  [[nodiscard]] std::optional<DraftItem> next_message();
  [[nodiscard]] std::optional<DraftItem> next_line();
  [[nodiscard]] Result<OpenedPath> open(const std::string& path, const std::string& name) const;
  [[nodiscard]] const std::string& name_of(const std::string& path) const;
  void say(std::vector<Error> problems, bool are_failures);

  const Session& session_;
  std::vector<std::string> paths_;
  std::function<void()> before_waiting_;
  Open open_;
  SetupCache setups_;
  std::size_t next_path_ = 0;

  // Of the path that is open.
  const Setup* setup_ = nullptr;
  std::string name_;
  std::optional<MessageStream> messages_;
  std::optional<JsonLines> lines_;
  std::vector<DraftItem> said_;  // Comes before its messages; last first.
  bool is_further_ = false;
};

}  // namespace mailcheck
