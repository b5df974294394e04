#include "mail/markup/markdown_cost.hpp"

#include <algorithm>

#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

// Lines without an empty one between; no block of the parser's is longer.
struct Block {
  std::size_t lines = 0;
  std::size_t brackets = 0;
  std::size_t addresses = 0;
  std::size_t columns = 0;  ///< Of the line that has most.

  [[nodiscard]] std::size_t link_cost() const {
    return brackets * lines + addresses * (addresses + lines);
  }
  [[nodiscard]] std::size_t cell_cost() const { return columns * lines; }
};

void add_line(Block& block, std::string_view line) {
  ++block.lines;
  std::size_t columns = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    columns += c == '|' ? 1U : 0U;
    block.brackets += c == '[' || c == ']' ? 1U : 0U;
    const bool is_address =
        (c == ':' && line.substr(at).starts_with("://")) ||
        (ascii_lower(c) == 'w' && starts_ignoring_case(line.substr(at), "www."));
    block.addresses += is_address ? 1U : 0U;
  }
  block.columns = std::max(block.columns, columns);
}

}  // namespace

bool is_within_markdown_limits(std::string_view markdown) {
  Block block;
  std::size_t links = 0;
  std::size_t cells = 0;
  const auto is_within = [&] {
    return links + block.link_cost() <= markdown_link_limit &&
           cells + block.cell_cost() <= markdown_cell_limit;
  };
  while (!markdown.empty()) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size());
    const std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
    if (!trim(line).empty()) {
      add_line(block, line);
      continue;
    }
    if (!is_within())
      return false;
    links += block.link_cost();
    cells += block.cell_cost();
    block = {};
  }
  return is_within();
}

}  // namespace mailcheck
