#include "checks/wrong_company.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/one_of.hpp"
#include "base/plain_letters.hpp"
#include "base/unicode.hpp"
#include "checks/derived.hpp"
#include "checks/name_match.hpp"

namespace mailcheck {
namespace {

/// Words of a company's name that are looked at.
constexpr std::size_t longest_name = 5;
/// Words between “the … position” and “at”.
constexpr std::size_t longest_role = 6;
/// Letters of a name that may be part of another one, or of an address.
constexpr std::size_t shortest_part = 3;

/// What a name may hold without being the same company for it.
bool is_legal_form(std::string_view word) {
  return is_one_of(
      word, {"as",      "asa",         "ag",       "ab",           "bv",  "co",           "company",
             "corp",    "corporation", "gmbh",     "group",        "inc", "incorporated", "kg",
             "limited", "llc",         "llp",      "ltd",          "nv",  "oy",           "plc",
             "sa",      "sarl",        "se",       "spa",          "srl", "the",          "of",
             "and",     "holding",     "holdings", "international"});
}

/// Capitalised words behind “at”, “with” and “joining” that name no company.
constexpr std::string_view no_companies[] = {
    "accounting",  "admissions",     "analytics",    "april",       "august",      "board",
    "building",    "campus",         "cardiology",   "center",      "centre",      "christmas",
    "college",     "communications", "customer",     "data",        "december",    "design",
    "development", "discord",        "easter",       "engineering", "europe",      "facetime",
    "february",    "finance",        "floor",        "friday",      "gate",        "god",
    "google",      "hall",           "headquarters", "hq",          "hr",          "human",
    "i",           "institute",      "it",           "january",     "july",        "june",
    "legal",       "linkedin",       "logistics",    "march",       "marketing",   "may",
    "meet",        "microsoft",      "monday",       "noon",        "november",    "october",
    "office",      "operations",     "people",       "platform",    "procurement", "product",
    "production",  "purchasing",     "quality",      "reception",   "research",    "road",
    "room",        "sales",          "saturday",     "school",      "security",    "senior",
    "september",   "site",           "skype",        "slack",       "square",      "station",
    "street",      "sunday",         "support",      "talent",      "team",        "teams",
    "thursday",    "tuesday",        "university",   "webex",       "wednesday",   "your",
    "zoom"};

bool is_no_company(std::string_view word) {
  return std::find(std::begin(no_companies), std::end(no_companies), word) !=
         std::end(no_companies);
}

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  for (const Range range : word_ranges(name)) {
    std::string word = plain_letters(name.substr(range.begin, range.end - range.begin));
    if (!is_legal_form(word))
      words.push_back(std::move(word));
  }
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words)
    all += word;
  return all;
}

std::string initials_of(const std::vector<std::string>& words) {
  std::string initials;
  for (const std::string& word : words)
    initials += word.substr(0, 1);
  return initials;
}

bool holds(std::string_view text, std::string_view part) {
  return part.size() >= shortest_part && text.find(part) != std::string_view::npos;
}

/// “Nordlys”, “Nordlys AS”, “NordlysLabs” and “NL” for “Nordlys Labs”.
bool may_be_same(const std::vector<std::string>& named, const std::vector<std::string>& company) {
  for (const std::string& word : named) {
    if (std::find(company.begin(), company.end(), word) != company.end())
      return true;
  }
  const std::string one = joined(named);
  const std::string other = joined(company);
  return holds(one, other) || holds(other, one) || one == initials_of(company) ||
         other == initials_of(named) || match_name(one, other) == NameMatch::misspelled;
}

