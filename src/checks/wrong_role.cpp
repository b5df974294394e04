#include "checks/wrong_role.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/one_of.hpp"
#include "base/plain_letters.hpp"
#include "base/unicode.hpp"
#include "checks/derived.hpp"

namespace mailcheck {
namespace {

/// Words of a title that are looked at.
constexpr std::size_t longest_title = 5;

/// Main words of titles; those of one group may mean the same job.
struct MainWord {
  std::string_view word;
  int group;
};
constexpr MainWord main_words[] = {
    {"engineer", 1},        {"developer", 1},     {"programmer", 1},    {"technician", 1},
    {"architect", 2},       {"manager", 3},       {"lead", 3},          {"leader", 3},
    {"supervisor", 3},      {"head", 3},          {"director", 3},      {"coordinator", 3},
    {"foreman", 3},         {"analyst", 4},       {"scientist", 5},     {"researcher", 5},
    {"chemist", 5},         {"biologist", 5},     {"physicist", 5},     {"teacher", 6},
    {"instructor", 6},      {"lecturer", 6},      {"tutor", 6},         {"educator", 6},
    {"trainer", 6},         {"professor", 6},     {"nurse", 7},         {"midwife", 8},
    {"assistant", 9},       {"associate", 9},     {"aide", 9},          {"secretary", 9},
    {"receptionist", 10},   {"administrator", 9}, {"clerk", 9},         {"officer", 9},
    {"representative", 11}, {"salesperson", 11},  {"seller", 11},       {"consultant", 12},
    {"adviser", 12},        {"advisor", 12},      {"designer", 13},     {"accountant", 14},
    {"bookkeeper", 14},     {"auditor", 14},      {"controller", 14},   {"editor", 15},
    {"writer", 15},         {"copywriter", 15},   {"journalist", 15},   {"chef", 16},
    {"cook", 16},           {"baker", 17},        {"electrician", 18},  {"plumber", 19},
    {"mechanic", 20},       {"lawyer", 21},       {"attorney", 21},     {"solicitor", 21},
    {"counsel", 21},        {"paralegal", 22},    {"librarian", 23},    {"archivist", 23},
    {"driver", 24},         {"pharmacist", 25},   {"therapist", 26},    {"physiotherapist", 26},
    {"translator", 27},     {"interpreter", 27},  {"buyer", 28},        {"recruiter", 29},
    {"welder", 30},         {"carpenter", 31},    {"joiner", 31},       {"operator", 32},
    {"curator", 33},        {"surveyor", 34},     {"planner", 35},      {"waiter", 36},
    {"waitress", 36},       {"barista", 37},      {"bartender", 37},    {"gardener", 38},
    {"cleaner", 39},        {"paramedic", 40},    {"dentist", 41},      {"actor", 43},
    {"intern", 44},         {"trainee", 44},      {"apprentice", 44},   {"specialist", 45},
    {"expert", 45},         {"economist", 46},    {"statistician", 47},
};

int group_of(std::string_view word) {
  const auto* found = std::find_if(std::begin(main_words), std::end(main_words),
                                   [&](const MainWord& known) { return known.word == word; });
  return found == std::end(main_words) ? 0 : found->group;
}

std::vector<std::string> role_words(std::string_view role) {
  std::vector<std::string> words;
  for (const Range range : word_ranges(role))
    words.push_back(plain_letters(role.substr(range.begin, range.end - range.begin)));
  return words;
}

/// A range of words of a sentence that ends in a main word.
struct Title {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_job_noun(std::string_view word) {
  return is_one_of(word, {"role", "position", "job", "opening", "vacancy", "post"});
}

bool is_determiner(std::string_view word) {
  return is_one_of(word, {"the", "this", "your", "a", "an"});
}

/// “the Data Scientist” before “position” at `noun`.
std::optional<Title> title_before(const SentenceWords& sentence, std::size_t noun) {
  std::size_t begin = noun;
  while (begin > 0 && noun - begin < longest_title && sentence.words[begin].is_joined &&
         !is_determiner(sentence.at(begin - 1)))
    --begin;
  const bool is_the = begin > 0 && sentence.words[begin].is_joined &&
                      is_one_of(sentence.at(begin - 1), {"the", "this", "your"});
  const bool is_subject = sentence.region == RegionKind::subject && begin < noun;
  if (begin == noun || (!is_the && !is_subject) || group_of(sentence.at(noun - 1)) == 0)
    return std::nullopt;
  return Title{begin, noun};
}

/// “Data Scientist” from `begin` on, up to its main word.
std::optional<Title> title_at(const SentenceWords& sentence, std::size_t begin) {
  for (std::size_t i = begin; i < sentence.words.size() && i - begin < longest_title; ++i) {
    const bool is_apart = i > begin && !sentence.words[i].is_joined;
    if (is_apart || is_job_noun(sentence.at(i)) || sentence.at(i) == "of")
      return std::nullopt;
    // “assistant manager”: the last of several main words counts.
    if (group_of(sentence.at(i)) != 0 && group_of(sentence.at(i + 1)) == 0)
      return Title{begin, i + 1};
  }
  return std::nullopt;
}

/// “position of (a) …”, “interview for the …”.
std::optional<Title> title_behind(const SentenceWords& sentence, std::size_t noun) {
  std::size_t at = noun + 1;
  const bool is_job = is_job_noun(sentence.at(noun)) && is_one_of(sentence.at(at), {"of", "as"});
  const bool is_interview =
      is_one_of(sentence.at(noun), {"interview", "interviewing", "interviewed", "application",
                                    "applying", "applied", "candidacy"}) &&
      sentence.at(at) == "for";
  if (!is_job && !is_interview)
    return std::nullopt;
  if (is_job && noun > 0 && is_one_of(sentence.at(noun - 1), {"my", "his", "her", "their", "our"}))
    return std::nullopt;
  ++at;
  const bool has_article = is_determiner(sentence.at(at));
  if (is_interview && !has_article && sentence.region != RegionKind::subject)
    return std::nullopt;
  return title_at(sentence, at + (has_article ? 1 : 0));
}

bool is_about_application(const SentenceWords& sentence) {
  return sentence.region == RegionKind::subject ||
         sentence.has({"interview",    "interviews", "interviewed", "interviewing", "apply",
                       "applied",      "applying",   "application", "candidate",    "candidacy",
                       "opportunity",  "discuss",    "discussed",   "discussing",   "interested",
                       "interest",     "consider",   "considered",  "considering",  "status",
                       "conversation", "talk",       "speaking",    "speak",        "meeting",
                       "meet",         "thank",      "thanks",      "excited",      "decision",
                       "update",       "hire",       "filled",      "news",         "ask",
                       "choose",       "decide",     "decided"});
}

bool is_about_another_job(const SentenceWords& sentence) {
  return sentence.has({"previous", "former",    "formerly",  "current", "currently",  "past",
                       "worked",   "another",   "other",     "others",  "offered",    "offer",
                       "also",     "years",     "ago",       "earlier", "previously", "instead",
                       "not",      "besides",   "different", "future",  "similar",    "either",
                       "both",     "colleague", "reports",   "report",  "last"});
}

class Search {
 public:
  explicit Search(const Context& context)
      : context_(context), role_(role_words(context.facts.interview.role)) {
    for (const std::string& word : role_)
      has_main_word_ = has_main_word_ || group_of(word) != 0;
  }

