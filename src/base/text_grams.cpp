#include "base/text_grams.hpp"

#include <algorithm>
#include <bit>

namespace mailcheck {

namespace {

constexpr std::size_t least_bits = 8 * 1024;
constexpr std::size_t most_bits = 1024 * 1024;
/// Bits for each byte of the text: a byte adds two grams, and few bits should be set.
constexpr std::size_t bits_per_byte = 16;

/// Multiplicative hashing; the upper half of the product is the well-mixed one.
std::uint32_t hash_of(std::uint32_t gram) {
  constexpr std::uint32_t golden_ratio = 0x9E3779B1U;
  const std::uint32_t product = gram * golden_ratio;
  return product ^ product >> 15U;
}

std::uint32_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

}  // namespace

TextGrams::TextGrams(std::string_view text) {
  const std::size_t bits =
      std::bit_ceil(std::clamp(text.size() * bits_per_byte, least_bits, most_bits));
  bits_.resize(bits / 64);
  mask_ = static_cast<std::uint32_t>(bits - 1);
  std::uint32_t pair = 0;  // The two bytes before; none is 0.
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::uint32_t byte = byte_at(text, at);
    bytes_.set(byte);
    add((pair & 0xFFU) << 8U | byte);
    add(1U << 24U | pair << 8U | byte);
    pair = (pair << 8U | byte) & 0xFFFFU;
  }
}

void TextGrams::add(std::uint32_t gram) {
  const std::uint32_t bit = hash_of(gram) & mask_;
  bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

bool TextGrams::has(std::uint32_t gram) const {
  const std::uint32_t bit = hash_of(gram) & mask_;
  return (bits_[bit / 64] >> (bit % 64) & 1U) != 0;
}

bool TextGrams::may_hold(std::string_view part) const {
  if (part.size() == 1)
    return bytes_.test(byte_at(part, 0));
  if (part.size() == 2)
    return has(byte_at(part, 0) << 8U | byte_at(part, 1));
  for (std::size_t at = 2; at < part.size(); ++at)
    if (!has(1U << 24U | byte_at(part, at - 2) << 16U | byte_at(part, at - 1) << 8U |
             byte_at(part, at)))
      return false;
  return true;
}

}  // namespace mailcheck
