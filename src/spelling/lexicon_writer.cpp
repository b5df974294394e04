#include "spelling/lexicon_writer.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>

#include "spelling/capitals.hpp"
#include "spelling/lexicon_image.hpp"

namespace mailcheck {

namespace {

constexpr FrequencyClass rarest = frequency_classes - 1;
/// Of words that only our lists have: terms of trades, and names.
constexpr FrequencyClass own_word = 4;
constexpr FrequencyClass own_name = 6;

struct SortedForm {
  std::string_view text;
  FormFlags flags;
};

void append_number(std::string& bytes, std::uint32_t number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

/// The four parts of an image behind its header, while they grow.
struct Parts {
  std::string groups;
  std::string letters;
  std::string records = std::string(1, '\0');
  std::vector<std::uint32_t> slots;
};

void append_group(Parts& parts, const std::vector<SortedForm>& forms, std::size_t begin,
                  std::size_t end) {
  const SortedForm& first = forms[begin];
  const std::size_t length = first.text.size();
  append_number(parts.groups, static_cast<std::uint32_t>(first.flags.frequency() | length << 8));
  append_number(parts.groups, static_cast<std::uint32_t>(begin));
  append_number(parts.groups, static_cast<std::uint32_t>(end - begin));
  append_number(parts.groups, static_cast<std::uint32_t>(parts.records.size()));
}

void append_record(Parts& parts, const SortedForm& form) {
  const std::uint64_t hash = hash_of(form.text);
  std::size_t slot = slot_of(hash, parts.slots.size());
  while (parts.slots[slot] != 0)
    slot = slot + 1 == parts.slots.size() ? 0 : slot + 1;
  parts.slots[slot] = tag_of(hash) | static_cast<std::uint32_t>(parts.records.size());
  const std::uint16_t bits = form.flags.bits();
  parts.records += static_cast<char>(form.text.size());
  parts.records.append(reinterpret_cast<const char*>(&bits), sizeof bits);
  parts.records += form.text;
  append_number(parts.letters, letters_of(form.text));
}

bool same_group(const SortedForm& a, const SortedForm& b) {
  return a.text.size() == b.text.size() && a.flags.frequency() == b.flags.frequency();
}

std::string joined(const Parts& parts, std::size_t forms, std::uint8_t languages) {
  LexiconHeader header{};
  header.mark = lexicon_mark;
  header.languages = languages;
  header.forms = static_cast<std::uint32_t>(forms);
  header.groups =
      static_cast<std::uint32_t>(parts.groups.size() / sizeof(std::uint32_t) / numbers_of_group);
  header.slots = static_cast<std::uint32_t>(parts.slots.size());
  header.records = static_cast<std::uint32_t>(parts.records.size());
  const std::string_view slots(reinterpret_cast<const char*>(parts.slots.data()),
                               parts.slots.size() * sizeof(std::uint32_t));
  header.size =
      static_cast<std::uint32_t>(sizeof header + parts.groups.size() + parts.letters.size() +
                                 slots.size() + parts.records.size());
  std::string image(reinterpret_cast<const char*>(&header), sizeof header);
  image.append(parts.groups).append(parts.letters).append(slots).append(parts.records);
  return image;
}

}  // namespace

void LexiconWriter::add_dictionary(WordSource language, const std::vector<DictionaryForm>& forms) {
  languages_ = static_cast<std::uint8_t>(languages_ | 1U << static_cast<unsigned>(language));
  constexpr std::string_view possessive = "'s";
  for (const DictionaryForm& form : forms) {
    const bool is_possessive =
        form.text.size() > possessive.size() && form.text.ends_with(possessive);
    const std::size_t size = form.text.size() - (is_possessive ? possessive.size() : 0);
    FormFlags& flags = forms_[form.text.substr(0, size)];
    flags.add_language(language, is_possessive, form.only_in_capitals);
    if (form.is_unwanted)
      flags.set_unwanted();
  }
}

void LexiconWriter::add_own_word(std::string_view word) {
  forms_[std::string(word)].set_own();
}

void LexiconWriter::set_frequency(std::string_view word, FrequencyClass frequency) {
  const auto [at, is_new] = frequencies_.emplace(word, frequency);
  if (!is_new)
    at->second = std::min(at->second, frequency);
}

FrequencyClass LexiconWriter::frequency_of(const std::string& form, FormFlags flags) const {
  const bool only_own = flags.is_own() && flags.languages() == 0;
  const auto found = frequencies_.find(form);
  if (found == frequencies_.end() && only_own)
    return capitals_of(form) == Capitals::none ? own_word : own_name;
  FrequencyClass frequency = found == frequencies_.end() ? rarest : found->second;
  if (capitals_of(form) == Capitals::initial) {  // A list in lower case says “monday”.
    const std::string lower = without_capitals(form);
    const auto of_lower = frequencies_.find(lower);
    if (of_lower != frequencies_.end() && !forms_.contains(lower))
      frequency = std::min(frequency, of_lower->second);
  }
  return frequency;
}

Result<std::string> LexiconWriter::image() const {
  std::vector<SortedForm> forms;
  forms.reserve(forms_.size());
  std::size_t bytes = 1;
  for (const auto& [text, flags] : forms_) {
    if (text.empty() || text.size() > longest_form)
      return Error{"“" + text + "” does not fit into a lexicon"};
    forms.push_back({text, flags});
    forms.back().flags.set_frequency(frequency_of(text, flags));
    bytes += record_head + text.size();
  }
  if (bytes > offset_mask)
    return Error{"there are too many words for a lexicon"};
  std::sort(forms.begin(), forms.end(), [](const SortedForm& a, const SortedForm& b) {
    return std::tuple(a.flags.frequency(), a.text.size(), a.text) <
           std::tuple(b.flags.frequency(), b.text.size(), b.text);
  });
  Parts parts;
  // Always some empty, and enough to read on behind the last letters.
  parts.slots.resize(forms.size() * 4 / 3 + letters_at_once);
  for (std::size_t begin = 0; begin < forms.size();) {
    std::size_t end = begin + 1;
    while (end < forms.size() && same_group(forms[begin], forms[end]))
      ++end;
    append_group(parts, forms, begin, end);
    for (; begin < end; ++begin)
      append_record(parts, forms[begin]);
  }
  return joined(parts, forms.size(), languages_);
}

}  // namespace mailcheck
