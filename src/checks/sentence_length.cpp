#include "checks/sentence_length.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "checks/own_text.hpp"

namespace mailcheck {
namespace {

std::vector<Hit> run(const Context& context, std::size_t max) {
  const Text& text = context.text;
  const std::string_view all = context.draft.text;
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < text.words.size();) {
    const Word& first = text.words[i];
    std::size_t end = i;
    while (end < text.words.size() && text.words[end].sentence == first.sentence)
      ++end;
    const Sentence& sentence = text.sentences[first.sentence];
    const TextSpan paragraph = text.paragraphs[sentence.paragraph].span;
    std::size_t start = i;  // of the part since the last semicolon
    for (std::size_t k = i + 1; k <= end && first.region == RegionKind::body; ++k) {
      const std::size_t next = k < end ? text.words[k].span.begin : sentence.span.end;
      const std::size_t from = text.words[k - 1].span.end;
      const bool cut =
          k == end || all.substr(from, next - from).find(';') != std::string_view::npos;
      if (!cut)
        continue;
      if (k - start > max && !is_list_item(slice(all, paragraph)))
        hits.push_back(
            {.place = text.words[start + max].span, .detail = fmt::format("{} words", k - start)});
      start = k;
    }
    i = end;
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_sentence_length(const Params& params) {
  const Result<std::int64_t> max = params.integer("max", 30, 1);
  if (!max)
    return max.error();
  return CheckFunction([limit = static_cast<std::size_t>(*max)](const Context& context) {
    return run(context, limit);
  });
}

}  // namespace mailcheck
