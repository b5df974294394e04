#include "facts/titles.hpp"

#include <doctest/doctest.h>

using namespace mailcheck;

TEST_CASE("titles are known with and without a full stop, in several languages") {
  CHECK(title_of("Mr.") == Title::mister);
  CHECK(title_of("mrs") == Title::miss);
  CHECK(title_of("FRAU") == Title::miss);
  CHECK(title_of("Dr") == Title::doctor);
  CHECK_FALSE(title_of("Marisol").has_value());
  CHECK_FALSE(title_of("").has_value());
  CHECK_FALSE(title_of(".").has_value());
}

TEST_CASE("degrees stand behind a name") {
  CHECK(is_name_suffix("PhD"));
  CHECK(is_name_suffix("Jr."));
  CHECK_FALSE(is_name_suffix("Okafor"));
  CHECK(is_doctorate("Ph.D."));
  CHECK_FALSE(is_doctorate("MBA"));
}
