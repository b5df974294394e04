#pragma once

// The bytes of a lexicon: how they are laid out, and what writer and reader have in common. All
// numbers are little-endian.
//
//   header    the numbers of LexiconHeader
//   groups    4 numbers each: frequency and length (8 bits each), first form, forms, first record
//   letters   1 number a form: see letters_of
//   slots     an open-addressing table by hash, 1 number each: 10 bits of the hash and where the
//             record is; 0 is empty
//   records   a form each, by frequency, length, text: 1 byte length, 2 bytes flags, the text
//
// The forms of one group are equally long, so that the n-th is found without an index.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace mailcheck {

static_assert(sizeof(std::size_t) == 8, "offsets and hashes are computed in 64 bits");

inline constexpr std::uint32_t lexicon_mark = 0x314C434D;  // “MCL1”

struct LexiconHeader {
  std::uint32_t mark;
  std::uint32_t size;  ///< Bytes of the image.
  std::uint32_t languages;
  std::uint32_t forms;
  std::uint32_t groups;
  std::uint32_t slots;
  std::uint32_t records;  ///< Bytes; the first is unused, so that no record is at 0.
};

inline constexpr std::size_t numbers_of_group = 4;
inline constexpr std::size_t record_head = 3;
inline constexpr unsigned offset_bits = 22;
inline constexpr std::uint32_t offset_mask = (std::uint32_t{1} << offset_bits) - 1;
/// Bytes of a form.
inline constexpr std::size_t longest_form = 63;

/// A hash of a form; its upper half chooses the slot, its lowest bits tell forms in it apart.
[[nodiscard]] inline std::uint64_t hash_of(std::string_view form) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
  std::uint64_t hash = form.size() * factor;
  std::size_t at = 0;
  for (; at + sizeof hash <= form.size(); at += sizeof hash) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, form.data() + at, sizeof eight);
    hash = (hash ^ eight) * factor;
    hash ^= hash >> 32;
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, form.data() + at, form.size() - at);
  hash = (hash ^ rest) * factor;
  hash ^= hash >> 29;
  return hash * factor;
}

[[nodiscard]] inline std::size_t slot_of(std::uint64_t hash, std::size_t slots) {
  return static_cast<std::size_t>((hash >> 32) * slots >> 32);
}

/// The part of a slot that tells forms apart.
[[nodiscard]] inline std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash) << offset_bits;
}

}  // namespace mailcheck
