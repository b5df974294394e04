#include "mail/header/media_type.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace mailcheck;

namespace {

// “text/plain | charset=utf-8 | name=cv.pdf”, as the value was understood.
std::string understood(std::string_view value) {
  const ParameterizedValue parsed = parse_parameterized(value);
  std::string out = parsed.value;
  for (const Parameter& parameter : parsed.parameters)
    out += " | " + parameter.name + "=" + parameter.value;
  return out;
}

struct Row {
  std::string_view value, expected;
};

}  // namespace

TEST_CASE("parameters are read as RFC 2045 has them") {
  const Row rows[] = {
      {"text/plain", "text/plain"},
      {"", ""},
      {"Text/HTML; Charset=UTF-8", "text/html | charset=UTF-8"},
      {"multipart/mixed; boundary=\"a;b\"; x=y", "multipart/mixed | boundary=a;b | x=y"},
      {"text/plain; charset=us-ascii (Plain text)", "text/plain | charset=us-ascii"},
      {"text/plain (a; b); charset = \"utf-8\" (c)", "text/plain | charset=utf-8"},
      {"text / plain ; format = flowed", "text/plain | format=flowed"},
      {"x; name=\"a \\\"b\\\" \\\\ c\"", "x | name=a \"b\" \\ c"},
      {"x; a=1; A=2", "x | a=1"},
      {"x; a=", "x | a="},
      {"x; a=\"\"", "x | a="},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(understood(row.value) == row.expected);
  }
}

TEST_CASE("parameters are read as programs really write them") {
  const Row rows[] = {
      {"text/plain;; charset=utf-8;", "text/plain | charset=utf-8"},
      {"text/plain charset=utf-8", "text/plain | charset=utf-8"},
      {"text/plain; charset=utf-8 format=flowed", "text/plain | charset=utf-8 | format=flowed"},
      {"text/plain; charset=\"utf-8\" format=flowed", "text/plain | charset=utf-8 | format=flowed"},
      {"text/plain; charset='utf-8'", "text/plain | charset=utf-8"},
      {"text/plain; odd; charset=utf-8", "text/plain | charset=utf-8"},
      {"; charset=utf-8", " | charset=utf-8"},
      {"charset=utf-8", "charset=utf-8"},
      {"attachment; filename=my cv (2).pdf; size=3",
       "attachment | filename=my cv (2).pdf | size=3"},
      {"attachment; filename=\"my \"best\" cv.pdf\"", "attachment | filename=my \"best\" cv.pdf"},
      {"attachment; filename=\"cv.pdf; size=3", "attachment | filename=cv.pdf | size=3"},
      {"attachment; filename=cv.pdf\"; size=3", "attachment | filename=cv.pdf | size=3"},
      {"attachment; filename=\"C:\\docs\\cv.pdf\"", "attachment | filename=C:\\docs\\cv.pdf"},
      {"attachment; filename=\"=?utf-8?q?J=C3=B6rg=2Epdf?=\"", "attachment | filename=Jörg.pdf"},
      {"attachment; filename==?utf-8?b?SsO2cmc=?=", "attachment | filename=Jörg"},
      {"attachment; filename=\"J\xF6rg\"", "attachment | filename=Jörg"},
      {"attachment; filename=\"Jörg\"", "attachment | filename=Jörg"},
      {"attachment; filename=\"Jör\xC3\"", "attachment | filename=Jör\uFFFD"},
      {"attachment; filename=\"a\x01\nb\tc\"", "attachment | filename=a\uFFFD b c"},
      {"text/plain (never closed; charset=utf-8", "text/plain(neverclosed | charset=utf-8"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(understood(row.value) == row.expected);
  }
}

TEST_CASE("continued and encoded parameters of RFC 2231 are put together") {
  const Row rows[] = {
      {"a; filename*=utf-8''J%C3%B6rg%20CV.pdf", "a | filename=Jörg CV.pdf"},
      {"a; filename*=iso-8859-1'de'J%F6rg", "a | filename=Jörg"},
      {"a; filename*=\"utf-8''J%C3%B6rg\"", "a | filename=Jörg"},
      {"a; filename*0=one; filename*1=\" two\"", "a | filename=one two"},
      {"a; filename*1=two; filename*0=one", "a | filename=onetwo"},
      {"a; f*1*=%B6rg; f*0*=utf-8''J%C3", "a | f=Jörg"},
      {"a; f*0*=utf-8''J%C3%B6; f*1=\"rg%20\"; f*2*=%21", "a | f=Jörg%20!"},
      {"a; f*10=k; f*9=j", "a | f=jk"},
      {"a; f=plain; f*=utf-8''better", "a | f=better"},
      {"a; f*=utf-8''better; f=plain", "a | f=better"},
      {"a; f*0=one; f*0=other; f*1=two", "a | f=onetwo"},
      {"a; f*=J%C3%B6rg", "a | f=Jörg"},
      {"a; f*=''J%F6rg", "a | f=Jörg"},
      {"a; f*=no-such-charset''J%C3%B6rg", "a | f=Jörg"},
      {"a; f*=utf-8''100%; f2*=utf-8''%4", "a | f=100% | f2=%4"},
      {"a; f*=utf-8''a%00%0Ab", "a | f=a\uFFFD b"},
      {"a; f*x=1; *=2", "a | f*x=1 | *=2"},
      {"a; f*0==?utf-8?q?J=C3?=; f*1=x", "a | f=J\uFFFDx"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(understood(row.value) == row.expected);
  }
}

TEST_CASE("a parameter is found by its name") {
  const ParameterizedValue parsed = parse_parameterized("text/plain; Charset=utf-8");
  CHECK(parsed.parameter("charset") == "utf-8");
  CHECK(parsed.parameter("boundary").empty());
}

TEST_CASE("more parameters than the limit are cut, and that is said") {
  for (const std::size_t count : {parameter_limit - 1, parameter_limit, parameter_limit + 1}) {
    std::string value = "text/plain";
    for (std::size_t i = 0; i < count; ++i)
      value += "; p" + std::to_string(i) + "=x";
    const ParameterizedValue parsed = parse_parameterized(value);
    CAPTURE(count);
    CHECK(parsed.parameters.size() == std::min(count, parameter_limit));
    CHECK(parsed.is_cut == (count > parameter_limit));
  }
}
