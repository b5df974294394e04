// Fuzzes what reads the values of header fields: header blocks, encoded words, address lists.

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "mail/address_list.hpp"
#include "mail/field_value.hpp"
#include "mail/header_block.hpp"

using namespace mailcheck;

namespace {

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (!point.valid)
      return false;
    at += point.length;
  }
  return true;
}

void read_block(std::string_view bytes, SourceFormat format) {
  std::vector<Note> notes;
  const HeaderBlock block = find_header_block(bytes, 0, format, notes);
  assert(block.body <= bytes.size());
  std::size_t end = 0;
  for (const RawField& field : block.fields) {
    assert(end <= field.span.begin && field.span.end <= block.body);
    assert(field.span.contains(field.value));
    assert(!field.name.empty());
    end = field.span.end;
  }
}

// Values are read as a draft does it: unfolded first.
void read_value(std::string_view bytes) {
  std::vector<Note> notes;
  const DecodedText unfolded = unfold(bytes, {0, bytes.size()});
  assert(unfolded.map.text_size() == unfolded.text.size());
  const DecodedText words = decode_words(unfolded, notes);
  assert(is_utf8(words.text) && words.map.text_size() == words.text.size());
  assert(words.map.to_source({0, words.text.size()}).end <= bytes.size());

  std::vector<Mailbox> mailboxes;
  append_addresses(mailboxes, words.text);
  assert(mailboxes.size() <= address_limit);
  for (const Mailbox& mailbox : mailboxes)
    assert(is_utf8(mailbox.display_name) && is_utf8(mailbox.address));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  read_block(bytes, SourceFormat::automatic);
  read_block(bytes, SourceFormat::message);
  read_value(bytes);
  return 0;
}
