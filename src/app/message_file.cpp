#include "app/message_file.hpp"

#include <cassert>
#include <utility>

#include <fmt/format.h>

#include "app/environment.hpp"
#include "app/maildir.hpp"
#include "mail/ascii.hpp"
#include "mail/mbox/mbox.hpp"

namespace mailcheck {
namespace {

std::size_t count_line_ends(std::string_view bytes) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const bool first_of_two = bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n';
    count += is_line_end(bytes[at]) && !first_of_two ? 1U : 0U;
  }
  return count;
}

}  // namespace

MessageFile::MessageFile(std::string path, std::string bytes, SourceFormat format)
    : path_(std::move(path)), bytes_(std::move(bytes)), format_(format) {
  const bool named = is_mbox_name(path_);
  const bool may_be_mbox = format == SourceFormat::automatic || format == SourceFormat::message;
  if (named || (may_be_mbox && is_mbox(bytes_))) {
    const std::vector<SourceSpan> spans = split_mbox(bytes_);
    is_mbox_ = named || format == SourceFormat::automatic || spans.size() > 1;
    if (is_mbox_)
      take_apart(spans);
  }
  if (!is_mbox_)
    messages_ = {{{0, bytes_.size()}, 1}};
}

void MessageFile::take_apart(const std::vector<SourceSpan>& spans) {
  std::size_t line = 1;
  std::size_t counted = 0;
  for (const SourceSpan span : spans) {
    line += count_line_ends(std::string_view(bytes_).substr(counted, span.begin - counted));
    counted = span.begin;
    messages_.push_back({span, line});
  }
}

Result<Source> MessageFile::message(std::size_t number) const {
  assert(number >= 1 && number <= count());
  const auto& [span, first_line] = messages_[number - 1];
  if (span.size() > draft_size_limit) {
    Error error{fmt::format("larger than {} bytes", draft_size_limit), path_};
    if (count() > 1) {
      error.message = fmt::format("message {} is {}", number, error.message);
      error.line = first_line;
      error.column = 1;
    }
    return error;
  }
  Source source{.path = path_, .bytes = bytes_.substr(span.begin, span.size()), .format = format_};
  if (is_mbox_) {
    source.format = SourceFormat::message;
    source.message = number;
    source.first_line = first_line;
    source.first_offset = span.begin;
    source.is_from_mbox = true;
    source.is_one_of_many = count() > 1;
  }
  return source;
}

Result<MessageFile> read_messages(const FileSystem& files, const std::string& path,
                                  const std::string& name) {
  SourceFormat format = format_of(name);
  if (path == "-") {
    const bool named = is_mbox_name(name);
    Result<std::string> bytes =
        read_standard_input(named ? mbox_size_limit : draft_size_limit, mbox_size_limit);
    if (!bytes)
      return std::move(bytes).error();
    return MessageFile(name, *std::move(bytes), format);
  }
  Result<std::string> bytes = files.read(path, mbox_size_limit);
  if (!bytes)
    return std::move(bytes).error();
  // The name of a message in a Maildir has no suffix.
  if (format == SourceFormat::automatic && is_in_maildir(files, path))
    format = SourceFormat::message;
  return MessageFile(name, *std::move(bytes), format);
}

}  // namespace mailcheck
