#include "app/json_lines.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "lsp/json.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

constexpr std::size_t chunk_size = std::size_t{64} << 10;

struct NamedFormat {
  std::string_view name;
  SourceFormat format;
};
constexpr NamedFormat formats[] = {{"auto", SourceFormat::automatic},
                                   {"text", SourceFormat::plain_text},
                                   {"message", SourceFormat::message},
                                   {"markdown", SourceFormat::markdown},
                                   {"html", SourceFormat::html}};

std::optional<SourceFormat> format_named(std::string_view name) {
  const auto* found = std::find_if(std::begin(formats), std::end(formats),
                                   [&](const NamedFormat& known) { return known.name == name; });
  return found == std::end(formats) ? std::nullopt : std::optional(found->format);
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// A string or a whole number as a string; none when it is neither.
std::optional<std::string> name_in(const Json& value) {
  if (const std::string* text = value.string())
    return *text;
  if (const std::optional<std::int64_t> number = value.integer())
    return fmt::format("{}", *number);
  return std::nullopt;
}

}  // namespace

bool is_json_lines_name(std::string_view path) {
  const std::string lower = to_ascii_lower(path.substr(path.size() - std::min(path.size(), 7UL)));
  return lower.ends_with(".jsonl") || lower.ends_with(".ndjson");
}

JsonLines::JsonLines(std::unique_ptr<ByteStream> bytes, std::string name)
    : input_(std::move(bytes)), name_(std::move(name)) {}

std::optional<Result<Source>> JsonLines::next() {
  while (true) {
    const Result<std::optional<std::string_view>> line = next_line();
    if (!line)
      return Result<Source>(line.error());
    if (!*line)
      return std::nullopt;
    if (std::exchange(is_too_long_, false))
      return Result<Source>(
          error_at(1, fmt::format("the line is longer than {} bytes", json_line_limit)));
    if (!is_blank(**line))
      return draft_of(**line);
  }
}

Result<std::optional<std::string_view>> JsonLines::next_line() {
  while (true) {
    const std::size_t found = held_.find('\n', searched_);
    if (found == std::string::npos && !is_last_) {
      if (Result<void> done = grow(); !done) {
        is_last_ = true;
        is_too_long_ = false;
        begin_ = searched_ = held_.size();
        return std::move(done).error();
      }
      continue;
    }
    if (found == std::string::npos && begin_ == held_.size() && !is_too_long_)
      return std::optional<std::string_view>();
    const std::size_t end = std::min(found, held_.size());
    std::string_view line = std::string_view(held_).substr(begin_, end - begin_);
    begin_ = searched_ = std::min(end + 1, held_.size());
    ++line_;
    if (line_ == 1 && line.starts_with("\xEF\xBB\xBF"))
      line.remove_prefix(3);
    if (line.ends_with('\r'))
      line.remove_suffix(1);
    is_too_long_ = is_too_long_ || line.size() > json_line_limit;
    return std::optional(line);
  }
}

Result<void> JsonLines::grow() {
  held_.erase(0, begin_);
  begin_ = 0;
  if (held_.size() > json_line_limit) {
    is_too_long_ = true;
    held_.clear();
  }
  searched_ = held_.size();
  held_.resize(searched_ + chunk_size);
  const Result<std::size_t> count = input_->read(held_.data() + searched_, chunk_size);
  held_.resize(searched_ + (count ? *count : 0));
  if (!count)
    return count.error();
  is_last_ = *count == 0;
  return {};
}

Result<Source> JsonLines::draft_of(std::string_view line) const {
  Result<Json> parsed = parse_json(line);
  if (!parsed)
    return error_at(std::max<std::size_t>(parsed.error().column, 1), "this is no JSON");
  const Json& json = *parsed;
  if (json.object() == nullptr)
    return error_at(1, "a line must be an object, as in {\"text\": \"Dear …\"}");
  const std::string* const text = json["text"].string();
  if (text == nullptr)
    return error_at(1, "“text”, the draft, must be a string");
  const std::optional<std::string> id = name_in(json["id"]);
  if (!id && !json["id"].is_null())
    return error_at(1, "“id” must be a string or a whole number");
  const std::string* const path = json["path"].string();
  if (path == nullptr && !json["path"].is_null())
    return error_at(1, "“path” must be a string");
  const std::string* const format = json["format"].string();
  const std::optional<SourceFormat> read_as =
      format != nullptr ? format_named(*format) : format_of(path != nullptr ? *path : "");
  if (!read_as || (format == nullptr && !json["format"].is_null()))
    return error_at(1, "“format” must be auto, text, message, markdown or html");

  Source source{.path = path != nullptr ? *path : id.value_or(name_), .bytes = {}};
  source.format = *read_as;
  if (path == nullptr && !id) {
    source.message = line_;
    source.is_one_of_many = true;
  }
  source.is_too_large = text->size() > draft_size_limit;
  if (!source.is_too_large)
    source.bytes = *text;
  return source;
}

Error JsonLines::error_at(std::size_t column, std::string message) const {
  return Error{.message = std::move(message), .file = name_, .line = line_, .column = column};
}

}  // namespace mailcheck
