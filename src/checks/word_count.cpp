#include "checks/word_count.hpp"

#include <fmt/format.h>

#include "checks/derived.hpp"
#include "checks/own_text.hpp"
#include "checks/place.hpp"
#include "checks/specifics.hpp"
#include "checks/stage_limit.hpp"

namespace mailcheck {
namespace {

struct Limits {
  StageLimit max;
  std::size_t min = 0;
  std::size_t until = 0;
  bool unless_specific = false;
};

TextSpan first_word_beyond(const Text& text, std::size_t limit) {
  std::size_t count = 0;
  for (const Word& word : text.words) {
    if (is_own(word.region) && ++count > limit)
      return word.span;
  }
  return {};
}

std::vector<Hit> run(const Context& context, const Limits& limits) {
  const std::size_t words = count_own_words(context.text);
  const std::size_t max = limits.max.of(context.facts.stage);
  if (max > 0 && words > max && (limits.until == 0 || words <= limits.until))
    return {{.place = first_word_beyond(context.text, max),
             .detail = fmt::format("{} words; {} is enough", words, max)}};
  if (words >= limits.min || !looks_like_whole_mail(context))
    return {};
  if (limits.unless_specific &&
      context.derived.specifics(context).count(Specificity::interview) > 0)
    return {};
  return {{.place = span_of(Place::before_closing, context),
           .detail = words == 1 ? "1 word" : fmt::format("{} words", words)}};
}

}  // namespace

Result<CheckFunction> make_word_count(const Params& params) {
  const Result<StageLimit> max = StageLimit::from(params, "words", 0);
  if (!max)
    return max.error();
  const Result<std::int64_t> min = params.integer("min", 0);
  if (!min)
    return min.error();
  const Result<std::int64_t> until = params.integer("until", 0);
  if (!until)
    return until.error();
  const Result<bool> unless_specific = params.boolean("unless-specific", false);
  if (!unless_specific)
    return unless_specific.error();
  const Limits limits{*max, static_cast<std::size_t>(*min), static_cast<std::size_t>(*until),
                      *unless_specific};
  return CheckFunction([limits](const Context& context) { return run(context, limits); });
}

}  // namespace mailcheck
