#include "checks/same_note.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "checks/derived.hpp"
#include "facts/sent_mail.hpp"
#include "facts/shingles.hpp"

namespace mailcheck {
namespace {

struct Limits {
  std::size_t percent = 80;
  std::size_t below = 101;
  std::size_t min_shingles = 15;
};
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

Hit hit_of(const Context& context, const NoteLikeness& likeness) {
  const std::vector<ShingledSentence>& sentences = likeness.sentences;
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
  const NoteLikeness& likeness = context.derived.note_likeness(context);
  if (likeness.shingles < limits.min_shingles)
    return {};
  if (likeness.mail == nullptr || likeness.percent < limits.percent ||
      likeness.percent >= limits.below)
    return {};
  return {hit_of(context, likeness)};
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
