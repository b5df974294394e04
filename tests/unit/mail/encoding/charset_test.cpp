#include "mail/encoding/charset.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/converter.hpp"
#include "mail/decoded_text.hpp"

using namespace mailcheck;

namespace {

// How a charset is read, as one word.
std::string reading(std::string_view name) {
  const std::optional<Charset> charset = charset_named(name);
  if (!charset)
    return "-";
  switch (charset->kind) {
    case Charset::Kind::utf8:
      return "utf8";
    case Charset::Kind::ascii:
      return "ascii";
    case Charset::Kind::windows_1252:
      return "1252";
    case Charset::Kind::converter:
      return std::string(charset->decoder);
  }
  return {};
}

std::string read(std::string_view bytes, const Charset& charset) {
  DecodedText raw;
  raw.append_verbatim(bytes, {0, bytes.size()});
  DecodedText out;
  std::vector<Note> notes;
  append_readable(out, raw, charset, notes);
  return out.text;
}

}  // namespace

TEST_CASE("every label of the WHATWG Encoding Standard is known, but for those ICU cannot read") {
  const std::string_view labels[] = {"unicode-1-1-utf-8",
                                     "unicode11utf8",
                                     "unicode20utf8",
                                     "utf-8",
                                     "utf8",
                                     "x-unicode20utf8",
                                     "866",
                                     "cp866",
                                     "csibm866",
                                     "ibm866",
                                     "csisolatin2",
                                     "iso-8859-2",
                                     "iso-ir-101",
                                     "iso8859-2",
                                     "iso88592",
                                     "iso_8859-2",
                                     "iso_8859-2:1987",
                                     "l2",
                                     "latin2",
                                     "csisolatin3",
                                     "iso-8859-3",
                                     "iso-ir-109",
                                     "iso8859-3",
                                     "iso88593",
                                     "iso_8859-3",
                                     "iso_8859-3:1988",
                                     "l3",
                                     "latin3",
                                     "csisolatin4",
                                     "iso-8859-4",
                                     "iso-ir-110",
                                     "iso8859-4",
                                     "iso88594",
                                     "iso_8859-4",
                                     "iso_8859-4:1988",
                                     "l4",
                                     "latin4",
                                     "csisolatincyrillic",
                                     "cyrillic",
                                     "iso-8859-5",
                                     "iso-ir-144",
                                     "iso8859-5",
                                     "iso88595",
                                     "iso_8859-5",
                                     "iso_8859-5:1988",
                                     "arabic",
                                     "asmo-708",
                                     "csiso88596e",
                                     "csiso88596i",
                                     "csisolatinarabic",
                                     "ecma-114",
                                     "iso-8859-6",
                                     "iso-8859-6-e",
                                     "iso-8859-6-i",
                                     "iso-ir-127",
                                     "iso8859-6",
                                     "iso88596",
                                     "iso_8859-6",
                                     "iso_8859-6:1987",
                                     "csisolatingreek",
                                     "ecma-118",
                                     "elot_928",
                                     "greek",
                                     "greek8",
                                     "iso-8859-7",
                                     "iso-ir-126",
                                     "iso8859-7",
                                     "iso88597",
                                     "iso_8859-7",
                                     "iso_8859-7:1987",
                                     "sun_eu_greek",
                                     "csiso88598e",
                                     "csisolatinhebrew",
                                     "hebrew",
                                     "iso-8859-8",
                                     "iso-8859-8-e",
                                     "iso-ir-138",
                                     "iso8859-8",
                                     "iso88598",
                                     "iso_8859-8",
                                     "iso_8859-8:1988",
                                     "visual",
                                     "csiso88598i",
                                     "iso-8859-8-i",
                                     "logical",
                                     "csisolatin6",
                                     "iso-8859-10",
                                     "iso-ir-157",
                                     "iso8859-10",
                                     "iso885910",
                                     "l6",
                                     "latin6",
                                     "iso-8859-13",
                                     "iso8859-13",
                                     "iso885913",
                                     "iso-8859-14",
                                     "iso8859-14",
                                     "iso885914",
                                     "csisolatin9",
                                     "iso-8859-15",
                                     "iso8859-15",
                                     "iso885915",
                                     "iso_8859-15",
                                     "l9",
                                     "cskoi8r",
                                     "koi",
                                     "koi8",
                                     "koi8-r",
                                     "koi8_r",
                                     "koi8-ru",
                                     "koi8-u",
                                     "csmacintosh",
                                     "mac",
                                     "macintosh",
                                     "x-mac-roman",
                                     "dos-874",
                                     "iso-8859-11",
                                     "iso8859-11",
                                     "iso885911",
                                     "tis-620",
                                     "windows-874",
                                     "cp1250",
                                     "windows-1250",
                                     "x-cp1250",
                                     "cp1251",
                                     "windows-1251",
                                     "x-cp1251",
                                     "ansi_x3.4-1968",
                                     "ascii",
                                     "cp1252",
                                     "cp819",
                                     "csisolatin1",
                                     "ibm819",
                                     "iso-8859-1",
                                     "iso-ir-100",
                                     "iso8859-1",
                                     "iso88591",
                                     "iso_8859-1",
                                     "iso_8859-1:1987",
                                     "l1",
                                     "latin1",
                                     "us-ascii",
                                     "windows-1252",
                                     "x-cp1252",
                                     "cp1253",
                                     "windows-1253",
                                     "x-cp1253",
                                     "cp1254",
                                     "csisolatin5",
                                     "iso-8859-9",
                                     "iso-ir-148",
                                     "iso8859-9",
                                     "iso88599",
                                     "iso_8859-9",
                                     "iso_8859-9:1989",
                                     "l5",
                                     "latin5",
                                     "windows-1254",
                                     "x-cp1254",
                                     "cp1255",
                                     "windows-1255",
                                     "x-cp1255",
                                     "cp1256",
                                     "windows-1256",
                                     "x-cp1256",
                                     "cp1257",
                                     "windows-1257",
                                     "x-cp1257",
                                     "cp1258",
                                     "windows-1258",
                                     "x-cp1258",
                                     "x-mac-cyrillic",
                                     "x-mac-ukrainian",
                                     "chinese",
                                     "csgb2312",
                                     "csiso58gb231280",
                                     "gb2312",
                                     "gb_2312",
                                     "gb_2312-80",
                                     "gbk",
                                     "iso-ir-58",
                                     "x-gbk",
                                     "gb18030",
                                     "big5",
                                     "big5-hkscs",
                                     "cn-big5",
                                     "csbig5",
                                     "x-x-big5",
                                     "cseucpkdfmtjapanese",
                                     "euc-jp",
                                     "x-euc-jp",
                                     "csiso2022jp",
                                     "iso-2022-jp",
                                     "csshiftjis",
                                     "ms932",
                                     "ms_kanji",
                                     "shift-jis",
                                     "shift_jis",
                                     "sjis",
                                     "windows-31j",
                                     "x-sjis",
                                     "cseuckr",
                                     "csksc56011987",
                                     "euc-kr",
                                     "iso-ir-149",
                                     "korean",
                                     "ks_c_5601-1987",
                                     "ks_c_5601-1989",
                                     "ksc5601",
                                     "ksc_5601",
                                     "windows-949",
                                     "csiso2022kr",
                                     "hz-gb-2312",
                                     "iso-2022-cn",
                                     "iso-2022-cn-ext",
                                     "iso-2022-kr",
                                     "unicodefffe",
                                     "utf-16be",
                                     "csunicode",
                                     "iso-10646-ucs-2",
                                     "ucs-2",
                                     "unicode",
                                     "unicodefeff",
                                     "utf-16",
                                     "utf-16le",
                                     "x-user-defined"};
  for (const std::string_view label : labels) {
    CAPTURE(label);
    const std::optional<Charset> charset = charset_named(label);
    REQUIRE(charset);
    if (charset->kind == Charset::Kind::converter)
      CHECK(Converter::open(charset->decoder));
    if (!charset->encoder.empty())
      CHECK(Converter::open(charset->encoder));
  }
  CHECK_FALSE(charset_named("iso-8859-16"));
}

