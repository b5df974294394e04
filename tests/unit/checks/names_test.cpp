#include <string>

#include <doctest/doctest.h>

#include "checks/greeting_name.hpp"
#include "checks/greeting_title.hpp"
#include "checks/interviewers_not_named.hpp"
#include "checks/misspelled_interviewer.hpp"
#include "checks/name_match.hpp"
#include "checks/wrong_company.hpp"
#include "checks/wrong_recipient.hpp"
#include "checks/wrong_role.hpp"
#include "tests/unit/checks/marked_hits.hpp"

using namespace mailcheck;

namespace {

using Make = Result<CheckFunction> (*)(const Params&);

/// The greeting as the check marks it, without “Dear ”.
std::string greeted(Make make, const std::string& to, const std::string& name,
                    const GivenFacts& given = {}) {
  const std::string text = "To: " + to + "\nSubject: Mill\n\nDear " + name + ",\n\nThank you.\n";
  const std::string marked = run_check(make, text, {}, given).marked;
  const std::size_t begin = marked.find("Dear ") + 5;
  return marked.substr(begin, marked.find(",\n", begin) - begin);
}

GivenFacts interviewers(std::vector<std::string> names) {
  GivenFacts given;
  given.interview.interviewers = std::move(names);
  return given;
}

std::string company(const std::string& text, const char* name = "Nordlys AS") {
  GivenFacts given;
  given.interview.company = name;
  std::string marked = run_check(make_wrong_company, text + "\n", {}, given).marked;
  marked.pop_back();
  return marked;
}

std::string role(const std::string& text, const char* name = "Data Analyst") {
  GivenFacts given;
  given.interview.role = name;
  std::string marked = run_check(make_wrong_role, text + "\n", {}, given).marked;
  marked.pop_back();
  return marked;
}

}  // namespace

TEST_CASE("names are matched across marks, pet forms and slips") {
  CHECK(match_name("Jose\u0301", "José") == NameMatch::same);
  CHECK(match_name("Joergen", "Jørgen") == NameMatch::same);
  CHECK(match_name("STRAUSS", "Strauß") == NameMatch::same);
  CHECK(match_name("Bob", "Robert") == NameMatch::same);
  CHECK(match_name("R", "Robert") == NameMatch::same);
  CHECK(match_name("Sara", "Sarah") == NameMatch::misspelled);
  CHECK(match_name("Mark", "Marc") == NameMatch::misspelled);
  CHECK(match_name("Okaforr", "Okafor") == NameMatch::misspelled);
  CHECK(match_name("Marysole", "Marisol") == NameMatch::misspelled);
  CHECK(match_name("Drew", "Lindrew") == NameMatch::uncertain);
  CHECK(match_name("Дана", "Dana") == NameMatch::uncertain);
  CHECK(match_name("Kim", "Tim") == NameMatch::other);
  CHECK(match_name("Ann", "Amy") == NameMatch::other);
  CHECK(match_name("", "Amy") == NameMatch::uncertain);
  CHECK(match_name(std::string(100, 'a'), std::string(99, 'a')) == NameMatch::uncertain);
}

TEST_CASE("initials and the address name a person, too") {
  Person person = read_person("Thomas James Holt");
  person.mail_name = "tjones";
  CHECK(match_person("TJ", person) == NameMatch::same);
  CHECK(match_person("Jones", person) == NameMatch::same);
  CHECK(match_person("Brandt", person) == NameMatch::other);
}

TEST_CASE("a slip in the name of the recipient or of an interviewer is marked") {
  CHECK(greeted(make_greeting_name, "Sarah Holt <s@x.example>", "Sara") == "{|Sara|}");
  CHECK(greeted(make_greeting_name, "jobs@x.example", "Ms. Okafro",
                interviewers({"Marisol Okafor"})) == "Ms. {|Okafro|}");
  CHECK(greeted(make_greeting_name, "Sarah Holt <s@x.example>", "Sara",
                interviewers({"Sara Lind"})) == "Sara");
}

TEST_CASE("a greeting that fits nobody is marked when the recipients are clear") {
  const auto marked = [](const std::string& to, const std::string& name) {
    return greeted(make_wrong_recipient, to, name);
  };
  CHECK(marked("Anna Holt <h@x.example>", "Ms. Brandt") == "{|Ms. Brandt|}");
  CHECK(marked("Anna Holt <h@x.example>", "Peter") == "{|Peter|}");
  CHECK(marked("\"Holt, Anna\" <h@x.example>", "Peter Lind") == "{|Peter Lind|}");
  CHECK(marked("Anna Holt <h@x.example>, Jo Lee <l@x.example>", "Peter") == "{|Peter|}");
  CHECK(marked("Anna Holt <h@x.example>, Jo Lee <l@x.example>", "Jo") == "Jo");
  CHECK(marked("Anna Holt <brandt@x.example>", "Ms. Brandt") == "Ms. Brandt");
  CHECK(marked("Anna Holt <h@x.example>", "Ana") == "Ana");
  CHECK(marked("Anna Holt <h@x.example>", "Neighbour") == "Neighbour");
  CHECK(marked("Anna Holt <h@x.example>", "Hiring Manager") == "Hiring Manager");
  CHECK(marked("Anna <h@x.example>", "Peter") == "Peter");
  CHECK(marked("h@x.example", "Peter") == "Peter");
  CHECK(marked("Holt Recruiting <h@x.example>", "Peter") == "Peter");
}

