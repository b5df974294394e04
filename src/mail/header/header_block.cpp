#include "mail/header/header_block.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "mail/ascii.hpp"
#include "mail/decoded_text.hpp"
#include "mail/raw_line.hpp"

namespace mailcheck {

namespace {

// Fields a draft may begin with, in lower case and sorted; besides any `X-`, `Content-`, `List-`,
// `Resent-`, `ARC-` and `Thread-` field.
constexpr std::string_view known_names[] = {
    "accept-language",
    "apparently-to",
    "approved-by",
    "attach",
    "authentication-results",
    "auto-submitted",
    "autocrypt",
    "autocrypt-draft-state",
    "autocrypt-gossip",
    "bcc",
    "cc",
    "date",
    "delivered-to",
    "delivery-date",
    "disposition-notification-to",
    "dkim-signature",
    "domainkey-signature",
    "envelope-to",
    "errors-to",
    "fcc",
    "feedback-id",
    "followup-to",
    "from",
    "gcc",
    "in-reply-to",
    "mail-copies-to",
    "mail-followup-to",
    "mail-reply-to",
    "message-id",
    "mime-version",
    "msip_labels",
    "newsgroups",
    "openpgp",
    "pgp",
    "received",
    "received-spf",
    "references",
    "reply-to",
    "return-path",
    "return-receipt-to",
    "sender",
    "subject",
    "to",
    "user-agent",
};

// These are mail fields too, but a text may well begin with “Note:” or “Status:”; they count only
// below a field that is certain.
constexpr std::string_view words_and_names[] = {
    "approved",    "comments",     "expires",      "importance", "keywords",
    "lines",       "organisation", "organization", "precedence", "priority",
    "sensitivity", "status",       "supersedes",
};

constexpr std::string_view known_prefixes[] = {"arc-",    "content-", "list-",
                                               "resent-", "thread-",  "x-"};

bool is_certain_name(std::string_view name) {
  const std::string lower = to_ascii_lower(name);
  const auto starts_name = [&](std::string_view prefix) {
    return lower.size() > prefix.size() && lower.starts_with(prefix);
  };
  return std::binary_search(std::begin(known_names), std::end(known_names), lower) ||
         std::any_of(std::begin(known_prefixes), std::end(known_prefixes), starts_name);
}

// What Emacs shows between the header and the text of a mail that is being written.
constexpr std::string_view emacs_separator = "--text follows this line--";

// Comments of “git send-email --compose”, which it removes.
constexpr std::string_view git_comment = "GIT:";

// Any valid name with a hyphen looks like a field once a block has begun.
bool is_likely_name(std::string_view name) {
  const std::string lower = to_ascii_lower(name);
  return is_certain_name(name) || name.find('-') != std::string_view::npos ||
         std::find(std::begin(words_and_names), std::end(words_and_names), lower) !=
             std::end(words_and_names);
}

// The field name at the start of a line: printable ASCII up to a colon (RFC 5322 §2.2), white space
// before the colon allowed (§4.5). Longer names than any real one are not looked for.
constexpr std::size_t name_limit = 78;

std::optional<std::string_view> field_name(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size() && end <= name_limit && line[end] > ' ' && line[end] < 0x7F &&
         line[end] != ':')
    ++end;
  std::size_t colon = end;
  while (colon < line.size() && is_blank(line[colon]))
    ++colon;
  if (end == 0 || end > name_limit || colon >= line.size() || line[colon] != ':')
    return std::nullopt;
  return line.substr(0, end);
}

class Reader {
 public:
  Reader(std::string_view bytes, SourceFormat format, std::vector<Note>& notes)
      : bytes_(bytes), format_(format), notes_(notes) {}

  HeaderBlock read(std::size_t begin) {
    HeaderBlock block{{}, begin};
    std::size_t at = format_ == SourceFormat::message ? after_empty_lines(begin) : begin;
    if (bytes_.substr(at).starts_with("From "))
      at = raw_line_at(bytes_, at).next;
    at = skip_comments(at);
    if (!begins_block(raw_line_at(bytes_, at)))
      return block;
    while (at < bytes_.size()) {
      const RawLine line = raw_line_at(bytes_, at);
      const std::string_view content = trim(text(line));
      const bool ends_block = content.empty() && (line.begin == line.end || !is_amid_fields(line));
      if (ends_block || content == emacs_separator) {
        block.body = line.next;
        return block;
      }
      if (text(line).starts_with(git_comment)) {
        at = line.next;
        continue;
      }
      const bool is_folded = is_blank(bytes_[at]) || is_lost_parameter(block, line);
      if (is_folded && !block.fields.empty()) {
        extend(block.fields.back(), line);
      } else if (const auto name = field_name(text(line)); name && continues_block(*name, line)) {
        add_field(block, *name, line);
      } else if (is_followed_by_field(line)) {
        add_note(notes_, NoteKind::malformed_header, {line.begin, line.end},
                 "This line stands among the header fields but is none");
      } else {
        block.body = at;
        return block;
      }
      at = line.next;
    }
    block.body = at;
    return block;
  }