TEST_CASE("a charset is read as mail programs read it") {
  struct Row {
    std::string_view name, reading;
  };
  const Row rows[] = {
      {"utf-8", "utf8"},
      {"UTF_8", "utf8"},
      {"utf8", "utf8"},
      {"utf-8;", "utf8"},
      {"utf 8", "utf8"},
      {"\"utf-8\"", "utf8"},
      {" 'UTF-8' ", "utf8"},
      {"charset=utf-8", "utf8"},
      {"charset=\"UTF-8\"", "utf8"},
      {"3Dutf-8", "utf8"},
      {"3D\"utf-8\"", "utf8"},
      {"<utf-8>", "utf8"},
      {"uft-8", "utf8"},
      {"x-utf-8", "utf8"},
      {"us-ascii", "ascii"},
      {"US-ASCII", "ascii"},
      {"ANSI_X3.4-1968", "ascii"},
      {"us-askey", "ascii"},
      {"unknown-8bit", "ascii"},
      {"x-unknown", "ascii"},
      {"default", "ascii"},
      {"none", "ascii"},
      {"x-user-defined", "ascii"},
      {"iso-8859-1", "1252"},
      {"ISO8859-1", "1252"},
      {"8859_1", "1252"},
      {"latin1", "1252"},
      {"cp1252", "1252"},
      {"windows1252", "1252"},
      {"iso-8859-1    5", "1252"},
      {"iso-8859-9", "windows-1254"},
      {"iso-8859-11", "windows-874"},
      {"tis-620", "windows-874"},
      {"gb2312", "gb18030"},
      {"GBK", "gb18030"},
      {"x-gbk", "gb18030"},
      {"ks_c_5601-1987", "windows-949"},
      {"euc-kr", "windows-949"},
      {"x-sjis", "ibm-943_P15A-2003"},
      {"iso-2022-jp-2004", "ISO_2022,locale=ja,version=2"},
      {"unicode-1-1-utf-7", "UTF-7"},
      {"koi8-ru", "koi8-u"},
      {"windows-1251", "ibm-5347_P100-1998"},  // By ICU's aliases from here on.
      {"cp437", "ibm-437_P100-1995"},
      {"iso-2022-kr", "ISO_2022,locale=ko,version=0"},
      {"", "-"},
      {"\"\"", "-"},
      {"x-foo", "-"},
      {"iso-", "-"},
      {"iso-8859-12", "-"},
      {"utf-16,version=1", "UTF-16"},
      {"../../etc/passwd", "-"},
      {"\xFF\xFE", "-"},
      {"utf-8-and-a-name-that-is-much-longer-than-any-name-of-a-charset", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(reading(row.name) == row.reading);
  }
}

TEST_CASE("text that declares nothing is UTF-8, or Windows-1252 when most of it is not") {
  struct Row {
    std::string_view bytes, text;
  };
  const Row rows[] = {
      {"plain", "plain"},
      {"Caf\xC3\xA9", "Café"},
      {"Caf\xE9 \x93x\x94", "Café “x”"},
      {"Caf\xC3\xA9 Ren\xE9", "Café Ren\uFFFD"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(read(row.bytes, Charset::ascii) == row.text);
  }
  CHECK(read("Caf\xE9", Charset::utf8) == "Caf\uFFFD");
}

TEST_CASE("an unknown charset is noted and read") {
  std::vector<Note> notes;
  CHECK(declared_charset("x-foo", "Caf\xC3\xA9", {3, 8}, notes) == Charset::utf8);
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].kind == NoteKind::broken_encoding);
  CHECK(notes[0].span == SourceSpan{3, 8});
  CHECK(notes[0].message == "The charset “x-foo” is not known; read as UTF-8");
  notes.clear();
  CHECK(declared_charset("x-f\xFF\x1B", "Caf\xC3\xA9 \xE9", {}, notes) == Charset::windows_1252);
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].message == "The charset “x-f??” is not known; read as Windows-1252");
  notes.clear();
  CHECK(declared_charset("", "", {}, notes) == Charset::ascii);
  CHECK(declared_charset(" ", "", {}, notes) == Charset::ascii);
  CHECK(declared_charset("iso-8859-1", "", {}, notes) == Charset::windows_1252);
  CHECK(notes.empty());
}

