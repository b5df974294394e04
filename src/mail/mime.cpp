#include "mail/mime.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "mail/ascii.hpp"
#include "mail/decoded_text.hpp"
#include "mail/header/field_value.hpp"
#include "mail/raw_line.hpp"

namespace mailcheck {

namespace {

constexpr std::string_view multipart_prefix = "multipart/";

const RawField* find_field(const std::vector<RawField>& fields, std::string_view name) {
  for (const RawField& field : fields) {
    if (equal_ignoring_case(field.name, name))
      return &field;
  }
  return nullptr;
}

ParameterizedValue read_field(std::string_view bytes, const RawField* field,
                              std::vector<Note>& notes) {
  if (field == nullptr)
    return {};
  ParameterizedValue value = parse_parameterized(unfold(bytes, field->value).text);
  if (value.is_cut)
    add_note(
        notes, NoteKind::limit_reached, field->span,
        fmt::format("There are more than {} parameters; the rest was not read", parameter_limit));
  return value;
}

MimePart make_part(std::string_view bytes, const std::vector<RawField>& fields,
                   std::string_view default_type, std::vector<Note>& notes) {
  MimePart part;
  const RawField* type_field = find_field(fields, "Content-Type");
  part.type = read_field(bytes, type_field, notes);
  part.type_field = type_field == nullptr ? SourceSpan{} : type_field->span;
  // RFC 2045 §5.2: a type that cannot be read is the default.
  if (part.type.value.find('/') == std::string::npos)
    part.type.value = part.type.value == "text" ? "text/plain" : default_type;
  part.disposition = read_field(bytes, find_field(fields, "Content-Disposition"), notes);
  const RawField* encoding_field = find_field(fields, "Content-Transfer-Encoding");
  part.encoding = read_field(bytes, encoding_field, notes).value;
  part.encoding_field = encoding_field == nullptr ? SourceSpan{} : encoding_field->span;
  return part;
}

// Reads line by line, once. The multiparts whose delimiters count at a line are those on the stack,
// which is never deeper than the limit.
class Splitter {
 public:
  Splitter(std::string_view bytes, std::vector<Note>& notes) : bytes_(bytes), notes_(notes) {}

  std::vector<MimePart> split(const HeaderBlock& block, std::string_view default_type) {
    const std::size_t begin = block.fields.empty() ? block.body : block.fields.front().span.begin;
    add_part(make_part(bytes_, block.fields, default_type, notes_), {begin, bytes_.size()},
             block.body);
    if (open_.empty())
      return std::move(parts_);
    std::size_t at = block.body;
    while (at < bytes_.size() && !open_.empty()) {
      const RawLine line = raw_line_at(bytes_, at);
      const std::optional<Delimiter> delimiter = delimiter_in(line.text(bytes_));
      at = delimiter ? cross(*delimiter, line) : line.next;
    }
    finish();
    return std::move(parts_);
  }

 private:
  struct OpenMultipart {
    std::size_t part;
    std::string delimiter;  // “--” and the boundary.
    std::size_t children = 0;
  };
  struct Delimiter {
    std::size_t level;
    bool is_last;
  };

  // The innermost multipart that the line delimits (RFC 2046 §5.1.1): white space may follow.
  [[nodiscard]] std::optional<Delimiter> delimiter_in(std::string_view text) const {
    if (!text.starts_with("--"))
      return std::nullopt;
    for (std::size_t level = open_.size(); level-- > 0;) {
      if (!text.starts_with(open_[level].delimiter))
        continue;
      const std::string_view rest = trim(text.substr(open_[level].delimiter.size()));
      if (rest.empty() || rest == "--")
        return Delimiter{level, rest == "--"};
    }
    return std::nullopt;
  }

  // Ends what the delimiter ends and begins the next part. Returns where to read on.
  std::size_t cross(Delimiter delimiter, const RawLine& line) {
    end_parts_at(line.begin, open_[delimiter.level].part);
    for (std::size_t level = delimiter.level + 1; level < open_.size(); ++level)
      note_unfinished(open_[level]);
    open_.resize(delimiter.level + 1);
    if (delimiter.is_last) {
      // A delimiter that closes before any part opened: an empty multipart, whose text is kept.
      if (open_.back().children == 0)
        note_unfinished(open_.back());
      open_.pop_back();
      return line.next;
    }
    if (parts_.size() >= part_limit) {
      add_note(notes_, NoteKind::limit_reached, {line.begin, line.end},
               fmt::format("The mail has more than {} parts; the rest was not read", part_limit));
      open_.clear();
      return bytes_.size();
    }
    return begin_part(line.next);
  }

  // The part that is being read, and those it stands in up to but without `multipart`, end before
  // the line break above `line`.
  void end_parts_at(std::size_t line, std::size_t multipart) {
    std::size_t end = line;
    if (end > 0 && bytes_[end - 1] == '\n')
      --end;
    if (end > 0 && bytes_[end - 1] == '\r')
      --end;
    for (std::size_t i = parts_.size() - 1; i > multipart; i = parts_[i].parent) {
      if (parts_[i].span.end < bytes_.size())
        break;  // Ended before; this is the epilogue or the preamble of its parent.
      parts_[i].span.end = std::max(parts_[i].span.begin, end);
      parts_[i].body.begin = std::min(parts_[i].body.begin, parts_[i].span.end);
      parts_[i].body.end = parts_[i].span.end;
    }
  }

