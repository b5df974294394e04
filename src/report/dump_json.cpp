#include "report/dump_json.hpp"

#include <vector>

#include "report/json_writer.hpp"

namespace mailcheck {
namespace {

class Writer {
 public:
  explicit Writer(const DumpedDraft& dumped)
      : source_(dumped.source), draft_(dumped.draft), text_(dumped.text), facts_(dumped.facts) {}

  std::string write() {
    json_.begin_object();
    json_.key("schema").number(1);
    json_.key("path").string(source_.path);
    json_.key("message").number(source_.message);
    json_.key("format").string(name_of(draft_.body_kind()));
    write_header();
    json_.key("text").string(slice(draft_.text, draft_.body));
    write_parts();
    write_attachments();
    write_text();
    write_facts();
    write_notes();
    json_.end_object();
    return json_.take() + "\n";
  }

 private:
  void write_header() {
    json_.key("subject").string(slice(draft_.text, draft_.subject));
    write_people("from", draft_.from);
    write_people("to", draft_.to);
    write_people("cc", draft_.cc);
    write_people("bcc", draft_.bcc);
    write_people("reply_to", draft_.reply_to);
    json_.key("date");
    if (draft_.date)
      json_.string(iso_date(*draft_.date));
    else
      json_.null();
    write_strings("in_reply_to", draft_.in_reply_to);
  }

  void write_people(std::string_view key, const std::vector<Mailbox>& people) {
    json_.key(key).begin_array();
    for (const Mailbox& mailbox : people) {
      json_.begin_object();
      json_.key("name").string(mailbox.display_name);
      json_.key("address").string(mailbox.address);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_strings(std::string_view key, const std::vector<std::string>& values) {
    json_.key(key).begin_array();
    for (const std::string& value : values)
      json_.string(value);
    json_.end_array();
  }

  void write_parts() {
    json_.key("parts").begin_array();
    for (const TextPart& part : draft_.parts) {
      json_.begin_object();
      json_.key("kind").string(name_of(part.kind));
      json_.key("encoding").string(name_of(part.encoding));
      json_.key("charset").string(name_of(part.charset));
      write_span(part.source);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_attachments() {
    json_.key("attachments").begin_array();
    for (const Attachment& attachment : draft_.attachments) {
      json_.begin_object();
      json_.key("name").string(attachment.name);
      json_.key("type").string(attachment.type);
      json_.key("size").number(attachment.size);
      json_.key("inline").boolean(attachment.is_inline);
      write_span(attachment.span);
      json_.end_object();
    }
    json_.end_array();
  }

  // In bytes of the file, which may hold other messages before this one.
  void write_span(SourceSpan span) {
    json_.key("start").number(source_.first_offset + span.begin);
    json_.key("end").number(source_.first_offset + span.end);
  }

  void write_text() {
    json_.key("regions").begin_array();
    for (const Region& region : text_.regions) {
      json_.begin_object();
      json_.key("kind").string(name_of(region.kind));
      write_span(draft_.map.to_source(region.span));
      json_.key("text_start").number(region.span.begin);
      json_.key("text_end").number(region.span.end);
      json_.end_object();
    }
    json_.end_array();
    write_blocks("paragraphs", text_.paragraphs);
    write_blocks("sentences", text_.sentences);
    json_.key("words").begin_array();
    for (const Word& word : text_.words) {
      json_.begin_object();
      json_.key("text").string(slice(draft_.text, word.span));
      write_span(draft_.map.to_source(word.span));
      json_.end_object();
    }
    json_.end_array();
    json_.key("verbatim").begin_array();
    for (const TextSpan span : draft_.verbatim) {
      json_.begin_object();
      write_span(draft_.map.to_source(span));
      json_.end_object();
    }
    json_.end_array();
  }

  template <class Block>
  void write_blocks(std::string_view key, const std::vector<Block>& blocks) {
    json_.key(key).begin_array();
    for (const Block& block : blocks) {
      json_.begin_object();
      json_.key("region").string(name_of(block.region));
      write_span(draft_.map.to_source(block.span));
      json_.end_object();
    }
    json_.end_array();
  }

  void write_facts() {
    json_.key("stage").begin_object();
    json_.key("name").string(name_of(facts_.stage.stage));
    json_.key("confidence").fraction(facts_.stage.confidence);
    json_.key("given").boolean(facts_.stage.given);
    json_.end_object();
    write_strings("names", facts_.names);
  }

  void write_notes() {
    json_.key("notes").begin_array();
    for (const Note& note : draft_.notes) {
      json_.begin_object();
      json_.key("kind").string(name_of(note.kind));
      json_.key("message").string(note.message);
      write_span(note.span);
      json_.end_object();
    }
    json_.end_array();
  }

  const Source& source_;
  const Draft& draft_;
  const Text& text_;
  const Facts& facts_;
  JsonWriter json_{JsonStyle::one_line};
};

}  // namespace

std::string dump_as_json(const DumpedDraft& dumped) {
  return Writer(dumped).write();
}

}  // namespace mailcheck
