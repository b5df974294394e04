#include "base/unicode.hpp"

#include <doctest/doctest.h>

using namespace mailcheck;

namespace {

std::string marked(std::string_view text, const std::vector<Range>& ranges) {
  std::string out;
  std::size_t done = 0;
  for (const Range range : ranges) {
    out.append(text.substr(done, range.begin - done)).append("{|");
    out.append(text.substr(range.begin, range.end - range.begin)).append("|}");
    done = range.end;
  }
  return out.append(text.substr(done));
}

std::string words(std::string_view text) {
  return marked(text, word_ranges(text));
}
std::string sentences(std::string_view text) {
  return marked(text, sentence_ranges(text));
}

}  // namespace

TEST_CASE("folding ignores case beyond ASCII") {
  CHECK(fold_case("ÉCOLE Straße") == "école straße");
  CHECK(fold_case(U'Σ') == fold_case(U'ς'));
  CHECK(fold_case("") == "");
}

TEST_CASE("lower and title case follow no locale") {
  CHECK(to_lower("I AM ZOË") == "i am zoë");
  CHECK(to_lower("İ") == "i̇");
  CHECK(capitalize("éva’s") == "Éva’s");
  CHECK(capitalize("“quoted") == "“Quoted");
  CHECK(capitalize("") == "");
}

TEST_CASE("characters are classed by Unicode") {
  CHECK(is_letter(U'é'));
  CHECK(!is_letter(U'1'));
  CHECK(is_digit(U'٣'));
  CHECK(is_upper(U'É'));
  CHECK(is_lower(U'é'));
  CHECK(is_space(0x00A0));
  CHECK(!is_space(U'x'));
  CHECK(is_emoji(U'😀'));
  CHECK(is_emoji(0xFE0F));
  CHECK(!is_emoji(U'1'));
  CHECK(!is_emoji(U'™'));
}

TEST_CASE("controls are what hides or reorders text") {
  for (const char32_t c : {0x00U, 0x0AU, 0x1BU, 0x7FU, 0x9BU, 0x202EU, 0x2066U, 0x200BU, 0x200DU,
                           0x00ADU, 0xFEFFU, 0x061CU, 0x2028U, 0xE0041U})
    CHECK_MESSAGE(is_control(c), "U+" << static_cast<unsigned>(c));
  for (const char32_t c : {0x20U, 0x41U, 0xA0U, 0xE9U, 0x1F600U, 0x0600U})
    CHECK_MESSAGE(!is_control(c), "U+" << static_cast<unsigned>(c));
}

TEST_CASE("display width counts columns") {
  CHECK(display_width("Zoë") == 3);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("日本") == 4);
  CHECK(display_width("😀") == 2);
  CHECK(display_width("a\tb\u200B") == 2);
}

TEST_CASE("words hold a letter or a digit") {
  CHECK(words("Hello, world - 2 days!") == "{|Hello|}, {|world|} - {|2|} {|days|}!");
  CHECK(words("don’t don't well-known") == "{|don’t|} {|don't|} {|well|}-{|known|}");
  CHECK(words("… ___ ,") == "… ___ ,");
  CHECK(words("snake_case 3.5") == "{|snake_case|} {|3.5|}");
  CHECK(words("Müller\r\nZoë") == "{|Müller|}\r\n{|Zoë|}");
  CHECK(words("") == "");
}

TEST_CASE("sentences end where they end") {
  CHECK(sentences("Thank you. I enjoyed it! Did you?") ==
        "{|Thank you.|} {|I enjoyed it!|} {|Did you?|}");
  CHECK(sentences("  no stop  ") == "  {|no stop|}  ");
  CHECK(sentences("Well... I think so.") == "{|Well...|} {|I think so.|}");
  CHECK(sentences("He said “Yes.” Then he left.") == "{|He said “Yes.”|} {|Then he left.|}");
  CHECK(sentences("") == "");
  CHECK(sentences(" \n ") == " \n ");
}

TEST_CASE("a line break is a space inside a sentence") {
  CHECK(sentences("Thank you\nfor it.\nBye.") == "{|Thank you\nfor it.|}\n{|Bye.|}");
  CHECK(sentences("Thank you\r\nfor it.\r\nBye.") == "{|Thank you\r\nfor it.|}\r\n{|Bye.|}");
  CHECK(sentences("Thank\u2028you") == "{|Thank\u2028you|}");
}

TEST_CASE("a title, an initial or a connecting abbreviation ends no sentence") {
  for (const char* text :
       {"I met Ms. Okafor and Dr. Park.", "Ask Prof. Lee or J. Smith.", "Tools (e.g. Git) help.",
        "It is at St. Mary’s.", "It was A vs. B.", "We met J. R. Silva.", "See No. 5 Main Street.",
        "The U.S. Army called.", "Acme Inc. Headquarters is far.", "On Dec. 5 I will call.",
        "Come at 5 p.m. Eastern time.", "Come at 10 a.m. Tuesday.", "1. First things first.",
        "Dear\nMs.\nOkafor"})
    CHECK(sentences(text) == "{|" + std::string(text) + "|}");
}

TEST_CASE("an abbreviation that may be last ends a sentence before a new one") {
  CHECK(sentences("It ends at 5 p.m. I will wait.") == "{|It ends at 5 p.m.|} {|I will wait.|}");
  CHECK(sentences("I like Acme Inc. We met there.") == "{|I like Acme Inc.|} {|We met there.|}");
  CHECK(sentences("Maps, charts, etc. Dana knows.") == "{|Maps, charts, etc.|} {|Dana knows.|}");
  CHECK(sentences("I live in the U.S. My team does not.") ==
        "{|I live in the U.S.|} {|My team does not.|}");
  CHECK(sentences("So do I. Dana does.") == "{|So do I.|} {|Dana does.|}");
  CHECK(sentences("She said no. Then I left.") == "{|She said no.|} {|Then I left.|}");
  CHECK(sentences("This is plan B. The rest is A.") == "{|This is plan B.|} {|The rest is A.|}");
}
