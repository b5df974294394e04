#include "checks/same_note.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "facts/sent_mail.hpp"
#include "facts/shingles.hpp"

namespace mailcheck {
namespace {

struct Limits {
  std::size_t percent = 80;
  std::size_t below = 101;
  std::size_t min_shingles = 15;
};

struct Likeness {
  const SentMail* mail = nullptr;
  std::size_t percent = 0;
};

Likeness most_alike(const Context& context, std::span<const std::uint64_t> own) {
  const Addressee addressee = addressee_of(context.draft, context.text);
  Likeness best;
  for (const SentMail& mail : context.facts.sent->mails) {
    if (!are_different_people(addressee, mail.addressee))
      continue;
    const std::size_t percent = count_shared(own, mail.shingles) * 100 / own.size();
    if (percent > best.percent)
      best = {&mail, percent};
  }
  return best;
}

/// Most of a sentence stands in the other mail.
bool is_shared(const ShingledSentence& sentence, const SentMail& mail) {
  constexpr std::size_t percent = 75;
  return count_shared(sentence.shingles, mail.shingles) * 100 >= sentence.shingles.size() * percent;
}

std::string excerpt(std::string_view sentence) {
  constexpr std::size_t longest = 100;
  const std::string_view start = utf8_prefix(sentence, longest);
  std::string line(start);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return start.size() == sentence.size() ? line : line + "…";
}

Hit hit_of(const Context& context, std::span<const ShingledSentence> sentences,
           const Likeness& likeness) {
  const SentMail& mail = *likeness.mail;
  const std::string place = place_of(mail);
  Hit hit{
      .place = sentences.front().span,
      .detail = fmt::format("{} ({}; {} % of it)", mail.addressee.shown, place, likeness.percent)};
  for (const ShingledSentence& sentence : sentences) {
    if (!is_shared(sentence, mail))
      continue;
    if (hit.remarks.empty())
      hit.place = sentence.span;
    if (hit.remarks.size() == shown_sentence_limit)
      break;
    hit.remarks.push_back(
        fmt::format("Also in {}: “{}”", place,
                    excerpt(slice(std::string_view(context.draft.text), sentence.span))));
  }
  return hit;
}

std::vector<Hit> run(const Context& context, const Limits& limits) {
  if (context.facts.sent == nullptr)
    return {};
  const std::vector<ShingledSentence> sentences =
      shingled_sentences(context.draft, context.text, context.facts.names);
  const std::vector<std::uint64_t> own = all_shingles(sentences);
  if (own.empty() || own.size() < limits.min_shingles)
    return {};
  const Likeness likeness = most_alike(context, own);
  if (likeness.mail == nullptr || likeness.percent < limits.percent ||
      likeness.percent >= limits.below)
    return {};
  return {hit_of(context, sentences, likeness)};
}

}  // namespace

Result<CheckFunction> make_same_note(const Params& params) {
  const Result<std::int64_t> percent = params.integer("percent", 80, 1, 100);
  if (!percent)
    return percent.error();
  const Result<std::int64_t> below = params.integer("below", 101, 1, 101);
  if (!below)
    return below.error();
  const Result<std::int64_t> least = params.integer("min-shingles", 15, 1, 1000);
  if (!least)
    return least.error();
  const Limits limits{.percent = static_cast<std::size_t>(*percent),
                      .below = static_cast<std::size_t>(*below),
                      .min_shingles = static_cast<std::size_t>(*least)};
  return CheckFunction([limits](const Context& context) { return run(context, limits); });
}

}  // namespace mailcheck