TEST_CASE("who is in Cc or in the quoted mail may be greeted") {
  CHECK(
      run_check(make_wrong_recipient,
                "To: Anna Holt <h@x.example>\nCc: Peter Lind <l@x.example>\n\nDear Peter,\n\nHi.\n")
          .hits.empty());
  CHECK(run_check(make_wrong_recipient,
                  "To: Anna Holt <h@x.example>\n\nDear Peter,\n\nHi.\n\nOn Tue, Mar 3, 2026 at "
                  "9:00 AM Peter Lind <l@x.example> wrote:\n> Hello\n")
            .hits.empty());
}

TEST_CASE("the greeting is compared with the interviewers when no recipient is clear") {
  Params params;
  params.set("against", std::string("interviewers"));
  const auto hits = [&](const std::string& head) {
    return run_check(make_wrong_recipient, head + "Dear Peter,\n\nThank you.\n", params,
                     interviewers({"Anna Holt"}))
        .hits.size();
  };
  CHECK(hits("") == 1);
  CHECK(hits("To: jobs@x.example\n\n") == 1);
  CHECK(hits("To: peter@x.example\n\n") == 0);
  CHECK(hits("To: Peter Lind <l@x.example>\n\n") == 0);
  params.set("against", std::string("everybody"));
  CHECK_FALSE(make_wrong_recipient(params).has_value());
}

TEST_CASE("a title is wrong when the facts or the header have another") {
  const auto marked = [](const std::string& to, const std::string& name,
                         std::vector<std::string> known = {}) {
    return greeted(make_wrong_title, to, name, interviewers(std::move(known)));
  };
  CHECK(marked("o@x.example", "Mr. Okafor", {"Dr. Marisol Okafor"}) == "{|Mr|}. Okafor");
  CHECK(marked("o@x.example", "Mr Okafor", {"Ms. Marisol Okafor"}) == "{|Mr|} Okafor");
  CHECK(marked("Prof. Elif Aydin <a@x.example>", "Ms. Aydin") == "{|Ms|}. Aydin");
  CHECK(marked("Elif Aydin <a@x.example>", "Ms. Aydin", {"Dr. Deniz Aydin"}) == "Ms. Aydin");
  CHECK(marked("Elif Aydin <a@x.example>", "Ms. Aydin", {"Dr. Elif Aydin"}) == "{|Ms|}. Aydin");
  CHECK(marked("o@x.example", "Dr. Okafor", {"Prof. Marisol Okafor"}) == "Dr. Okafor");
  CHECK(marked("o@x.example", "Mrs. Okafor", {"Ms. Marisol Okafor"}) == "Mrs. Okafor");
  CHECK(marked("o@x.example", "Mr. Lee", {"Dr. Ada Lee", "Ms. Bo Lee"}) == "Mr. Lee");
}

TEST_CASE("a title before a first name is marked, before a family name it is not") {
  const auto marked = [](const std::string& to, const std::string& name) {
    return greeted(make_title_with_first_name, to, name);
  };
  CHECK(marked("Marisol Okafor <o@x.example>", "Ms. Marisol") == "{|Ms. Marisol|}");
  CHECK(marked("Robert Haas <o@x.example>", "Mr. Bob") == "{|Mr. Bob|}");
  CHECK(marked("Marisol Okafor <o@x.example>", "Ms. Okafor") == "Ms. Okafor");
  CHECK(marked("Marisol Okafor <o@x.example>", "Ms. Marisol Okafor") == "Ms. Marisol Okafor");
  CHECK(marked("Kim Min-jun <o@x.example>", "Mr. Kim") == "Mr. Kim");
  CHECK(marked("Thomas Thomas <o@x.example>", "Mr. Thomas") == "Mr. Thomas");
}

TEST_CASE("interviewers are named by any of their names") {
  const auto hits = [](const std::string& text) {
    return run_check(make_interviewers_not_named, "Dear all,\n\n" + text + "\n", {},
                     interviewers({"Ines Rocha", "Robert Haas"}))
        .hits.size();
  };
  CHECK(hits("Thank you for the morning. I liked the mill.") == 1);
  CHECK(hits("Thank you for the morning, and Bob's tea.") == 0);
  CHECK(hits("Thank you, Ms. Rocha, for the morning.") == 0);
}

