"""What bytes of a mail say, read with Python's decoders and without help from mailcheck: the measure of the
ranges that mailcheck gives.
"""
import binascii
import codecs
import functools
import html
import re

SOFT_BREAK = re.compile(rb"=[ \t]*(?:\r\n|\r|\n|$)")
QP_BYTE = re.compile(rb"=([0-9A-Fa-f]{2})")
ENCODED_WORD = re.compile(rb"=\?([^?\s]*)\?([bBqQ])\?([^?]*)\?=")
MARKUP = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
MARKUP_ENDS = re.compile(rb"^<|>$")
ESCAPE = re.compile(rb"\x1b(?:\$\(?[A-Z@]|\([A-Z]|[.]\w)")
BASE64_DIGIT = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

# Names that mailcheck (that is, ICU) gives to charsets and Python does not know, or reads in a narrower sense.
CODECS = {"windows-874": "cp874", "windows-949": "cp949", "windows-950": "cp950", "euc-kr": "cp949",
          "gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "us-ascii": "utf-8",
          "ibm-912_p100-1995": "iso-8859-2", "ibm-5347_p100-1998": "cp1251", "x-mac-cyrillic": "mac-cyrillic",
          "ibm-943_p15a-2003": "cp932", "iso_2022,locale=ja,version=2": "iso2022_jp_ext",
          "iso-2022-jp": "iso2022_jp_ext", "shift_jis": "cp932", "big5": "big5hkscs", "iso-8859-8-i": "iso-8859-8"}


@functools.lru_cache(None)
def codec_names(charset):
    """The codecs to try for a charset; text that is not of it is read as UTF-8 or Windows-1252."""
    names = []
    for name in (CODECS.get(charset.lower(), charset), "utf-8", "cp1252", "latin-1"):
        try:
            names.append(codecs.lookup(name).name)
        except LookupError:
            pass
    return names or ["utf-8"]


