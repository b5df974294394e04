#include "mail/markup/text_difference.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <unordered_map>
#include <vector>

#include "mail/markup/comparable_words.hpp"

namespace mailcheck {

namespace {

// Words that are in one form only before the two count as different throughout.
constexpr std::size_t edit_limit = 400;
// Share of the words of the longer form that the shorter must have, in percent.
constexpr std::size_t common_percent = 40;

// A place where the forms differ: words [plain_begin, plain_end) of one stand for words
// [html_begin, html_end) of the other.
struct Hunk {
  std::size_t plain_begin = 0;
  std::size_t plain_end = 0;
  std::size_t html_begin = 0;
  std::size_t html_end = 0;
};

using Ids = std::vector<std::uint32_t>;

// Gives each distinct word a number, so that comparing is cheap.
class Numbering {
 public:
  Ids number(const std::vector<ComparableWord>& words) {
    Ids ids;
    ids.reserve(words.size());
    for (const ComparableWord& word : words)
      ids.push_back(
          ids_.try_emplace(word.text, static_cast<std::uint32_t>(ids_.size())).first->second);
    return ids;
  }
  [[nodiscard]] std::size_t size() const { return ids_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
};

// E. Myers, An O(ND) Difference Algorithm and Its Variations (1986), greedy, with a limit on D.
class Diff {
 public:
  Diff(const Ids& a, const Ids& b) : a_(a), b_(b) {}
  /// The hunks in order, or nothing when there are too many edits.
  [[nodiscard]] std::optional<std::vector<Hunk>> hunks();

 private:
  using Offset = std::ptrdiff_t;
  bool step(Offset distance);
  [[nodiscard]] std::vector<Hunk> trace() const;
  [[nodiscard]] Offset& furthest(Offset diagonal) {
    return furthest_[static_cast<std::size_t>(diagonal + limit_ + 1)];
  }

  const Ids& a_;
  const Ids& b_;
  Offset limit_ = static_cast<Offset>(edit_limit);
  std::vector<Offset> furthest_;
  std::vector<std::vector<Offset>> history_;  ///< Diagonals -d to d, before step d.
};

bool Diff::step(Offset distance) {
  const auto a_size = static_cast<Offset>(a_.size());
  const auto b_size = static_cast<Offset>(b_.size());
  const auto first = furthest_.begin() + (limit_ + 1 - distance);
  history_.emplace_back(first, first + 2 * distance + 1);
  for (Offset k = -distance; k <= distance; k += 2) {
    const bool is_down = k == -distance || (k != distance && furthest(k - 1) < furthest(k + 1));
    Offset x = is_down ? furthest(k + 1) : furthest(k - 1) + 1;
    while (x < a_size && x - k < b_size && x - k >= 0 &&
           a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(x - k)])
      ++x;
    furthest(k) = x;
    if (x >= a_size && x - k >= b_size)
      return true;
  }
  return false;
}

std::vector<Hunk> Diff::trace() const {
  std::vector<Hunk> hunks;
  auto x = static_cast<Offset>(a_.size());
  auto y = static_cast<Offset>(b_.size());
  for (auto distance = static_cast<Offset>(history_.size()) - 1; distance > 0; --distance) {
    const std::vector<Offset>& before = history_[static_cast<std::size_t>(distance)];
    const auto at = [&](Offset k) { return before[static_cast<std::size_t>(k + distance)]; };
    const Offset k = x - y;
    const bool is_down = k == -distance || (k != distance && at(k - 1) < at(k + 1));
    const Offset previous_k = is_down ? k + 1 : k - 1;
    const Offset previous_x = at(previous_k);
    const Offset previous_y = previous_x - previous_k;
    const Offset edit_x = is_down ? previous_x : previous_x + 1;
    const Offset edit_y = is_down ? previous_y + 1 : previous_y;
    const Hunk hunk{static_cast<std::size_t>(previous_x), static_cast<std::size_t>(edit_x),
                    static_cast<std::size_t>(previous_y), static_cast<std::size_t>(edit_y)};
    if (!hunks.empty() && hunks.back().plain_begin == hunk.plain_end &&
        hunks.back().html_begin == hunk.html_end) {
      hunks.back().plain_begin = hunk.plain_begin;
      hunks.back().html_begin = hunk.html_begin;
    } else {
      hunks.push_back(hunk);
    }
    x = previous_x;
    y = previous_y;
  }
  std::reverse(hunks.begin(), hunks.end());
  return hunks;
}

std::optional<std::vector<Hunk>> Diff::hunks() {
  furthest_.assign(2 * edit_limit + 3, 0);
  for (std::size_t distance = 0; distance <= edit_limit; ++distance) {
    if (step(static_cast<Offset>(distance)))
      return trace();
  }
  return std::nullopt;
}

// Compares the words of both forms.
class Comparison {
 public:
  Comparison(std::string_view plain, std::string_view html)
      : plain_text_(plain),
        html_text_(html),
        plain_(comparable_words(plain)),
        html_(comparable_words(html)),
        plain_ids_(numbering_.number(plain_)),
        html_ids_(numbering_.number(html_)) {}

