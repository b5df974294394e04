#include "base/plain_letters.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace mailcheck {
namespace {

struct Letter {
  char32_t letter;
  std::string_view plain;
  std::string_view spelled_out;
};

/// Folded letters that no decomposition turns into ASCII, or that have a spelling of their own.
constexpr Letter letters[] = {
    {U'ß', "ss", "ss"}, {U'ä', "a", "ae"},  {U'å', "a", "aa"}, {U'æ', "ae", "ae"},
    {U'ð', "d", "d"},   {U'ö', "o", "oe"},  {U'ø', "o", "oe"}, {U'ü', "u", "ue"},
    {U'þ', "th", "th"}, {U'đ', "d", "dj"},  {U'ħ', "h", "h"},  {U'ı', "i", "i"},
    {U'ł', "l", "l"},   {U'œ', "oe", "oe"}, {U'’', "", ""},    {U'\'', "", ""},
};

bool is_mark(char32_t point) {
  return u_charType(static_cast<UChar32>(point)) == U_NON_SPACING_MARK;
}

/// What a letter and the mark behind it are together, or 0.
char32_t composed(char32_t letter, char32_t mark) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status) != 0)
    return 0;
  const UChar32 pair =
      unorm2_composePair(nfc, static_cast<UChar32>(letter), static_cast<UChar32>(mark));
  return pair < 0 ? 0 : static_cast<char32_t>(pair);
}

void append_plain(std::string& out, char32_t point, Umlauts umlauts) {
  const auto* known = std::find_if(std::begin(letters), std::end(letters),
                                   [&](const Letter& letter) { return letter.letter == point; });
  if (known != std::end(letters)) {
    out += umlauts == Umlauts::plain ? known->plain : known->spelled_out;
    return;
  }
  constexpr std::int32_t longest = 8;  // no letter decomposes into more
  UChar parts[longest];
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
  const std::int32_t length =
      U_FAILURE(status) != 0
          ? -1
          : unorm2_getDecomposition(nfd, static_cast<UChar32>(point), parts, longest, &status);
  if (length < 0 || length > longest) {
    if (!is_mark(point))
      append_utf8(out, point);
    return;
  }
  constexpr std::int32_t bytes_of_unit = 3;
  char bytes[longest * bytes_of_unit];
  std::int32_t size = 0;
  u_strToUTF8(bytes, sizeof(bytes), &size, parts, length, &status);
  if (U_FAILURE(status) != 0)
    return;
  const std::string_view decomposed(bytes, static_cast<std::size_t>(size));
  for (std::size_t at = 0; at < decomposed.size();) {
    const CodePoint part = decode_utf8(decomposed, at);
    at += part.length;
    if (!is_mark(part.value))
      append_utf8(out, part.value);
  }
}

}  // namespace

std::string plain_letters(std::string_view text, Umlauts umlauts) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    at += point.length;
    char32_t letter = fold_case(point.value);
    if (at < text.size()) {
      const CodePoint next = decode_utf8(text, at);
      if (is_mark(next.value)) {
        const char32_t pair = composed(letter, next.value);
        letter = pair == 0 ? letter : pair;
        at += next.length;
      }
    }
    append_plain(out, letter, umlauts);
  }
  return out;
}

}  // namespace mailcheck
