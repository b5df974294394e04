#include "facts/sent_mail.hpp"

#include <string>

#include <doctest/doctest.h>

#include "facts/shingles.hpp"

using namespace mailcheck;

namespace {

SentMail described(const std::string& bytes) {
  const Source source{.path = "mail", .bytes = bytes};
  const Draft draft = parse_draft(source);
  return describe_mail(source, draft, analyze(draft));
}

std::size_t percent_shared(const std::string& own, const std::string& other) {
  const SentMail a = described(own);
  const SentMail b = described(other);
  REQUIRE(!a.shingles.empty());
  return count_shared(a.shingles, b.shingles) * 100 / a.shingles.size();
}

Addressee addressee(const std::string& bytes) {
  return described(bytes).addressee;
}

}  // namespace

TEST_CASE("names, numbers, dates and companies do not tell two notes apart") {
  CHECK(percent_shared("Dear Dana,\n\nThank you for the tour of Nordlys AS on Tuesday, 3 March.\n",
                       "Dear Wei,\n\nThank you for the tour of Hjortvang on Monday, 9 May.\n") ==
        100);
  CHECK(percent_shared("Dear Dana,\n\nThank you for the tour of the cold store.\n",
                       "Dear Wei,\n\nYour drawings of the ferry made me look at hinges.\n") == 0);
}

TEST_CASE("greetings, closings and courtesies are not compared") {
  const SentMail mail = described(
      "Dear Dana,\n\nI look forward to hearing from you.\nThank you again for your time.\n\n"
      "Kind regards,\nOlga Reis\n");
  CHECK(mail.shingles.empty());
}

TEST_CASE("a contraction and its long form are the same text") {
  CHECK(percent_shared("I'm glad that we could talk about the pumps.\n",
                       "I am glad that we could talk about the pumps.\n") == 100);
}

TEST_CASE("an empty mail has no shingles") {
  CHECK(described("").shingles.empty());
  CHECK(described("To: dana@example.org\n\n").shingles.empty());
}

TEST_CASE("mails are for different people when no address is the same") {
  const Addressee dana =
      addressee("To: Dana <DANA@example.org>\nSubject: a\n\nDear Dana,\n\nYes.\n");
  const Addressee both =
      addressee("To: wei@example.org\nCc: dana@example.org\nSubject: a\n\nDear Wei,\n\nYes.\n");
  const Addressee wei = addressee("To: wei@example.org\nSubject: a\n\nDear Wei,\n\nYes.\n");
  CHECK(are_different_people(dana, wei));
  CHECK_FALSE(are_different_people(dana, both));
  CHECK(dana.shown == "Dana");
  CHECK(wei.shown == "wei@example.org");
}

TEST_CASE("without addresses the greeting tells, and without a name nothing does") {
  const Addressee park = addressee("Dear Ms. Park,\n\nThank you.\n");
  const Addressee ek = addressee("To: ek@example.org\nSubject: a\n\nDear Mr. Ek,\n\nThank you.\n");
  const Addressee nobody = addressee("Hello,\n\nThank you.\n");
  CHECK(are_different_people(park, ek));
  CHECK_FALSE(are_different_people(park, park));
  CHECK_FALSE(are_different_people(park, nobody));
  CHECK_FALSE(are_different_people(nobody, nobody));
  CHECK(park.shown == "Park");
}

TEST_CASE("the organization of an address is the name its domain was registered under") {
  CHECK(organization_of("dana@Nordlys.example") == "nordlys");
  CHECK(organization_of("dana@hr.mail.nordlys.no") == "nordlys");
  CHECK(organization_of("dana@jobs.nordlys.co.uk") == "nordlys");
  CHECK(organization_of("dana@nhs.uk") == "nhs");
  CHECK(organization_of("dana@gmail.com") == "");
  CHECK(organization_of("dana@localhost") == "");
  CHECK(organization_of("dana") == "");
  CHECK(organization_of("@") == "");
  CHECK(organization_of("dana@..") == "");
}

TEST_CASE("minutes are counted in UTC") {
  CHECK(minutes_of({.year = 1970, .month = 1, .day = 2, .hour = 1, .minute = 30}) == 25 * 60 + 30);
  CHECK(minutes_of({.year = 1970, .hour = 1, .zone_minutes = 60}) == 0);
}
