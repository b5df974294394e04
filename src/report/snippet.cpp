#include "report/snippet.hpp"

#include <algorithm>
#include <vector>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "report/escape.hpp"

namespace mailcheck {
namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::size_t ellipsis_width = 1;
constexpr std::size_t tab_width = 4;
/// Bytes looked at on either side of the range for each column of the window: enough for any text,
/// and a bound for texts made of characters without width.
constexpr std::size_t bytes_per_column = 8;
/// Columns given up so that a window begins and ends at a word.
constexpr std::size_t word_slack = 14;

/// One code point as it is shown.
struct Cell {
  std::string shown;
  std::size_t width = 0;
  std::size_t offset = 0;  // in the line

  [[nodiscard]] bool is_blank() const { return shown.find_first_not_of(' ') == std::string::npos; }
};

struct Window {
  std::size_t first;
  std::size_t last;  // exclusive
};

std::size_t back_to_code_point(std::string_view line, std::size_t offset) {
  while (offset > 0 && offset < line.size() &&
         (static_cast<unsigned char>(line[offset]) & 0xC0U) == 0x80)
    --offset;
  return offset;
}

std::vector<Cell> cells_of(std::string_view line, std::size_t from, std::size_t to) {
  std::vector<Cell> cells;
  for (std::size_t offset = from; offset < to;) {
    const CodePoint point = decode_utf8(line, offset);
    const bool byte_order_mark = offset == 0 && point.value == 0xFEFF;
    if (!byte_order_mark) {
      Cell cell{terminal_safe(line.substr(offset, point.length)), 0, offset};
      // The sign alone shows no command.
      if (point.value == '#' && begins_command(line, offset))
        cell.shown = "<U+0023>";
      if (point.value == '\t')
        cell.shown.assign(tab_width, ' ');
      cell.width = display_width(cell.shown);
      cells.push_back(std::move(cell));
    }
    offset += point.length;
  }
  return cells;
}

std::size_t width_of(const std::vector<Cell>& cells, std::size_t first, std::size_t last) {
  std::size_t width = 0;
  for (std::size_t i = first; i < last; ++i)
    width += cells[i].width;
  return width;
}

/// Grows `window` to the left while the cells fit into `room`; returns the room left.
std::size_t grow_left(const std::vector<Cell>& cells, Window& window, std::size_t room) {
  while (window.first > 0 && cells[window.first - 1].width <= room)
    room -= cells[--window.first].width;
  return room;
}

std::size_t grow_right(const std::vector<Cell>& cells, Window& window, std::size_t room) {
  while (window.last < cells.size() && cells[window.last].width <= room)
    room -= cells[window.last++].width;
  return room;
}

/// Moves the ends of the window to the nearest blank, but never into `range`.
void trim_to_words(const std::vector<Cell>& cells, Window& window, Window range) {
  if (window.first > 0 && !cells[window.first - 1].is_blank()) {
    const std::size_t limit = std::min(range.first, window.first + word_slack);
    for (std::size_t i = window.first; i < limit; ++i) {
      if (cells[i].is_blank()) {
        window.first = i + 1;
        break;
      }
    }
  }
  if (window.last < cells.size() && !cells[window.last].is_blank()) {
    const std::size_t limit = std::max(range.last, window.last - std::min(window.last, word_slack));
    for (std::size_t i = window.last; i > limit; --i) {
      if (cells[i - 1].is_blank()) {
        window.last = i - 1;
        break;
      }
    }
  }
}

std::string join(const std::vector<Cell>& cells, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i)
    out += cells[i].shown;
  return out;
}

}  // namespace

Snippet make_snippet(std::string_view line, std::size_t begin, std::size_t end, std::size_t width) {
  Snippet snippet;
  snippet.goes_on = end > line.size();
  begin = std::min(begin, line.size());
  end = std::clamp(end, begin, line.size());

  const std::size_t reach = bytes_per_column * width;
  const std::size_t from = back_to_code_point(line, begin - std::min(begin, reach));
  const std::size_t to = std::min(line.size(), begin + reach);
  const std::vector<Cell> cells = cells_of(line, from, to);

  const auto index_of = [&](std::size_t offset) {
    const auto cell = std::partition_point(cells.begin(), cells.end(), [&](const Cell& candidate) {
      return candidate.offset < offset;
    });
    return static_cast<std::size_t>(cell - cells.begin());
  };
  Window range{index_of(begin), index_of(end)};
  Window window{0, cells.size()};
  if (from > 0 || to < line.size() || width_of(cells, 0, cells.size()) > width) {
    const std::size_t budget = width - std::min(width, 2 * ellipsis_width);
    window = {range.first, range.first};
    Window shown{range.first, range.first};
    std::size_t room = budget;
    while (shown.last < range.last && cells[shown.last].width <= room)
      room -= cells[shown.last++].width;
    snippet.goes_on = snippet.goes_on || shown.last < range.last;
    range = shown;
    window = shown;
    const std::size_t left_room = room / 2;
    room = grow_left(cells, window, left_room) + (room - left_room);
    room = grow_right(cells, window, room);
    grow_left(cells, window, room);
    trim_to_words(cells, window, range);
  }

  const bool cut_left = from > 0 || window.first > 0;
  const bool cut_right = to < line.size() || window.last < cells.size();
  snippet.before = (cut_left ? std::string(ellipsis) : "") + join(cells, window.first, range.first);
  snippet.marked = join(cells, range.first, range.last);
  snippet.after = join(cells, range.last, window.last) + (cut_right ? std::string(ellipsis) : "");
  snippet.mark_column =
      (cut_left ? ellipsis_width : 0) + width_of(cells, window.first, range.first);
  snippet.mark_width = std::max<std::size_t>(1, width_of(cells, range.first, range.last));
  return snippet;
}

}  // namespace mailcheck
