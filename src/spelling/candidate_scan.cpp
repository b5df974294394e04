#include "spelling/candidate_scan.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <tuple>

#include "spelling/edit_cost.hpp"
#include "spelling/edit_weights.hpp"

namespace mailcheck {

namespace {

/// What only British forms cost where both languages are right.
constexpr std::size_t british_form = 15;

/// Most misspelt words have one slip.
constexpr std::size_t further_slip = 15;

bool is_before(const Candidate& a, const Candidate& b) {
  return std::tuple(a.cost(), std::string_view(a.text)) <
         std::tuple(b.cost(), std::string_view(b.text));
}

/// Edits that a word of so many letters may be away from what was meant.
std::size_t most_edits(std::size_t letters) {
  if (letters < 6)
    return 2;
  return letters < 9 ? 3 : 4;
}

/// How many edits of at least the cost `each` a budget pays for, of which the first may cost as
/// little as `first`.
constexpr std::size_t affordable(std::size_t budget, std::size_t first, std::size_t each) {
  return budget < first ? 0 : (budget - first) / (each + further_slip) + 1;
}

/// Letters of some forms at once, so that the compiler can work on them side by side.
using Letters = std::array<std::uint32_t, letters_at_once>;

/// Takes away the lowest `count` bits of each.
void drop_bits(Letters& letters, std::size_t count) {
  for (; count > 0; --count) {
    for (std::uint32_t& bits : letters)
      bits &= bits - 1;
  }
}

/// Which forms lack no more than `extra` of the letters written and have no more than `missing`
/// others, a bit each.
unsigned near_forms(const std::uint32_t* forms, std::uint32_t written, std::size_t missing,
                    std::size_t extra) {
  Letters not_written;
  Letters not_meant;
  for (std::size_t i = 0; i < not_written.size(); ++i) {
    not_written[i] = forms[i] & ~written;
    not_meant[i] = ~forms[i] & written;
  }
  drop_bits(not_written, missing);
  drop_bits(not_meant, extra);
  unsigned near = 0;
  for (std::size_t i = 0; i < not_written.size(); ++i)
    near |= (not_written[i] | not_meant[i]) == 0 ? 1U << i : 0U;
  return near;
}

class Scan {
 public:
  Scan(std::string_view written, const ScanOptions& options, BestCandidates& best)
      : written_(written),
        options_(options),
        best_(best),
        letters_(letters_of(written)),
        distance_(written),
        costs_(written) {}

  void visit(const Lexicon::Group& group) {
    const std::size_t rarity = rarity_of(group.frequency());
    const std::size_t longer = std::max(group.length(), written_.size());
    const std::size_t shorter = std::min(group.length(), written_.size());
    if (rarity > best_.limit())
      return;
    const std::size_t budget = best_.limit() - rarity;
    most_edits_ =
        std::min(most_edits(written_.size()), affordable(budget, slip::apostrophe, slip::doubling));
    if (longer - shorter > most_edits_)
      return;
    // Each letter that one word has and the other lacks takes an edit of its own, of which these
    // are the cheapest.
    const std::size_t missing =
        std::min(most_edits_, affordable(budget, slip::missing_final_e, slip::missing_letter));
    const std::size_t extra =
        std::min(most_edits_, affordable(budget, slip::sounds_alike, slip::sounds_alike));
    for (std::size_t i = 0; i < group.size(); i += letters_at_once) {
      unsigned near = near_forms(group.letters() + i, letters_, missing, extra);
      if (group.size() - i < letters_at_once)
        near &= (1U << (group.size() - i)) - 1;  // What follows is of other groups.
      for (; near != 0; near &= near - 1)
        add(group, i + static_cast<std::size_t>(std::countr_zero(near)), rarity);
    }
    weigh_waiting(group.length(), rarity);
  }

