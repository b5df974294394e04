#include "checks/stock_phrases.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "checks/derived.hpp"
#include "checks/specifics.hpp"

namespace mailcheck {
namespace {

/// Sentences of the body without anything particular that hold one of the phrases.
std::vector<TextSpan> stock_sentences(const Context& context, PhraseGroup phrases,
                                      const Specifics& specifics) {
  std::vector<TextSpan> spans;
  for (const PhraseMatch& match : context.phrases.of(phrases)) {
    const std::uint32_t index = context.text.tokens.all[match.first].sentence;
    const TextSpan span = context.text.sentences[index].span;
    if (match.region != RegionKind::body || specifics.sentences[index] != Specificity::none ||
        (!spans.empty() && spans.back() == span))
      continue;
    spans.push_back(span);
  }
  return spans;
}

/// A text with an empty slot is not finished: what is to be filled in may well be particular.
bool has_slot(std::string_view text) {
  const std::size_t open = text.find('[');
  return open != std::string_view::npos && text.find(']', open) != std::string_view::npos;
}

/// A greeting, a closing or a header shows that this is meant to be sent as it is.
bool is_framed(const Context& context) {
  return context.draft.has_header_block || context.text.region(RegionKind::greeting) != nullptr ||
         context.text.region(RegionKind::closing) != nullptr;
}

std::vector<Hit> run(const Context& context, PhraseGroup phrases, std::size_t percent,
                     bool fragments) {
  if (is_framed(context) == fragments || (!fragments && !asks_for_specifics(context)))
    return {};
  const Specifics& specifics = context.derived.specifics(context);
  if (specifics.count(Specificity::promised) > 0)
    return {};
  const std::vector<TextSpan> stock = stock_sentences(context, phrases, specifics);
  const auto sentences = static_cast<std::size_t>(
      std::count_if(context.text.sentences.begin(), context.text.sentences.end(),
                    [](const Sentence& sentence) { return sentence.region == RegionKind::body; }));
  // What is particular about the writer is no reference to the interview, but no template either:
  // it weighs twice.
  const std::size_t weight = sentences + specifics.count(Specificity::own);
  if (stock.empty() || stock.size() * 100 < percent * weight)
    return {};
  const bool unfinished = has_slot(slice(std::string_view(context.draft.text), context.draft.body));
  std::vector<Hit> hits;
  for (const TextSpan span : stock) {
    hits.push_back({.place = span,
                    .detail = sentences == 1 ? std::string("its only sentence is a stock phrase")
                                             : fmt::format("{} of {} sentences are stock phrases",
                                                           stock.size(), sentences),
                    .certain = !unfinished});
    if (!fragments)
      break;
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_stock_phrases(const Params& params) {
  const Result<PhraseGroup> phrases = params.phrases("phrases");
  if (!phrases)
    return phrases.error();
  const Result<std::int64_t> percent = params.integer("percent", 66, 1, 100);
  if (!percent)
    return percent.error();
  const Result<bool> fragments = params.boolean("fragments", false);
  if (!fragments)
    return fragments.error();
  return CheckFunction([group = *phrases, share = static_cast<std::size_t>(*percent),
                        only_fragments = *fragments](const Context& context) {
    return run(context, group, share, only_fragments);
  });
}

}  // namespace mailcheck
