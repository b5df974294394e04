#pragma once

// What is known about the situation beyond the words of the draft: the stage it belongs to, the
// people, the company and the role, the time. Facts come from the header, the text, the user's
// `[interview]` table; nothing is looked up.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/interview.hpp"
#include "facts/people.hpp"
#include "facts/timeline.hpp"
#include "mail/draft.hpp"
#include "text/text.hpp"

namespace mailcheck {

/// What the mail is for.
enum class Stage {
  thank_you,
  status_inquiry,
  second_nudge,
  rejection_reply,
  other_offer,
  withdrawal,
  offer_reply,  ///< Accepts the offer of those who read it, or asks about it. Declining is
                ///< withdrawal.
  scheduling    ///< Confirms, arranges or moves an interview.
};

inline constexpr Stage all_stages[] = {
    Stage::thank_you,   Stage::status_inquiry, Stage::second_nudge, Stage::rejection_reply,
    Stage::other_offer, Stage::withdrawal,     Stage::offer_reply,  Stage::scheduling};

/// "thank-you", "status-inquiry", "second-nudge", "rejection-reply", "other-offer", "withdrawal",
/// "offer-reply", "scheduling".
[[nodiscard]] std::string_view name_of(Stage stage);
[[nodiscard]] std::optional<Stage> stage_named(std::string_view name);

struct StageGuess {
  Stage stage = Stage::thank_you;
  double confidence = 0;  ///< 0 to 1; 1 when given.
  bool given = false;     ///< Set by the user, not guessed.
};

struct SentMails;  // facts/sent_mails.hpp

/// What the caller knows before the draft is read.
struct GivenFacts {
  std::optional<Stage> stage;
  std::string language;  ///< "en-US", "en-GB"; empty: either.
  InterviewFacts interview;
  const SentMails* sent = nullptr;  ///< Mails beside the draft, if any; outlives every use.
  std::optional<Sending> now;  ///< When the run takes place; the field Date of a draft beats it.
};

struct Facts {
  StageGuess stage;
  InterviewFacts interview;
  Timeline timeline;
  People people;
  /// Words of people's names: To, Cc, From (and their addresses' local parts), greeting, signature,
  /// attribution, interviewers. Case as written, each once, sorted.
  std::vector<std::string> names;
  /// Words a spelling check must not question: the names, the subject, the signature, the company,
  /// the role, the topics and the quoted text. Case as written, each once, sorted.
  std::vector<std::string> known_words;
  std::vector<Note> notes;          ///< What the draft says about itself and cannot be taken.
  const SentMails* sent = nullptr;  ///< As given.
};

/// Gathers the facts of one draft. `X-Mailcheck-Stage` in the header counts as given, after
/// `given.stage`; “auto” says nothing, and a name that is no stage is noted.
[[nodiscard]] Facts gather_facts(const Draft& draft, const Text& text, const GivenFacts& given);

}  // namespace mailcheck
