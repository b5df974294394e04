#include "checks/unbalanced_mark.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "checks/derived.hpp"
#include "checks/own_text.hpp"
#include "checks/phrase.hpp"

namespace mailcheck {
namespace {

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_alnum(char c) {
  return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

/// “a)”, “12)” and “iv)” after white space or at the beginning.
bool ends_list_mark(std::string_view text, std::size_t i) {
  constexpr std::size_t longest = 4;
  std::size_t begin = i;
  while (begin > 0 && i - begin < longest && is_ascii_alnum(text[begin - 1]))
    --begin;
  const std::string_view mark = text.substr(begin, i - begin);
  const bool is_number = mark.find_first_not_of("0123456789") == std::string_view::npos ||
                         mark.find_first_not_of("ivxIVX") == std::string_view::npos;
  return !mark.empty() && (mark.size() == 1 || is_number) &&
         (begin == 0 || is_blank(text[begin - 1]));
}

/// “:)”, “;-(”, “8)” and “(:”: a bracket beside eyes or a nose, and nothing behind.
bool is_in_emoticon(std::string_view text, std::size_t i) {
  constexpr std::string_view eyes = ":;=8xX";
  constexpr std::string_view noses = "-'^*~o";
  const auto at = [text](std::size_t place) { return place < text.size() ? text[place] : ' '; };
  const auto is_one = [](std::string_view set, char c) {
    return set.find(c) != std::string_view::npos;
  };
  const char before = i > 0 ? text[i - 1] : ' ';
  const bool nosed = i > 1 && is_one(noses, before) && is_one(eyes, text[i - 2]);
  const bool ends = !is_ascii_alnum(at(i + 1));
  const bool faces_right = (is_one(":;=", before) || nosed) && ends;
  const bool faces_left = text[i] == '(' && (is_one(":;=", at(i + 1)) ||
                                             (is_one("-'", at(i + 1)) && is_one(":;=", at(i + 2))));
  return faces_right || faces_left;
}

/// What one paragraph leaves open.
struct Balance {
  std::optional<TextSpan> bracket;  ///< The first without its half.
  std::optional<TextSpan> quote;
  int surplus = 0;  ///< Opening brackets without a closing one, less the others.
  std::size_t straight_quotes = 0;
};

/// The first bracket without its half.
void read_brackets(std::string_view text, std::size_t offset, Balance& balance) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((text[i] != '(' && text[i] != ')') || is_in_emoticon(text, i))
      continue;
    if (text[i] == '(') {
      open.push_back(i);
      continue;
    }
    if (!open.empty()) {
      open.pop_back();
      continue;
    }
    if (ends_list_mark(text, i))
      continue;
    --balance.surplus;
    if (!balance.bracket)
      balance.bracket = TextSpan{offset + i, offset + i + 1};
  }
  balance.surplus += static_cast<int>(open.size());
  if (!open.empty() && !balance.bracket)
    balance.bracket = TextSpan{offset + open.front(), offset + open.front() + 1};
}

/// The quotation mark without its half, when it can be told: a “ or ” alone, or the last of an odd
/// number of ". A mark at the very beginning may open a quotation of several paragraphs.
void read_quotes(std::string_view text, std::size_t offset, Balance& balance) {
  std::optional<TextSpan> open;
  std::optional<TextSpan> straight;
  std::size_t straight_count = 0;
  bool other_custom = false;  // „…“ and ”…” of other languages.
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    const TextSpan place{offset + i, offset + i + point.length};
    const bool is_inch = i > 0 && is_ascii_digit(text[i - 1]);
    i += point.length;
    if (point.value == U'„' || point.value == U'«' || point.value == U'»')
      other_custom = true;
    if (point.value == U'"' && (!is_inch || straight_count % 2 == 1)) {
      ++straight_count;
      straight = place;
    }
    if (point.value == U'“') {
      other_custom = other_custom || open.has_value();
      open = place;
    }
    if (point.value == U'”' && (!is_inch || open)) {
      if (!open && !balance.quote)
        balance.quote = place;
      open.reset();
    }
  }
  balance.straight_quotes = straight_count;
  if (open && !balance.quote)
    balance.quote = open;
  if (straight_count % 2 == 1 && !balance.quote)
    balance.quote = straight;
  if (other_custom || (balance.quote && straight_count % 2 == 1 && straight != balance.quote) ||
      (balance.quote && balance.quote->begin == offset))
    balance.quote.reset();
}

std::vector<Hit> run(const Context& context, const std::vector<RegionKind>& regions) {
  const std::string_view all = context.draft.text;
  std::vector<Balance> balances;
  int surplus = 0;
  std::size_t straight_quotes = 0;
  for (const Paragraph& paragraph : context.text.paragraphs) {
    if (!holds(regions, paragraph.region))
      continue;
    Balance balance;
    read_brackets(slice(all, paragraph.span), paragraph.span.begin, balance);
    read_quotes(slice(all, paragraph.span), paragraph.span.begin, balance);
    surplus += balance.surplus;
    straight_quotes += balance.straight_quotes;
    balances.push_back(balance);
  }
  const Verbatim& verbatim = context.derived.verbatim(context);
  std::vector<Hit> hits;
  const auto flag = [&](std::optional<TextSpan> mark) {
    if (mark && !verbatim.touches(*mark))
      hits.push_back({.place = *mark});
  };
  for (const Balance& balance : balances) {
    // Both may go around the items of a list, or around several paragraphs.
    if (surplus != 0)
      flag(balance.bracket);
    if (balance.straight_quotes % 2 == 0 || straight_quotes % 2 == 1)
      flag(balance.quote);
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_unbalanced_mark(const Params& params) {
  Result<std::vector<RegionKind>> regions = region_list(params, "in", {RegionKind::body});
  if (!regions)
    return regions.error();
  return CheckFunction(
      [kinds = *std::move(regions)](const Context& context) { return run(context, kinds); });
}

}  // namespace mailcheck
