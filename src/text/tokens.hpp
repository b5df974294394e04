#pragma once

// Text as phrases see it: words without case, with one kind of apostrophe and with contractions
// taken apart, so that “I’m”, "I'm" and “I am” are the same two tokens. Rule phrases and drafts go
// through the same function.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace mailcheck {

/// What stands between a token and the one before it, beside white space, quotes, brackets and
/// hyphens, which do not count.
enum class Lead : std::uint8_t {
  nothing,
  comma,
  stop,  ///< a dash, colon, semicolon or ellipsis
};

struct Token {
  TextSpan span;                ///< Where it stands. The halves of a contraction share its bytes.
  std::uint32_t key_begin = 0;  ///< The folded word, as a range of `Tokens::keys`.
  std::uint32_t key_end = 0;
  std::uint32_t sentence = 0;  ///< Index into `Text::sentences`.
  Lead lead = Lead::nothing;
};

/// A sequence of tokens and the folded text they point into.
struct Tokens {
  std::string keys;
  std::vector<Token> all;

  [[nodiscard]] std::string_view key(const Token& token) const {
    return std::string_view(keys).substr(token.key_begin, token.key_end - token.key_begin);
  }
};

/// Appends the tokens of `sentence`, one sentence of `text`, to `tokens`. A word that is split
/// (“don’t” → do, not; “I’ll” → i, will; “cannot” → can, not; “we’d” → we, 'd; “it’s” → it, 's)
/// gives two tokens.
void append_tokens(Tokens& tokens, std::string_view text, TextSpan sentence, std::uint32_t index);

/// The words (UAX #29) of a part of `text`, without the underscores people put around them.
[[nodiscard]] std::vector<TextSpan> words_in(std::string_view text, TextSpan part);

/// `append_tokens` for a caller that knows the words of the sentence already.
void append_tokens(Tokens& tokens, std::string_view text, TextSpan sentence, std::uint32_t index,
                   std::span<const TextSpan> words);

}  // namespace mailcheck
