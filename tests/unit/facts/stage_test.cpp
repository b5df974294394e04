#include "facts/stage.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace mailcheck;

namespace {

StageGuess guess(std::string bytes) {
  const Draft draft = parse_draft({"-", std::move(bytes)});
  return guess_stage(draft, analyze(draft));
}

}  // namespace

TEST_CASE("the stage is guessed from what the mail says") {
  struct Row {
    std::string_view stage, mail;
  };
  const Row rows[] = {
      {"thank-you",
       "Hi Dana,\n\nThank you for meeting me. I enjoyed the tour. What are the next steps?\n"},
      {"thank-you", "Hi Dana,\n\nI wanted to follow up and thank you for taking the time today.\n"},
      {"thank-you", "Hi Dana,\n\nHere are the slides.\n"},
      {"status-inquiry",
       "Hi Dana,\n\nI'm following up on my interview of 3 March. Thank you for the "
       "opportunity. Has a decision been made?\n"},
      {"status-inquiry", "Subject: Status of my application\n\nHi Dana,\n\nIs there any news?\n"},
      {"status-inquiry", "Hi Dana,\n\nI haven’t heard back and wanted to check in.\n"},
      {"second-nudge", "Hi Dana,\n\nI am following up again on my previous email. Any update?\n"},
      {"second-nudge", "Hi Dana,\n\nI wanted to check in one last time about the status.\n"},
      {"rejection-reply",
       "Hi Dana,\n\nI am sorry you decided to move forward with another candidate. "
       "Thank you for your time.\n"},
      {"rejection-reply",
       "In-Reply-To: <1@x>\nSubject: Re: Your application\n\nHi Dana,\n\nThank you for "
       "the answer.\n\nOn 3 March 2026, Dana wrote:\n> Unfortunately, we have decided "
       "to\n> proceed with other candidates.\n"},
      {"other-offer",
       "Hi Dana,\n\nI have received an offer from another company and must answer by "
       "Friday. Could you share your timeline? Any update helps.\n"},
      {"withdrawal",
       "Hi Dana,\n\nThank you for the interview. I've accepted another offer and would "
       "like to withdraw my application.\n"},
      {"status-inquiry",
       "Hi Dana,\n\nThank you for your time on Monday. Do you know yet whether the post has been "
       "filled?\n"},
      {"second-nudge", "Hi Dana,\n\nI left a message with your office. Any news?\n"},
      {"rejection-reply",
       "Hi Dana,\n\nThank you for letting me know, and for the time you gave me.\n"},
      {"other-offer",
       "Hi Dana,\n\nA shipyard has made me an offer. Is there any news on your side?\n"},
      {"withdrawal", "Hi Dana,\n\nThank you for the trial day. I've decided to stay where I am.\n"},
      {"thank-you", "Hi Dana,\n\nThank you for the interview. I rejected the design.\n"},
      {"rejection-reply", "Hi Dana,\n\nThank you for the call. The post went to a colleague.\n"},
      {"other-offer", "Hi Dana,\n\nThe town has made me a conditional offer. Thank you for May.\n"},
      {"status-inquiry", "Hi Dana,\n\nThank you again for May. I ask if it is still open.\n"},
      {"withdrawal", "Hi Dana,\n\nI no longer wish to be considered for the role.\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.mail);
    const StageGuess found = guess(std::string(row.mail));
    CHECK(name_of(found.stage) == row.stage);
    CHECK(found.confidence >= 0.3);
    CHECK(found.confidence <= 1);
    CHECK_FALSE(found.given);
  }
}

TEST_CASE("without evidence a mail is a thank-you note, hardly sure") {
  const StageGuess found = guess("Lorem ipsum.\n");
  CHECK(found.stage == Stage::thank_you);
  CHECK(found.confidence == doctest::Approx(0.3));
}

TEST_CASE("a cue does not cross a sentence") {
  CHECK(guess("I have no offer yet, any. Update the page.\n").confidence == doctest::Approx(0.3));
}

TEST_CASE("a stage is guessed from words with others between them") {
  struct Row {
    std::string_view stage, text;
  };
  const Row rows[] = {
      {"thank-you", "I still think of the customer who could not withdraw her money. Thank you."},
      {"thank-you", "I enjoyed Monday. Whether you chose somebody else, I liked the mill."},
      {"status-inquiry", "You wanted to know by May. Has the board already met?"},
      {"second-nudge", "I write for the third time since the day at the mill."},
      {"rejection-reply", "The person whom you finally settled on has my best wishes."},
      {"other-offer", "Another mill wants my answer by Friday."},
      {"withdrawal", "Thank you for May. Please take me off the list, as I have found work."},
      {"offer-reply", "Thank you for your kind offer. I am glad to accept."},
      {"offer-reply", "I have decided to accept your offer of the post at the mill."},
      {"withdrawal",
       "Thank you for the offer. I must decline it, as I have accepted another post."},
      {"thank-you", "Thank you for May. Should you make me an offer, I would accept your offer."},
      {"thank-you", "Thank you for the interview at the mill. I am happy to accept the position."},
      {"scheduling", "I am sorry, but could we move the interview to Thursday?"},
      {"scheduling", "Thank you for the invitation to the second interview. Monday suits me."},
      {"thank-you", "Thank you for meeting me. I enjoyed the day and could meet on Monday."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(name_of(guess("Hi Dana,\n\n" + std::string(row.text) + "\n").stage) == row.stage);
  }
}

TEST_CASE("a gap between the words of a stage has an end") {
  CHECK(guess("Take me, with all of my tools and books, off.\n").stage == Stage::thank_you);
}
