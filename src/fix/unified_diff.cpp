#include "fix/unified_diff.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace mailcheck {
namespace {

/// Cells of the table of common lines above which a changed stretch is shown as one block: fixes
/// change few lines each, so that only strange input comes here.
constexpr std::size_t table_limit = std::size_t{1} << 22;

enum class LineKind : char { same = ' ', removed = '-', added = '+' };

struct DiffLine {
  LineKind kind;
  std::string_view text;  // With its LF, if it has one.
};

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

using Lines = std::vector<std::string_view>;

/// The lines between the common beginning and end, by a longest common subsequence.
void add_changed(const Lines& before, const Lines& after, std::vector<DiffLine>& out) {
  const std::size_t rows = before.size();
  const std::size_t columns = after.size();
  std::size_t i = 0;
  std::size_t j = 0;
  if (rows * columns <= table_limit) {
    // The length of the longest common subsequence of what is left at (i, j).
    std::vector<std::size_t> table((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t row, std::size_t column) -> std::size_t& {
      return table[row * (columns + 1) + column];
    };
    for (std::size_t row = rows; row-- > 0;)
      for (std::size_t column = columns; column-- > 0;)
        at(row, column) = before[row] == after[column]
                              ? at(row + 1, column + 1) + 1
                              : std::max(at(row + 1, column), at(row, column + 1));
    while (i < rows && j < columns) {
      if (before[i] == after[j]) {
        out.push_back({LineKind::same, before[i++]});
        ++j;
      } else if (at(i + 1, j) >= at(i, j + 1)) {
        out.push_back({LineKind::removed, before[i++]});
      } else {
        out.push_back({LineKind::added, after[j++]});
      }
    }
  }
  for (; i < rows; ++i)
    out.push_back({LineKind::removed, before[i]});
  for (; j < columns; ++j)
    out.push_back({LineKind::added, after[j]});
}

std::vector<DiffLine> diff_lines(std::string_view before, std::string_view after) {
  const Lines left = split_lines(before);
  const Lines right = split_lines(after);
  const std::size_t shorter = std::min(left.size(), right.size());
  std::size_t head = 0;
  while (head < shorter && left[head] == right[head])
    ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && left[left.size() - 1 - tail] == right[right.size() - 1 - tail])
    ++tail;
  std::vector<DiffLine> lines;
  for (std::size_t i = 0; i < head; ++i)
    lines.push_back({LineKind::same, left[i]});
  const auto middle = [&](const Lines& all) {
    return Lines(all.begin() + static_cast<std::ptrdiff_t>(head),
                 all.end() - static_cast<std::ptrdiff_t>(tail));
  };
  add_changed(middle(left), middle(right), lines);
  for (std::size_t i = left.size() - tail; i < left.size(); ++i)
    lines.push_back({LineKind::same, left[i]});
  return lines;
}

/// A hunk's range: `diff` counts from 1 and names the line before an empty range.
std::string range(std::size_t first, std::size_t count) {
  if (count == 1)
    return fmt::format("{}", first + 1);
  return fmt::format("{},{}", count == 0 ? first : first + 1, count);
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after)
    return {};
  const std::vector<DiffLine> lines = diff_lines(before, after);
  std::string out = fmt::format("--- {0}\n+++ {0}\n", path);
  std::size_t old_line = 0;
  std::size_t new_line = 0;
  const auto changes = [&](std::size_t i) { return lines[i].kind != LineKind::same; };
  for (std::size_t i = 0; i < lines.size();) {
    if (!changes(i)) {
      ++old_line;
      ++new_line;
      ++i;
      continue;
    }
    // From the context above to the last change that is near enough to the one before it.
    const std::size_t above = std::min(i, diff_context);
    std::size_t end = i;
    for (std::size_t k = i; k < lines.size() && k <= end + 2 * diff_context + 1; ++k)
      end = changes(k) ? k : end;
    const std::size_t stop = std::min(end + diff_context + 1, lines.size());
    std::string body;
    std::size_t old_count = 0;
    std::size_t new_count = 0;
    for (std::size_t k = i - above; k < stop; ++k) {
      body += static_cast<char>(lines[k].kind);
      body += lines[k].text;
      if (!lines[k].text.ends_with('\n'))
        body += "\n\\ No newline at end of file\n";
      old_count += lines[k].kind != LineKind::added ? 1U : 0U;
      new_count += lines[k].kind != LineKind::removed ? 1U : 0U;
    }
    out += fmt::format("@@ -{} +{} @@\n", range(old_line - above, old_count),
                       range(new_line - above, new_count));
    out += body;
    old_line += old_count - above;
    new_line += new_count - above;
    i = stop;
  }
  return out;
}

}  // namespace mailcheck
