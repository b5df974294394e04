#include "mail/encoding/transfer_encoding.hpp"

#include <doctest/doctest.h>

using namespace mailcheck;

TEST_CASE("transfer encodings are known by their names, and by wrong ones") {
  struct Row {
    std::string_view name;
    std::optional<TransferEncoding> encoding;
  };
  const Row rows[] = {
      {"", TransferEncoding::identity},
      {"7bit", TransferEncoding::identity},
      {" 8Bit ", TransferEncoding::identity},
      {"8-bit", TransferEncoding::identity},
      {"binary", TransferEncoding::identity},
      {"Quoted-Printable", TransferEncoding::quoted_printable},
      {"quoted printable", TransferEncoding::quoted_printable},
      {"\"quoted-printable\";", TransferEncoding::quoted_printable},
      {"BASE64", TransferEncoding::base64},
      {"base64 (of text)", TransferEncoding::base64},
      {"x-uuencode", TransferEncoding::uuencode},
      {"x-uue", TransferEncoding::uuencode},
      {"x-unknown", std::nullopt},
      {"gzip64", std::nullopt},
      {"base64\xFF", std::nullopt},
      {"base 6 4/", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(transfer_encoding_named(row.name) == row.encoding);
  }
}

TEST_CASE("each transfer encoding is decoded by its decoder") {
  struct Row {
    TransferEncoding encoding;
    std::string_view bytes, decoded;
  };
  const Row rows[] = {
      {TransferEncoding::identity, "a=3D\r\n", "a=3D\r\n"},
      {TransferEncoding::quoted_printable, "a=3D\r\n", "a=\r\n"},
      {TransferEncoding::base64, "RGFuYQ==\r\n", "Dana"},
      {TransferEncoding::uuencode, "begin 644 a\n#0V%T\n`\nend\n", "Cat"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    std::vector<Note> notes;
    CHECK(decode_transfer(row.encoding, row.bytes, {0, row.bytes.size()}, notes).text ==
          row.decoded);
    CHECK(notes.empty());
  }
}
