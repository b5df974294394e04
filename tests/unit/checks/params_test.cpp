#include "checks/params.hpp"

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

TEST_CASE("a parameter is given in its type, or the fallback") {
  Params params;
  params.set("max", std::int64_t{7});
  params.set("place", std::string("end"));
  params.set("strict", true);
  params.set("kinds", std::vector<std::string>{"a", "b"});
  CHECK(*params.integer("max", 3) == 7);
  CHECK(*params.integer("min", 3) == 3);
  CHECK(*params.text("place", "") == "end");
  CHECK(*params.boolean("strict", false));
  CHECK(params.list("kinds")->size() == 2);
  CHECK(params.list("place")->size() == 1);
  CHECK_FALSE(params.phrases("phrases")->present);
}

TEST_CASE("a wrong type or a number out of range is an error at its place") {
  Params params;
  params.set("max", std::string("many"), {"rule.toml", 9, 1, "max = \"many\""});
  const Result<std::int64_t> wrong = params.integer("max", 3);
  REQUIRE_FALSE(wrong.has_value());
  CHECK(wrong.error().message == "“max” must be an integer, not a string");
  CHECK(wrong.error().line == 9);
  params.set("max", std::int64_t{0});
  CHECK_FALSE(params.integer("max", 3, 1, 10).has_value());
  params.set("max", std::int64_t{1});
  CHECK(params.integer("max", 3, 1, 10).has_value());
  params.set("max", std::int64_t{10});
  CHECK(params.integer("max", 3, 1, 10).has_value());
  params.set("max", std::int64_t{11});
  CHECK_FALSE(params.integer("max", 3, 1, 10).has_value());
}

TEST_CASE("keys that nobody asked for are told") {
  Params params;
  params.set("max", std::int64_t{7});
  params.set("mx", std::int64_t{7});
  CHECK(params.integer("max", 1).has_value());
  CHECK(params.unused() == std::vector<std::string>{"mx"});
}

}  // namespace
}  // namespace mailcheck
