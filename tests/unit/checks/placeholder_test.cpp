#include "checks/placeholder.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/unit/checks/marked_hits.hpp"

using namespace mailcheck;

namespace {

Params params() {
  Params params;
  params.set("slots", std::vector<std::string>{"name", "company", "title", "specific", "date",
                                               "insert", "firstname", "your"});
  params.set("lines", std::vector<std::string>{"your name", "organization's name", "date"});
  params.set("patterns", std::vector<std::string>{R"((?-i:\bXYZ\b))"});
  return params;
}

std::string without_marks(std::string text) {
  for (const std::string_view mark : {"{|", "|}"}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.erase(at, mark.size());
  }
  return text;
}

void check_body(const std::string& marked) {
  CAPTURE(marked);
  const std::string expected = "Dear Dana,\n\n" + marked + "\n";
  const std::string plain = without_marks(expected);
  CHECK(run_check(make_placeholder, plain, params()).marked == expected);
  CHECK(run_check(make_placeholder, with_crlf(plain), params()).marked == expected);
}

}  // namespace

TEST_CASE("slots of all syntaxes are found") {
  for (const char* text : {"At {|[Company Name]|}, we spoke.",
                           "Of {|[specific project or value]|}.",
                           "Hi {|<Name>|}.",
                           "Hi {|<<Anything Here>>|}.",
                           "At {|%COMPANY%|}.",
                           "At {|((company))|} now.",
                           "At {|::company::|} now.",
                           "At {|［Company］|} now.",
                           "At {|«Company»|} now.",
                           "At {|____|} now.",
                           "At {|XYZ|} now.",
                           "I met {|[X]|} there.",
                           "At {|#NAME#|} now.",
                           "At {|*|COMPANY|*|} now.",
                           "In {|[Hospital]|} we spoke.",
                           "The {|[mention what you saw]|} part.",
                           "At {|(organization's name)|}.",
                           "On {|(date)|} we met.",
                           "Line\n\n{|Your Name|}",
                           "Hi {|[recipientFirstName]|}."}) {
    check_body(text);
  }
}

TEST_CASE("braces are slots when they hold a slot word or are doubled") {
  const auto count = [](const std::string& body) {
    return run_check(make_placeholder, "Dear Dana,\n\n" + body + "\n", params()).hits.size();
  };
  CHECK(count("Hi {first-name} and {{candidate_x}} and ${tutor}.") == 3);
  CHECK(count("The set {a, b} and {x} and {} and { name = 1; }.") == 0);
}

TEST_CASE("brackets with another meaning are left alone") {
  for (const char* text :
       {"See [1] and [sic] and [...] and [a].", "See [the name](https://example.org/name).",
        "See <https://example.org/name> and <name@example.org>.", "A raise of $5,000 or 50%.",
        "C++ <vector> and std::name::first are code.", "`[name]` and `{name}` are code.",
        "He (see attached) said “[they] agreed”.", "a[name] and [s]he", "__init__ and snake_case",
        "Fifty% name% and 20%.", "The company name and your name came up.", "WXYZ is a channel.",
        "List [ ] or [x] boxes.", "A line\n______________________\nand another"}) {
    check_body(text);
  }
}

TEST_CASE("list tags of a subject are no slots") {
  const auto marked = [](const std::string& subject) {
    const std::string text = "Subject: " + subject + "\nTo: dana@example.org\n\nDear Dana,\n";
    std::string result = run_check(make_placeholder, text, params()).marked;
    return result.substr(0, result.find('\n'));
  };
  CHECK(marked("[EXTERNAL] Re: [Ticket-12] Interview") == "[EXTERNAL] Re: [Ticket-12] Interview");
  CHECK(marked("Re: [Jobs] Interview") == "Re: [Jobs] Interview");
  CHECK(marked("Interview for [Job Title]") == "Interview for {|[Job Title]|}");
  CHECK(marked("[Your Name] - interview") == "{|[Your Name]|} - interview");
}

TEST_CASE("quoted text may hold slots") {
  const std::string text = "Dear Dana,\n\nHere it is.\n\n> Please fill in [Your Name].\n";
  CHECK(run_check(make_placeholder, text, params()).hits.empty());
}

TEST_CASE("fields of a form and what explains a number are no slots") {
  for (const char* text : {"Your name:\nCompany:  \nDate:", "Ring 555 0100 [Pager] at night."})
    check_body(text);
  for (const char* text :
       {"{|Your name|}\nthe rest", "Ring 555 0100 {|[Name]|}.", "Ring {|[Pager]|}."})
    check_body(text);
}

TEST_CASE("a storm of brackets is read in one pass") {
  const std::string storm(20000, '[');
  CHECK(run_check(make_placeholder, "Dear Dana,\n\n" + storm + "\n", params()).hits.empty());
}
