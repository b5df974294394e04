#include "spelling/affix_file.hpp"

#include <doctest/doctest.h>

using namespace mailcheck;

TEST_CASE("affixes, their conditions and the special flags are read") {
  const Result<AffixFile> file = parse_affix_file(
      "\xEF\xBB\xBF# a comment\r\nSET UTF-8\r\nNOSUGGEST !\r\nONLYINCOMPOUND _\r\n"
      "REP 1\nREP a ei\n"
      "PFX U Y 1\nPFX U 0 un .\n"
      "SFX D N 2\nSFX D y ied [^aeiou]y\nSFX D 0 ed\n",
      "a.aff");
  REQUIRE(file);
  CHECK(file->no_suggest == '!');
  CHECK(file->only_in_compound == '_');
  REQUIRE(file->affixes.size() == 2);
  CHECK(file->affixes[0].is_prefix);
  CHECK(file->affixes[0].is_combined);
  CHECK(file->affixes[0].rules[0].add == "un");
  CHECK(file->affixes[0].rules[0].conditions.empty());
  const Affix& suffix = file->affixes[1];
  CHECK(!suffix.is_prefix);
  CHECK(!suffix.is_combined);
  REQUIRE(suffix.rules.size() == 2);
  CHECK(suffix.rules[0].strip == "y");
  REQUIRE(suffix.rules[0].conditions.size() == 2);
  CHECK(suffix.rules[0].conditions[0].characters == "aeiou");
  CHECK(suffix.rules[0].conditions[0].is_negated);
}

TEST_CASE("what would change which words are right, and is not understood, is an error") {
  const char* files[] = {"SET ISO8859-1\n",
                         "\nNEEDAFFIX x\n",
                         "\nCIRCUMFIX x\n",
                         "\nFLAG num\n",
                         "\nNOSUGGEST\n",
                         "\nSFX AB Y 1\n",
                         "SFX D Y 1\nSFX D 0 ed/S .\n"};
  for (const char* text : files) {
    const Result<AffixFile> file = parse_affix_file(text, "a.aff");
    REQUIRE_MESSAGE(!file, text);
    CHECK(file.error().file == "a.aff");
    CHECK(file.error().line > 0);
  }
}

TEST_CASE("an affix applies where its conditions hold") {
  const Result<AffixFile> file = parse_affix_file(
      "SFX D Y 3\nSFX D y ied [^aeiou]y\nSFX D 0 ed [^ey]\nSFX D 0 s [é.]\n"
      "PFX I Y 1\nPFX I 0 im [bmp].\n",
      "a.aff");
  REQUIRE(file);
  const std::vector<AffixRule>& suffix = file->affixes[0].rules;
  CHECK(with_suffix(suffix[0], "carry") == "carried");
  CHECK(with_suffix(suffix[0], "play") == "");
  CHECK(with_suffix(suffix[0], "y") == "");
  CHECK(with_suffix(suffix[1], "walk") == "walked");
  CHECK(with_suffix(suffix[1], "bake") == "");
  CHECK(with_suffix(suffix[2], "café") == "cafés");
  CHECK(with_suffix(suffix[2], "cafè") == "");
  const AffixRule& prefix = file->affixes[1].rules[0];
  CHECK(with_prefix(prefix, "polite") == "impolite");
  CHECK(with_prefix(prefix, "tidy") == "");
  CHECK(with_prefix(prefix, "p") == "");
}
