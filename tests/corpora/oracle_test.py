#!/usr/bin/env python3
"""Compares how mailcheck reads real messages with how Python's email package reads them: subject, addresses,
date, text and names of attachments. Skipped, with exit status 77, without MAILCHECK_CORPORA.

  oracle_test.py PROGRAM        every difference must stand in differences.tsv, with a reason
  oracle_test.py PROGRAM -v     prints both readings of each difference that does not
  oracle_test.py PROGRAM -w     prints lines for differences.tsv

Python's package is the independent reading; which parts are the text follows RFC 8621 §4.1.4 for both. White
space does not count, since format=flowed is joined here and not there.
"""
import codecs
import collections
import email
import email.header
import email.policy
import email.utils
import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys
import unicodedata

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
VERBOSE, WRITE = "-v" in sys.argv, "-w" in sys.argv
if not os.environ.get("MAILCHECK_CORPORA"):
    print("skipped: MAILCHECK_CORPORA is not set")
    sys.exit(77)
CORPORA = pathlib.Path(os.environ["MAILCHECK_CORPORA"])
LISTED = pathlib.Path(__file__).with_name("differences.tsv")
LEAST_AGREEMENT = 0.97
FIELDS = ["subject", "from", "to", "cc", "bcc", "reply_to", "date", "text", "attachments"]


# A charset that Python knows by another name only.
codecs.register(lambda name: codecs.lookup("cp874") if name in ("windows-874", "windows_874") else None)


def readable(text):
    """Raw bytes beyond ASCII, which Python keeps as surrogates, as a mail program guesses them."""

    def guessed(match):
        raw = match.group().encode("ascii", "surrogateescape")
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode("cp1252", "replace")

    return re.sub("[\udc80-\udcff]+", guessed, text)


def squeezed(text):
    """Without white space and what both sides replace in their own way."""
    text = readable(text)
    text = re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd\ufeff\u200b]", "", text)
    return "".join(unicodedata.normalize("NFC", text).split())


def comparable(text, has_html):
    return squeezed(text.replace("-", "") if has_html else text)


class Words(html.parser.HTMLParser):
    """The text of HTML as far as its words go."""

    def __init__(self):
        super().__init__()
        self.text, self.hidden = [], 0

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in ("script", "style", "title")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style", "title") and self.hidden > 0

    def handle_data(self, data):
        if not self.hidden:
            self.text.append(data)


def text_parts(message):
    """(parts that are the text, attachments), as RFC 8621 §4.1.4 describes it for a reader of plain text."""
    text, html_parts, attachments = [], [], []

    def walk(parts, multipart, in_alternative, take_text, take_html):
        text_before, html_before = len(text), len(html_parts)
        want_text, want_html = take_text, take_html
        for i, part in enumerate(parts):
            kind = part.get_content_type()
            if part.get_content_maintype() == "multipart" and not part.is_multipart():
                kind = "text/plain"  # Nothing was found inside; it is shown as it stands.
            if part.get_content_maintype() == "multipart" and part.is_multipart():
                walk(part.get_payload(), part.get_content_subtype(), in_alternative or
                     part.get_content_subtype() == "alternative", want_text, want_html)
                continue
            is_text = kind in ("text/plain", "text/html", "text/markdown")
            inline = is_text and part.get_content_disposition() != "attachment" and (
                i == 0 or (multipart != "related" and not part.get_filename()))
            if not inline:
                attachments.append(part)
            elif multipart == "alternative":
                (html_parts if kind == "text/html" else text).append(part)
            else:
                if in_alternative:
                    want_text, want_html = want_text and kind != "text/html", want_html and kind == "text/html"
                if want_text:
                    text.append(part)
                if want_html:
                    html_parts.append(part)
        if multipart == "alternative" and take_text and take_html:
            if len(text) == text_before:
                text.extend(html_parts[html_before:])
            elif len(html_parts) == html_before:
                html_parts.extend(text[text_before:])

    walk([message], "mixed", False, True, True)
    return text, attachments


UUENCODED = re.compile(r"^begin [0-7]{3,4} ([^\n]+)\n(?:[ -`]{1,62}[ \t]*\n)+?`?[ \t]*\n?end[ \t]*$\n?", re.M)
ARMOR = re.compile(r"^-----BEGIN PGP (?!SIGNED)[A-Z ,/0-9]+-----$.*?(?:^-----END PGP [A-Z ,/0-9]+-----$\n?|\Z)", re.M | re.S)
SIGNED = re.compile(r"^-----BEGIN PGP SIGNED MESSAGE-----\n.*?\n\n", re.M | re.S)


def text_of(part):
    """The text of a part, its charset as browsers read it: ISO-8859-1 is Windows-1252, and what declares
    nothing, or US-ASCII, and is not that, where Python would put a mark for each byte, is UTF-8 or else
    Windows-1252. OpenPGP blocks and uuencoded files are no text; the marks of HTML's lists do not count."""
    content = decoded(part).replace("\r\n", "\n")
    if part.get_content_type() == "text/html":
        words = Words()
        words.feed(content)
        words.close()
        return "".join(words.text)
    if SIGNED.search(content):
        content = re.sub("^- ", "", SIGNED.sub("", content), flags=re.M)
    return UUENCODED.sub("", ARMOR.sub("", content))


