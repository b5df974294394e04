#include "checks/stance.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "checks/own_text.hpp"
#include "checks/phrase.hpp"
#include "checks/quotation.hpp"
#include "checks/verbatim.hpp"

namespace mailcheck {
namespace {

/// Words between a turn and what it turns: “did not find the questions about nights unfair”.
constexpr std::uint32_t turn_reach = 7;
/// Words between two signs that one turn turns together: “neither rude nor bored”.
constexpr std::uint32_t series_reach = 1;
/// What faint signs may add to a sum; a pile of them is still no stance.
constexpr int faint_limit = 2;

enum class Sign : std::uint8_t { strong, clear, faint, against, expected, turn, harmless };

struct StanceRule {
  PhraseGroup strong, clear, faint, against, expected, turn, harmless;
  PhraseGroup about;
  PhraseGroup unless, unless_sentence, unless_mail;
  std::vector<RegionKind> regions;
  int least = 0;
  int below = 0;
};

/// A sign at its place in the text.
struct Piece {
  PhraseMatch match;
  Sign sign;
  int weight = 0;
};

/// What the signs of one clause say together.
struct Verdict {
  int sum = 0;
  bool is_clear = false;  ///< More than faint signs.
  std::vector<Piece> counted;
};

void add_pieces(const Context& context, const StanceRule& rule, PhraseGroup group, Sign sign,
                std::vector<Piece>& pieces) {
  if (!group.present)
    return;
  for (const PhraseMatch& match : context.phrases.of(group))
    if (holds(rule.regions, match.region))
      pieces.push_back({match, sign});
}

/// Whether a phrase of the group stands, in part at least, within the tokens [first, last).
bool stands_in(const Context& context, PhraseGroup group, TokenRange range) {
  if (!group.present)
    return false;
  const std::span<const PhraseMatch> matches = context.phrases.of(group);
  const auto found =
      std::partition_point(matches.begin(), matches.end(),
                           [&](const PhraseMatch& match) { return match.last <= range.first; });
  return found != matches.end() && found->first < range.last;
}

/// All signs in order of the text, none overlapping another: strong ones before all others, then
/// the leftmost, of these what is harmless or else the longest.
std::vector<Piece> find_pieces(const Context& context, const StanceRule& rule) {
  std::vector<Piece> pieces;
  add_pieces(context, rule, rule.strong, Sign::strong, pieces);
  add_pieces(context, rule, rule.clear, Sign::clear, pieces);
  add_pieces(context, rule, rule.against, Sign::against, pieces);
  add_pieces(context, rule, rule.expected, Sign::expected, pieces);
  if (pieces.empty())
    return pieces;
  add_pieces(context, rule, rule.harmless, Sign::harmless, pieces);
  add_pieces(context, rule, rule.turn, Sign::turn, pieces);
  add_pieces(context, rule, rule.faint, Sign::faint, pieces);
  std::erase_if(pieces, [&](const Piece& piece) {
    return piece.sign != Sign::strong &&
           stands_in(context, rule.strong, {piece.match.first, piece.match.last});
  });
  std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    const bool a_counts = a.sign != Sign::harmless;
    const bool b_counts = b.sign != Sign::harmless;
    return std::tie(a.match.first, a_counts, b.match.last) <
           std::tie(b.match.first, b_counts, a.match.last);
  });
  std::uint32_t covered = 0;
  std::erase_if(pieces, [&](const Piece& piece) {
    if (piece.match.first < covered)
      return true;
    covered = piece.match.last;
    return false;
  });
  return pieces;
}

int weight_of(Sign sign, bool is_turned) {
  switch (sign) {
    case Sign::strong:
      return is_turned ? 0 : 3;
    case Sign::clear:
      return is_turned ? 0 : 2;
    case Sign::faint:
      return 1;
    case Sign::against:
      return is_turned ? 2 : -2;
    case Sign::expected:
      return is_turned ? 2 : 0;
    case Sign::turn:
    case Sign::harmless:
      break;
  }
  return 0;
}

