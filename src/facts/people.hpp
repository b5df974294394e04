#pragma once

// The people of a mail: to whom it goes, who interviewed, whose mail it answers, and whom the
// greeting greets. What their names have in common is judged in checks/name_match.

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "facts/interview.hpp"
#include "facts/titles.hpp"
#include "mail/draft.hpp"
#include "text/text.hpp"

namespace mailcheck {

struct Person {
  std::string written;             ///< The name as it was written, titles and all.
  Title title = Title::none;       ///< The highest of several.
  std::vector<std::string> words;  ///< Given names first, without titles and degrees.
  std::string mail_name;           ///< The local part of the address; empty when unknown.
  /// A given name and a family name, and no word that names a department or a company.
  bool is_clear = false;
};

/// A name in a greeting: “Ms. Okafor”, “Dana”. Only people: “Hiring Team” is none.
struct GreetedPerson {
  Title title = Title::none;
  TextSpan title_span;          ///< Without its full stop; empty when there is none.
  std::vector<TextSpan> words;  ///< At least one.
  /// From the title or the first word to the end of the last word.
  [[nodiscard]] TextSpan span() const {
    return {title_span.empty() ? words.front().begin : title_span.begin, words.back().end};
  }
};

struct People {
  std::vector<Person> recipients;    ///< To.
  std::vector<Person> copied;        ///< Cc.
  std::vector<Person> interviewers;  ///< Of the facts.
  std::vector<std::string> quoted;   ///< Words of names in the attributions of quotes.
  std::vector<std::string> senders;  ///< Words of the names in From and in the signature.
  std::vector<GreetedPerson> greeted;
};

/// A name as people write it: “Dr. Marisol Okafor”, “Okafor, Marisol”, “Marisol Okafor, PhD”,
/// “Marisol Okafor (Nordlys)”.
[[nodiscard]] Person read_person(std::string_view written);

[[nodiscard]] People find_people(const Draft& draft, const Text& text,
                                 const InterviewFacts& interview);

/// Whether a word of a name stands for a function or a firm: “Recruiting”, “Team”, “GmbH”.
[[nodiscard]] bool is_office_word(std::string_view word);

}  // namespace mailcheck
