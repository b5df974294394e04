#include "base/line_index.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace mailcheck {

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool lone_cr = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    if (text[i] == '\n' || lone_cr)
      starts_.push_back(i + 1);
  }
}

LinePosition LineIndex::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const std::size_t start = *std::prev(after);
  const auto number = static_cast<std::size_t>(after - starts_.begin());
  return {number, count_code_points(text_.substr(start, offset - start)) + 1};
}

std::string_view LineIndex::line(std::size_t number) const {
  if (number == 0 || number > starts_.size())
    return {};
  const std::size_t begin = starts_[number - 1];
  std::size_t end = number < starts_.size() ? starts_[number] : text_.size();
  if (number < starts_.size()) {
    // The break is LF, CR or CRLF; a CR before a CR belongs to an empty line of its own.
    const char last = text_[--end];
    if (last == '\n' && end > begin && text_[end - 1] == '\r')
      --end;
  }
  return text_.substr(begin, end - begin);
}

std::size_t LineIndex::line_start(std::size_t number) const {
  if (number == 0)
    return 0;
  return number > starts_.size() ? text_.size() : starts_[number - 1];
}

}  // namespace mailcheck
