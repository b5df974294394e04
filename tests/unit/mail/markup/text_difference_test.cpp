#include "mail/markup/text_difference.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace mailcheck;

namespace {

struct Pair {
  std::string_view plain;
  std::string_view html;
};

}  // namespace

TEST_CASE("layout alone is no difference between text and HTML") {
  for (const Pair& pair : {
           Pair{"Dear Dana,\nthank\nyou.", "Dear Dana,\n\nThank you.\n"},
           Pair{"I *really* liked it.", "I really liked it.\n"},
           Pair{"See our page <https://example.com/a?b> now", "See our page now"},
           Pair{"See https://example.com/a<https://example.com/a> now",
                "See https://example.com now"},
           Pair{"Logo [image: Acme] [cid:1234] end", "Logo end"},
           Pair{"* one\n* two\n1. three", "- one\n- two\n- three"},
           Pair{"-----\nHi there Dana", "Hi there Dana"},
           Pair{"Yes, gladly.\n\n> old words", "Yes, gladly.\n\n> other old words"},
           Pair{"Yes, gladly.\n\nOn Monday, Jo <jo@example.com>\nwrote:\n> old", "Yes, gladly.\n"},
           Pair{"Yes, gladly.\n-- \nDana\n+1 555", "Yes, gladly.\n-- \nDana"},
           Pair{"It's fine", "It\u2019s fine"},
           Pair{"| a | b |", "a b"},
           Pair{"foo bar baz qux", "foobar baz qux"},
           Pair{"wel\u00ADcome home friends", "welcome home friends"},
           Pair{"", "Something else"},
       }) {
    CAPTURE(pair.plain);
    const auto difference = find_difference(pair.plain, pair.html);
    CHECK_FALSE(difference.has_value());
  }
}

TEST_CASE("words that differ are found at their place") {
  struct Row {
    std::string_view marked;  ///< The plain text, the place between “{|” and “|}”.
    std::string_view html;
    std::string_view said;
  };
  for (const Row& row : {
           Row{"I would love to work at {|Globex|}, it is great.",
               "I would love to work at Acme, it is great.", "Acme"},
           Row{"Thank you for your time. {||}Best, Dana",
               "Thank you for your time. See you on Friday. Best, Dana", "See you on Friday"},
           Row{"Thank you, {|Mr. Smith, |}for everything you did today.",
               "Thank you, for everything you did today.", ""},
           Row{"{|Your mail program does not show HTML|}.",
               "Dear Dana, thank you very much for yesterday.",
               "Dear Dana, thank you very much for yesterday"},
       }) {
    CAPTURE(row.marked);
    std::string plain(row.marked);
    const std::size_t begin = plain.find("{|");
    plain.erase(begin, 2);
    const std::size_t end = plain.find("|}");
    plain.erase(end, 2);
    const auto difference = find_difference(plain, row.html);
    REQUIRE(difference.has_value());
    const std::string_view found = slice(std::string_view(plain), difference->span);
    // The marks stand around whole words; what is between words does not belong to the place.
    const std::string wanted = plain.substr(begin, end - begin);
    CHECK(found == wanted.substr(0, wanted.find_last_not_of(", ") + 1));
    CHECK(difference->said == row.said);
  }
}

TEST_CASE("words that stand elsewhere in the other form are no difference") {
  CHECK_FALSE(find_difference("Left column here. Right column there. And the text goes on below.",
                              "Right column there. Left column here. And the text goes on below.")
                  .has_value());
}

TEST_CASE("long forms that differ everywhere are compared within a limit") {
  std::string plain;
  std::string html;
  for (int i = 0; i < 20'000; ++i) {
    plain += "same a" + std::to_string(i) + " ";
    html += "same b" + std::to_string(i) + " ";
  }
  CHECK_FALSE(find_difference(plain, html).has_value());
  CHECK(find_difference(plain, "same " + html.substr(0, 50)).has_value());
}
