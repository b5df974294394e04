#include "spelling/stem_list.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "spelling/edit_walk.hpp"
#include "spelling/speller.hpp"

namespace mailcheck {

namespace {

/// Letters by which words may differ in length. Three more are three slips.
constexpr std::size_t length_difference = 3;
/// Endings of English that turn one word that must not be proposed into another.
constexpr std::string_view endings[] = {"s",   "es", "'s", "d",   "ed",   "r",  "er",
                                        "ers", "rs", "y",  "ing", "ings", "in", "able"};

// Letters in any case, without which a triple is never looked up; 0 is the start of a word. The
// letters that English borrows are one and the same here.
constexpr std::size_t codes = 28;
constexpr std::uint8_t borrowed = 27;
constexpr std::uint8_t apostrophe = 28;

/// What a byte of a word stands for; 0 is none.
constexpr std::array<std::uint8_t, 256> code_table = [] {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t byte = 0x80; byte < table.size(); ++byte)
    table.at(byte) = borrowed;
  for (std::uint8_t i = 0; i < 26; ++i) {
    table.at(std::size_t{'a'} + i) = static_cast<std::uint8_t>(i + 1);
    table.at(std::size_t{'A'} + i) = static_cast<std::uint8_t>(i + 1);
  }
  table.at(std::size_t{'\''}) = apostrophe;
  return table;
}();

std::uint8_t code_of(char c) {
  return code_table[static_cast<unsigned char>(c)];
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    const std::uint8_t code = code_of(c);
    return code != 0 && code != apostrophe;
  });
}

// Calls `visit` with the number of each triple of `word` until it returns false.
template <class Visit>
bool for_triples(std::string_view word, Visit visit) {
  std::size_t before = 0;
  std::size_t last = word.empty() ? 0 : code_of(word.front());
  for (std::size_t at = 1; at < word.size(); ++at) {
    const std::size_t code = code_of(word[at]);
    if (!visit((before * codes + last) * codes + code))
      return false;
    before = last;
    last = code;
  }
  return true;
}

// The flag of entries that are never to be proposed, or an empty text.
std::string_view ban_of(std::string_view aff) {
  constexpr std::string_view key = "\nNOSUGGEST ";
  const std::size_t at = aff.find(key);
  if (at == std::string_view::npos)
    return {};
  const std::string_view rest = aff.substr(at + key.size());
  return rest.substr(0, std::min(rest.find_first_of(" \t\r\n"), rest.size()));
}

}  // namespace

StemList::StemList(std::string dic, std::string_view aff)
    : text_(std::move(dic)), triples_(codes * codes * codes) {
  const std::string_view ban = ban_of(aff);
  constexpr std::size_t usual_line = 10;
  stems_.reserve(text_.size() / usual_line);
  std::size_t begin = std::min(text_.find('\n'), text_.size());  // The first line is a count.
  while (begin < text_.size()) {
    ++begin;
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    add_line(begin, end, ban);
    begin = end;
  }
  std::sort(banned_.begin(), banned_.end());
}

void StemList::add_line(std::size_t begin, std::size_t end, std::string_view ban) {
  std::uint32_t codes_present = 0;
  std::size_t at = begin;
  for (; at < end; ++at) {
    const std::uint8_t code = code_of(text_[at]);
    if (code == 0)
      break;
    codes_present |= std::uint32_t{1} << code;
  }
  const bool ends_word = at == end || text_[at] == '/' || text_[at] == '\t' || text_[at] == '\r';
  if (at == begin || !ends_word)
    return;
  if (at < end && text_[at] == '/' && !ban.empty()) {
    const std::string_view rest = std::string_view(text_).substr(at + 1, end - at - 1);
    const std::string_view flags = rest.substr(0, rest.find_first_of("\t\r"));
    if (flags.find(ban) != std::string_view::npos) {
      banned_.push_back(text_.substr(begin, at - begin));
      return;
    }
  }
  if ((codes_present >> apostrophe & 1U) == 0)
    add_triples(std::string_view(text_).substr(begin, at - begin));
  if ((codes_present >> borrowed & 1U) != 0)
    return;
  constexpr std::uint32_t letters = (std::uint32_t{1} << 26) - 1;
  stems_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at - begin),
                    codes_present >> 1 & letters});
}

void StemList::add_triples(std::string_view word) {
  for_triples(word, [this](std::size_t triple) {
    triples_[triple] = 1;
    return true;
  });
}

bool StemList::is_plausible(std::string_view word) const {
  // Endings with an apostrophe stand in no entry.
  return triples_.empty() || !is_letters(word) ||
         for_triples(word, [this](std::size_t triple) { return triples_[triple] != 0; });
}

std::vector<std::string> StemList::near(const EditCosts& costs, std::size_t limit,
                                        Names names) const {
  std::vector<std::string> found;
  if (costs.length() > spelling_word_limit)
    return found;
  EditWalk walk(costs.written(), limit);
  for (const Stem& stem : stems_) {
    const bool near_in_size = stem.length <= costs.length() + length_difference &&
                              costs.length() <= stem.length + length_difference;
    if (!near_in_size || !costs.may_be_within(stem.present, limit) ||
        (names == Names::without && is_upper(text_[stem.offset])) ||
        costs.at_least_by_letter(stem.present) > limit)
      continue;
    const std::string_view word = std::string_view(text_).substr(stem.offset, stem.length);
    if (walk.to(word) <= limit)
      found.emplace_back(word);
  }
  return found;
}

bool StemList::is_banned(std::string_view word) const {
  const auto is_listed = [this](std::string_view stem) {
    return std::binary_search(banned_.begin(), banned_.end(), stem);
  };
  if (is_listed(word))
    return true;
  for (const std::string_view ending : endings) {
    if (!word.ends_with(ending))
      continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    // “-tt-ing”: a consonant doubled before the ending.
    const bool is_doubled = stem.size() > 2 && stem.back() == stem[stem.size() - 2];
    if (is_listed(stem) || is_listed(std::string(stem) + "e") ||
        (is_doubled && is_listed(stem.substr(0, stem.size() - 1))))
      return true;
  }
  return false;
}

}  // namespace mailcheck