 private:
  /// Words that are long wait for nobody.
  void add(const Lexicon::Group& group, std::size_t index, std::size_t rarity) {
    const Lexicon::Form form = group.form(index);
    if (written_.size() > BitDistance::longest_at_once) {
      weigh(form, distance_.to(form.text, most_edits_), rarity);
      return;
    }
    waiting_[waiting_count_] = form;
    if (++waiting_count_ == waiting_.size())
      weigh_waiting(group.length(), rarity);
  }

  void weigh_waiting(std::size_t length, std::size_t rarity) {
    if (waiting_count_ == 0)
      return;
    std::array<const char*, BitDistance::words_at_once> texts{};
    for (std::size_t i = 0; i < texts.size(); ++i)
      texts[i] = waiting_[i < waiting_count_ ? i : 0].text.data();
    const auto distances = distance_.to_each(texts, length);
    for (std::size_t i = 0; i < waiting_count_; ++i)
      weigh(waiting_[i], distances[i], rarity);
    waiting_count_ = 0;
  }

  void weigh(const Lexicon::Form& form, std::size_t distance, std::size_t rarity) {
    if (distance > most_edits_)
      return;
    const bool in_language = (form.flags.languages() & options_.languages) != 0;
    if (form.flags.is_unwanted() || !(in_language || form.flags.is_own()))
      return;
    std::size_t other = distance > 1 ? (distance - 1) * further_slip : 0;
    const bool is_name =
        form.text.front() >= 'A' && form.text.front() <= 'Z' && !form.text.starts_with("I'");
    if (is_name && !options_.may_be_name)
      other += cost_of_name;
    const unsigned preferred = options_.languages & (~unsigned{options_.languages} + 1U);
    if (!form.flags.is_own() && (form.flags.languages() & preferred) == 0)
      other += british_form;
    if (rarity + other > best_.limit() || form.text == written_)
      return;
    const std::size_t budget = best_.limit() - rarity - other;
    const std::size_t edits = costs_.to(form.text, budget);
    if (edits <= budget)
      best_.add({std::string(form.text), edits, rarity, other});
  }

  std::string_view written_;
  const ScanOptions& options_;
  BestCandidates& best_;
  std::uint32_t letters_;
  std::size_t most_edits_ = 0;  // In the group at hand.
  BitDistance distance_;
  EditCosts costs_;
  std::array<Lexicon::Form, BitDistance::words_at_once> waiting_;  // Of one group.
  std::size_t waiting_count_ = 0;
};

}  // namespace

std::size_t rarity_of(FrequencyClass frequency) {
  // About -ln(occurrences in mail) for the words of a class, in units of an edit, and less than
  // half of that: rare words are misspelt more often for each time that they are written.
  constexpr std::array<std::size_t, frequency_classes> costs = {0,  30,  50,  75, 85,
                                                                90, 100, 110, 120};
  return costs.at(std::min<std::size_t>(frequency, frequency_classes - 1));
}

void BestCandidates::add(Candidate candidate) {
  if (candidate.cost() > limit_)
    return;
  const auto same = std::find_if(best_.begin(), best_.end(), [&](const Candidate& other) {
    return other.text == candidate.text;
  });
  if (same != best_.end()) {
    if (!is_before(candidate, *same))
      return;
    best_.erase(same);
  }
  best_.insert(std::upper_bound(best_.begin(), best_.end(), candidate, is_before),
               std::move(candidate));
  if (best_.size() > count_)
    best_.pop_back();
  limit_ = std::min(limit_, best_.front().cost() + span_);
  while (!best_.empty() && best_.back().cost() > limit_)
    best_.pop_back();
  if (best_.size() == count_)
    limit_ = best_.back().cost();
}

void scan(const Lexicon& lexicon, std::string_view written, const ScanOptions& options,
          BestCandidates& best) {
  if (written.empty() || written.size() > longest_scanned)
    return;
  Scan scan(written, options, best);
  for (std::size_t i = 0; i < lexicon.group_count(); ++i) {
    const Lexicon::Group group = lexicon.group(i);
    if (group.frequency() > options.rarest)
      break;
    scan.visit(group);
  }
}

}  // namespace mailcheck
