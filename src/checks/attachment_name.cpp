#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "checks/attached_files.hpp"
#include "checks/lazy_regex.hpp"
#include "facts/sent_mails.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

constexpr std::size_t shortest_company = 4;

/// The patterns of a rule; they have been tried when the rule was compiled.
class NamePatterns {
 public:
  explicit NamePatterns(std::vector<PatternSource> sources)
      : sources_(std::move(sources)), patterns_(sources_.size()) {}

  [[nodiscard]] bool match(std::string_view name, SearchBudget& budget) {
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      const Regex& regex =
          patterns_[i].get(sources_[i].source, RegexUse::short_texts, budget.origin());
      if (!regex.find_all(name, budget).empty())
        return true;
    }
    return false;
  }

 private:
  std::vector<PatternSource> sources_;
  std::vector<LazyRegex> patterns_;
};

std::string_view without_suffix(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

/// “CV_DanaPark-2026” → CV, Dana, Park. ASCII is enough to take a file name apart; other letters
/// stay with what is around them.
std::vector<std::string> parts_of(std::string_view name) {
  std::vector<std::string> parts;
  std::string part;
  const auto end_part = [&] {
    if (!part.empty())
      parts.push_back(std::move(part));
    part.clear();
  };
  for (const char c : name) {
    const bool is_word = is_ascii_letter(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (!is_word) {
      end_part();
      continue;
    }
    const bool turns_upper =
        c >= 'A' && c <= 'Z' && !part.empty() && ascii_lower(part.back()) == part.back();
    if (turns_upper)
      end_part();
    part += c;
  }
  end_part();
  return parts;
}

bool is_part_of(std::string_view word, std::string_view names) {
  const std::string folded = fold_case(names);
  return folded.find(fold_case(word)) != std::string::npos;
}

// What people call the documents they send, beside words that dictionaries know; sorted.
constexpr std::string_view document_words[] = {"anschreiben", "bewerbung", "cv",   "diplom",
                                               "lebenslauf",  "resumes",   "vita", "zeugnis"};

/// A word of the file's name that is most likely another company's: nobody's name, in no
/// dictionary, and not the company that the user has named.
std::optional<std::string> other_company(const Context& context, std::string_view name) {
  const InterviewFacts& interview = context.facts.interview;
  if (interview.company.empty() || context.draft.from.empty() ||
      context.draft.from.front().display_name.empty())
    return std::nullopt;
  const std::vector<std::string> parts = parts_of(name);
  const bool names_it = std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
    return part.size() >= shortest_company && is_part_of(part, interview.company);
  });
  const bool is_application = std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
    const std::string folded = fold_case(part);
    return folded == "cv" || folded == "resume" || folded == "cover" || folded == "letter";
  });
  if (names_it || !is_application)
    return std::nullopt;
  for (const std::string& part : parts) {
    const bool is_name =
        std::any_of(context.facts.names.begin(), context.facts.names.end(),
                    [&](const std::string& known) { return fold_case(known) == fold_case(part); });
    const bool is_document =
        std::binary_search(std::begin(document_words), std::end(document_words), fold_case(part));
    if (count_code_points(part) >= shortest_company && is_upper(decode_utf8(part, 0).value) &&
        !is_name && !is_document && !is_part_of(part, interview.role) &&
        !context.speller.knows(part) && !context.speller.knows(to_lower(part)))
      return part;
  }
  return std::nullopt;
}

/// A company that another mail went to, in the name of the file.
std::optional<std::string> company_of_sent(const Context& context, std::string_view name) {
  if (context.facts.sent == nullptr)
    return std::nullopt;
  const std::string letters = ascii_letters_and_digits(name);
  for (const Organization& organization : context.facts.sent->organizations()) {
    const std::string& company = organization.name;
    const bool is_named =
        company.size() > shortest_company && letters.find(company) != std::string::npos;
    const bool is_ours = is_named && std::any_of(context.draft.to.begin(), context.draft.to.end(),
                                                 [&](const Mailbox& to) {
                                                   return organization_of(to.address) == company;
                                                 });
    if (is_named && !is_ours)
      return company;
  }
  return std::nullopt;
}

std::vector<Hit> run(const Context& context, NamePatterns& patterns, bool companies) {
  std::vector<Hit> hits;
  for (const Attachment* file : attached_files(context.draft)) {
    const std::string_view name = without_suffix(file->name);
    if (name.empty())
      continue;
    if (!companies) {
      if (patterns.match(name, context.budget))
        hits.push_back({.place = file->place, .detail = file->name});
      continue;
    }
    std::optional<std::string> company = company_of_sent(context, name);
    if (!company)
      company = other_company(context, name);
    if (company)
      hits.push_back(
          {.place = file->place, .detail = "“" + file->name + "” names “" + *company + "”"});
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_attachment_name(const Params& params) {
  Result<std::vector<PatternSource>> sources = params.patterns("patterns");
  if (!sources)
    return std::move(sources).error();
  const Result<bool> companies = params.boolean("company", false);
  if (!companies)
    return companies.error();
  // Shared, because a CheckFunction is copied and compiled patterns are not.
  const auto patterns = std::make_shared<NamePatterns>(*std::move(sources));
  return CheckFunction([patterns, look = *companies](const Context& context) {
    return run(context, *patterns, look);
  });
}

}  // namespace mailcheck
