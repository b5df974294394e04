// Fuzzes reading a draft in every format, and finding its structure: whatever the bytes are, the
// text is valid, every span lies inside, and each byte of the text has a place in the source.

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "mail/draft.hpp"
#include "text/text.hpp"

using namespace mailcheck;

namespace {

void require_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    assert(point.valid && point.length > 0);
    at += point.length;
  }
}

template <class Space>
void require_inside(Span<Space> span, std::size_t size) {
  assert(span.begin <= span.end && span.end <= size);
}

// Each byte, and each window of some lengths, from evenly spread places.
void require_mapped(const Draft& draft, std::size_t source_size) {
  constexpr std::size_t places = 300;
  const std::size_t size = draft.text.size();
  const std::size_t step = std::max<std::size_t>(size / places, 1);
  assert(draft.map.text_size() == size);
  for (std::size_t begin = 0; begin <= size; begin += step) {
    for (const std::size_t length : {0U, 1U, 7U, 100U}) {
      const TextSpan span{begin, std::min(begin + length, size)};
      const SourceSpan source = draft.map.to_source(span);
      require_inside(source, source_size);
      assert(!draft.map.is_verbatim(span) || source.size() == span.size());
    }
  }
  require_inside(draft.map.to_source({0, size}), source_size);
}

void require_sound(const Draft& draft, const Source& source) {
  const std::size_t source_size = source.bytes.size();
  require_utf8(draft.text);
  require_mapped(draft, source_size);
  require_inside(draft.subject, draft.text.size());
  require_inside(draft.body, draft.text.size());
  assert(draft.subject.end <= draft.body.begin && draft.body.end == draft.text.size());
  for (const HeaderField& field : draft.fields) {
    require_inside(field.span, source_size);
    assert(field.span.contains(field.value_span));
    require_utf8(field.value);
    assert(field.value.find('\n') == std::string::npos);
  }
  for (const auto* list : {&draft.from, &draft.to, &draft.cc, &draft.bcc, &draft.reply_to}) {
    for (const Mailbox& mailbox : *list) {
      require_utf8(mailbox.display_name);
      require_utf8(mailbox.address);
    }
  }
  for (const Attachment& attachment : draft.attachments) {
    require_inside(attachment.span, source_size);
    require_utf8(attachment.name);
  }
  for (const Note& note : draft.notes) {
    require_inside(note.span, source_size);
    require_utf8(note.message);
  }
  std::size_t end = 0;
  for (const TextSpan span : draft.verbatim) {
    require_inside(span, draft.text.size());
    assert(end <= span.begin);
    end = span.end;
  }
}

void require_sound(const Text& text, const Draft& draft) {
  const std::size_t size = draft.text.size();
  for (const Region& region : text.regions)
    require_inside(region.span, size);
  for (const Paragraph& paragraph : text.paragraphs)
    require_inside(paragraph.span, size);
  for (const Sentence& sentence : text.sentences) {
    require_inside(sentence.span, size);
    assert(sentence.paragraph < text.paragraphs.size());
    assert(sentence.first_token <= sentence.last_token);
    assert(sentence.last_token <= text.tokens.all.size());
  }
  for (const Word& word : text.words) {
    require_inside(word.span, size);
    assert(word.sentence < text.sentences.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  for (const SourceFormat format :
       {SourceFormat::automatic, SourceFormat::plain_text, SourceFormat::message,
        SourceFormat::markdown, SourceFormat::html}) {
    Source source;
    source.path = "draft";
    source.bytes = bytes;
    source.format = format;
    const Draft draft = parse_draft(source);
    require_sound(draft, source);
    require_sound(analyze(draft), draft);
  }
  return 0;
}