TEST_CASE("the byte order of UTF-16 and UTF-32 is that of the mark, or the likely one") {
  struct Row {
    std::string_view name, bytes;
  };
  const Row rows[] = {
      {"utf-16", {"\xFF\xFEH\0i\0", 6}},
      {"utf-16", {"\xFE\xFF\0H\0i", 6}},
      {"utf-16", {"H\0i\0", 4}},
      {"utf-16", {"\0H\0i", 4}},
      {"utf-16le", {"H\0i\0", 4}},
      {"utf-16be", {"\0H\0i", 4}},
      {"utf-16le", {"\xFF\xFEH\0i\0", 6}},
      {"utf-16le", {"\xFE\xFF\0H\0i", 6}},
      {"utf-32", {"H\0\0\0i\0\0\0", 8}},
      {"utf-32", {"\0\0\0H\0\0\0i", 8}},
      {"utf-32", {"\xFF\xFE\0\0H\0\0\0i\0\0\0", 12}},
      {"utf-32le", {"\xFF\xFE\0\0H\0\0\0i\0\0\0", 12}},
      {"ucs-2", {"H\0i\0", 4}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::optional<Charset> charset = charset_named(row.name);
    REQUIRE(charset);
    CHECK(read(row.bytes, *charset) == "Hi");
  }
}

TEST_CASE("many charsets are read") {
  struct Row {
    std::string_view name, bytes, text;
  };
  const Row rows[] = {
      {"iso-8859-2", "\xE8\xB9", "čš"},
      {"iso-8859-15", "\xA4", "€"},
      {"windows-1251", "\xC4\xE0", "Да"},
      {"koi8-r", "\xC4\xC1", "да"},
      {"iso-8859-9", "\xFD\x80", "ı€"},
      {"iso-8859-7", "\xE1", "α"},
      {"iso-8859-8-i", "\xF9", "ש"},
      {"tis-620", "\xA1", "ก"},
      {"macintosh", "Caf\x8E", "Café"},
      {"gb2312", "\xC4\xE3\x94\x39\xDA\x33", "你💩"},
      {"big5", "\xA7\x41", "你"},
      {"euc-kr", "\xB0\xA1\x81\x41", "가갂"},
      {"euc-jp", "\xA4\xA2", "あ"},
      {"shift_jis", "\x82\xA0\x87\x40", "あ①"},
      {"iso-2022-jp", "\x1B$B$\"-!\x1B(I1\x1B(B.", "あ①ｱ."},
      {"iso-2022-kr",
       "\x1B$)C\x0E"
       "0!\x0F.",
       "가."},
      {"hz-gb-2312", "~{<:~}.", "己."},
      {"utf-7", "Hi +AOk-!", "Hi é!"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::optional<Charset> charset = charset_named(row.name);
    REQUIRE(charset);
    CHECK(read(row.bytes, *charset) == row.text);
  }
}

TEST_CASE("text is written back in its charset, or not at all") {
  const auto written = [](std::string_view name, std::string_view text) {
    const std::optional<Charset> charset = charset_named(name);
    REQUIRE(charset);
    return encode(text, *charset);
  };
  CHECK(written("utf-8", "é") == "é");
  CHECK(written("us-ascii", "e") == "e");
  CHECK_FALSE(written("us-ascii", "é"));
  CHECK(written("iso-8859-1", "é’") == "\xE9\x92");
  CHECK_FALSE(written("iso-8859-1", "č"));
  CHECK(written("iso-8859-2", "č") == "\xE8");
  CHECK(written("gbk", "你") == "\xC4\xE3");
  CHECK_FALSE(written("gbk", "💩"));
  CHECK(written("gb18030", "💩") == "\x94\x39\xDA\x33");
  CHECK_FALSE(written("iso-2022-jp", "a"));
}
