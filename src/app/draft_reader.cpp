#include "app/draft_reader.hpp"

#include <utility>

#include "app/environment.hpp"

namespace mailcheck {

DraftReader::DraftReader(const Session& session, std::vector<std::string> paths,
                         std::function<void()> before_waiting, Open open)
    : session_(session),
      paths_(std::move(paths)),
      before_waiting_(std::move(before_waiting)),
      open_(std::move(open)),
      setups_(session) {}

std::optional<DraftItem> DraftReader::next() {
  while (true) {
    std::optional<DraftItem> item;
    if (!said_.empty()) {
      item = std::move(said_.back());
      said_.pop_back();
    } else if (messages_) {
      item = next_message();
    } else if (lines_) {
      item = next_line();
    } else if (next_path_ < paths_.size()) {
      is_further_ = false;
      item = open_next();
    } else {
      return std::nullopt;
    }
    if (!item)
      continue;
    item->is_further = std::exchange(is_further_, true);
    return item;
  }
}

std::optional<DraftItem> DraftReader::open_next() {
  const std::string& path = paths_[next_path_++];
  name_ = name_of(path);
  setup_ = setups_.find(parent_path(name_));
  if (setup_ == nullptr)
    return DraftItem{.problem = setups_.take_error(), .is_failure = true, .is_unread = true};
  Result<OpenedPath> opened = open_ ? open_(path, name_, *setup_) : open(path, name_);
  if (!opened)
    return DraftItem{.problem = std::move(opened).error(), .is_failure = true, .is_unread = true};
  messages_ = std::move(opened->messages);
  lines_ = std::move(opened->lines);
  say(std::move(opened->failures), true);
  say(std::move(opened->remarks), false);
  if (!messages_ && !lines_ && said_.empty())
    return DraftItem{};
  return std::nullopt;
}

std::optional<DraftItem> DraftReader::next_message() {
  Result<std::optional<Source>> source = messages_->next();
  if (!source) {
    messages_.reset();
    Error error = std::move(source).error();
    return DraftItem{.problem = std::move(error), .is_failure = true, .is_unread = true};
  }
  if (*source)
    return DraftItem{.setup = setup_, .source = *std::move(*source)};
  const bool was_empty = !is_further_;
  messages_.reset();
  if (was_empty)
    return DraftItem{.problem = Error{"there are no messages in that mbox", name_}};
  return std::nullopt;
}

std::optional<DraftItem> DraftReader::next_line() {
  std::optional<Result<Source>> source = lines_->next();
  if (source && *source)
    return DraftItem{.setup = setup_, .source = **std::move(source)};
  if (source)
    return DraftItem{.problem = std::move(*source).error(), .is_failure = true, .is_unread = true};
  lines_.reset();
  if (!is_further_)
    return DraftItem{.problem = Error{"there are no drafts in that file", name_}};
  return std::nullopt;
}

Result<OpenedPath> DraftReader::open(const std::string& path, const std::string& name) const {
  if (is_json_lines_name(name)) {
    if (path == "-")
      return OpenedPath{.lines = JsonLines(open_standard_input(before_waiting_), name)};
    Result<std::unique_ptr<ByteStream>> bytes = session_.files.open(path);
    if (!bytes)
      return std::move(bytes).error();
    return OpenedPath{.lines = JsonLines(*std::move(bytes), name)};
  }
  if (path == "-")
    return OpenedPath{
        .messages = MessageStream(open_standard_input(before_waiting_), name, format_of(name))};
  Result<MessageStream> messages = open_messages(session_.files, path, name);
  if (!messages)
    return std::move(messages).error();
  return OpenedPath{.messages = *std::move(messages)};
}

/// What a draft is called in the output, and in whose folder its configuration is searched.
const std::string& DraftReader::name_of(const std::string& path) const {
  const std::string& given = session_.options.stdin_filename;
  return path == "-" && !given.empty() ? given : path;
}

void DraftReader::say(std::vector<Error> problems, bool are_failures) {
  for (Error& problem : problems)
    said_.insert(said_.begin(),
                 DraftItem{.problem = std::move(problem), .is_failure = are_failures});
}

}  // namespace mailcheck
