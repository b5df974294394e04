#include "checks/own_text.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "base/unicode.hpp"

namespace mailcheck {
namespace {

constexpr std::size_t whole_mail_words = 25;

bool has_blank_line(std::string_view between) {
  return std::count(between.begin(), between.end(), '\n') >= 2;
}

}  // namespace

bool is_own(RegionKind kind) {
  return kind == RegionKind::greeting || kind == RegionKind::body || kind == RegionKind::closing;
}

std::size_t count_own_words(const Text& text) {
  return static_cast<std::size_t>(std::count_if(
      text.words.begin(), text.words.end(), [](const Word& word) { return is_own(word.region); }));
}

std::size_t count_words(const Text& text, TextSpan span) {
  const auto before = [](const Word& word, std::size_t offset) { return word.span.begin < offset; };
  const auto first = std::lower_bound(text.words.begin(), text.words.end(), span.begin, before);
  const auto last = std::lower_bound(first, text.words.end(), span.end, before);
  return static_cast<std::size_t>(last - first);
}

bool first_block_holds(const Context& context, std::span<const std::string_view> words) {
  const std::vector<Block> blocks = body_blocks(context);
  if (blocks.empty())
    return false;
  return std::any_of(context.text.words.begin(), context.text.words.end(), [&](const Word& word) {
    return blocks.front().span.contains(word.span) &&
           is_one_of(to_lower(slice(std::string_view(context.draft.text), word.span)), words);
  });
}

bool is_list_item(std::string_view paragraph) {
  for (const std::string_view bullet : {"- ", "* ", "+ ", "• ", "– ", "· ", "‣ ", "◦ ", "▪ "}) {
    if (paragraph.starts_with(bullet))
      return true;
  }
  const std::size_t mark = paragraph.substr(0, 3).find_first_of(".)");
  if (mark == std::string_view::npos || mark == 0 || mark > 2 || mark + 1 >= paragraph.size() ||
      paragraph[mark + 1] != ' ')
    return false;
  const std::string_view label = paragraph.substr(0, mark);
  const bool number =
      std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
  return number || (mark == 1 && paragraph[1] == ')');
}

std::vector<Block> body_blocks(const Context& context) {
  const std::string_view all = context.draft.text;
  std::vector<Block> blocks;
  for (const Paragraph& paragraph : context.text.paragraphs) {
    if (paragraph.region != RegionKind::body || paragraph.span.empty())
      continue;
    const bool item = is_list_item(slice(all, paragraph.span));
    if (!blocks.empty()) {
      Block& last = blocks.back();
      const TextSpan gap{last.span.end, paragraph.span.begin};
      const bool list_goes_on = item && (last.has_list || slice(all, last.span).ends_with(':'));
      if (list_goes_on || !has_blank_line(slice(all, gap))) {
        last.span.end = paragraph.span.end;
        last.has_list = last.has_list || item;
        continue;
      }
    }
    blocks.push_back({paragraph.span, item});
  }
  return blocks;
}

bool looks_like_whole_mail(const Context& context) {
  const Text& text = context.text;
  if (text.region(RegionKind::body) == nullptr)
    return false;
  if (text.region(RegionKind::greeting) != nullptr || text.region(RegionKind::closing) != nullptr ||
      context.draft.has_header_block)
    return true;
  return count_own_words(text) >= whole_mail_words || body_blocks(context).size() >= 2;
}

bool holds(const std::vector<RegionKind>& kinds, RegionKind kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace mailcheck