def utf_7_in_a_run(before, data):
    """The text of `data` that begins within a run of UTF-7, which began in `before` with a plus sign."""
    run = re.search(rb"\+([A-Za-z0-9+/]*)$", before)
    digits = re.match(rb"[A-Za-z0-9+/]*", data)[0]
    if not run:
        return
    first = len(run[1])
    whole = run[1] + digits
    units = binascii.a2b_base64(whole + b"A" * (-len(whole) % 4))
    inside = [units[2 * k:2 * k + 2] for k in range(len(whole) * 6 // 16)
              if 16 * k // 6 >= first and (16 * k + 15) // 6 < len(whole)]
    rest = data[len(digits):]
    rest = rest[1:] if rest.startswith(b"-") else rest
    yield b"".join(inside).decode("utf-16-be", "replace") + rest.decode("utf-7", "replace")


def quoted_printable(raw):
    return QP_BYTE.sub(lambda m: bytes([int(m[1], 16)]), SOFT_BREAK.sub(b"", raw))


def base64_bytes(raw, phase):
    """The whole bytes that `raw` holds, whose first digit is number `phase` of its group of four."""
    digits = bytes(c for c in raw if c in BASE64_DIGIT)
    lead = phase % 4
    whole = binascii.a2b_base64(b"A" * lead + digits + b"A" * (-(lead + len(digits)) % 4))
    count = (lead + len(digits)) * 6 // 8
    return whole[:count][lead:]  # Digit k of a group ends byte k - 1 and begins byte k.


def squeezed(text):
    """Without what both sides replace in their own way, and without white space."""
    return "".join(re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]", "", text).split())


def phases(body):
    """For each byte of base64, how many digits of its group of four stand before it."""
    found, digits = bytearray(), 0
    for byte in body:
        found.append(digits % 4)
        if byte in BASE64_DIGIT:
            digits += 1
        elif byte == ord("="):
            digits = 0
    return bytes(found)


class SourceText:
    """Reads ranges of one file."""

    def __init__(self, data):
        self.data = data
        self.phases = {}

    def readings(self, start, end, part):
        """The texts that the bytes [start, end) may stand for. `part`: as dumped; None in the subject."""
        raw = self.data[start:end]
        if part is None:
            yield from self.header_readings(start, end)
            return
        data = raw
        if part["encoding"] == "base64":
            if raw.isascii():
                yield raw.decode("ascii")  # A part that is no base64, although it says so.
            data = base64_bytes(raw, self.phase(start, part))
        elif part["encoding"] == "quoted-printable":
            data = quoted_printable(raw)
        for text in self.decoded(data, start, part):
            yield from texts_of_markup(text, part["kind"])

    def phase(self, start, part):
        begin = part["start"]
        if begin not in self.phases:
            self.phases[begin] = phases(self.data[begin:part["end"]])
        return self.phases[begin][start - begin]

    def decoded(self, data, start, part):
        for name in codec_names(part["charset"]):
            if name.startswith(("iso2022", "hz")):
                yield (self.escape_before(start, part) + data).decode(name, "replace")
            if name == "utf-7":
                yield from utf_7_in_a_run(self.data[part["start"]:start], data)
            yield data.decode(name, "replace")

    def escape_before(self, start, part):
        """The escape sequence in force at `start`."""
        before = self.data[part["start"]:start]
        if part["encoding"] == "base64":
            before = base64_bytes(self.data[part["start"]:start + 1], 0)  # A digit may be of two bytes.
        elif part["encoding"] == "quoted-printable":
            before = quoted_printable(before)
        escapes = ESCAPE.findall(before)
        return escapes[-1] if escapes else b""

    def header_readings(self, start, end):
        """A range of a header field, which may begin or end within an encoded word."""
        raw = self.data[start:end]
        yield raw.decode("utf-8", "replace")
        yield raw.decode("cp1252", "replace")
        field_begin, field_end = self.field_around(start, end)
        last_word_end = None
        at = field_begin
        pieces = []  # (bytes, charset)
        for word in ENCODED_WORD.finditer(self.data, field_begin, field_end):
            if last_word_end is None or self.data[at:word.start()].strip():
                pieces.append((self.data[max(at, start):min(word.start(), end)], b"utf-8"))
            begin, stop = max(word.start(3), start), min(word.end(3), end)
            if begin < stop:
                piece = self.data[begin:stop]
                if word[2] in b"bB":
                    before = sum(c in BASE64_DIGIT for c in self.data[word.start(3):begin])
                    piece = base64_bytes(piece, before)
                else:
                    piece = quoted_printable(piece.replace(b"_", b" "))
                if b"2022" in word[1]:
                    inner = word[3][:begin - word.start(3) + (word[2] in b"bB")]
                    escapes = ESCAPE.findall(base64_bytes(inner, 0) if word[2] in b"bB" else quoted_printable(inner))
                    piece = (escapes[-1] if escapes else b"") + piece
                pieces.append((piece, word[1].split(b"*")[0].lower()))
            at = last_word_end = word.end()
        pieces.append((self.data[max(at, start):end] if at < end else b"", b"utf-8"))
        yield "".join(data.decode(codec_names(name.decode("ascii", "replace"))[0], "replace")
                      for data, name in joined(pieces))
        yield "".join(data.decode("utf-8", "replace") for data, _ in joined(pieces))

    def field_around(self, start, end):
        """The range of the folded header field that holds [start, end)."""
        begin = self.data.rfind(b"\n", 0, start) + 1
        while begin > 0 and self.data[begin:begin + 1] in (b" ", b"\t"):
            begin = self.data.rfind(b"\n", 0, begin - 1) + 1
        stop = end
        while True:
            stop = self.data.find(b"\n", stop) + 1 or len(self.data)
            if self.data[stop:stop + 1] not in (b" ", b"\t"):
                return begin, stop


def joined(pieces):
    """Characters may be cut between encoded words of one charset."""
    out = []
    for data, charset in pieces:
        if data and out and out[-1][1] == charset:
            out[-1][0] += data
        elif data:
            out.append([data, charset])
    return out


def texts_of_markup(text, kind):
    yield text
    if kind in ("html", "markdown"):
        bare = MARKUP.sub("", text)
        yield html.unescape(bare)
        if kind == "markdown":
            yield html.unescape(re.sub(r"[*_`~\\]", "", bare))
            yield re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", text)
    elif kind == "flowed":
        yield re.sub(r" ?\r?\n(?:>+ ?| )?", "", text)


UNCHANGED = re.compile(rb"[^=&<\\\x1b~?]*")


def says(source, start, end, part, text):
    """Whether the bytes [start, end) of the source are exactly `text`."""
    if start >= end:
        return False
    raw = source.data[start:end]
    if part is not None and part["encoding"] in ("identity", "quoted-printable", "7bit") and UNCHANGED.fullmatch(raw):
        try:
            if raw.decode("utf-8") == text:
                return True
        except UnicodeDecodeError:
            pass
    if part is not None and part["encoding"] != "base64":
        # White space, soft breaks and tags do not count within, but a range must not begin or end with them.
        if raw != raw.strip() or (part["encoding"] == "quoted-printable" and raw.endswith(b"=")) or (part["kind"] == "html" and MARKUP_ENDS.search(raw)):
            return False
    want = squeezed(text)
    return any(squeezed(reading) == want for reading in source.readings(start, end, part))