 private:
  [[nodiscard]] std::string_view text(RawLine line) const { return line.text(bytes_); }

  [[nodiscard]] std::size_t skip_comments(std::size_t at) const {
    while (bytes_.substr(at).starts_with(git_comment))
      at = raw_line_at(bytes_, at).next;
    return at;
  }

  [[nodiscard]] bool begins_block(RawLine line) const {
    if (text(line) == emacs_separator)
      return true;
    const auto name = field_name(text(line));
    return name && (format_ == SourceFormat::message || is_certain_name(*name));
  }

  [[nodiscard]] bool is_followed_by_field(RawLine line) const {
    const auto name = field_name(text(raw_line_at(bytes_, line.next)));
    return name && is_certain_name(*name);
  }

  // “boundary=…” at the start of the line below “Content-Type: multipart/mixed;”, whose fold lost
  // its space.
  [[nodiscard]] bool is_lost_parameter(const HeaderBlock& block, RawLine line) const {
    if (block.fields.empty() || field_name(text(line)))
      return false;
    const RawField& above = block.fields.back();
    const std::string_view value = slice(bytes_, above.value);
    return value.ends_with(';') && starts_ignoring_case(above.name, "content-") &&
           text(line).find('=') != std::string_view::npos;
  }

  // Whether a field follows a line of blanks, right away or behind the rest of the field above. The
  // search ends at the next line of blanks, so that no line is searched twice.
  [[nodiscard]] bool is_amid_fields(RawLine line) const {
    RawLine next = raw_line_at(bytes_, line.next);
    while (next.begin < next.end && is_blank(bytes_[next.begin]) && !trim(text(next)).empty()) {
      line = next;
      next = raw_line_at(bytes_, line.next);
    }
    return is_followed_by_field(line);
  }

  [[nodiscard]] bool continues_block(std::string_view name, RawLine line) const {
    return format_ == SourceFormat::message || is_likely_name(name) || is_followed_by_field(line);
  }

  [[nodiscard]] std::size_t after_empty_lines(std::size_t begin) const {
    std::size_t at = begin;
    for (RawLine line = raw_line_at(bytes_, at); line.begin < line.next && trim(text(line)).empty();
         line = raw_line_at(bytes_, at))
      at = line.next;
    return at;
  }

  void add_field(HeaderBlock& block, std::string_view name, RawLine line) {
    is_cut_ = block.fields.size() == field_count_limit;
    is_left_out_ = is_cut_;
    if (is_left_out_) {
      add_note(notes_, NoteKind::limit_reached, {line.begin, line.end},
               fmt::format("The header has more than {} fields; this one and those below it were "
                           "not read",
                           field_count_limit));
      return;
    }
    const std::size_t colon = bytes_.find(':', line.begin + name.size());
    const std::size_t end = end_within_limits(line.begin, line);
    const SourceSpan value = trimmed({std::min(colon + 1, end), end});
    block.fields.push_back({name, {line.begin, line.end}, value});
  }

  void extend(RawField& field, RawLine line) {
    if (is_left_out_)
      return;
    field.span.end = line.end;
    if (is_cut_)
      return;
    // Only the new line is trimmed at its end, so that a field of many lines stays linear.
    const SourceSpan added = trimmed({line.begin, end_within_limits(field.span.begin, line)});
    if (field.value.empty())
      field.value = added;
    else if (!added.empty())
      field.value.end = added.end;
  }

  // Where the value of the field that begins at `field` ends within `line`, at the latest.
  std::size_t end_within_limits(std::size_t field, RawLine line) {
    std::size_t end = std::min(line.end, line.begin + field_line_limit);
    end = std::max(std::min(end, field + field_size_limit), line.begin);
    if (end == line.end)
      return end;
    is_cut_ = true;
    while (end > line.begin && (static_cast<unsigned char>(bytes_[end]) & 0xC0U) == 0x80U)
      --end;  // No character is cut in half.
    add_note(notes_, NoteKind::limit_reached, {end, line.end},
             fmt::format("This field is longer than {} KiB, or a line of it than {} KiB; the rest "
                         "of it was not read",
                         field_size_limit / 1024, field_line_limit / 1024));
    return end;
  }

  [[nodiscard]] SourceSpan trimmed(SourceSpan span) const {
    while (span.begin < span.end && is_blank(bytes_[span.begin]))
      ++span.begin;
    while (span.begin < span.end && is_blank(bytes_[span.end - 1]))
      --span.end;
    return span;
  }

  std::string_view bytes_;
  SourceFormat format_;
  std::vector<Note>& notes_;
  bool is_cut_ = false;       // The value of the current field has reached a limit.
  bool is_left_out_ = false;  // The current field is beyond the limit.
};

}  // namespace

HeaderBlock find_header_block(std::string_view bytes, std::size_t begin, SourceFormat format,
                              std::vector<Note>& notes) {
  if (format == SourceFormat::plain_text)
    return {{}, begin};
  return Reader(bytes, format, notes).read(begin);
}

}  // namespace mailcheck
