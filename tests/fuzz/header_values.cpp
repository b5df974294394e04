// Fuzzes what reads the values of header fields: header blocks, encoded words, address lists,
// parameters, dates, message ids.

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "mail/header/address_list.hpp"
#include "mail/header/date.hpp"
#include "mail/header/field_value.hpp"
#include "mail/header/header_block.hpp"
#include "mail/header/media_type.hpp"
#include "mail/header/message_ids.hpp"

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
  static_cast<void>(append_addresses(mailboxes, words.text));
  assert(mailboxes.size() <= address_limit);
  for (const Mailbox& mailbox : mailboxes)
    assert(is_utf8(mailbox.display_name) && is_utf8(mailbox.address));

  const ParameterizedValue parameters = parse_parameterized(unfolded.text);
  assert(is_utf8(parameters.value) && parameters.parameters.size() <= parameter_limit);
  for (const Parameter& parameter : parameters.parameters) {
    assert(is_utf8(parameter.value) && !parameter.name.empty());
    assert(parameter.value.find_first_of("\r\n") == std::string::npos);
  }

  if (const std::optional<DateTime> date = parse_date(unfolded.text)) {
    assert(date->month >= 1 && date->month <= 12 && date->day >= 1 && date->day <= 31);
    assert(date->hour >= 0 && date->hour < 24 && date->minute >= 0 && date->minute < 60);
    assert(date->second >= 0 && date->second <= 60);
    assert(std::abs(date->zone_minutes.value_or(0)) < 24 * 60);
  }

  std::vector<std::string> ids;
  static_cast<void>(append_message_ids(ids, words.text));
  for (const std::string& id : ids)
    assert(id.starts_with('<') && id.ends_with('>'));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  read_block(bytes, SourceFormat::automatic);
  read_block(bytes, SourceFormat::message);
  read_value(bytes);
  return 0;
}
