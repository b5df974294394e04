#include "mail/encoding/uuencode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

struct Line {
  std::string_view text;  // Without its line end.
  std::size_t begin = 0;
  std::size_t next = 0;  // Where the next line begins.
};

Line line_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && !is_line_end(text[end]))
    ++end;
  const bool is_pair = text.substr(end).starts_with("\r\n");
  const std::size_t next = std::min(text.size(), end + (is_pair ? 2 : 1));
  return {text.substr(begin, end - begin), begin, next};
}

// The name in “begin 644 name”; empty when the line is no such.
std::string_view name_of(std::string_view line) {
  constexpr std::string_view begin = "begin ";
  if (!line.starts_with(begin))
    return {};
  line.remove_prefix(begin.size());
  std::size_t digits = 0;
  while (digits < line.size() && line[digits] >= '0' && line[digits] <= '7')
    ++digits;
  if (digits < 3 || digits > 4 || digits == line.size() || line[digits] != ' ')
    return {};
  return trim(line.substr(digits));
}

bool is_uu_char(char c) {
  return c >= ' ' && c <= '`';
}

std::uint32_t uu_value(char c) {
  return (static_cast<std::uint32_t>(static_cast<unsigned char>(c)) - 0x20U) & 0x3FU;
}

// Bytes that a line of data stands for; none when it is no such line.
std::size_t data_size(std::string_view line) {
  return line.empty() || !is_uu_char(line.front()) ? 0 : uu_value(line.front());
}

std::size_t characters_of(std::size_t size) {
  return (size + 2) / 3 * 4;
}

enum class Fit { none, loose, exact };

// A checksum may stand at the end, and a relay may have damaged a character or cut off spaces.
Fit data_fit(std::string_view line) {
  const std::size_t size = data_size(line);
  if (size == 0)
    return Fit::none;
  const std::size_t expected = characters_of(size);
  const std::size_t length = line.size() - 1;
  const bool is_clean = std::all_of(line.begin(), line.end(), is_uu_char);
  constexpr std::size_t slack = 3;
  if (is_clean && length >= expected && length <= expected + 1)
    return Fit::exact;
  const bool is_cut = is_clean && length < expected;
  return is_cut || (length >= expected && length <= expected + slack) ? Fit::loose : Fit::none;
}

bool is_zero_line(std::string_view line) {
  return trim(line).empty() || trim(line) == "`";
}

// The block whose “begin” stands in `first`. Where no block is, the lines read are none that could
// begin another one.
std::optional<UuencodedBlock> block_after(std::string_view text, const Line& first,
                                          std::string_view name) {
  UuencodedBlock block{{first.begin, first.next}, {first.next, first.next}, name, 0, false};
  bool is_exact = true;
  Line line = line_at(text, first.next);
  for (Fit fit = data_fit(line.text); fit != Fit::none; fit = data_fit(line.text)) {
    is_exact = is_exact && fit == Fit::exact;
    block.size += data_size(line.text);
    block.data.end = line.next;
    line = line_at(text, line.next);
  }
  block.span.end = block.data.end;
  if (is_zero_line(line.text) && line.next > line.begin)
    line = line_at(text, line.next);
  block.is_closed = trim(line.text) == "end";
  if (block.is_closed)
    block.span.end = line.next;
  const bool is_block = block.is_closed || (is_exact && block.size > 0);
  return is_block ? std::optional(block) : std::nullopt;
}

std::optional<UuencodedBlock> find_block(std::string_view text, std::size_t begin) {
  while (begin < text.size()) {
    const Line line = line_at(text, begin);
    if (const std::string_view name = name_of(line.text); !name.empty()) {
      if (std::optional<UuencodedBlock> block = block_after(text, line, name))
        return block;
    }
    begin = line.next;
  }
  return std::nullopt;
}

void append_line(DecodedText& out, const Line& line) {
  const std::size_t size = data_size(line.text);
  const std::string_view data = line.text.substr(1);
  const std::size_t length = std::min(data.size(), characters_of(size));
  for (std::size_t byte = 0; byte < size; ++byte) {
    const std::size_t at = byte / 3 * 4 + byte % 3;
    const std::uint32_t first = at < length ? uu_value(data[at]) : 0;
    const std::uint32_t second = at + 1 < length ? uu_value(data[at + 1]) : 0;
    const auto shift = static_cast<unsigned>(2 * (byte % 3));
    out.text += static_cast<char>(
        static_cast<unsigned char>(first << (2U + shift) | second >> (4U - shift)));
  }
  // Bytes of spaces that were cut off stand nowhere.
  const std::size_t whole = std::min(size, length / 4 * 3 + (length % 4 > 1 ? length % 4 - 1 : 0));
  const std::size_t begin = line.begin + 1;
  out.map.append_base64(whole, {begin, begin + length});
  if (whole < size)
    out.map.append_replaced(size - whole, {begin + length, begin + length});
}

}  // namespace

std::vector<UuencodedBlock> find_uuencoded(std::string_view text) {
  std::vector<UuencodedBlock> blocks;
  std::optional<UuencodedBlock> block = find_block(text, 0);
  while (block) {
    blocks.push_back(*block);
    block = find_block(text, block->span.end);
  }
  return blocks;
}

UuencodedFile decode_uuencode(std::string_view bytes, SourceSpan span, std::vector<Note>& notes) {
  UuencodedFile file;
  const std::optional<UuencodedBlock> block = find_block(bytes.substr(0, span.end), span.begin);
  if (!block) {
    add_note(notes, NoteKind::broken_encoding, span,
             "The text is not uuencoded, although its header says so");
    file.content.append_verbatim(bytes, span);
    return file;
  }
  file.name = block->name;
  for (std::size_t at = block->data.begin; at < block->data.end;) {
    const Line line = line_at(bytes, at);
    append_line(file.content, line);
    at = line.next;
  }
  if (!block->is_closed)
    add_note(notes, NoteKind::broken_encoding, {block->data.end, block->data.end},
             "The uuencoded text is cut off");
  return file;
}

}  // namespace mailcheck