/// A range of words of a sentence.
struct Name {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The capitalised words from `begin` on: “Bank of Norway”.
std::optional<Name> name_at(const SentenceWords& sentence, std::size_t begin) {
  const std::vector<SentenceWord>& words = sentence.words;
  std::size_t end = begin;
  while (end < words.size() && end - begin < longest_name &&
         (end == begin || words[end].is_joined)) {
    const bool links = end > begin && end + 1 < words.size() && words[end + 1].is_joined &&
                       words[end + 1].is_capital && is_one_of(words[end].plain, {"of", "de"});
    if (!words[end].is_capital && !links)
      break;
    ++end;
  }
  return end == begin ? std::nullopt : std::optional(Name{begin, end});
}

/// Whether the sentence may tell of another job than the one in question.
bool is_about_another_job(const SentenceWords& sentence) {
  return sentence.has({"offer",   "offers",     "offered",   "another",   "other",      "previous",
                       "former",  "formerly",   "earlier",   "past",      "current",    "currently",
                       "ago",     "years",      "year",      "worked",    "before",     "after",
                       "since",   "previously", "accepted",  "accept",    "last",       "left",
                       "leaving", "studied",    "graduated", "degree",    "colleague",  "friend",
                       "wife",    "husband",    "brother",   "sister",    "competitor", "unlike",
                       "client",  "clients",    "customer",  "customers", "while",      "had",
                       "used",    "course",     "unlike",    "both"});
}

bool looks_ahead(const SentenceWords& sentence) {
  return sentence.has({"opportunity", "possibility",  "prospect",   "chance",   "excited",
                       "forward",     "hope",         "hopeful",    "would",    "keen",
                       "interest",    "interested",   "eager",      "thrilled", "like",
                       "love",        "enthusiastic", "enthusiasm", "could",    "idea",
                       "delighted",   "glad",         "happy",      "look",     "looking",
                       "welcome"});
}

bool is_job_noun(std::string_view word) {
  return is_one_of(word, {"role", "position", "job", "opening", "vacancy", "opportunity", "post",
                          "internship", "apprenticeship", "traineeship"});
}

/// Whether “the/this/your … position” ends before word `at`: the job in question, not “my job”.
bool is_the_job_before(const SentenceWords& sentence, std::size_t at) {
  const std::size_t least = at > longest_role ? at - longest_role : 0;
  bool has_noun = false;
  for (std::size_t i = at; i-- > least;) {
    const std::string_view word = sentence.at(i);
    if (is_one_of(word, {"my", "his", "her", "their", "our", "a", "an", "i"}))
      return false;
    has_noun = has_noun || is_job_noun(word);
    if (has_noun && is_one_of(word, {"the", "this", "your"}))
      return true;
  }
  // In a subject the article is left out: “Data Analyst position at Acme”.
  return has_noun && sentence.region == RegionKind::subject;
}

bool is_interview(std::string_view word) {
  return is_one_of(word, {"interview", "interviews", "interviewed", "interviewing"});
}

/// Where a company's name must begin if the words before say that it is one.
bool is_company_place(const SentenceWords& sentence, std::size_t at) {
  const std::string_view before = sentence.at(at - 1);
  const std::string_view second = at >= 2 ? sentence.at(at - 2) : std::string_view();
  if (before == "joining" || before == "join")
    return looks_ahead(sentence) || sentence.region == RegionKind::subject;
  if (before == "at") {
    return is_the_job_before(sentence, at - 1) || is_interview(second) ||
           (is_one_of(second, {"work", "working", "career", "future"}) && looks_ahead(sentence)) ||
           (is_one_of(second, {"team", "colleagues", "everyone", "everybody"}) &&
            is_one_of(at >= 3 ? sentence.at(at - 3) : std::string_view(), {"your", "whole"}));
  }
  if (before == "with")
    return is_the_job_before(sentence, at - 1);
  // “bring that to Acme”, see is_likely_company.
  if (before == "to")
    return sentence.has({"bring", "bringing", "contribute", "contributing"}) &&
           looks_ahead(sentence);
  if (before == "for")
    return is_one_of(second, {"work", "working"}) && looks_ahead(sentence);
  return false;
}

class Search {
 public:
  explicit Search(const Context& context)
      : context_(context), company_(name_words(context.facts.interview.company)) {}

  std::vector<Hit> run() const {
    std::vector<Hit> hits;
    if (company_.empty())
      return hits;
    for (const SentenceWords& sentence : context_.derived.sentence_words(context_)) {
      if (is_about_another_job(sentence))
        continue;
      for (std::size_t at = 1; at < sentence.words.size(); ++at) {
        if (!sentence.words[at].is_joined || !is_company_place(sentence, at))
          continue;
        const std::optional<Name> name = name_at(sentence, at);
        if (name && is_likely_company(sentence, *name) && is_other_company(sentence, *name))
          hits.push_back(hit_of(sentence, *name));
      }
    }
    return hits;
  }

