#include "checks/phrase_count.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include <fmt/format.h>

#include "checks/wordings.hpp"

namespace mailcheck {
namespace {

struct Counted {
  Wordings wordings;
  std::size_t most = 0;
};

/// The first match of each sentence that holds one, in the order of the text.
std::vector<TextSpan> one_of_each_sentence(const Context& context, const Counted& counted) {
  std::vector<TextSpan> spans = counted.wordings.found_patterns(context);
  for (const PhraseMatch& match : counted.wordings.found_phrases(context))
    spans.push_back(match.span);
  std::sort(spans.begin(), spans.end(), [](TextSpan a, TextSpan b) { return a.begin < b.begin; });
  std::vector<TextSpan> first;
  std::size_t sentence = 0;
  const std::vector<Sentence>& sentences = context.text.sentences;
  std::size_t end = 0;  // of the sentence of the last span that was kept
  for (const TextSpan span : spans) {
    if (!first.empty() && span.begin < end)
      continue;
    while (sentence < sentences.size() && sentences[sentence].span.end <= span.begin)
      ++sentence;
    end = sentence < sentences.size() ? sentences[sentence].span.end : span.end;
    first.push_back(span);
  }
  return first;
}

std::vector<Hit> run(const Context& context, const Counted& counted) {
  const std::vector<TextSpan> found = one_of_each_sentence(context, counted);
  if (found.size() <= counted.most)
    return {};
  return {{.place = found[counted.most], .detail = fmt::format("in {} sentences", found.size())}};
}

}  // namespace

Result<CheckFunction> make_phrase_count(const Params& params) {
  Result<Wordings> wordings = Wordings::from(params, {RegionKind::body}, "what is counted");
  if (!wordings)
    return std::move(wordings).error();
  const Result<std::int64_t> most = params.integer("most", 2);
  if (!most)
    return most.error();
  auto counted = std::make_shared<Counted>(
      Counted{.wordings = *std::move(wordings), .most = static_cast<std::size_t>(*most)});
  return CheckFunction([counted](const Context& context) { return run(context, *counted); });
}

}  // namespace mailcheck
