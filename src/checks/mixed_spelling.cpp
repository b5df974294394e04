#include "checks/mixed_spelling.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "checks/derived.hpp"
#include "checks/own_text.hpp"
#include "checks/phrase.hpp"
#include "checks/quotation.hpp"
#include "checks/verbatim.hpp"

namespace mailcheck {
namespace {

/// What differs within a word.
struct Difference {
  std::string_view british;
  std::string_view american;
};
constexpr auto differences = std::to_array<Difference>({
    {"our", "or"},
    {"is", "iz"},
    {"ys", "yz"},
    {"tre", "ter"},
    {"bre", "ber"},
    {"ence", "ense"},
    {"ll", "l"},
    {"l", "ll"},
    {"ogue", "og"},
    {"mme", "m"},
    {"ae", "e"},
    {"oe", "e"},
    {"grey", "gray"},
    {"cheque", "check"},
    {"tyre", "tire"},
    {"kerb", "curb"},
    {"plough", "plow"},
    {"sceptic", "skeptic"},
    {"mould", "mold"},
    {"jewellery", "jewelry"},
    {"nium", "num"},
    {"cosy", "cozy"},
    {"pyjama", "pajama"},
    {"practis", "practic"},
    {"oeuvre", "euver"},
    {"moult", "molt"},
    {"storey", "story"},
    {"draught", "draft"},
    {"artefact", "artifact"},
});

enum class Variety : std::uint8_t { american = 1, british = 2 };  // As in WordOrigin::languages.

struct Witness {
  TextSpan place;
  Variety variety = Variety::american;
  std::string other;  ///< The word in the other spelling.
};

/// `word` in the other spelling, when that one and not `word` is right there.
std::optional<std::string> other_spelling(const Speller& speller, std::string_view word,
                                          Variety variety) {
  const auto other_bit = static_cast<std::uint8_t>(3U - static_cast<unsigned>(variety));
  for (const Difference& difference : differences) {
    const bool is_british = variety == Variety::british;
    const std::string_view from = is_british ? difference.british : difference.american;
    const std::string_view to = is_british ? difference.american : difference.british;
    for (std::size_t at = word.find(from); at != std::string_view::npos;
         at = word.find(from, at + 1)) {
      std::string other(word);
      other.replace(at, from.size(), to);
      if ((speller.origin_of(other).languages & other_bit) != 0)
        return other;
    }
  }
  return std::nullopt;
}

std::optional<Witness> witness_of(const Speller& speller, std::string_view word, TextSpan place) {
  constexpr std::size_t shortest = 4;
  constexpr std::size_t longest = 30;
  const bool plain =
      std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  // Americans write “cancelled” as often as “canceled”.
  if (!plain || word.starts_with("cancel") || word.size() < shortest || word.size() > longest ||
      !speller.knows(word))
    return std::nullopt;
  const WordOrigin origin = speller.origin_of(word);
  if (origin.user_words || origin.own_lists || origin.languages == 0 || origin.languages == 3)
    return std::nullopt;
  const auto variety = static_cast<Variety>(origin.languages);
  std::optional<std::string> other = other_spelling(speller, word, variety);
  if (!other || !speller.knows(*other))
    return std::nullopt;
  return Witness{place, variety, *std::move(other)};
}

std::vector<Witness> witnesses(const Context& context, const std::vector<RegionKind>& regions) {
  const std::string_view all = context.draft.text;
  const Verbatim& verbatim = context.derived.verbatim(context);
  std::vector<Witness> found;
  std::unordered_set<std::string_view> seen;
  for (const Word& word : context.text.words) {
    const std::string_view written = slice(all, word.span);
    if (!holds(regions, word.region) || seen.contains(written))
      continue;
    std::optional<Witness> witness = witness_of(context.speller, written, word.span);
    // Hardly any word is one, so that where it stands is looked at last.
    if (witness && (verbatim.touches(word.span) || is_within_quotation(all, word.span)))
      continue;
    seen.insert(written);
    if (witness)
      found.push_back(*std::move(witness));
  }
  return found;
}

std::string_view name_of(Variety variety) {
  return variety == Variety::british ? "British" : "American";
}

std::vector<Hit> run(const Context& context, const std::vector<RegionKind>& regions) {
  const std::vector<Witness> found = witnesses(context, regions);
  const auto british = std::count_if(found.begin(), found.end(), [](const Witness& witness) {
    return witness.variety == Variety::british;
  });
  const auto american = static_cast<std::ptrdiff_t>(found.size()) - british;
  if (british == 0 || american == 0)
    return {};
  Variety ruling = found.front().variety;
  if (british != american)
    ruling = british > american ? Variety::british : Variety::american;
  const auto first = std::find_if(found.begin(), found.end(), [ruling](const Witness& witness) {
    return witness.variety == ruling;
  });
  std::vector<Hit> hits;
  for (const Witness& witness : found) {
    if (witness.variety == ruling)
      continue;
    hits.push_back({.place = witness.place,
                    .detail = fmt::format("{}, “{}” {}", name_of(witness.variety),
                                          slice(std::string_view(context.draft.text), first->place),
                                          name_of(ruling)),
                    .repairs = {{.edits = {{witness.place, witness.other}}, .safe = true}}});
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_mixed_spelling(const Params& params) {
  Result<std::vector<RegionKind>> regions =
      region_list(params, "in", {RegionKind::subject, RegionKind::body});
  if (!regions)
    return regions.error();
  return CheckFunction(
      [kinds = *std::move(regions)](const Context& context) { return run(context, kinds); });
}

}  // namespace mailcheck
