#include "spelling/stem_list.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace mailcheck;

namespace {

constexpr const char* aff = "SET UTF-8\nNOSUGGEST !\n";

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words)
    out += word + " ";
  return out;
}

}  // namespace

TEST_CASE("the entries near a word are found, without what is behind them in the file") {
  for (const std::string end : {"\n", "\r\n"}) {
    const StemList stems("6" + end + "biscuit/MS" + end + "basket" + end + "Biscuit\tnoun" + end +
                             "biscüit" + end + "biscuit2" + end + "biscuits",
                         aff);
    EditCosts costs("buiscit");
    CHECK(joined(stems.near(costs, 28, Names::without)) == "biscuit biscuits ");
    CHECK(joined(stems.near(costs, 28, Names::with)) == "biscuit Biscuit biscuits ");
    EditCosts itself("basket");
    CHECK(joined(stems.near(itself, 0, Names::without)) == "basket ");
  }
}

TEST_CASE("what the dictionary does not want proposed is banned with its forms") {
  const StemList stems("4\nfoot/MS\ndrat/SMG!\nscat/!A\nbane/!", aff);
  for (const char* word :
       {"drat", "drats", "dratting", "dratted", "drat's", "scat", "banes", "baning"})
    CHECK_MESSAGE(stems.is_banned(word), word);
  for (const char* word : {"foot", "feet", "drag", "dratwood", "", "s"})
    CHECK_MESSAGE(!stems.is_banned(word), word);
  EditCosts costs("dratt");
  CHECK(stems.near(costs, 26, Names::with).empty());
}

TEST_CASE("a dictionary without such a flag bans nothing, and an odd file is no harm") {
  CHECK_FALSE(StemList("1\ndrat/!", "SET UTF-8\n").is_banned("drat"));
  for (const char* dic : {"", "1", "\n", "\n\n/\n", "1\n/!\n'\n"}) {
    const StemList stems(dic, aff);
    EditCosts costs("drat");
    CHECK(stems.near(costs, 10, Names::with).empty());
  }
}

TEST_CASE("a word with letters in a row that no entry has is not plausible") {
  const StemList stems("2\nbiscuit/MS\nBasket\n", aff);
  for (const char* word : {"biscuit", "basket", "BASKET", "bask", "b", "", "b's"})
    CHECK_MESSAGE(stems.is_plausible(word), word);
  for (const char* word : {"iscuit", "bsket", "baskit", "ab", "bü"})
    CHECK_MESSAGE(!stems.is_plausible(word), word);
  CHECK(StemList().is_plausible("xqz"));
}

TEST_CASE("borrowed letters are plausible where an entry has any of them") {
  const StemList stems("2\nfianc\u00E9e/MS\nnaive\n", aff);
  for (const char* word : {"fiancée", "fiancé", "fiancüe"})
    CHECK_MESSAGE(stems.is_plausible(word), word);
  for (const char* word : {"naïve", "éclair", "почта"})
    CHECK_MESSAGE(!stems.is_plausible(word), word);
  EditCosts costs("fiancee");
  CHECK(stems.near(costs, 20, Names::with).empty());  // Only ASCII entries are compared.
}
