#include "checks/phrase_share.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace mailcheck {
namespace {

std::vector<Hit> run(const Context& context, PhraseGroup phrases, std::size_t percent,
                     std::size_t min_sentences) {
  const auto sentences = static_cast<std::size_t>(
      std::count_if(context.text.sentences.begin(), context.text.sentences.end(),
                    [](const Sentence& sentence) { return sentence.region == RegionKind::body; }));
  if (sentences == 0 || sentences < min_sentences)
    return {};
  std::size_t with_phrase = 0;
  const PhraseMatch* first = nullptr;
  std::uint32_t last = 0;
  for (const PhraseMatch& match : context.phrases.of(phrases)) {
    if (match.region != RegionKind::body)
      continue;
    const std::uint32_t sentence = context.text.tokens.all[match.first].sentence;
    if (first != nullptr && sentence == last)
      continue;
    if (first == nullptr)
      first = &match;
    last = sentence;
    ++with_phrase;
  }
  if (first == nullptr || with_phrase * 100 <= percent * sentences)
    return {};
  return {
      {.place = first->span, .detail = fmt::format("{} of {} sentences", with_phrase, sentences)}};
}

}  // namespace

Result<CheckFunction> make_phrase_share(const Params& params) {
  const Result<PhraseGroup> phrases = params.phrases("phrases");
  if (!phrases)
    return phrases.error();
  const Result<std::int64_t> percent = params.integer("percent", 70, 0, 100);
  if (!percent)
    return percent.error();
  const Result<std::int64_t> min_sentences = params.integer("min-sentences", 5, 1);
  if (!min_sentences)
    return min_sentences.error();
  return CheckFunction([group = *phrases, share = static_cast<std::size_t>(*percent),
                        least = static_cast<std::size_t>(*min_sentences)](const Context& context) {
    return run(context, group, share, least);
  });
}

}  // namespace mailcheck
