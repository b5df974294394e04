#include "facts/stage.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "facts/stage_cues.hpp"
#include "facts/stage_patterns.hpp"

namespace mailcheck {

namespace {

constexpr double no_evidence = 0.3;
constexpr double least_scheduling = 2;
constexpr std::size_t stage_count = std::size(all_stages);

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
    case Stage::offer_reply:
      return 7;
    case Stage::scheduling:
      return 4;
  }
  return 0;
}

using Scores = std::array<double, stage_count>;

double& score_of(Scores& scores, Stage stage) {
  return scores[static_cast<std::size_t>(stage)];
}

// Whether the tokens from `at` on, all of one sentence, are `words`.
bool stands_at(const Tokens& tokens, std::size_t at, std::string_view words) {
  if (!tokens.key(tokens.all[at]).starts_with(words.front()))
    return false;
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

bool is_one_of(std::string_view word, std::string_view choice) {
  while (!choice.empty()) {
    const std::string_view one = choice.substr(0, choice.find('/'));
    if (one == word)
      return true;
    choice.remove_prefix(std::min(choice.size(), one.size() + 1));
  }
  return false;
}

// Whether the tokens from `at` on, all of one sentence, are the words of a pattern.
bool matches_at(const Tokens& tokens, std::size_t at, std::string_view words) {
  constexpr std::size_t reach = 60;
  constexpr int gap = 4;
  const std::uint32_t sentence = tokens.all[at].sentence;
  std::uint64_t offsets = 1;  // where the rest of the pattern may begin, a bit for each token
  while (!words.empty() && offsets != 0) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    if (word == "*") {
      for (int i = 0; i < gap; ++i)
        offsets |= offsets << 1U;
      continue;
    }
    std::uint64_t next = 0;
    for (std::uint64_t left = offsets; left != 0; left &= left - 1) {
      const auto offset = static_cast<std::size_t>(std::countr_zero(left));
      const std::size_t token = at + offset;
      if (offset >= reach || token >= tokens.all.size() || tokens.all[token].sentence != sentence)
        break;
      if (is_one_of(tokens.key(tokens.all[token]), word))
        next |= std::uint64_t{1} << (offset + 1);
    }
    offsets = next;
  }
  return offsets != 0;
}

// “If you decide for someone else”, “whether you choose me or another candidate”, “should you offer
// me the post”: nothing is decided yet.
bool is_open(const Tokens& tokens, std::size_t at) {
  const std::uint32_t sentence = tokens.all[at].sentence;
  for (; at > 0 && tokens.all[at - 1].sentence == sentence; --at) {
    const std::string_view before = tokens.key(tokens.all[at - 1]);
    if (before == "whether" ||
        ((before == "if" || before == "should") && tokens.key(tokens.all[at]) == "you"))
      return true;
  }
  return false;
}

bool counts_at(const Tokens& tokens, std::size_t at, Stage stage) {
  return (stage != Stage::rejection_reply && stage != Stage::offer_reply) || !is_open(tokens, at);
}

// The entries of a sorted table that begin with two letters, and maybe some others between them.
struct EntryRange {
  std::uint16_t first = 0;
  std::uint16_t last = 0;
};
constexpr std::size_t letter_kinds = 27;
using EntryRanges = std::array<EntryRange, letter_kinds * letter_kinds>;

// Letters from 1 on; 0 for all else.
constexpr std::size_t kind_of(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<std::size_t>(c - 'a') + 1 : 0;
}

constexpr std::size_t kinds_of(std::string_view word) {
  return kind_of(word.front()) * letter_kinds + (word.size() > 1 ? kind_of(word[1]) : 0);
}

template <class Table, class TextOf>
constexpr EntryRanges ranges_of(const Table& table, TextOf text_of) {
  EntryRanges ranges{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    EntryRange& range = ranges[kinds_of(text_of(table[i]))];
    if (range.last == 0)
      range.first = static_cast<std::uint16_t>(i);
    range.last = static_cast<std::uint16_t>(i + 1);
  }
  return ranges;
}

