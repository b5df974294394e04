#include "checks/paragraphs.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "checks/own_text.hpp"
#include "checks/stage_limit.hpp"

namespace mailcheck {
namespace {

struct Density {
  std::size_t max_words = 0;
  std::size_t max_sentences = 0;
  std::size_t min_words = 0;
};

/// The first word at or after `offset`; an empty place when there is none.
TextSpan word_at(const Text& text, std::size_t offset) {
  const auto found = std::lower_bound(
      text.words.begin(), text.words.end(), offset,
      [](const Word& word, std::size_t wanted) { return word.span.begin < wanted; });
  return found == text.words.end() ? TextSpan{offset, offset} : found->span;
}

std::size_t count_sentences(const Text& text, TextSpan span) {
  const auto before = [](const Sentence& sentence, std::size_t offset) {
    return sentence.span.begin < offset;
  };
  const auto& all = text.sentences;
  const auto first = std::lower_bound(all.begin(), all.end(), span.begin, before);
  return static_cast<std::size_t>(std::lower_bound(first, all.end(), span.end, before) - first);
}

std::vector<Hit> run_count(const Context& context, const StageLimit& limit, std::size_t min_words) {
  std::vector<Block> blocks = body_blocks(context);
  std::erase_if(blocks, [&](const Block& block) {
    return count_words(context.text, block.span) < min_words;
  });
  const std::size_t max = limit.of(context.facts.stage);
  if (max == 0 || blocks.size() <= max)
    return {};
  return {{.place = word_at(context.text, blocks[max].span.begin),
           .detail = fmt::format("{} paragraphs; {} is enough", blocks.size(), max)}};
}

std::vector<Hit> run_length(const Context& context, const Density& density) {
  std::vector<Hit> hits;
  for (const Block& block : body_blocks(context)) {
    if (block.has_list)
      continue;
    const std::size_t words = count_words(context.text, block.span);
    if (words > density.max_words)
      hits.push_back({.place = word_at(context.text, block.span.begin),
                      .detail = fmt::format("{} words", words)});
    if (words > density.max_words || words < density.min_words || density.max_sentences == 0)
      continue;
    const std::size_t sentences = count_sentences(context.text, block.span);
    if (sentences > density.max_sentences)
      hits.push_back({.place = word_at(context.text, block.span.begin),
                      .detail = fmt::format("{} sentences", sentences)});
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_paragraph_count(const Params& params) {
  const Result<StageLimit> limit = StageLimit::from(params, "max", 4);
  if (!limit)
    return limit.error();
  const Result<std::int64_t> min_words = params.integer("min-words", 0);
  if (!min_words)
    return min_words.error();
  return CheckFunction([max = *limit, least = static_cast<std::size_t>(*min_words)](
                           const Context& context) { return run_count(context, max, least); });
}

Result<CheckFunction> make_paragraph_length(const Params& params) {
  const Result<std::int64_t> max_words = params.integer("max-words", 90, 1);
  if (!max_words)
    return max_words.error();
  const Result<std::int64_t> max_sentences = params.integer("max-sentences", 0);
  if (!max_sentences)
    return max_sentences.error();
  const Result<std::int64_t> min_words = params.integer("min-words", 0);
  if (!min_words)
    return min_words.error();
  const Density density{static_cast<std::size_t>(*max_words),
                        static_cast<std::size_t>(*max_sentences),
                        static_cast<std::size_t>(*min_words)};
  return CheckFunction([density](const Context& context) { return run_length(context, density); });
}

}  // namespace mailcheck