  std::size_t begin_part(std::size_t begin) {
    // The header ends at an empty line, or at a delimiter where there is none.
    std::size_t at = begin;
    std::size_t limit = bytes_.size();
    while (at < bytes_.size()) {
      const RawLine line = raw_line_at(bytes_, at);
      if (delimiter_in(line.text(bytes_))) {
        limit = at;
        break;
      }
      at = line.next;
      if (trim(line.text(bytes_)).empty()) {
        limit = at;
        break;
      }
    }
    const HeaderBlock block =
        find_header_block(bytes_.substr(0, limit), begin, SourceFormat::message, notes_);
    std::size_t body = block.body;
    if (block.fields.empty() && limit > begin && trim(bytes_.substr(begin, limit - begin)).empty())
      body = limit;
    const std::size_t parent = open_.back().part;
    const bool in_digest = parts_[parent].type.value == "multipart/digest";
    MimePart part =
        make_part(bytes_, block.fields, in_digest ? "message/rfc822" : "text/plain", notes_);
    part.parent = parent;
    part.is_first = open_.back().children++ == 0;
    add_part(std::move(part), {begin, bytes_.size()}, body);
    return body;
  }

  void add_part(MimePart part, SourceSpan span, std::size_t body) {
    part.span = span;
    part.body = {std::min(body, span.end), span.end};
    if (part.type_field.empty())
      part.type_field = {part.body.begin, part.body.begin};
    const std::size_t index = parts_.size();
    parts_.push_back(std::move(part));
    MimePart& added = parts_.back();
    if (!added.type.value.starts_with(multipart_prefix))
      return;
    std::string_view boundary = trim(added.type.parameter("boundary"));
    if (index == 0 && !is_used(boundary, body)) {
      const std::string_view guess = likely_boundary(body);
      if (!guess.empty()) {
        note_broken(added.span, "The parts are not divided by the boundary that the header names");
        boundary = guess;
      }
    }
    if (boundary.empty()) {
      note_broken(added.span, "A multipart body names no boundary; it was read as plain text");
      added.type.value = "text/plain";
    } else if (open_.size() == part_depth_limit) {
      add_note(notes_, NoteKind::limit_reached, first_line(added.span),
               fmt::format("Parts are nested deeper than {} levels; the rest was not read",
                           part_depth_limit));
    } else {
      open_.push_back({index, "--" + std::string(boundary)});
    }
  }

  // Whether a line from `begin` on is a delimiter of that boundary.
  [[nodiscard]] bool is_used(std::string_view boundary, std::size_t begin) const {
    if (boundary.empty())
      return false;
    const std::string delimiter = "--" + std::string(boundary);
    std::size_t at = bytes_.find(delimiter, begin);
    while (at != std::string_view::npos && at > begin && !is_line_end(bytes_[at - 1]))
      at = bytes_.find(delimiter, at + 1);
    return at != std::string_view::npos;
  }

  // What the first line that begins with “--” names as boundary, if a header follows it and the
  // same line, or the one that closes the parts, stands further down.
  [[nodiscard]] std::string_view likely_boundary(std::size_t begin) const {
    for (std::size_t at = begin; at < bytes_.size();) {
      const RawLine line = raw_line_at(bytes_, at);
      const std::size_t next = line.next;
      const std::string_view text = trim(line.text(bytes_));
      if (text.size() > 4 && text.starts_with("--") &&
          starts_ignoring_case(bytes_.substr(next), "content-"))
        return is_used(text.substr(2), next) ? text.substr(2) : std::string_view();
      at = next;
    }
    return {};
  }

  void finish() {
    for (const OpenMultipart& multipart : open_)
      note_unfinished(multipart);
    for (std::size_t i = parts_.size(); i-- > 0;) {
      MimePart& part = parts_[i];
      part.end = std::max(part.end, i + 1);
      if (i > 0)
        parts_[part.parent].end = std::max(parts_[part.parent].end, part.end);
    }
    // Nothing was found inside: what stands there is read as it is.
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (is_multipart(parts_[i]) && !parts_[i].is_opened(i) && !is_beyond_depth(i))
        parts_[i].type.value = "text/plain";
    }
  }

  static bool is_multipart(const MimePart& part) {
    return part.type.value.starts_with(multipart_prefix);
  }

  [[nodiscard]] bool is_beyond_depth(std::size_t index) const {
    std::size_t depth = 0;
    while (index != parts_[index].parent && depth <= part_depth_limit) {
      index = parts_[index].parent;
      ++depth;
    }
    return depth >= part_depth_limit;
  }

  void note_unfinished(const OpenMultipart& multipart) {
    note_broken(parts_[multipart.part].span,
                multipart.children == 0 ? "A multipart body has no parts; it was read as plain text"
                                        : "A multipart body has no end; something may be missing");
  }

  void note_broken(SourceSpan part, std::string message) {
    add_note(notes_, NoteKind::broken_structure, first_line(part), std::move(message));
  }

  [[nodiscard]] SourceSpan first_line(SourceSpan part) const {
    const RawLine line = raw_line_at(bytes_, part.begin);
    return {line.begin, line.end};
  }

  std::string_view bytes_;
  std::vector<Note>& notes_;
  std::vector<MimePart> parts_;
  std::vector<OpenMultipart> open_;
};

}  // namespace

std::string_view MimePart::name() const {
  const std::string_view file_name = disposition.parameter("filename");
  return file_name.empty() ? type.parameter("name") : file_name;
}

std::vector<MimePart> find_parts(std::string_view bytes, const HeaderBlock& block,
                                 std::string_view default_type, std::vector<Note>& notes) {
  return Splitter(bytes, notes).split(block, default_type);
}

}  // namespace mailcheck
