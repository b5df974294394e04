#include "checks/missing_specifics.hpp"

#include "checks/own_text.hpp"
#include "checks/place.hpp"
#include "checks/specifics.hpp"

namespace mailcheck {

Result<CheckFunction> make_missing_specifics(const Params& params) {
  const Result<std::int64_t> min_words = params.integer("min-words", 0);
  if (!min_words)
    return min_words.error();
  return CheckFunction(
      [least = static_cast<std::size_t>(*min_words)](const Context& context) -> std::vector<Hit> {
        if (!asks_for_specifics(context) || count_own_words(context.text) < least ||
            !looks_like_whole_mail(context) ||
            find_specifics(context).count(Specificity::interview) > 0)
          return {};
        return {{.place = span_of(Place::first_paragraph, context)}};
      });
}

}  // namespace mailcheck
