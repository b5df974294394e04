#include "spelling/lexicon.hpp"

#include <bit>
#include <cassert>

#include "spelling/lexicon_image.hpp"

namespace mailcheck {

namespace {

static_assert(std::endian::native == std::endian::little, "the image is read where it lies");

Lexicon::Form form_at(const char* record) {
  std::uint16_t bits = 0;
  std::memcpy(&bits, record + 1, sizeof bits);
  return {{record + record_head, static_cast<unsigned char>(record[0])}, FormFlags(bits)};
}

}  // namespace

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word) {
    const unsigned letter = (static_cast<unsigned char>(c) | 0x20U) - 'a';
    letters |= letter < 26 ? std::uint32_t{1} << letter : 0;
  }
  return letters;
}

std::optional<Lexicon> Lexicon::open(std::string_view image) {
  LexiconHeader header{};
  if (image.size() < sizeof header)
    return std::nullopt;
  std::memcpy(&header, image.data(), sizeof header);
  const std::size_t numbers = header.groups * numbers_of_group + header.forms + header.slots;
  const std::size_t size = sizeof header + numbers * sizeof(std::uint32_t) + header.records;
  if (header.mark != lexicon_mark || header.slots < letters_at_once ||
      header.size != image.size() || size != image.size())
    return std::nullopt;
  assert(reinterpret_cast<std::uintptr_t>(image.data()) % alignof(std::uint32_t) == 0);
  Lexicon lexicon;
  lexicon.languages_ = static_cast<std::uint8_t>(header.languages);
  lexicon.form_count_ = header.forms;
  lexicon.group_count_ = header.groups;
  lexicon.slot_count_ = header.slots;
  lexicon.groups_ = reinterpret_cast<const std::uint32_t*>(image.data() + sizeof header);
  lexicon.letters_ = lexicon.groups_ + header.groups * numbers_of_group;
  lexicon.slots_ = lexicon.letters_ + header.forms;
  lexicon.records_ = reinterpret_cast<const char*>(lexicon.slots_ + header.slots);
  return lexicon;
}

FormFlags Lexicon::find(std::string_view form) const {
  if (slot_count_ == 0 || form.empty() || form.size() > longest_form)
    return {};
  const std::uint64_t hash = hash_of(form);
  const std::uint32_t tag = tag_of(hash);
  // The writer leaves slots empty, so that the walk ends.
  for (std::size_t slot = slot_of(hash, slot_count_); slots_[slot] != 0;) {
    if ((slots_[slot] & ~offset_mask) == tag) {
      const Form found = form_at(records_ + (slots_[slot] & offset_mask));
      if (found.text == form)
        return found.flags;
    }
    slot = slot + 1 == slot_count_ ? 0 : slot + 1;
  }
  return {};
}

Lexicon::Group Lexicon::group(std::size_t index) const {
  assert(index < group_count_);
  const std::uint32_t* const numbers = groups_ + index * numbers_of_group;
  Group group;
  group.frequency_ = static_cast<FrequencyClass>(numbers[0] & 0xFFU);
  group.length_ = numbers[0] >> 8;
  group.letters_ = letters_ + numbers[1];
  group.size_ = numbers[2];
  group.records_ = records_ + numbers[3];
  return group;
}

Lexicon::Form Lexicon::Group::form(std::size_t index) const {
  assert(index < size_);
  return form_at(records_ + index * (record_head + length_));
}

}  // namespace mailcheck
