#include "text/greeting.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace mailcheck;

TEST_CASE("the greeting of a line is found up to its mark") {
  // The greeting stands before the bar; no bar: there is none.
  const std::string_view lines[] = {
      "Dear Ms. Okafor,|",
      "Dear Ms. Okafor:|",
      "Dear Dr. Ana Lima-Ortiz,|",
      "Dear Mr. J. Okafor,| thank you",
      "Dear Dana|",
      "dear dana,|",
      "Hi Dana,| thank you for the call.",
      "Hi dana,| thank you for the call.",
      "Hi Dana!|",
      "Hi Dana.| Thank you for the call.",
      "Hi there -| just a line",
      "Hi there \xE2\x80\x94| just a line",
      "Hi, Dana,| thanks",
      "Hello, Dana!|",
      "Hello,| thank you for the call",
      "Hello.| Thank you for the call",
      "Hello|",
      "Hey|",
      "Heyyy Dana!|",
      "HI DANA,|",
      "Hey| just wanted to say thanks for the talk!",
      "Hi| I wanted to thank you",
      "Hi Dana| Thank you for the call",
      "Hi again,| I forgot one thing.",
      "Yo,|",
      "Howdy folks,|",
      "Good morning, Ms. Lee,| thank you",
      "Good afternoon|",
      "Greetings!|",
      "To whom it may concern,|",
      "TO WHOM IT MAY CONCERN:|",
      "Ladies and gentlemen,|",
      "Dear Sir or Madam,|",
      "Dear Hiring Manager,|",
      "Dear hiring team at Nordlys,|",
      "Dear members of the search committee,| thank you",
      "Dear Dana, Tom and Kim,| thank you",
      "Dear Dana, Tom, and Kim:|",
      "Dear Ms. Garnier, dear Mr. Roux,|",
      "Dear Dana, dear Tom,| thank you",
      "Dear [Interviewer's Name],| thank you",
      "Hi {first name},|",
      "Dear ,|",
      "To the hiring team:|",
      "To Ms. Lee,|",
      "Sir,|",
      "What's up,|",
      "Morning Dana,|",
      "Morning,| all good?",
      "Dana,|",
      "Dana \xE2\x80\x93|",
      "Ms. Lee:|",
      "Mr. Portman,| we spoke on Tuesday.",
      // No greetings:
      "Thank you for the call.",
      "Thanks,",
      "Best,",
      "To be honest, I liked it.",
      "To summarize: I liked it.",
      "Morning meetings were great.",
      "Hi-res images were the topic.",
      "Dana, thank you for the call.",
      "However,",
      "Summary:",
      "I,",
      "My name is Dana,",
      "",
      "-",
      "[1]",
      "\xEF\xBF\xBD,",
  };
  for (const std::string_view marked : lines) {
    CAPTURE(marked);
    const std::size_t bar = marked.find('|');
    std::string line(marked);
    if (bar != std::string_view::npos)
      line.erase(bar, 1);
    const Greeting greeting = greeting_of(line);
    if (bar == std::string_view::npos) {
      CHECK(greeting.kind == GreetingKind::none);
      CHECK(greeting.length == 0);
    } else {
      CHECK(line.substr(0, greeting.length) == line.substr(0, bar));
    }
  }
}

TEST_CASE("a name alone is a greeting only where it stands first") {
  CHECK(greeting_of("Dana,").kind == GreetingKind::likely);
  CHECK(greeting_of("Dear Dana,").kind == GreetingKind::clear);
}
