#include "spelling/stem_list.hpp"

#include <algorithm>
#include <utility>

namespace mailcheck {

namespace {

/// Letters by which words may differ in length. Three more are three slips.
constexpr std::size_t length_difference = 3;
/// Endings of English that turn one word that must not be proposed into another.
constexpr std::string_view endings[] = {"s",   "es", "'s", "d",   "ed",   "r",  "er",
                                        "ers", "rs", "y",  "ing", "ings", "in", "able"};

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

// Letters in any case, without which a triple is never looked up; 0 is the start of a word.
constexpr std::size_t codes = 27;

std::size_t code_of(char c) {
  return is_upper(c) ? static_cast<std::size_t>(c - 'A') + 1
                     : static_cast<std::size_t>(c - 'a') + 1;
}

bool is_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return is_lower(c) || is_upper(c); });
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
  std::uint32_t present = 0;
  std::size_t at = begin;
  for (; at < end; ++at) {
    const char c = text_[at];
    if (is_lower(c))
      present |= std::uint32_t{1} << static_cast<unsigned>(c - 'a');
    else if (is_upper(c))
      present |= std::uint32_t{1} << static_cast<unsigned>(c - 'A');
    else if (c != '\'')
      break;
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
  add_triples(std::string_view(text_).substr(begin, at - begin));
  stems_.push_back(
      {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at - begin), present});
}

void StemList::add_triples(std::string_view word) {
  if (!is_letters(word))
    return;
  for_triples(word, [this](std::size_t triple) {
    triples_[triple] = true;
    return true;
  });
}

bool StemList::is_plausible(std::string_view word) const {
  // Endings with an apostrophe stand in no entry.
  return triples_.empty() || !is_letters(word) ||
         for_triples(word, [this](std::size_t triple) { return bool(triples_[triple]); });
}

std::vector<std::string> StemList::near(EditCosts& costs, std::size_t limit, Names names) const {
  std::vector<std::string> found;
  for (const Stem& stem : stems_) {
    const bool near_in_size = stem.length <= costs.length() + length_difference &&
                              costs.length() <= stem.length + length_difference;
    if (!near_in_size || costs.at_least(stem.present) > limit ||
        (names == Names::without && is_upper(text_[stem.offset])))
      continue;
    const std::string_view word = std::string_view(text_).substr(stem.offset, stem.length);
    if (costs.to(FoldedWord(word), limit) <= limit)
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
