#include "mail/encoding/transfer_encoding.hpp"

#include <string>

#include "mail/ascii.hpp"

namespace mailcheck {

std::optional<TransferEncoding> transfer_encoding_named(std::string_view name) {
  struct Name {
    std::string_view key;
    TransferEncoding encoding;
  };
  static constexpr Name names[] = {
      {"", TransferEncoding::identity},
      {"7bit", TransferEncoding::identity},
      {"8bit", TransferEncoding::identity},
      {"binary", TransferEncoding::identity},
      {"none", TransferEncoding::identity},
      {"7bits", TransferEncoding::identity},
      {"8bits", TransferEncoding::identity},
      {"quotedprintable", TransferEncoding::quoted_printable},
      {"quotedprintible", TransferEncoding::quoted_printable},
      {"base64", TransferEncoding::base64},
      {"uuencode", TransferEncoding::uuencode},
      {"xuuencode", TransferEncoding::uuencode},
      {"uue", TransferEncoding::uuencode},
      {"xuue", TransferEncoding::uuencode},
  };
  std::string key;
  for (const char c : name.substr(0, name.find_first_of("(;"))) {
    if (is_ascii_letter(c) || is_ascii_digit(c))
      key += ascii_lower(c);
    else if (c != '-' && c != '_' && c != '"' && c != '\'' && !is_blank(c) && !is_line_end(c))
      return std::nullopt;
  }
  for (const Name& known : names) {
    if (known.key == key)
      return known.encoding;
  }
  return std::nullopt;
}

DecodedText decode_transfer(TransferEncoding encoding, std::string_view bytes, SourceSpan span,
                            std::vector<Note>& notes) {
  switch (encoding) {
    case TransferEncoding::identity:
      break;
    case TransferEncoding::quoted_printable:
      return decode_quoted_printable(bytes, span);
    case TransferEncoding::base64:
      return decode_base64(bytes, span, notes);
    case TransferEncoding::uuencode:
      return decode_uuencode(bytes, span, notes).content;
  }
  DecodedText out;
  out.append_verbatim(bytes, span);
  return out;
}

}  // namespace mailcheck