 private:
  /// What stands behind “to” may be a place; those that a dictionary knows are taken for one.
  [[nodiscard]] bool is_likely_company(const SentenceWords& sentence, Name name) const {
    return sentence.at(name.begin - 1) != "to" ||
           std::any_of(sentence.words.begin() + static_cast<std::ptrdiff_t>(name.begin),
                       sentence.words.begin() + static_cast<std::ptrdiff_t>(name.end),
                       [&](const SentenceWord& word) {
                         return !context_.speller.knows(
                             slice(std::string_view(context_.draft.text), word.span));
                       });
  }

  [[nodiscard]] bool is_other_company(const SentenceWords& sentence, Name name) const {
    std::vector<std::string> named;
    for (std::size_t i = name.begin; i < name.end; ++i) {
      const std::string& word = sentence.words[i].plain;
      if (is_no_company(word) || title_of(word) || is_person(word) || is_topic(word))
        return false;
      if (!is_legal_form(word))
        named.push_back(word);
    }
    // “joining Slack channels”: another noun behind it.
    const bool has_call = is_one_of(sentence.at(name.end), {"call", "calls", "meeting", "channel"});
    return !named.empty() && joined(named).size() >= shortest_part && !has_call &&
           !may_be_same(named, company_) && !is_in_address(joined(named)) &&
           !is_quoted(sentence, name);
  }

  [[nodiscard]] bool is_person(std::string_view word) const {
    const std::vector<std::string>& names = context_.facts.names;
    return is_listed_name(word) ||
           std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return is_same_name(word, name); });
  }

  [[nodiscard]] bool is_topic(std::string_view word) const {
    const InterviewFacts& interview = context_.facts.interview;
    return holds(plain_letters(interview.role), word) ||
           std::any_of(interview.topics.begin(), interview.topics.end(),
                       [&](const std::string& topic) { return holds(plain_letters(topic), word); });
  }

  [[nodiscard]] bool is_in_address(const std::string& name) const {
    const Draft& draft = context_.draft;
    for (const auto* mailboxes : {&draft.to, &draft.cc, &draft.reply_to, &draft.from}) {
      for (const Mailbox& mailbox : *mailboxes) {
        std::string domain = plain_letters(
            mailbox.address.substr(std::min(mailbox.address.find('@'), mailbox.address.size())));
        std::erase(domain, '-');
        if (holds(domain, name) || holds(plain_letters(mailbox.display_name), name))
          return true;
      }
    }
    return false;
  }

  /// Whether the name stands in somebody else's text or below the writer's name.
  [[nodiscard]] bool is_quoted(const SentenceWords& sentence, Name name) const {
    const std::string_view all = context_.draft.text;
    const std::string_view written = slice(all, TextSpan{sentence.words[name.begin].span.begin,
                                                         sentence.words[name.end - 1].span.end});
    return std::any_of(
        context_.text.regions.begin(), context_.text.regions.end(), [&](const Region& region) {
          const bool is_foreign =
              region.kind == RegionKind::quote || region.kind == RegionKind::attribution ||
              region.kind == RegionKind::signature || region.kind == RegionKind::address_block;
          return is_foreign && slice(all, region.span).find(written) != std::string_view::npos;
        });
  }

  [[nodiscard]] Hit hit_of(const SentenceWords& sentence, Name name) const {
    const TextSpan span{sentence.words[name.begin].span.begin,
                        sentence.words[name.end - 1].span.end};
    const std::string& company = context_.facts.interview.company;
    return {.place = span, .detail = company, .repairs = {{.edits = {{span, company}}}}};
  }

  const Context& context_;
  std::vector<std::string> company_;
};

}  // namespace

Result<CheckFunction> make_wrong_company(const Params&) {
  return CheckFunction([](const Context& context) { return Search(context).run(); });
}

}  // namespace mailcheck
