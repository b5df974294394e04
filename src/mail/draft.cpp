#include "mail/draft.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "mail/ascii.hpp"
#include "mail/body.hpp"
#include "mail/decoded_text.hpp"
#include "mail/header/address_list.hpp"
#include "mail/header/date.hpp"
#include "mail/header/field_value.hpp"
#include "mail/header/header_block.hpp"
#include "mail/header/message_ids.hpp"

namespace mailcheck {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

enum class LineEnd { lf, crlf, cr };

std::string_view name_of(LineEnd end) {
  switch (end) {
    case LineEnd::lf:
      return "LF";
    case LineEnd::crlf:
      return "CRLF";
    case LineEnd::cr:
      return "CR";
  }
  return {};
}

// Notes the first line that ends unlike the first line.
void note_mixed_line_ends(std::string_view bytes, std::vector<Note>& notes) {
  bool is_first = true;
  LineEnd first = LineEnd::lf;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (!is_line_end(bytes[at]))
      continue;
    const std::size_t begin = at;
    LineEnd end = LineEnd::lf;
    if (bytes[at] == '\r') {
      const bool is_pair = at + 1 < bytes.size() && bytes[at + 1] == '\n';
      end = is_pair ? LineEnd::crlf : LineEnd::cr;
      at += is_pair ? 1 : 0;
    }
    if (is_first) {
      first = end;
      is_first = false;
    } else if (end != first) {
      std::string message = "This line ends with ";
      message.append(name_of(end)).append(", the first one with ").append(name_of(first));
      add_note(notes, NoteKind::mixed_line_ends, {begin, at + 1}, std::move(message));
      return;
    }
  }
}

// The list a field of that name adds to, or nullptr.
std::vector<Mailbox>* address_list(Draft& draft, std::string_view name) {
  const std::array<std::pair<std::string_view, std::vector<Mailbox>*>, 5> lists = {
      {{"From", &draft.from},
       {"To", &draft.to},
       {"Cc", &draft.cc},
       {"Bcc", &draft.bcc},
       {"Reply-To", &draft.reply_to}}};
  for (const auto& [list_name, list] : lists) {
    if (equal_ignoring_case(list_name, name))
      return list;
  }
  return nullptr;
}

TextSpan shifted(TextSpan span, std::size_t by) {
  return {span.begin + by, span.end + by};
}

}  // namespace

const HeaderField* Draft::field(std::string_view name) const {
  for (const HeaderField& candidate : fields) {
    if (equal_ignoring_case(candidate.name, name))
      return &candidate;
  }
  return nullptr;
}

Draft parse_draft(const Source& source) {
  const std::string_view bytes = source.bytes;
  Draft draft;
  note_mixed_line_ends(bytes, draft.notes);
  const std::size_t begin = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  const HeaderBlock block = find_header_block(bytes, begin, source.format, draft.notes);
  draft.has_header_block = !block.fields.empty();

  DecodedText text;
  bool has_subject = false;
  for (const RawField& raw : block.fields) {
    const DecodedText unfolded = unfold(bytes, raw.value);
    DecodedText value = decode_words(unfolded, draft.notes);
    if (std::vector<Mailbox>* list = address_list(draft, raw.name)) {
      // The list is taken apart before its encoded words are decoded: they may hold commas.
      if (!append_addresses(*list, unfolded.text))
        add_note(
            draft.notes, NoteKind::limit_reached, raw.span,
            fmt::format("There are more than {} addresses; the rest was not read", address_limit));
    }
    if (!draft.date && equal_ignoring_case(raw.name, "Date"))
      draft.date = parse_date(value.text);
    if (equal_ignoring_case(raw.name, "In-Reply-To") &&
        !append_message_ids(draft.in_reply_to, value.text))
      add_note(draft.notes, NoteKind::limit_reached, raw.span,
               fmt::format("This field names more than {} mails; the rest was not read",
                           message_id_limit));
    if (!has_subject && equal_ignoring_case(raw.name, "Subject")) {
      has_subject = true;
      text = value;
    }
    draft.fields.push_back({std::string(raw.name), std::move(value.text), raw.span, raw.value});
  }
  draft.subject = {0, text.text.size()};
  if (!text.text.empty()) {
    const std::size_t end = text.map.to_source({text.text.size(), text.text.size()}).begin;
    text.append_replaced("\n", {end, end});
  }
  draft.body.begin = text.text.size();
  // An empty piece, so that even an empty body has a place in the source.
  text.map.append_replaced(0, {block.body, block.body});
  Body body = read_body(source, block, draft.notes);
  text.append(body.text, {0, body.text.text.size()});
  draft.body.end = text.text.size();
  for (TextSpan& span : body.verbatim)
    span = shifted(span, draft.body.begin);
  for (TextPart& part : body.parts)
    part.text = shifted(part.text, draft.body.begin);
  draft.verbatim = std::move(body.verbatim);
  draft.parts = std::move(body.parts);
  draft.attachments = std::move(body.attachments);
  draft.html_traits = std::move(body.html_traits);
  draft.text = std::move(text.text);
  draft.map = std::move(text.map);
  return draft;
}

}  // namespace mailcheck
