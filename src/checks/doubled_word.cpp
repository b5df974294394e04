#include "checks/doubled_word.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "checks/derived.hpp"
#include "checks/own_text.hpp"
#include "checks/phrase.hpp"

namespace mailcheck {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_capitalized(std::string_view word) {
  return !word.empty() && is_upper(decode_utf8(word, 0).value);
}

std::vector<Hit> run(const Context& context, const std::vector<RegionKind>& regions,
                     const std::vector<std::string>& allowed) {
  const std::string_view all = context.draft.text;
  const std::vector<Word>& words = context.text.words;
  const Verbatim& verbatim = context.derived.verbatim(context);
  std::vector<Hit> hits;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const TextSpan first = words[i - 1].span;
    const TextSpan second = words[i].span;
    if (words[i - 1].sentence != words[i].sentence || !holds(regions, words[i].region))
      continue;
    if (first.size() != second.size() || !is_blank(all.substr(first.end, second.begin - first.end)))
      continue;
    const std::string word = fold_case(slice(all, first));
    const std::string_view again = slice(all, second);
    // “Duran Duran” and “Walla Walla” are names.
    const bool is_name = is_capitalized(again) && is_capitalized(slice(all, first)) && again != "I";
    if (word != fold_case(again) || is_name || has_digit(word))
      continue;
    if (std::find(allowed.begin(), allowed.end(), word) != allowed.end())
      continue;
    const TextSpan both{first.begin, second.end};
    if (verbatim.touches(both))
      continue;
    hits.push_back({.place = both,
                    .detail = word,
                    .repairs = {{.edits = {{{first.end, second.end}, ""}}, .safe = false}}});
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_doubled_word(const Params& params) {
  Result<std::vector<RegionKind>> regions = region_list(
      params, "in",
      {RegionKind::greeting, RegionKind::body, RegionKind::closing, RegionKind::subject});
  if (!regions)
    return regions.error();
  Result<std::vector<std::string>> allowed = params.list("allowed");
  if (!allowed)
    return allowed.error();
  return CheckFunction([kinds = *std::move(regions), words = *std::move(allowed)](
                           const Context& context) { return run(context, kinds, words); });
}

}  // namespace mailcheck
