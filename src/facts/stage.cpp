#include "facts/stage.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace mailcheck {

namespace {

constexpr double no_evidence = 0.3;
constexpr std::size_t stage_count = std::size(all_stages);

// Words that speak for a stage, as tokens (text/tokens.hpp): contractions and hyphens taken apart.
struct Cue {
  std::string_view words;
  Stage stage;
  double weight;
};

constexpr auto cues_by_stage = std::to_array<Cue>({
    {"withdraw", Stage::withdrawal, 5},
    {"withdrawing", Stage::withdrawal, 5},
    {"withdrawal", Stage::withdrawal, 4},
    {"remove me from consideration", Stage::withdrawal, 5},
    {"remove my name", Stage::withdrawal, 4},
    {"remove myself from", Stage::withdrawal, 5},
    {"take my name out", Stage::withdrawal, 5},
    {"no longer interested", Stage::withdrawal, 4},
    {"no longer available", Stage::withdrawal, 3},
    {"no longer pursue", Stage::withdrawal, 4},
    {"no longer be pursuing", Stage::withdrawal, 4},
    {"no longer pursuing", Stage::withdrawal, 4},
    {"no longer wish", Stage::withdrawal, 4},
    {"no longer like to be considered", Stage::withdrawal, 5},
    {"no longer be considered", Stage::withdrawal, 4},
    {"i have decided not to", Stage::withdrawal, 4},
    {"accepted another", Stage::withdrawal, 5},
    {"accepted an offer", Stage::withdrawal, 5},
    {"accepted a position", Stage::withdrawal, 5},
    {"accepted a role", Stage::withdrawal, 5},
    {"accepted a job", Stage::withdrawal, 5},
    {"accepting another", Stage::withdrawal, 4},
    {"decided to accept", Stage::withdrawal, 4},
    {"decline your offer", Stage::withdrawal, 5},
    {"decline the offer", Stage::withdrawal, 5},
    {"decline the position", Stage::withdrawal, 5},
    {"bow out", Stage::withdrawal, 4},
    {"decided to stay", Stage::withdrawal, 4},
    {"stay where i am", Stage::withdrawal, 4},
    {"staying with my current", Stage::withdrawal, 4},

    {"received an offer", Stage::other_offer, 4},
    {"received another offer", Stage::other_offer, 4},
    {"received a job offer", Stage::other_offer, 4},
    {"received a written offer", Stage::other_offer, 4},
    {"have an offer", Stage::other_offer, 4},
    {"have another offer", Stage::other_offer, 4},
    {"holding an offer", Stage::other_offer, 4},
    {"been offered a", Stage::other_offer, 4},
    {"was offered a", Stage::other_offer, 3},
    {"offer from another", Stage::other_offer, 4},
    {"offer from a different", Stage::other_offer, 4},
    {"competing offer", Stage::other_offer, 4},
    {"another offer", Stage::other_offer, 3},
    {"other offer", Stage::other_offer, 3},
    {"other offers", Stage::other_offer, 3},
    {"respond to their offer", Stage::other_offer, 4},
    {"their deadline", Stage::other_offer, 2},
    {"deadline to decide", Stage::other_offer, 2},
    {"made me an offer", Stage::other_offer, 4},
    {"given an offer", Stage::other_offer, 4},
    {"an offer from", Stage::other_offer, 4},
    {"an offer by", Stage::other_offer, 4},
    {"offered a job", Stage::other_offer, 3},
    {"offered another", Stage::other_offer, 3},
    {"offered me a job", Stage::other_offer, 3},
    {"offer letter by another", Stage::other_offer, 4},
    {"offer letter from", Stage::other_offer, 3},

    {"move forward with another", Stage::rejection_reply, 4},
    {"move forward with other", Stage::rejection_reply, 4},
    {"moving forward with another", Stage::rejection_reply, 4},
    {"moving forward with other", Stage::rejection_reply, 4},
    {"decision to move forward with", Stage::rejection_reply, 4},
    {"decided to move forward with", Stage::rejection_reply, 4},
    {"decision to go with", Stage::rejection_reply, 4},
    {"decided to go with", Stage::rejection_reply, 4},
    {"chose another", Stage::rejection_reply, 4},
    {"chosen another", Stage::rejection_reply, 4},
    {"selected another", Stage::rejection_reply, 4},
    {"another candidate", Stage::rejection_reply, 3},
    {"other candidate", Stage::rejection_reply, 2},
    {"other candidates", Stage::rejection_reply, 1},
    {"someone else for the", Stage::rejection_reply, 3},
    {"was not selected", Stage::rejection_reply, 4},
    {"not been selected", Stage::rejection_reply, 4},
    {"not have been selected", Stage::rejection_reply, 4},
    {"was not chosen", Stage::rejection_reply, 4},
    {"did not get the", Stage::rejection_reply, 4},
    {"not moving forward", Stage::rejection_reply, 3},
    {"rejection", Stage::rejection_reply, 3},
    {"rejected", Stage::rejection_reply, 3},
    {"your decision not", Stage::rejection_reply, 4},
    {"let me know about your decision", Stage::rejection_reply, 2},
    {"letting me know about your decision", Stage::rejection_reply, 4},
    {"letting me know of your decision", Stage::rejection_reply, 4},
    {"informing me of your decision", Stage::rejection_reply, 4},
    {"letting me know", Stage::rejection_reply, 1.5},
    {"disappointed", Stage::rejection_reply, 1.5},
    {"disappointing", Stage::rejection_reply, 1.5},
    {"respect your decision", Stage::rejection_reply, 4},
    {"understand your decision", Stage::rejection_reply, 3},
    {"reconsider", Stage::rejection_reply, 2},
    {"keep me in mind", Stage::rejection_reply, 2},
    {"future openings", Stage::rejection_reply, 2},
    {"future opportunities", Stage::rejection_reply, 1},
    {"future roles", Stage::rejection_reply, 1},
    {"other roles in the future", Stage::rejection_reply, 2},
    {"for informing me", Stage::rejection_reply, 2.5},
    {"for letting me know", Stage::rejection_reply, 2.5},
    {"you letting me know", Stage::rejection_reply, 2.5},
    {"your letting me know", Stage::rejection_reply, 2.5},
    {"your rejection", Stage::rejection_reply, 4},
    {"accept the decision", Stage::rejection_reply, 4},
    {"accept your decision", Stage::rejection_reply, 4},
    {"hoping for a different", Stage::rejection_reply, 3},
    {"hoped for a different", Stage::rejection_reply, 3},
    {"hoped for another", Stage::rejection_reply, 2},
    {"better next time", Stage::rejection_reply, 2.5},
    {"honest feedback", Stage::rejection_reply, 2},
    {"other openings", Stage::rejection_reply, 2},
    {"other vacancies", Stage::rejection_reply, 2},
    {"another vacancy", Stage::rejection_reply, 2},
    {"a similar post", Stage::rejection_reply, 1.5},
    {"details on file", Stage::rejection_reply, 2.5},
    {"application on file", Stage::rejection_reply, 2.5},
    {"resume on file", Stage::rejection_reply, 2.5},
    {"internal candidate", Stage::rejection_reply, 3},
    {"was not me", Stage::rejection_reply, 3},
    {"not to be joining", Stage::rejection_reply, 4},
    {"not be joining", Stage::rejection_reply, 3},
    {"sad not to", Stage::rejection_reply, 3},
    {"sorry not to", Stage::rejection_reply, 2},
    {"your new colleague", Stage::rejection_reply, 3},
    {"stay in contact", Stage::rejection_reply, 1},
    {"stay in touch", Stage::rejection_reply, 1},
    {"paths will cross", Stage::rejection_reply, 2},
    {"paths cross", Stage::rejection_reply, 2},
    {"if another role", Stage::rejection_reply, 1.5},

    {"following up again", Stage::second_nudge, 4},
    {"follow up again", Stage::second_nudge, 4},
    {"checking in again", Stage::second_nudge, 4},
    {"check in again", Stage::second_nudge, 4},
    {"writing again", Stage::second_nudge, 4},
    {"reaching out again", Stage::second_nudge, 4},
    {"reach out again", Stage::second_nudge, 4},
    {"second follow up", Stage::second_nudge, 4},
    {"final follow up", Stage::second_nudge, 4},
    {"one last follow up", Stage::second_nudge, 4},
    {"one last time", Stage::second_nudge, 4},
    {"one more time", Stage::second_nudge, 3},
    {"my previous email", Stage::second_nudge, 4},
    {"my previous e mail", Stage::second_nudge, 4},
    {"my previous message", Stage::second_nudge, 4},
    {"my previous note", Stage::second_nudge, 4},
    {"my earlier email", Stage::second_nudge, 4},
    {"my earlier message", Stage::second_nudge, 4},
    {"my earlier note", Stage::second_nudge, 4},
    {"my last email", Stage::second_nudge, 4},
    {"my last message", Stage::second_nudge, 4},
    {"my last note", Stage::second_nudge, 4},
    {"my first email", Stage::second_nudge, 4},
    {"my email of", Stage::second_nudge, 3},
    {"my message of", Stage::second_nudge, 3},
    {"still have not heard", Stage::second_nudge, 3},
    {"i wrote to you", Stage::second_nudge, 2},
    {"had written to you", Stage::second_nudge, 3},
    {"my e mail of", Stage::second_nudge, 3},
    {"my email from", Stage::second_nudge, 3},
    {"my message from", Stage::second_nudge, 3},
    {"my e mail from", Stage::second_nudge, 3},
    {"a second time", Stage::second_nudge, 3},
    {"left a message", Stage::second_nudge, 3},
    {"left you a message", Stage::second_nudge, 3},
    {"slipped through", Stage::second_nudge, 1},
    {"be my last message", Stage::second_nudge, 4},
    {"one last note", Stage::second_nudge, 3},

    {"status", Stage::status_inquiry, 2.5},
    {"following up on", Stage::status_inquiry, 2.5},
    {"follow up on", Stage::status_inquiry, 2},
    {"following up", Stage::status_inquiry, 1},
    {"follow up", Stage::status_inquiry, 0.5},
    {"checking in", Stage::status_inquiry, 2.5},
    {"check in", Stage::status_inquiry, 2},
    {"touching base", Stage::status_inquiry, 2.5},
    {"touch base", Stage::status_inquiry, 2},
    {"circling back", Stage::status_inquiry, 2.5},
    {"circle back", Stage::status_inquiry, 2},
    {"any update", Stage::status_inquiry, 3},
    {"any updates", Stage::status_inquiry, 3},
    {"an update", Stage::status_inquiry, 2.5},
    {"update on", Stage::status_inquiry, 2.5},
    {"any news", Stage::status_inquiry, 3},
    {"any word", Stage::status_inquiry, 2},
    {"process stands", Stage::status_inquiry, 2.5},
    {"application stands", Stage::status_inquiry, 2.5},
    {"things stand", Stage::status_inquiry, 2.5},
    {"where we stand", Stage::status_inquiry, 2},
    {"where you are in", Stage::status_inquiry, 2},
    {"how far the", Stage::status_inquiry, 1.5},
    {"still interested", Stage::status_inquiry, 1},
    {"remain interested", Stage::status_inquiry, 0.5},
    {"remain very interested", Stage::status_inquiry, 0.5},
    {"still very interested", Stage::status_inquiry, 1},
    {"expect to decide", Stage::status_inquiry, 2},
    {"hiring process", Stage::status_inquiry, 0.5},
    {"hear back", Stage::status_inquiry, 1},
    {"timeline", Stage::status_inquiry, 1.5},
    {"time frame", Stage::status_inquiry, 1},
    {"timeframe", Stage::status_inquiry, 1},
    {"a decision", Stage::status_inquiry, 1.5},
    {"decision been made", Stage::status_inquiry, 3},
    {"not heard", Stage::status_inquiry, 3},
    {"not yet heard", Stage::status_inquiry, 3},
    {"inquire about", Stage::status_inquiry, 2},
    {"enquire about", Stage::status_inquiry, 2},
    {"still interested in", Stage::status_inquiry, 1},
    {"still under consideration", Stage::status_inquiry, 3},
    {"present status", Stage::status_inquiry, 1},
    {"current status", Stage::status_inquiry, 1},
    {"outcome of my", Stage::status_inquiry, 2.5},
    {"outcome of the interview", Stage::status_inquiry, 2.5},
    {"result of my", Stage::status_inquiry, 2},
    {"result of the interview", Stage::status_inquiry, 2},
    {"know the result", Stage::status_inquiry, 1.5},
    {"know the outcome", Stage::status_inquiry, 1.5},
    {"not received", Stage::status_inquiry, 2},
    {"still looking for", Stage::status_inquiry, 1},
    {"are you still looking", Stage::status_inquiry, 2.5},
    {"been picked", Stage::status_inquiry, 2},
    {"been filled", Stage::status_inquiry, 2.5},
    {"been completed", Stage::status_inquiry, 1.5},
    {"selection has", Stage::status_inquiry, 2},
    {"could you tell me whether", Stage::status_inquiry, 2},
    {"may i ask whether", Stage::status_inquiry, 2},
    {"may i ask when", Stage::status_inquiry, 2},
    {"do you know yet", Stage::status_inquiry, 3},
    {"you know when", Stage::status_inquiry, 1},
    {"the shortlist", Stage::status_inquiry, 1},
    {"when i might hear", Stage::status_inquiry, 2.5},
    {"when i can expect", Stage::status_inquiry, 2.5},

    {"thank you for the interview", Stage::thank_you, 2},
    {"thank you for interviewing", Stage::thank_you, 2},
    {"for taking the time", Stage::thank_you, 1.5},
    {"for your time", Stage::thank_you, 1},
    {"thank you for meeting", Stage::thank_you, 2},
    {"thanks for meeting", Stage::thank_you, 2},
    {"thank you for speaking", Stage::thank_you, 2},
    {"thank you for talking", Stage::thank_you, 2},
    {"thank you for the opportunity", Stage::thank_you, 1},
    {"thank you for the conversation", Stage::thank_you, 2},
    {"thank you for", Stage::thank_you, 1},
    {"thanks for", Stage::thank_you, 1},
    {"thanks again", Stage::thank_you, 1},
    {"many thanks", Stage::thank_you, 1},
    {"thank you again", Stage::thank_you, 0.5},
    {"for the interview", Stage::thank_you, 1},
    {"for interviewing", Stage::thank_you, 1.5},
    {"for talking", Stage::thank_you, 1.5},
    {"for speaking", Stage::thank_you, 1.5},
    {"for meeting", Stage::thank_you, 1.5},
    {"for seeing me", Stage::thank_you, 1.5},
    {"for showing me", Stage::thank_you, 1.5},
    {"for the tour", Stage::thank_you, 1.5},
    {"for the chat", Stage::thank_you, 1.5},
    {"for the conversation", Stage::thank_you, 1},
    {"to thank you", Stage::thank_you, 1.5},
    {"pleasure to speak", Stage::thank_you, 1.5},
    {"pleasure to talk", Stage::thank_you, 1.5},
    {"pleasure speaking", Stage::thank_you, 1.5},
    {"pleasure talking", Stage::thank_you, 1.5},
    {"great speaking", Stage::thank_you, 1.5},
    {"great talking", Stage::thank_you, 1.5},
    {"great to talk", Stage::thank_you, 1.5},
    {"good to meet", Stage::thank_you, 1.5},
    {"good to talk", Stage::thank_you, 1.5},
    {"nice to talk", Stage::thank_you, 1.5},
    {"nice talking", Stage::thank_you, 1.5},
    {"this morning", Stage::thank_you, 0.5},
    {"this afternoon", Stage::thank_you, 0.5},
    {"thank you", Stage::thank_you, 0.5},
    {"thanks", Stage::thank_you, 0.5},
    {"grateful", Stage::thank_you, 0.5},
    {"appreciate", Stage::thank_you, 0.5},
    {"enjoyed", Stage::thank_you, 1},
    {"pleasure meeting", Stage::thank_you, 1.5},
    {"pleasure to meet", Stage::thank_you, 1.5},
    {"great meeting", Stage::thank_you, 1.5},
    {"great to meet", Stage::thank_you, 1.5},
    {"nice meeting", Stage::thank_you, 1.5},
    {"nice to meet", Stage::thank_you, 1.5},
    {"our conversation", Stage::thank_you, 0.5},
    {"yesterday", Stage::thank_you, 0.5},
    {"today", Stage::thank_you, 0.5},
});

constexpr auto sorted(auto cues) {
  std::sort(cues.begin(), cues.end(), [](const Cue& a, const Cue& b) { return a.words < b.words; });
  return cues;
}
// By their words, so that the cues that begin with a token stand together.
constexpr auto cues = sorted(cues_by_stage);

// What a rejection says; counts when it stands in the quoted mail.
constexpr std::string_view rejections[] = {
    "unfortunately",
    "regret to inform",
    "we regret",
    "not to move forward",
    "not be moving forward",
    "not to proceed",
    "not be proceeding",
    "with other candidates",
    "with another candidate",
    "pursue other candidates",
    "not been selected",
    "not selected",
    "position has been filled",
    "unable to offer",
};

// Politeness is in every mail, and every one may ask how things stand: neither outweighs a cue of a
// rarer stage, however often it is said.
constexpr double most(Stage stage) {
  switch (stage) {
    case Stage::thank_you:
      return 2.5;
    case Stage::status_inquiry:
      return 3.5;
    case Stage::second_nudge:
    case Stage::rejection_reply:
    case Stage::other_offer:
      return 6;
    case Stage::withdrawal:
      return 8;
  }
  return 0;
}

using Scores = std::array<double, stage_count>;

double& score_of(Scores& scores, Stage stage) {
  return scores[static_cast<std::size_t>(stage)];
}

// Whether the tokens from `at` on, all of one sentence, are `words`.
bool stands_at(const Tokens& tokens, std::size_t at, std::string_view words) {
  const std::uint32_t sentence = tokens.all[at].sentence;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    if (at >= tokens.all.size() || tokens.all[at].sentence != sentence ||
        tokens.key(tokens.all[at]) != word)
      return false;
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    ++at;
  }
  return true;
}