  std::vector<Hit> run() const {
    std::vector<Hit> hits;
    if (role_.empty())
      return hits;
    for (const SentenceWords& sentence : context_.derived.sentence_words(context_)) {
      if (!is_about_application(sentence) || is_about_another_job(sentence))
        continue;
      for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        std::optional<Title> title = title_behind(sentence, i);
        if (!title && is_job_noun(sentence.at(i)))
          title = title_before(sentence, i);
        if (title && is_other_role(sentence, *title))
          add(hits, sentence, *title);
      }
    }
    return hits;
  }

 private:
  [[nodiscard]] bool is_other_role(const SentenceWords& sentence, Title title) const {
    const std::string_view main = sentence.at(title.end - 1);
    for (const std::string& word : role_) {
      if (word == main || group_of(word) == group_of(main))
        return false;
    }
    // Of a role whose main word is not known, only a title with nothing in common is another one.
    if (!has_main_word_)
      return title.end - title.begin >= 2 && !shares_word(sentence, title);
    // “Data Analyst Intern” for “Data Analyst”: the main word of the role is in the title.
    for (std::size_t i = title.begin; i < title.end; ++i) {
      const std::string& word = sentence.words[i].plain;
      if (group_of(word) != 0 && std::find(role_.begin(), role_.end(), word) != role_.end())
        return false;
    }
    return true;
  }

  [[nodiscard]] bool shares_word(const SentenceWords& sentence, Title title) const {
    return std::any_of(role_.begin(), role_.end(), [&](const std::string& word) {
      for (std::size_t i = title.begin; i < title.end; ++i) {
        if (sentence.words[i].plain == word)
          return true;
      }
      return false;
    });
  }

  void add(std::vector<Hit>& hits, const SentenceWords& sentence, Title title) const {
    const TextSpan span{sentence.words[title.begin].span.begin,
                        sentence.words[title.end - 1].span.end};
    const std::string& role = context_.facts.interview.role;
    const bool is_known = !hits.empty() && std::get<TextSpan>(hits.back().place) == span;
    if (!is_known)
      hits.push_back({.place = span, .detail = role, .repairs = {{.edits = {{span, role}}}}});
  }

  const Context& context_;
  std::vector<std::string> role_;
  bool has_main_word_ = false;
};

}  // namespace

Result<CheckFunction> make_wrong_role(const Params&) {
  return CheckFunction([](const Context& context) { return Search(context).run(); });
}

}  // namespace mailcheck
