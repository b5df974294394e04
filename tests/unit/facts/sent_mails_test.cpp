#include "facts/sent_mails.hpp"

#include <doctest/doctest.h>

#include "facts/shingles.hpp"

using namespace mailcheck;

namespace {

SentMail mail(std::vector<std::string> addresses, std::vector<std::uint64_t> shingles) {
  SentMail made;
  made.addressee.addresses = std::move(addresses);
  made.shingles = std::move(shingles);
  return made;
}

}  // namespace

TEST_CASE("what mails share with a draft is counted as one by one") {
  const SentMails sent({mail({}, {1, 2, 3, 9}), mail({}, {}), mail({}, {2, 9, 10}), mail({}, {7})});
  const std::vector<std::uint64_t> own = {2, 3, 4, 9};
  const std::vector<std::uint32_t> counts = sent.count_shared(own);
  REQUIRE(counts.size() == sent.mails().size());
  for (std::size_t i = 0; i < counts.size(); ++i)
    CHECK(counts[i] == count_shared(own, sent.mails()[i].shingles));
  CHECK(counts[0] == 3);
  CHECK(SentMails().count_shared(own).empty());
}

TEST_CASE("each organization knows all mails that went there") {
  const SentMails sent({mail({"a@nord-lys.no", "b@nord-lys.no"}, {}), mail({"c@gmail.com"}, {}),
                        mail({"d@nordlys.com", "e@nord-lys.no"}, {})});
  const auto found = sent.organizations_without_hyphen("nordlys");
  REQUIRE(found.size() == 2);
  CHECK(found[0]->name == "nord-lys");
  CHECK(found[0]->mails == std::vector<std::uint32_t>{0, 2});
  CHECK(found[1]->mails == std::vector<std::uint32_t>{2});
  CHECK(sent.organizations_without_hyphen("nord").empty());
  CHECK(sent.organizations().front().name == "nord-lys");
}
