#include "checks/quotation.hpp"

#include <algorithm>

namespace mailcheck {
namespace {

constexpr std::string_view opening = "“";
constexpr std::string_view low_opening = "„";
constexpr std::string_view closing = "”";

/// The part of `text` before `at` that belongs to the same paragraph, at most the limit.
std::string_view before(std::string_view text, std::size_t at) {
  const std::size_t begin = at - std::min(at, quotation_limit);
  const std::string_view part = text.substr(begin, at - begin);
  const std::size_t blank = part.rfind("\n\n");
  return blank == std::string_view::npos ? part : part.substr(blank + 2);
}

std::string_view after(std::string_view text, std::size_t at) {
  const std::string_view part = text.substr(at, quotation_limit);
  return part.substr(0, part.find("\n\n"));
}

bool is_blank_or_bracket(char c) {
  return std::string_view(" \n(\t[").find(c) != std::string_view::npos;
}

/// A straight mark opens after a blank, a bracket or nothing, and closes before one or a sign.
bool opens(std::string_view part, std::size_t mark) {
  return mark == 0 || is_blank_or_bracket(part[mark - 1]);
}

bool closes(std::string_view part, std::size_t mark) {
  return mark == 0 || !is_blank_or_bracket(part[mark - 1]);
}

std::size_t find_or_end(std::string_view part, std::string_view mark) {
  return std::min(part.find(mark), part.size());
}

}  // namespace

bool is_within_quotation(std::string_view text, TextSpan span) {
  const std::string_view left = before(text, span.begin);
  const std::string_view right = after(text, span.end);
  const std::size_t curly = left.rfind(opening);
  if (curly != std::string_view::npos && left.find(closing, curly) == std::string_view::npos)
    return find_or_end(right, closing) < find_or_end(right, opening);
  const std::size_t low = left.rfind(low_opening);
  if (low != std::string_view::npos && left.find(opening, low) == std::string_view::npos)
    return right.find(opening) != std::string_view::npos;
  const std::size_t straight = left.rfind('"');
  const std::size_t end = right.find('"');
  return straight != std::string_view::npos && opens(left, straight) &&
         end != std::string_view::npos && closes(right, end);
}

}  // namespace mailcheck