constexpr EntryRanges cue_ranges =
    ranges_of(stage_cues, [](const StageCue& cue) { return cue.words; });
constexpr EntryRanges pattern_ranges =
    ranges_of(stage_pattern_starts, [](const StagePatternStart& start) { return start.word; });

// Adds the weight of each pattern that occurs, however often.
void add_patterns(const Tokens& tokens, Scores& scores) {
  std::array<bool, stage_patterns.size()> found{};
  for (std::size_t at = 0; at < tokens.all.size(); ++at) {
    const std::string_view key = tokens.key(tokens.all[at]);
    if (key.empty())
      continue;
    const auto [first, last] = pattern_ranges[kinds_of(key)];
    const auto* const end = stage_pattern_starts.begin() + last;
    const auto* start =
        std::lower_bound(stage_pattern_starts.begin() + first, end, key,
                         [](const StagePatternStart& candidate, std::string_view word) {
                           return candidate.word < word;
                         });
    for (; start != end && start->word == key; ++start) {
      const StagePattern& pattern = stage_patterns[start->pattern];
      if (found[start->pattern] || !matches_at(tokens, at, pattern.words) ||
          !counts_at(tokens, at, pattern.stage))
        continue;
      found[start->pattern] = true;
      score_of(scores, pattern.stage) += pattern.weight;
    }
  }
}

// Adds the weight of each cue that occurs, however often.
Scores scores_of(const Tokens& tokens) {
  std::array<bool, stage_cues.size()> found{};
  for (std::size_t at = 0; at < tokens.all.size(); ++at) {
    const std::string_view key = tokens.key(tokens.all[at]);
    if (key.empty())
      continue;
    const auto [first, last] = cue_ranges[kinds_of(key)];
    const auto* const end = stage_cues.begin() + last;
    const auto* cue = std::lower_bound(
        stage_cues.begin() + first, end, key,
        [](const StageCue& candidate, std::string_view word) { return candidate.words < word; });
    for (; cue != end && cue->words.starts_with(key); ++cue) {
      if (cue->words.size() > key.size() && cue->words[key.size()] != ' ')
        continue;  // a longer word
      bool& is_found = found[static_cast<std::size_t>(cue - stage_cues.begin())];
      is_found =
          is_found || (stands_at(tokens, at, cue->words) && counts_at(tokens, at, cue->stage));
    }
  }
  Scores scores{};
  for (std::size_t i = 0; i < stage_cues.size(); ++i) {
    if (found[i])
      score_of(scores, stage_cues[i].stage) += stage_cues[i].weight;
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

bool names_outcome(const Draft& draft) {
  constexpr std::string_view words[] = {"outcome", "result", "decision", "rejection",
                                        "unsuccessful"};
  Tokens tokens;
  append_tokens(tokens, draft.text, draft.subject, 0);
  return std::any_of(tokens.all.begin(), tokens.all.end(), [&](const Token& token) {
    return std::find(std::begin(words), std::end(words), tokens.key(token)) != std::end(words);
  });
}

}  // namespace

StageGuess guess_stage(const Draft& draft, const Text& text) {
  Scores scores = scores_of(text.tokens);
  add_patterns(text.tokens, scores);
  // A second nudge asks what the first asked.
  if (score_of(scores, Stage::second_nudge) > 0)
    score_of(scores, Stage::second_nudge) += score_of(scores, Stage::status_inquiry) / 2;
  if (answers_rejection(draft, text))
    score_of(scores, Stage::rejection_reply) += 4;
  // A reply in the thread of “Your application” is nearly always one to its outcome.
  if (!draft.in_reply_to.empty() && names_outcome(draft))
    score_of(scores, Stage::rejection_reply) += 2;
  // What arranges a day stands, a little of it, in many a mail.
  if (score_of(scores, Stage::scheduling) < least_scheduling)
    score_of(scores, Stage::scheduling) = 0;
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