  [[nodiscard]] std::optional<TextDifference> run();

 private:
  [[nodiscard]] std::optional<TextDifference> judge(const std::vector<Hunk>& hunks) const;
  [[nodiscard]] bool is_joined_alike(const Hunk& hunk) const;
  [[nodiscard]] std::size_t common_words() const;
  [[nodiscard]] TextDifference difference(const Hunk& hunk) const;

  std::string_view plain_text_;
  std::string_view html_text_;
  std::vector<ComparableWord> plain_;
  std::vector<ComparableWord> html_;
  Numbering numbering_;
  Ids plain_ids_;
  Ids html_ids_;
};

// How many words the two have in common, whatever their order.
std::size_t Comparison::common_words() const {
  std::vector<std::size_t> counts(numbering_.size());
  for (const std::uint32_t id : plain_ids_)
    ++counts[id];
  std::size_t common = 0;
  for (const std::uint32_t id : html_ids_) {
    if (counts[id] > 0) {
      --counts[id];
      ++common;
    }
  }
  return common;
}

// “foo bar” and “foobar”: layout and emphasis marks may cut words.
bool Comparison::is_joined_alike(const Hunk& hunk) const {
  std::string a;
  std::string b;
  for (std::size_t i = hunk.plain_begin; i < hunk.plain_end; ++i)
    a += plain_[i].text;
  for (std::size_t i = hunk.html_begin; i < hunk.html_end; ++i)
    b += html_[i].text;
  return a == b;
}

TextDifference Comparison::difference(const Hunk& hunk) const {
  TextDifference result;
  if (hunk.plain_begin < hunk.plain_end) {
    result.span = {plain_[hunk.plain_begin].span.begin, plain_[hunk.plain_end - 1].span.end};
  } else {
    const std::size_t place = hunk.plain_begin < plain_.size()
                                  ? plain_[hunk.plain_begin].span.begin
                                  : (plain_.empty() ? 0 : plain_.back().span.end);
    result.span = {place, place};
  }
  if (hunk.html_begin < hunk.html_end)
    result.said = slice(
        html_text_, TextSpan{html_[hunk.html_begin].span.begin, html_[hunk.html_end - 1].span.end});
  return result;
}

std::optional<TextDifference> Comparison::judge(const std::vector<Hunk>& hunks) const {
  // What is missing at one place and too much at another has only been moved.
  std::vector<std::ptrdiff_t> surplus(numbering_.size());
  std::vector<bool> is_real(hunks.size());
  for (std::size_t i = 0; i < hunks.size(); ++i) {
    is_real[i] = !is_joined_alike(hunks[i]);
    if (!is_real[i])
      continue;
    for (std::size_t k = hunks[i].plain_begin; k < hunks[i].plain_end; ++k)
      ++surplus[plain_ids_[k]];
    for (std::size_t k = hunks[i].html_begin; k < hunks[i].html_end; ++k)
      --surplus[html_ids_[k]];
  }
  for (std::size_t i = 0; i < hunks.size(); ++i) {
    const Hunk& hunk = hunks[i];
    const bool has_extra =
        std::any_of(plain_ids_.begin() + static_cast<std::ptrdiff_t>(hunk.plain_begin),
                    plain_ids_.begin() + static_cast<std::ptrdiff_t>(hunk.plain_end),
                    [&](std::uint32_t id) { return surplus[id] > 0; });
    const bool lacks_some =
        std::any_of(html_ids_.begin() + static_cast<std::ptrdiff_t>(hunk.html_begin),
                    html_ids_.begin() + static_cast<std::ptrdiff_t>(hunk.html_end),
                    [&](std::uint32_t id) { return surplus[id] < 0; });
    if (is_real[i] && (has_extra || lacks_some))
      return difference(hunk);
  }
  return std::nullopt;
}

std::optional<TextDifference> Comparison::run() {
  // An empty form is told by its size already.
  if (plain_.empty() || html_.empty())
    return std::nullopt;
  const Hunk all{0, plain_.size(), 0, html_.size()};
  if (common_words() * 100 < std::max(plain_.size(), html_.size()) * common_percent)
    return difference(all);
  const std::optional<std::vector<Hunk>> hunks = Diff(plain_ids_, html_ids_).hunks();
  return hunks ? judge(*hunks) : std::nullopt;
}

}  // namespace

std::optional<TextDifference> find_difference(std::string_view plain, std::string_view html) {
  return Comparison(plain, html).run();
}

}  // namespace mailcheck
