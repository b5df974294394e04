#include "lsp/json.hpp"

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

std::string again(std::string_view text) {
  const Result<Json> json = parse_json(text);
  return json ? json->text() : "! " + json.error().message;
}

TEST_CASE("a value is written as it was read") {
  CHECK(again(R"({"a": [1, -2, true, null, "x\"\\"], "b": {}})") ==
        R"({"a":[1,-2,true,null,"x\"\\"],"b":{}})");
  CHECK(again("7.0") == "7");
  CHECK(again("\"\\ud83d\\ude00\"") == "\"😀\"");
}

TEST_CASE("what is no Unicode becomes U+FFFD") {
  CHECK(again("\"a\xFFz\"") == "\"a\xEF\xBF\xBDz\"");
  CHECK(again("\"\\ud83d x \\udc00\\ud800\"") == "\"\xEF\xBF\xBD x \xEF\xBF\xBD\xEF\xBF\xBD\"");
  CHECK(again("\"\\\\ud800\"") == R"("\\ud800")");
}

TEST_CASE("what is no JSON is an error") {
  for (const char* text :
       {"", "{", "[1,]", "{\"a\"}", "nul", "1 2", "\"\\ud8", "\"\\u12", "1e999"}) {
    CAPTURE(text);
    CHECK(again(text).starts_with("! "));
  }
}

TEST_CASE("depth and number of values are limited") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(again(nested(json_depth_limit)) == nested(json_depth_limit));
  CHECK(again(nested(json_depth_limit + 1)).starts_with("! "));
  CHECK(again(nested(1'000'000)).starts_with("! "));
  CHECK(again("\"" + nested(1000) + "\"").starts_with("\"[["));
  std::string many = "[0";
  for (std::size_t i = 0; i <= json_value_limit; ++i)
    many += ",0";
  CHECK(again(many + "]").starts_with("! "));
}

TEST_CASE("members are found, the last of several") {
  const Result<Json> json = parse_json(R"({"a": 1, "a": 2, "t": true, "s": "t"})");
  REQUIRE(json.has_value());
  CHECK((*json)["a"].integer() == 2);
  CHECK(json->flag("t"));
  CHECK_FALSE(json->flag("s"));
  CHECK((*json)["missing"]["deeper"].is_null());
}

}  // namespace
}  // namespace mailcheck
