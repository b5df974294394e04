#include "text/tokens.hpp"

#include <array>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace mailcheck {

namespace {

// What a word may end in, longest first, and the word it stands for. ’d (had, would) and ’s (is,
// has, of) are ambiguous and stay themselves.
struct Ending {
  std::string_view written;
  std::string_view key;
};
constexpr std::array<Ending, 7> endings = {{{"n't", "not"},
                                            {"'ll", "will"},
                                            {"'re", "are"},
                                            {"'ve", "have"},
                                            {"'d", "'d"},
                                            {"'m", "am"},
                                            {"'s", "'s"}}};

struct Stem {
  std::string_view written;
  std::string_view key;
};
// “won’t” without its “n’t” is “wo”.
constexpr std::array<Stem, 3> stems_before_not = {
    {{"ca", "can"}, {"sha", "shall"}, {"wo", "will"}}};

// A hostile word may hold any number of endings; no real one has more than two (“I’d’ve”).
constexpr std::size_t ending_limit = 3;

// Case folded, every apostrophe “'”, without the underscores people put around a word.
std::string normalized(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_utf8(word, at);
    at += point.length;
    const bool is_apostrophe = point.value == U'\u2019' || point.value == U'\u2018' ||
                               point.value == U'\u02BC' || point.value == U'\uFF07';
    append_utf8(out, is_apostrophe ? U'\'' : fold_case(point.value));
  }
  return out;
}

TextSpan without_underscores(std::string_view text, TextSpan span) {
  while (!span.empty() && text[span.begin] == '_')
    ++span.begin;
  while (!span.empty() && text[span.end - 1] == '_')
    --span.end;
  return span;
}

// What stands between two words. A colon inside a time or an address (“10:30”, “https://…”) is not
// punctuation, nor is a hyphen without spaces on both sides.
Lead lead_of(std::string_view gap, bool has_word_before) {
  Lead lead = Lead::nothing;
  for (std::size_t at = 0; at < gap.size();) {
    const CodePoint point = decode_utf8(gap, at);
    const std::size_t next = at + point.length;
    const char32_t following = next < gap.size() ? decode_utf8(gap, next).value : 0;
    const bool space_before = at > 0 && is_space(static_cast<unsigned char>(gap[at - 1]));
    switch (point.value) {
      case U'\u2013':
      case U'\u2014':
      case U'\u2015':
      case U'\u2026':
      case U';':
        return has_word_before ? Lead::stop : Lead::nothing;
      case U':':
        if (next < gap.size() && following != U'/')
          return has_word_before ? Lead::stop : Lead::nothing;
        break;
      case U'-':
        if (following == U'-' || (space_before && is_space(following)))
          return has_word_before ? Lead::stop : Lead::nothing;
        break;
      case U'.':
        if (following == U'.')
          return has_word_before ? Lead::stop : Lead::nothing;
        break;
      case U',':
      case U'\uFF0C':
        lead = Lead::comma;
        break;
      default:
        break;
    }
    at = next;
  }
  return has_word_before ? lead : Lead::nothing;
}

class Appender {
 public:
  Appender(Tokens& tokens, std::string_view text, std::uint32_t sentence)
      : tokens_(tokens), text_(text), sentence_(sentence) {}

  void append(TextSpan word, Lead lead) {
    std::string key = normalized(slice(text_, word));
    if (key == "cannot") {
      push("can", word, lead);
      push("not", word, Lead::nothing);
      return;
    }
    if (key == "ain't" || key.find('\'') == std::string::npos) {
      push(key, word, lead);
      return;
    }
    std::string_view stem = key;
    std::array<std::string_view, ending_limit> found;
    std::size_t count = 0;
    while (count < ending_limit) {
      const Ending* ending = ending_of(stem);
      if (ending == nullptr)
        break;
      stem.remove_suffix(ending->written.size());
      found[count] = ending->key;
      ++count;
      if (ending->key == "not")
        stem = stem_before_not(stem);
    }
    push(stem, word, lead);
    while (count > 0) {
      --count;
      push(found[count], word, Lead::nothing);
    }
  }

 private:
  static const Ending* ending_of(std::string_view key) {
    for (const Ending& ending : endings) {
      if (key.size() > ending.written.size() && key.ends_with(ending.written))
        return &ending;
    }
    return nullptr;
  }

  static std::string_view stem_before_not(std::string_view written) {
    for (const Stem& stem : stems_before_not) {
      if (written == stem.written)
        return stem.key;
    }
    return written;
  }

  void push(std::string_view key, TextSpan span, Lead lead) {
    Token token;
    token.span = span;
    token.key_begin = static_cast<std::uint32_t>(tokens_.keys.size());
    tokens_.keys += key;
    token.key_end = static_cast<std::uint32_t>(tokens_.keys.size());
    token.sentence = sentence_;
    token.lead = lead;
    tokens_.all.push_back(token);
  }

  Tokens& tokens_;
  std::string_view text_;
  std::uint32_t sentence_;
};

}  // namespace

void append_tokens(Tokens& tokens, std::string_view text, TextSpan sentence, std::uint32_t index) {
  append_tokens(tokens, text, sentence, index, words_in(text, sentence));
}

std::vector<TextSpan> words_in(std::string_view text, TextSpan part) {
  std::vector<TextSpan> words;
  for (const Range& range : word_ranges(slice(text, part))) {
    words.push_back(without_underscores(text, {part.begin + range.begin, part.begin + range.end}));
  }
  return words;
}

void append_tokens(Tokens& tokens, std::string_view text, TextSpan sentence, std::uint32_t index,
                   std::span<const TextSpan> words) {
  Appender appender(tokens, text, index);
  std::size_t end = sentence.begin;  // Of the word before.
  bool has_word_before = false;
  for (const TextSpan word : words) {
    appender.append(word, lead_of(text.substr(end, word.begin - end), has_word_before));
    end = word.end;
    has_word_before = true;
  }
}

}  // namespace mailcheck
