#include "checks/word_swap.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include <fmt/format.h>

namespace mailcheck {
namespace {

std::vector<std::string> keys_of(std::string_view words) {
  Tokens tokens;
  append_tokens(tokens, words, {0, words.size()}, 0);
  std::vector<std::string> keys;
  for (const Token& token : tokens.all)
    keys.emplace_back(tokens.key(token));
  return keys;
}

/// The tokens that lie within `match`.
std::span<const Token> tokens_within(const Tokens& tokens, TextSpan match) {
  const auto first =
      std::partition_point(tokens.all.begin(), tokens.all.end(),
                           [match](const Token& token) { return token.span.begin < match.begin; });
  const auto last = std::partition_point(
      first, tokens.all.end(), [match](const Token& token) { return token.span.end <= match.end; });
  return {first, last};
}

}  // namespace

Result<WordSwap> WordSwap::from(const Params& params) {
  constexpr std::string_view separator = " =";
  const Result<std::vector<std::string>> lines = params.list("swap");
  if (!lines)
    return lines.error();
  WordSwap swap;
  for (const std::string& line : *lines) {
    const std::size_t at = line.find(separator);
    Entry entry{.wrong = keys_of(std::string_view(line).substr(0, at))};
    if (at == std::string::npos || entry.wrong.empty())
      return params.error_at("swap", fmt::format("a swap reads “then = than”, not “{}”", line));
    const std::size_t right = line.find_first_not_of(' ', at + separator.size());
    entry.right = right == std::string::npos ? "" : line.substr(right);
    swap.entries_.push_back(std::move(entry));
  }
  return swap;
}

std::optional<WordSwap::Found> WordSwap::find(const Text& text, TextSpan match) const {
  const std::span<const Token> tokens = tokens_within(text.tokens, match);
  for (const Entry& entry : entries_) {
    const auto found =
        std::search(tokens.begin(), tokens.end(), entry.wrong.begin(), entry.wrong.end(),
                    [&text](const Token& token, const std::string& key) {
                      return text.tokens.key(token) == key;
                    });
    if (found == tokens.end())
      continue;
    const auto last = found + static_cast<std::ptrdiff_t>(entry.wrong.size()) - 1;
    return Found{{found->span.begin, last->span.end}, entry.right};
  }
  return std::nullopt;
}

}  // namespace mailcheck
