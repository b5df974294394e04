#include "checks/greeting_name.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace mailcheck {
namespace {

/// Names shorter than this are too close to one another to be compared.
constexpr std::size_t shortest_name = 4;
/// Longer ones than this are no names.
constexpr std::size_t longest_name = 40;
/// From this length on two slips are still the same name.
constexpr std::size_t long_name = 8;

/// Words of greetings that are no names.
constexpr std::string_view no_names[] = {
    "dear",   "hello",   "good",      "morning",   "afternoon", "evening", "team",
    "hiring", "manager", "everyone",  "professor", "doctor",    "madam",   "miss",
    "mister", "members", "committee", "recruiter", "greetings", "there"};

/// Short forms that differ from the full name by a letter or two, and names that do so by nature.
constexpr std::pair<std::string_view, std::string_view> also_known_as[] = {
    {"alex", "alexa"},   {"alexi", "alexis"}, {"andre", "andrew"}, {"anne", "anna"},
    {"bobb", "bobby"},   {"chris", "christ"}, {"dani", "daniel"},  {"danny", "daniel"},
    {"jack", "jackie"},  {"jean", "joan"},    {"jess", "jesse"},   {"jess", "jessie"},
    {"john", "johnny"},  {"kath", "kathy"},   {"katie", "katy"},   {"mark", "marc"},
    {"matt", "matty"},   {"mike", "mick"},    {"nick", "nicky"},   {"phil", "philip"},
    {"steph", "stephi"}, {"steve", "steven"}, {"tony", "tonya"},   {"will", "willa"},
    {"will", "willy"},   {"zach", "zack"}};

using Letters = std::u32string;

Letters letters_of(std::string_view word) {
  Letters letters;
  for (std::size_t offset = 0; offset < word.size();) {
    const CodePoint point = decode_utf8(word, offset);
    letters += point.value;
    offset += point.length;
  }
  return letters;
}

/// Edits, with two letters exchanged as one (optimal string alignment). Both at most
/// `longest_name`.
std::size_t distance(const Letters& a, const Letters& b) {
  std::array<std::array<std::size_t, longest_name + 1>, longest_name + 1> cost{};
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t k = 0; k <= b.size(); ++k) {
      if (i == 0 || k == 0) {
        cost[i][k] = i + k;
        continue;
      }
      const std::size_t change = a[i - 1] == b[k - 1] ? 0 : 1;
      cost[i][k] = std::min({cost[i - 1][k] + 1, cost[i][k - 1] + 1, cost[i - 1][k - 1] + change});
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
        cost[i][k] = std::min(cost[i][k], cost[i - 2][k - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

bool known_pair(std::string_view a, std::string_view b) {
  return std::any_of(std::begin(also_known_as), std::end(also_known_as), [&](const auto& pair) {
    return (pair.first == a && pair.second == b) || (pair.first == b && pair.second == a);
  });
}

bool is_misspelling(const std::string& greeted, const std::string& name) {
  const Letters a = letters_of(greeted);
  const Letters b = letters_of(name);
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < shortest_name || std::max(a.size(), b.size()) > longest_name ||
      known_pair(greeted, name) || a[0] != b[0])
    return false;
  const std::size_t apart = distance(a, b);
  return apart == 1 || (apart == 2 && shorter >= long_name);
}

struct Name {
  std::string written;
  std::string folded;
};

std::vector<Name> names_of(std::string_view text) {
  std::vector<Name> names;
  for (const Range range : word_ranges(text)) {
    const std::string_view word = text.substr(range.begin, range.end - range.begin);
    names.push_back({std::string(word), fold_case(word)});
  }
  return names;
}

std::vector<Hit> run(const Context& context) {
  if (context.draft.to.size() != 1)
    return {};
  const std::vector<Name> names = names_of(context.draft.to.front().display_name);
  const std::string_view all = context.draft.text;
  std::vector<Hit> hits;
  for (const Word& word : context.text.words) {
    if (word.region != RegionKind::greeting)
      continue;
    const std::string_view written = slice(all, word.span);
    const std::string folded = fold_case(written);
    const bool right = std::any_of(names.begin(), names.end(),
                                   [&](const Name& name) { return name.folded == folded; });
    if (right || !is_upper(decode_utf8(written, 0).value) ||
        std::find(std::begin(no_names), std::end(no_names), folded) != std::end(no_names))
      continue;
    const auto meant = std::find_if(names.begin(), names.end(), [&](const Name& name) {
      return is_misspelling(folded, name.folded);
    });
    if (meant != names.end())
      hits.push_back({.place = word.span,
                      .detail = meant->written,
                      .repairs = {{.edits = {{word.span, meant->written}}}}});
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_greeting_name(const Params&) {
  return CheckFunction(run);
}

}  // namespace mailcheck
