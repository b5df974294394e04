#include "text/closing.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace mailcheck;

TEST_CASE("closings are recognised, sentences are not") {
  for (const std::string_view line : {"Sincerely,",
                                      "Yours sincerely",
                                      "Kind regards,",
                                      "Warmest regards",
                                      "With best regards,",
                                      "Best,",
                                      "BEST REGARDS",
                                      "All the best!",
                                      "Thanks,",
                                      "Thanks again!",
                                      "Thank you,",
                                      "Thank you so much,",
                                      "Many thanks",
                                      "Thank you for your time,",
                                      "With gratitude,",
                                      "Cheers",
                                      "Later,",
                                      "Ciao!",
                                      "xoxo",
                                      "Love,",
                                      "TTYL",
                                      "Peace out",
                                      "Take care,",
                                      "Talk soon!",
                                      "Yours,",
                                      "Respectfully yours,",
                                      "Warmly,",
                                      "Cordially",
                                      "Best wishes \xE2\x80\x94",
                                      "Cofion cynnes,",
                                      "Mit freundlichen Grüßen",
                                      "Le gach dea-ghuí,",
                                      "*Regards,*",
                                      "Thanks and best regards,",
                                      "Yours truly,",
                                      "With respect,",
                                      "Greetings,"}) {
    CAPTURE(line);
    CHECK(is_closing(line));
  }
  for (const std::string_view line :
       {"Thank you for your time.", "Thanks for the tour!", "Best of luck,", "Thank", "The", "",
        "Kind of", "Thank you?", "Later today I will call.", "My best work", "With you", "-",
        "So much", "Thank you very much for the kind words about my work,", "<br>"}) {
    CAPTURE(line);
    CHECK_FALSE(is_closing(line));
  }
}

TEST_CASE("above a name a closing may be of any wording that ends in a comma") {
  for (const std::string_view line :
       {"Best regards from Gdynia,", "With best wishes for the coming term,",
        "Thanks again for your patience and for the walk along the quay,",
        "Thank you in advance and kind regards,", "Rainy greetings from the harbour,",
        "Cheers and many thanks,"}) {
    CAPTURE(line);
    CHECK(is_closing_above_name(line));
  }
  for (const std::string_view line :
       {"Thank you for the tour.", "Thank you for the tour", "In the second hall,", "Best?",
        "[Best regards],", "Thank you. In the hall,", "",
        "Thank you for the hour that you took to show me how the new crane lifts the boats,"}) {
    CAPTURE(line);
    CHECK_FALSE(is_closing_above_name(line));
  }
}

TEST_CASE("a closing may share its line with text and a name") {
  // text|closing|name
  const std::string_view lines[] = {
      "It was a fine visit. |Best,| Dana",
      "It was a fine visit. |Best regards,| Dana Park",
      "It was a fine visit! |Thanks,| D. Park",
      "|Kind regards,| Dana Park",
      "|Thanks -| Dana",
      "|Sincerely| Dana Park",
      "|Best, |[Your Name]",
      "It was a fine visit. |Kind regards,|",
  };
  for (const std::string_view marked : lines) {
    CAPTURE(marked);
    const std::size_t first = marked.find('|');
    const std::size_t second = marked.find('|', first + 1);
    std::string line(marked);
    line.erase(second, 1);
    line.erase(first, 1);
    const auto found = closing_in(line);
    REQUIRE(found.has_value());
    CHECK(found->begin == first);
    std::string closing = line.substr(found->begin, found->end - found->begin);
    CHECK(std::string(marked.substr(first + 1, second - first - 1)).starts_with(closing));
  }
  for (const std::string_view line :
       {"It was a fine visit. Thank you.", "It was a fine visit.", "Best, I think, was the tour.",
        "I met Dana. Thanks Dana for that", "Thanks", "", ". ", "Regards to your team in Oslo"}) {
    CAPTURE(line);
    CHECK_FALSE(closing_in(line).has_value());
  }
}

TEST_CASE("a line that is but a name is one") {
  for (const std::string_view line :
       {"Dana", "Dana Park", "Dana Q. Park", "Dana Park, MBA", "Ana de la Cruz", "- Dana", "-dana",
        "\xE2\x80\x94 Dana Park", "~Dana", "[Your Name]", "Your Name", "Étienne Ørsted", "O'Brien",
        "Sammy Davis Jr.", "D.P.", "Dana."}) {
    CAPTURE(line);
    CHECK(is_name(line));
  }
  for (const std::string_view line :
       {"dana", "Thanks", "I agree", "Thank You", "The End", "Dana called me", "Room 12", "", "-",
        "!", "Dana! Park", "Looking forward", "yes"}) {
    CAPTURE(line);
    CHECK_FALSE(is_name(line));
  }
}

TEST_CASE("a postscript is text, a device line is not") {
  for (const std::string_view line :
       {"P.S. I forgot", "PS: I forgot", "p.s. more", "PS - more", "PPS, x"})
    CHECK(is_postscript(line));
  CHECK_FALSE(is_postscript("Psychology"));
  CHECK_FALSE(is_postscript("ps aux"));
  CHECK(is_device_line("Sent from my iPhone"));
  CHECK_FALSE(is_device_line("Sent the papers"));
}
