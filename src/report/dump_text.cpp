#include "report/dump_text.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/line_index.hpp"
#include "base/utf8.hpp"
#include "report/escape.hpp"
#include "report/places.hpp"

namespace mailcheck {
namespace {

// Code points of a text that are shown.
constexpr std::size_t shown_length = 60;

std::string shown(std::string_view text) {
  const std::string_view start = utf8_prefix(text, shown_length);
  return terminal_safe_line(start) + (start.size() < text.size() ? "…" : "");
}

std::string shown(const Mailbox& mailbox) {
  if (mailbox.display_name.empty())
    return terminal_safe_line(mailbox.address);
  const std::string name = terminal_safe_line(mailbox.display_name);
  return mailbox.address.empty()
             ? name
             : fmt::format("{} <{}>", name, terminal_safe_line(mailbox.address));
}

class Writer {
 public:
  explicit Writer(const DumpedDraft& dumped)
      : source_(dumped.source), draft_(dumped.draft), text_(dumped.text), facts_(dumped.facts) {}

  std::string write() {
    add_header();
    for (const Region& region : text_.regions)
      add("region", name_of(region.kind), region.span);
    for (const Paragraph& paragraph : text_.paragraphs)
      add("paragraph", name_of(paragraph.region), paragraph.span);
    for (const Sentence& sentence : text_.sentences)
      add("sentence", name_of(sentence.region), sentence.span);
    for (const TextSpan span : draft_.verbatim)
      add("verbatim", "", span);
    for (const Note& note : draft_.notes)
      rows_.push_back({"note", note.span,
                       fmt::format("{}: {}", name_of(note.kind), terminal_safe(note.message))});
    return head() + written_rows();
  }

 private:
  /// A thing that stands somewhere in the file.
  struct Row {
    std::string_view what;
    SourceSpan span;
    std::string rest;
  };

  void add(std::string_view what, std::string_view kind, TextSpan span) {
    const std::string text = shown(slice(draft_.text, span));
    rows_.push_back({what, draft_.map.to_source(span),
                     kind.empty() ? text : fmt::format("{:<13} {}", kind, text)});
  }

  void add_header() {
    for (const HeaderField& field : draft_.fields)
      rows_.push_back({"field", field.span,
                       fmt::format("{}: {}", terminal_safe_line(field.name), shown(field.value))});
    for (const TextPart& part : draft_.parts)
      rows_.push_back({"part", part.source,
                       fmt::format("{}, {}, {}", name_of(part.kind), name_of(part.encoding),
                                   name_of(part.charset))});
    for (const Attachment& attachment : draft_.attachments)
      rows_.push_back({"attachment", attachment.span,
                       fmt::format("{} {}, {} bytes{}", terminal_safe_line(attachment.type),
                                   terminal_safe_line(attachment.name), attachment.size,
                                   attachment.is_inline ? ", inline" : "")});
  }

  // What has no place of its own.
  [[nodiscard]] std::string head() const {
    std::string out =
        fmt::format("{}\n", source_.path == "-" ? "standard input" : terminal_safe(source_.path));
    const auto line = [&](std::string_view what, std::string_view value) {
      out += fmt::format("  {:<11} {}\n", what, value);
    };
    if (source_.message > 1)
      line("message", fmt::to_string(source_.message));
    line("format", name_of(draft_.body_kind()));
    line("stage", fmt::format("{}, {}", name_of(facts_.stage.stage),
                              facts_.stage.given ? "given"
                                                 : fmt::format("guessed with confidence {:.2f}",
                                                               facts_.stage.confidence)));
    const auto people = [&](std::string_view what, const std::vector<Mailbox>& mailboxes) {
      for (const Mailbox& mailbox : mailboxes)
        line(what, shown(mailbox));
    };
    people("from", draft_.from);
    people("to", draft_.to);
    people("cc", draft_.cc);
    people("bcc", draft_.bcc);
    people("reply-to", draft_.reply_to);
    if (draft_.date)
      line("date", iso_date(*draft_.date));
    for (const std::string& id : draft_.in_reply_to)
      line("in-reply-to", terminal_safe_line(id));
    std::string names;
    for (const std::string& name : facts_.names)
      names += (names.empty() ? "" : ", ") + terminal_safe_line(name);
    if (!names.empty())
      line("names", names);
    line("words", fmt::to_string(text_.words.size()));
    line("quoted",
         fmt::format("{} {}", text_.quoted_lines, text_.quoted_lines == 1 ? "line" : "lines"));
    return out;
  }

  [[nodiscard]] std::string written_rows() const {
    std::vector<SourceSpan> spans;
    for (const Row& row : rows_)
      spans.push_back(row.span);
    const LineIndex lines(source_.bytes);
    const std::vector<FindingPlace> places = places_of(spans, source_, lines);
    std::string out;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const FindingPlace& place = places[i];
      const std::string range = fmt::format("{}:{}-{}:{}", place.start.line, place.start.column,
                                            place.end.line, place.end.column);
      std::string line = fmt::format("  {:<11} {:<13} {}", rows_[i].what, range, rows_[i].rest);
      line.erase(line.find_last_not_of(' ') + 1);
      out += line + "\n";
    }
    return out;
  }

  const Source& source_;
  const Draft& draft_;
  const Text& text_;
  const Facts& facts_;
  std::vector<Row> rows_;
};

}  // namespace

std::string dump_as_text(const DumpedDraft& dumped) {
  return Writer(dumped).write();
}

}  // namespace mailcheck