// Adds the weight of each cue that occurs, however often.
Scores scores_of(const Tokens& tokens) {
  std::array<bool, cues.size()> found{};
  for (std::size_t at = 0; at < tokens.all.size(); ++at) {
    const std::string_view key = tokens.key(tokens.all[at]);
    const auto* cue = std::lower_bound(
        cues.begin(), cues.end(), key,
        [](const Cue& candidate, std::string_view word) { return candidate.words < word; });
    for (; cue != cues.end() && cue->words.starts_with(key); ++cue) {
      bool& is_found = found[static_cast<std::size_t>(cue - cues.begin())];
      is_found = is_found || stands_at(tokens, at, cue->words);
    }
  }
  Scores scores{};
  for (std::size_t i = 0; i < cues.size(); ++i) {
    if (found[i])
      score_of(scores, cues[i].stage) += cues[i].weight;
  }
  return scores;
}

bool answers_rejection(const Draft& draft, const Text& text) {
  Tokens tokens;
  for (const Region& region : text.regions) {
    if (region.kind == RegionKind::quote)
      append_tokens(tokens, draft.text, region.span, 0);
  }
  for (std::size_t at = 0; at < tokens.all.size(); ++at) {
    for (const std::string_view words : rejections) {
      if (stands_at(tokens, at, words))
        return true;
    }
  }
  return false;
}

}  // namespace

StageGuess guess_stage(const Draft& draft, const Text& text) {
  Scores scores = scores_of(text.tokens);
  // A second nudge asks what the first asked.
  if (score_of(scores, Stage::second_nudge) > 0)
    score_of(scores, Stage::second_nudge) += score_of(scores, Stage::status_inquiry) / 2;
  if (answers_rejection(draft, text))
    score_of(scores, Stage::rejection_reply) += 4;
  for (const Stage stage : all_stages)
    score_of(scores, stage) = std::min(score_of(scores, stage), most(stage));

  Stage best = Stage::thank_you;
  for (const Stage stage : all_stages) {
    if (score_of(scores, stage) > score_of(scores, best))
      best = stage;
  }
  const double top = score_of(scores, best);
  double runner_up = 0;
  for (const Stage stage : all_stages) {
    if (stage != best)
      runner_up = std::max(runner_up, score_of(scores, stage));
  }
  const double confidence = top > 0 ? top / (top + runner_up + 1) : 0;
  return {best, std::max(confidence, no_evidence), false};
}

}  // namespace mailcheck
