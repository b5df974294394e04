#include "base/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace mailcheck {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// What the first byte of a sequence says: how many more bytes follow, and which values the second
/// may have (Unicode 15, table 3-7). `following` is 0 for a byte that cannot begin a sequence.
struct Lead {
  std::size_t following = 0;
  unsigned second_min = 0x80;
  unsigned second_max = 0xBF;
  char32_t bits = 0;
};

Lead lead_of(unsigned byte) {
  if (byte >= 0xC2 && byte <= 0xDF)
    return {1, 0x80, 0xBF, byte & 0x1FU};
  if (byte >= 0xE0 && byte <= 0xEF)
    return {2, byte == 0xE0 ? 0xA0U : 0x80U, byte == 0xED ? 0x9FU : 0xBFU, byte & 0x0FU};
  if (byte >= 0xF0 && byte <= 0xF4)
    return {3, byte == 0xF0 ? 0x90U : 0x80U, byte == 0xF4 ? 0x8FU : 0xBFU, byte & 0x07U};
  return {};
}

unsigned byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

}  // namespace

CodePoint decode_long_utf8(std::string_view text, std::size_t offset) {
  const Lead lead = lead_of(byte_at(text, offset));
  if (lead.following == 0)
    return {replacement, 1, false};
  char32_t value = lead.bits;
  for (std::size_t i = 1; i <= lead.following; ++i) {
    if (offset + i >= text.size())
      return {replacement, i, false};
    const unsigned byte = byte_at(text, offset + i);
    const unsigned min = i == 1 ? lead.second_min : 0x80U;
    const unsigned max = i == 1 ? lead.second_max : 0xBFU;
    if (byte < min || byte > max)
      return {replacement, i, false};
    value = (value << 6U) | (byte & 0x3FU);
  }
  return {value, lead.following + 1, true};
}

void append_long_utf8(std::string& out, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
    value = replacement;
  const auto put = [&out](char32_t byte) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
  };
  if (value < 0x800) {
    put(0xC0U | (value >> 6U));
    put(0x80U | (value & 0x3FU));
    return;
  }
  if (value < 0x10000) {
    put(0xE0U | (value >> 12U));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
    return;
  }
  put(0xF0U | (value >> 18U));
  put(0x80U | ((value >> 12U) & 0x3FU));
  put(0x80U | ((value >> 6U) & 0x3FU));
  put(0x80U | (value & 0x3FU));
}

std::size_t find_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    // ASCII, eight bytes at a time: nearly all that is ever asked about.
    for (std::uint64_t bytes = 0; text.size() - offset >= sizeof bytes; offset += sizeof bytes) {
      std::memcpy(&bytes, text.data() + offset, sizeof bytes);
      if ((bytes & 0x8080808080808080U) != 0)
        break;
    }
    if (offset == text.size())
      break;
    const CodePoint point = decode_utf8(text, offset);
    if (!point.valid)
      return offset;
    offset += point.length;
  }
  return text.size();
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count)
    offset += decode_utf8(text, offset).length;
  return count;
}

std::string_view utf8_prefix(std::string_view text, std::size_t code_points) {
  std::size_t offset = 0;
  for (std::size_t count = 0; count < code_points && offset < text.size(); ++count)
    offset += decode_utf8(text, offset).length;
  return text.substr(0, offset);
}

}  // namespace mailcheck
