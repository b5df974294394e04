#include "spelling/dictionary_forms.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <unordered_set>

#include "spelling/capitals.hpp"

namespace mailcheck {

namespace {

struct Entry {
  std::string word;
  std::string_view flags;
};

/// Where the description behind a word begins: at a tab, or at the blank before “po:”.
std::size_t end_of_word(std::string_view line) {
  constexpr std::size_t key = 3;
  const std::size_t tab = line.find('\t');
  for (std::size_t at = line.find(':'); at != std::string_view::npos; at = line.find(':', at + 1)) {
    if (at > key && (line[at - key] == ' ' || line[at - key] == '\t')) {
      const std::size_t last = line.find_last_not_of(" \t", at - key);
      return std::min(tab, last == std::string_view::npos ? line.size() : last + 1);
    }
  }
  return std::min(tab, line.size());
}

/// A line of the file without its line end; nothing for an empty one.
std::optional<Entry> parse_entry(std::string_view line) {
  if (line.ends_with('\r'))
    line.remove_suffix(1);
  line = line.substr(0, end_of_word(line));
  Entry entry;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '/' && at > 0) {
      entry.flags = line.substr(at + 1);
      break;
    }
    if (line[at] == '\\' && at > 0 && line.substr(at + 1).starts_with('/'))
      ++at;  // “\/” is a slash of the word.
    entry.word += line[at];
  }
  if (entry.word.empty())
    return std::nullopt;
  return entry;
}

class Expander {
 public:
  explicit Expander(const AffixFile& affixes) : affixes_(affixes) {}

  void expand(const Entry& entry, bool only_in_capitals) {
    if (has(entry, affixes_.only_in_compound))
      return;
    kind_ = {{}, only_in_capitals, has(entry, affixes_.no_suggest)};
    add(entry.word);
    add_prefixed(entry, entry.word);
    for (const Affix& suffix : affixes_.affixes) {
      if (!suffix.is_prefix && has(entry, suffix.flag))
        add_suffixed(entry, suffix);
    }
  }

  std::vector<DictionaryForm> take() { return std::move(forms_); }

 private:
  static bool has(const Entry& entry, char flag) {
    return flag != 0 && entry.flags.find(flag) != std::string_view::npos;
  }

  void add(std::string text) {
    if (text.empty())
      return;
    forms_.push_back(kind_);
    forms_.back().text = std::move(text);
  }

  void add_suffixed(const Entry& entry, const Affix& suffix) {
    for (const AffixRule& rule : suffix.rules) {
      const std::string word = with_suffix(rule, entry.word);
      if (word.empty())
        continue;
      add(word);
      if (suffix.is_combined)
        add_prefixed(entry, word);
    }
  }

  /// `word`, the entry or a form with a suffix, with each prefix of the entry.
  void add_prefixed(const Entry& entry, const std::string& word) {
    for (const Affix& prefix : affixes_.affixes) {
      const bool applies =
          prefix.is_prefix && has(entry, prefix.flag) && (prefix.is_combined || word == entry.word);
      if (!applies)
        continue;
      for (const AffixRule& rule : prefix.rules)
        add(with_prefix(rule, word));
    }
  }

  const AffixFile& affixes_;
  DictionaryForm kind_;
  std::vector<DictionaryForm> forms_;
};

/// Words with capitals inside, and those in capitals that have affixes, are right in capitals
/// throughout: “OPENOFFICE” for “OpenOffice”, “NASA'S” for “NASA”.
bool has_form_in_capitals(const Entry& entry) {
  switch (capitals_of(entry.word)) {
    case Capitals::inner:
    case Capitals::initial_and_inner:
      return true;
    case Capitals::all:
      return !entry.flags.empty();
    case Capitals::none:
    case Capitals::initial:
      break;
  }
  return false;
}

}  // namespace

std::vector<DictionaryForm> expand_dictionary(const AffixFile& affixes, std::string_view dic) {
  std::vector<Entry> entries;
  std::unordered_set<std::string> words;
  std::size_t begin = std::min(dic.find('\n'), dic.size());  // The first line is a count.
  while (begin < dic.size()) {
    ++begin;
    const std::size_t end = std::min(dic.find('\n', begin), dic.size());
    if (std::optional<Entry> entry = parse_entry(dic.substr(begin, end - begin))) {
      words.insert(entry->word);
      entries.push_back(*std::move(entry));
    }
    begin = end;
  }
  Expander expander(affixes);
  for (const Entry& entry : entries) {
    expander.expand(entry, false);
    if (!has_form_in_capitals(entry))
      continue;
    const Entry hidden{with_initial(without_capitals(entry.word)), entry.flags};
    if (words.insert(hidden.word).second)  // A word of the dictionary takes its place.
      expander.expand(hidden, true);
  }
  return expander.take();
}

}  // namespace mailcheck
