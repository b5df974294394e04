#include "app/message_stream.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/maildir.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

constexpr std::size_t chunk_size = std::size_t{256} << 10;
/// So much of a file shows whether it is an mbox.
constexpr std::size_t beginning = std::size_t{16} << 10;

/// Line ends that begin in `bytes`; `after` is the byte behind it, or 0.
std::size_t count_line_ends(std::string_view bytes, char after) {
  auto count = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  for (std::size_t at = bytes.find('\r'); at != std::string_view::npos;
       at = bytes.find('\r', at + 1)) {
    const char next = at + 1 < bytes.size() ? bytes[at + 1] : after;
    count += next == '\n' ? 0U : 1U;
  }
  return count;
}

}  // namespace

MessageStream::MessageStream(std::unique_ptr<ByteStream> bytes, std::string name,
                             SourceFormat format)
    : input_(std::move(bytes)),
      name_(std::move(name)),
      format_(format),
      is_named_mbox_(is_mbox_name(name_)) {}

Result<std::optional<Source>> MessageStream::next() {
  if (kind_ == Kind::unknown) {
    if (Result<void> done = find_kind(); !done) {
      kind_ = Kind::done;
      return std::move(done).error();
    }
  }
  switch (kind_) {
    case Kind::draft:
      kind_ = Kind::done;
      return whole_draft();
    case Kind::mbox:
      return next_of_mbox();
    case Kind::unknown:
    case Kind::done:
      break;
  }
  return std::optional<Source>();
}

Result<void> MessageStream::find_kind() {
  while (!is_last_ && held_.size() < beginning) {
    if (Result<void> done = grow(); !done)
      return done;
  }
  const bool may_be_mbox = format_ == SourceFormat::automatic || format_ == SourceFormat::message;
  kind_ = is_named_mbox_ || (may_be_mbox && mailcheck::is_mbox(held_)) ? Kind::mbox : Kind::draft;
  return {};
}

Result<std::optional<Source>> MessageStream::whole_draft() {
  while (!is_last_ && window().end() <= draft_size_limit) {
    if (Result<void> done = grow(); !done)
      return std::move(done).error();
  }
  Source source{.path = name_, .bytes = {}, .format = format_};
  source.is_too_large = window().end() > draft_size_limit;
  if (!source.is_too_large)
    source.bytes = std::move(held_);
  held_.clear();
  return std::optional<Source>(std::move(source));
}

Result<std::optional<Source>> MessageStream::next_of_mbox() {
  while (true) {
    if (const std::optional<MboxMessage> message = splitter_.next(window())) {
      const bool stays_whole = may_stay_whole() && message->is_last;
      ++messages_;
      if (!stays_whole)
        return std::optional<Source>(source_of(*message));
      kind_ = Kind::done;
      return whole_draft();
    }
    if (is_last_) {
      kind_ = Kind::done;
      return std::optional<Source>();
    }
    drop();
    if (Result<void> done = grow(); !done) {
      kind_ = Kind::done;
      return std::move(done).error();
    }
  }
}

bool MessageStream::may_stay_whole() const {
  return messages_ == 0 && !is_named_mbox_ && format_ == SourceFormat::message;
}

Source MessageStream::source_of(const MboxMessage& message) {
  const std::size_t begin = message.span.begin;
  Source source{.path = name_, .bytes = {}, .format = SourceFormat::message};
  source.message = messages_;
  if (begin >= counted_)
    count_lines(begin);
  source.first_line = begin == counted_ ? line_ : large_line_;
  source.first_offset = begin;
  source.is_from_mbox = true;
  source.is_one_of_many = messages_ > 1 || !message.is_last;
  source.is_too_large = message.span.size() > draft_size_limit;
  if (!source.is_too_large)
    source.bytes = held_.substr(begin - offset_, message.span.size());
  return source;
}

Result<void> MessageStream::grow() {
  // One byte more than stated, so that a small file is read at once.
  const std::size_t stated = input_->stated_size();
  const std::size_t before = held_.size();
  const std::size_t read = offset_ + before;
  const bool ends_soon = stated >= read && stated - read < chunk_size;
  held_.resize(before + (ends_soon ? stated - read + 1 : chunk_size));
  const Result<std::size_t> count = input_->read(held_.data() + before, held_.size() - before);
  held_.resize(before + (count ? *count : 0));
  if (!count)
    return count.error();
  is_last_ = *count == 0;
  return {};
}

/// Lets go of what is not needed any more; of a message that is too large only its end is.
void MessageStream::drop() {
  const std::size_t begin = splitter_.message_begin();
  const bool is_too_large = splitter_.known_end() - begin > draft_size_limit;
  std::size_t needed = is_too_large ? splitter_.needed_from() : begin;
  if (may_stay_whole() && splitter_.known_end() <= draft_size_limit)
    needed = 0;
  needed = std::min(needed, splitter_.needed_from());
  // What stays is moved, which takes no longer than reading what goes.
  if (needed <= offset_ || needed - offset_ < held_.size() / 2)
    return;
  if (begin >= counted_) {
    count_lines(begin);
    large_line_ = line_;
  }
  if (needed > counted_)
    count_lines(needed);
  held_.erase(0, needed - offset_);
  offset_ = needed;
}

/// Counts on to the byte `end` of the file, which must be held and not be counted yet.
void MessageStream::count_lines(std::size_t end) {
  const std::string_view bytes = std::string_view(held_).substr(counted_ - offset_);
  const std::size_t count = end - counted_;
  line_ += count_line_ends(bytes.substr(0, count), count < bytes.size() ? bytes[count] : '\0');
  counted_ = end;
}

Result<MessageStream> open_messages(const FileSystem& files, const std::string& path,
                                    const std::string& name) {
  Result<std::unique_ptr<ByteStream>> bytes = files.open(path);
  if (!bytes)
    return std::move(bytes).error();
  SourceFormat format = format_of(name);
  // The name of a message in a Maildir has no suffix.
  if (format == SourceFormat::automatic && is_in_maildir(files, path))
    format = SourceFormat::message;
  return MessageStream(*std::move(bytes), name, format);
}

}  // namespace mailcheck
