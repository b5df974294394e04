#include "base/plain_letters.hpp"

#include <doctest/doctest.h>

using namespace mailcheck;

TEST_CASE("marks and case are taken off letters, however they are put together") {
  CHECK(plain_letters("José") == "jose");
  CHECK(plain_letters("Jose\u0301") == "jose");
  CHECK(plain_letters("ŁUKASZ") == "lukasz");
  CHECK(plain_letters("Nguyễn") == "nguyen");
  CHECK(plain_letters("O’Brien") == "obrien");
  CHECK(plain_letters("Strauß") == "strauss");
  CHECK(plain_letters("Дана") == "дана");
}

TEST_CASE("umlauts are plain or spelled out") {
  CHECK(plain_letters("Jørgen") == "jorgen");
  CHECK(plain_letters("Jørgen", Umlauts::spelled_out) == "joergen");
  CHECK(plain_letters("Müller", Umlauts::spelled_out) == "mueller");
  CHECK(plain_letters("Mu\u0308ller", Umlauts::spelled_out) == "mueller");
  CHECK(plain_letters("Håkon", Umlauts::spelled_out) == "haakon");
}

TEST_CASE("any bytes have plain letters") {
  CHECK(plain_letters("").empty());
  CHECK(plain_letters("\u0301").empty());
  CHECK(plain_letters("a\u0301\u0301") == "a");
  CHECK(plain_letters("\xFF") == "\uFFFD");
  CHECK(plain_letters("\U00020000") == "\U00020000");
}