Verdict weigh(const Context& context, std::span<const Piece> pieces) {
  Verdict verdict;
  int faint = 0;
  std::uint32_t turn_end = 0;  // A sign that begins before this token is turned.
  bool is_turning = false;     // The turn has met no sign yet.
  for (Piece piece : pieces) {
    if (piece.sign == Sign::turn) {
      is_turning = true;
      turn_end = piece.match.last + turn_reach + 1;
      continue;
    }
    if (piece.sign == Sign::harmless || is_within_quotation(context.draft.text, piece.match.span) ||
        is_code(context.draft, piece.match.span))
      continue;
    const bool is_turned = piece.sign != Sign::faint && piece.match.first < turn_end;
    if (is_turned && is_turning)
      turn_end = piece.match.last;
    if (is_turned) {
      is_turning = false;
      turn_end = piece.match.last + series_reach + 1;
    }
    piece.weight = weight_of(piece.sign, is_turned);
    if (piece.sign == Sign::faint && ++faint > faint_limit)
      continue;
    verdict.sum += piece.weight;
    if (piece.weight <= 0)
      continue;
    verdict.is_clear = verdict.is_clear || piece.weight > 1;
    verdict.counted.push_back(piece);
  }
  return verdict;
}

std::string on_one_line(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

Hit hit_of(const Context& context, const Verdict& verdict) {
  const TextSpan place{verdict.counted.front().match.span.begin,
                       verdict.counted.back().match.span.end};
  std::string words;
  for (const Piece& piece : verdict.counted)
    words +=
        fmt::format("{}“{}” {}", words.empty() ? "" : ", ",
                    slice(std::string_view(context.draft.text), piece.match.span), piece.weight);
  return {.place = place,
          .remarks = {fmt::format("Counted {}: {}", verdict.sum, on_one_line(words))}};
}

bool is_silenced(const Context& context, const StanceRule& rule, TokenRange clause,
                 TokenRange sentence) {
  return (rule.about.present && !stands_in(context, rule.about, sentence)) ||
         stands_in(context, rule.unless, clause) ||
         stands_in(context, rule.unless_sentence, sentence);
}

std::vector<Hit> run(const Context& context, const StanceRule& rule) {
  std::vector<Hit> hits;
  const std::vector<Piece> pieces = find_pieces(context, rule);
  if (pieces.empty() || (rule.unless_mail.present && !context.phrases.of(rule.unless_mail).empty()))
    return hits;
  for (std::size_t first = 0; first < pieces.size();) {
    const TokenRange clause = clause_of(context.text, pieces[first].match.first);
    std::size_t last = first + 1;
    while (last < pieces.size() && pieces[last].match.first < clause.last)
      ++last;
    const Verdict verdict = weigh(context, std::span(pieces).subspan(first, last - first));
    const Sentence& in =
        context.text.sentences[context.text.tokens.all[pieces[first].match.first].sentence];
    first = last;
    if (!verdict.is_clear || verdict.sum < rule.least ||
        (rule.below > 0 && verdict.sum >= rule.below))
      continue;
    if (!is_silenced(context, rule, clause, {in.first_token, in.last_token}))
      hits.push_back(hit_of(context, verdict));
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_stance(const Params& params) {
  StanceRule rule;
  const std::pair<std::string_view, PhraseGroup*> groups[] = {
      {"strong", &rule.strong},
      {"clear", &rule.clear},
      {"faint", &rule.faint},
      {"against", &rule.against},
      {"expected", &rule.expected},
      {"turn", &rule.turn},
      {"harmless", &rule.harmless},
      {"about", &rule.about},
      {"unless", &rule.unless},
      {"unless-sentence", &rule.unless_sentence},
      {"unless-mail", &rule.unless_mail},
  };
  for (const auto& [key, group] : groups) {
    const Result<PhraseGroup> given = params.phrases(key);
    if (!given)
      return given.error();
    *group = *given;
  }
  const Result<std::int64_t> least = params.integer("least", 3, 1, 100);
  if (!least)
    return least.error();
  const Result<std::int64_t> below = params.integer("below", 0, 0, 100);
  if (!below)
    return below.error();
  Result<std::vector<RegionKind>> regions = region_list(params, "in", {RegionKind::body});
  if (!regions)
    return std::move(regions).error();
  rule.least = static_cast<int>(*least);
  rule.below = static_cast<int>(*below);
  rule.regions = *std::move(regions);
  return CheckFunction([rule](const Context& context) { return run(context, rule); });
}

}  // namespace mailcheck
