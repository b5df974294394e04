#include "facts/titles.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/unicode.hpp"

namespace mailcheck {
namespace {

struct TitleWord {
  std::string_view word;
  Title title;
};

constexpr TitleWord titles[] = {
    {"mr", Title::mister},     {"mister", Title::mister},   {"herr", Title::mister},
    {"herrn", Title::mister},  {"monsieur", Title::mister}, {"señor", Title::mister},
    {"senhor", Title::mister}, {"signor", Title::mister},   {"pan", Title::mister},
    {"ms", Title::miss},       {"mrs", Title::miss},        {"miss", Title::miss},
    {"madam", Title::miss},    {"madame", Title::miss},     {"mademoiselle", Title::miss},
    {"mme", Title::miss},      {"frau", Title::miss},       {"señora", Title::miss},
    {"señorita", Title::miss}, {"senhora", Title::miss},    {"signora", Title::miss},
    {"pani", Title::miss},     {"mx", Title::neutral},      {"dr", Title::doctor},
    {"doctor", Title::doctor}, {"prof", Title::professor},  {"professor", Title::professor},
    {"rev", Title::other},     {"reverend", Title::other},  {"sir", Title::other},
    {"dame", Title::other},    {"lady", Title::other},      {"captain", Title::other},
    {"judge", Title::other},   {"father", Title::other},    {"sister", Title::other},
    {"ing", Title::other},     {"dipl", Title::other},      {"mag", Title::other},
    {"hon", Title::other},     {"rabbi", Title::other},     {"chef", Title::other},
};

constexpr std::string_view suffixes[] = {
    "phd", "ph.d", "md",   "m.d",  "dphil", "mba",  "msc", "bsc",  "ma",  "ba",  "cpa",
    "jd",  "esq",  "rn",   "jr",   "sr",    "ii",   "iii", "iv",   "pe",  "pmp", "cfa",
    "dds", "edd",  "meng", "beng", "phr",   "shrm", "llm", "psyd", "dvm", "dnp"};

constexpr std::string_view doctorates[] = {"phd", "ph.d", "md",  "m.d", "dphil",
                                           "edd", "psyd", "dvm", "dds"};

/// Folded, without a full stop behind it.
std::string key_of(std::string_view word) {
  std::string key = fold_case(word);
  while (key.ends_with('.'))
    key.pop_back();
  return key;
}

}  // namespace

std::optional<Title> title_of(std::string_view word) {
  const std::string key = key_of(word);
  const auto* found = std::find_if(std::begin(titles), std::end(titles),
                                   [&](const TitleWord& title) { return title.word == key; });
  return found == std::end(titles) ? std::nullopt : std::optional(found->title);
}

bool is_name_suffix(std::string_view word) {
  return std::find(std::begin(suffixes), std::end(suffixes), key_of(word)) != std::end(suffixes);
}

bool is_doctorate(std::string_view word) {
  return std::find(std::begin(doctorates), std::end(doctorates), key_of(word)) !=
         std::end(doctorates);
}

std::string_view name_of(Title title) {
  switch (title) {
    case Title::mister:
      return "Mr.";
    case Title::miss:
      return "Ms.";
    case Title::neutral:
      return "Mx.";
    case Title::doctor:
      return "Dr.";
    case Title::professor:
      return "Prof.";
    case Title::none:
    case Title::other:
      break;
  }
  return {};
}

}  // namespace mailcheck