TEST_CASE("slips in names are marked in the body") {
  const auto marked = [](const std::string& text) {
    std::string out = run_check(make_misspelled_interviewer, text + "\n", {},
                                interviewers({"Marisol Zubkov", "Li Wei", "Peter Marsh"}))
                          .marked;
    out.pop_back();
    return out;
  };
  CHECK(marked("I thank Marisol Zubkof.") == "I thank Marisol {|Zubkof|}.");
  CHECK(marked("It was Zubkovs idea.") == "It was {|Zubkovs|} idea.");
  CHECK(marked("I liked Zubkow's idea.") == "I liked {|Zubkow|}'s idea.");
  CHECK(marked("Mr. March spoke.") == "Mr. {|March|} spoke.");
  CHECK(marked("In March we spoke.") == "In March we spoke.");
  CHECK(marked("Li Wai spoke.") == "Li Wai spoke.");
  CHECK(marked("Marisol Zubkov and Peter spoke.") == "Marisol Zubkov and Peter spoke.");
  CHECK(marked("zubkof is no name here.") == "zubkof is no name here.");
}

TEST_CASE("another company is marked where the sentence says that it is one") {
  CHECK(company("I am excited about joining Acme.") == "I am excited about joining {|Acme|}.");
  CHECK(company("I would love to work for Bank of Norway.") ==
        "I would love to work for {|Bank of Norway|}.");
  CHECK(company("Thank you for the interview at Acme Inc. on Monday.") ==
        "Thank you for the interview at {|Acme Inc|}. on Monday.");
  CHECK(company("I would be glad to bring that to Peinture Zelmasse.") ==
        "I would be glad to bring that to {|Peinture Zelmasse|}.");
  CHECK(company("Thanks for discussing the analyst role at Acme's mill.") ==
        "Thanks for discussing the analyst role at {|Acme|}'s mill.");
}

TEST_CASE("a company is not marked where it may be right or none") {
  for (const char* text :
       {"I am excited about joining Nordlys.", "I would love to join the Nordlys Group.",
        "My time at Acme taught me much.", "Before joining Acme I baked.",
        "I would like to join Marketing.", "I would love to join your Zoom call.",
        "The interview at Monday noon was good.", "I have an offer for the position at Acme.",
        "In my role at Acme I built it.", "I am excited about joining Peter and Anna.",
        "Thank you for the interview with Vestergaard.", "I worked at Acme.",
        "I hope to join NORDLYS AS.", "We met at Acme.", "The position at the University."})
    CHECK(company(text) == text);
  CHECK(run_check(make_wrong_company, "I am excited about joining Acme.\n").hits.empty());
}

TEST_CASE("a company of an address or of the quoted mail is right") {
  GivenFacts given;
  given.interview.company = "Nordlys";
  CHECK(run_check(make_wrong_company,
                  "To: Ann <a@acme.example>\n\nI am excited about joining Acme.\n", {}, given)
            .hits.empty());
  CHECK(run_check(make_wrong_company,
                  "I am excited about joining Acme.\n\nOn Tue, Mar 3, 2026 at 9:00 AM Ann Lee "
                  "<a@x.example> wrote:\n> Acme thanks you\n",
                  {}, given)
            .hits.empty());
}

TEST_CASE("another role is marked by its main word") {
  CHECK(role("Thank you for the interview for the Data Scientist position.") ==
        "Thank you for the interview for the {|Data Scientist|} position.");
  CHECK(role("I am interested in the position of head chef.") ==
        "I am interested in the position of {|head chef|}.");
  CHECK(role("Subject: Night nurse position\n\nHi.", "Baker") == "{|Night nurse|} position\nHi.");
}

TEST_CASE("shorter, longer and kindred titles are the same role") {
  for (const char* text :
       {"Thank you for the interview for the analyst position.",
        "I am interested in the Senior Data Analyst II role.",
        "I am interested in the Business Analyst position.",
        "My interview showed that my previous position of chef counts.",
        "I am interested in my position as a chef.", "The chef position is funny.",
        "Thank you for the position paper.", "I am interested in the data analyst intern role."})
    CHECK(role(text) == text);
  CHECK(role("I am interested in the developer role.", "Software Engineer") ==
        "I am interested in the developer role.");
  CHECK(role("Is there news about the Irrigation Manager position?", "Field Agronomist") ==
        "Is there news about the {|Irrigation Manager|} position?");
  CHECK(role("I am interested in the field engineer role.", "Field Agronomist") ==
        "I am interested in the field engineer role.");
  CHECK(role("I am interested in the chef role.", "Ninja") == "I am interested in the chef role.");
}