def decoded(part):
    charset = part.get_content_charset("us-ascii")
    payload = part.get_payload(decode=True) or b""
    if charset in ("us-ascii", "ascii", "unknown-8bit") and not payload.isascii():
        try:
            return payload.decode("utf-8")
        except UnicodeDecodeError:
            return payload.decode("cp1252", "replace")
    if charset == "iso-8859-1":
        return payload.decode("cp1252", "replace")
    try:
        content = part.get_content()
    except Exception:
        content = payload.decode("utf-8", "replace")
    return content if isinstance(content, str) else str(content)


def mailbox(name, address):
    """Name and address; whether a word alone is the one or the other is nobody's business."""
    name, address = squeezed(name), squeezed(address)
    return ["", name] if not address else [name, address]


def comments(value):
    """Names by address: those of “dana@example.com (Dana Park)” only the older reader of the package gives."""
    found = {}
    for comment, address in email.utils.getaddresses([value] if "(" in value else []):
        found[address] = str(email.header.make_header(email.header.decode_header(comment)))
    return found


def addresses(message, name):
    found = []
    values = [value for field, value in message.raw_items() if field.lower() == name]
    for value, field in zip(values, message.get_all(name, [])):
        named = comments(value)
        for address in getattr(field, "addresses", ()):
            spec = address.addr_spec if address.domain else address.username
            found.append(mailbox(address.display_name or named.get(spec, ""), spec))
    return found


def subject(message):
    field = message["subject"]
    # The text of the field itself has lost its raw bytes.
    return "" if field is None else squeezed(str(field._parse_tree))


def python_reading(data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    reading = {}

    def attempt(field, read):
        try:
            reading[field] = read()
        except Exception as error:
            reading[field] = f"{type(error).__name__}: {error}"

    attempt("subject", lambda: subject(message))
    for field in ["from", "to", "cc", "bcc", "reply_to"]:
        attempt(field, lambda: addresses(message, field.replace("_", "-")))

    def date():
        field = message["date"]
        return field.datetime.isoformat() if field is not None and field.datetime else None

    def text(parts):
        has_html = any(part.get_content_type() == "text/html" for part in parts)
        return comparable("".join(text_of(part) for part in parts), has_html)

    attempt("date", date)
    attempt("text", lambda: text(text_parts(message)[0]))
    attempt("attachments", lambda: [squeezed(part.get_filename() or "") for part in text_parts(message)[1]])
    return reading


def our_reading(dump):
    has_html = any(part["kind"] == "html" for part in dump["parts"])
    reading = {"subject": squeezed(dump["subject"] or ""), "date": dump["date"], "text": comparable(dump["text"], has_html),
               "attachments": [squeezed(part["name"]) for part in dump["attachments"]]}
    for field in ["from", "to", "cc", "bcc", "reply_to"]:
        reading[field] = [mailbox(box["name"], box["address"]) for box in dump[field]]
    return reading


def messages():
    """Single messages; what an mbox holds is compared by its first message."""
    for folder in [CORPORA / "data" / "mail", CORPORA / "data" / "mime" / "messages"]:
        for path in sorted(p for p in folder.rglob("*.eml") if p.is_file()):
            yield path


def dumps(paths):
    for k in range(0, len(paths), 100):
        run = subprocess.run([PROGRAM, "dump", "--format", "json", "--no-config", *map(str, paths[k:k + 100])],
                             capture_output=True, timeout=300)
        for line in run.stdout.splitlines():
            dump = json.loads(line)
            if dump["message"] == 1:
                yield pathlib.Path(dump["path"]), dump


def main():
    listed = {}
    if LISTED.exists():
        for line in LISTED.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                name, field, reason = line.split("\t")
                listed[name, field] = reason
    paths = list(messages())
    differences, compared, seen = [], collections.Counter(), set()
    for path, dump in dumps(paths):
        seen.add(path)
        theirs, ours = python_reading(path.read_bytes()), our_reading(dump)
        for field in FIELDS:
            compared[field] += 1
            if ours[field] != theirs[field]:
                differences.append((path.name, field, theirs[field], ours[field]))
    failures = [f"{path.name}: no result" for path in paths if path not in seen]
    found = {(name, field) for name, field, _, _ in differences}
    counts = collections.Counter(field for _, field, _, _ in differences)
    for field in FIELDS:
        total = max(1, compared[field])
        print(f"{field:12} {total - counts[field]:5} of {total:5} agree, {1 - counts[field] / total:.1%}")
    for name, field, theirs, ours in differences:
        if (name, field) in listed:
            continue
        failures.append(f"{name}: {field} differs and is not listed in {LISTED.name}")
        if VERBOSE:
            print(f"--- {name} {field}\n  theirs: {str(theirs)[:600]!r}\n  ours:   {str(ours)[:600]!r}")
        if WRITE:
            print(f"{name}\t{field}\t")
    failures += [f"{name}: {field} is listed but agrees" for name, field in sorted(set(listed) - found)
                 if name in {p.name for p in paths}]
    agreement = 1 - counts["text"] / max(1, compared["text"])
    if agreement < LEAST_AGREEMENT:
        failures.append(f"agreement on the text is {agreement:.1%}, less than {LEAST_AGREEMENT:.0%}")
    print("\n".join(failures[:40]) or f"{len(differences)} differences, all listed")
    sys.exit(1 if failures else 0)


main()
