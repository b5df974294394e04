#!/usr/bin/env python3
"""Runs mailcheck over a folder of real mail, labelled letters and hostile text that is not part of the
project, named by MAILCHECK_CORPORA. Skipped, with exit status 77, without it.

  corpora_test.py PROGRAM scores    figures of the labelled data stay within what docs/design.md promises
  corpora_test.py PROGRAM ranges    every file gets a result, every range lies in its file
  corpora_test.py PROGRAM positions decoding the bytes that a word or finding stands at gives its text
  corpora_test.py PROGRAM line-ends the same mail with the other line ends has the same findings at the same lines
  corpora_test.py PROGRAM hostile   hostile bytes as drafts and as configurations: no crash, exit status 0, 1 or 2
"""
import binascii
import html
import json
import os
import pathlib
import quopri
import re
import subprocess
import sys
import tempfile

PROGRAM, WHAT = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
if not os.environ.get("MAILCHECK_CORPORA"):
    print("skipped: MAILCHECK_CORPORA is not set")
    sys.exit(77)
CORPORA = pathlib.Path(os.environ["MAILCHECK_CORPORA"])

# What labelled letters and real mail must give, at least or at most.
LEAST_RECALL = 0.75
MOST_FALSE_ALARMS = 0.04
MOST_MISSPELLINGS_PER_1000 = 3.0


def lint(*arguments, data=None):
    return subprocess.run([PROGRAM, "--no-config", "--fail-on", "never", *map(str, arguments)],
                          input=data, capture_output=True, timeout=300)


def score(what):
    run = subprocess.run([sys.executable, CORPORA / "eval" / "score.py", what, "--mailcheck", PROGRAM],
                         capture_output=True, text=True, timeout=1500)
    print(run.stdout, run.stderr)
    return json.loads(run.stdout.splitlines()[-1])[what]


def scores():
    letters, noise = score("letters"), score("noise")
    alarms, good = letters["false_alarms"]
    yield letters["recall"] >= LEAST_RECALL, f"recall {letters['recall']:.1%}"
    yield alarms / good <= MOST_FALSE_ALARMS, f"false alarms {alarms}/{good}"
    yield noise["misspelling_per_1000"] <= MOST_MISSPELLINGS_PER_1000, f"misspellings {noise['misspelling_per_1000']}"


def mails():
    folders = [CORPORA / "data" / "mail", CORPORA / "data" / "mime" / "messages"]
    return sorted(p for folder in folders if folder.is_dir() for p in folder.rglob("*") if p.is_file())


def batches(paths):
    for k in range(0, len(paths), 100):
        yield paths[k:k + 100]


def results(paths):
    for batch in batches(paths):
        run = lint("--format", "jsonl", *batch)
        yield from (json.loads(line) for line in run.stdout.splitlines() if b'"path"' in line)


def ranges():
    paths, count = mails(), 0
    for batch in batches(paths):
        run = lint("--format", "jsonl", *batch)
        yield run.returncode in (0, 2), f"exit status {run.returncode}: {run.stderr[:500]!r}"
        for line in run.stdout.splitlines():
            file = json.loads(line)
            if "path" not in file:
                continue
            count += 1
            size = pathlib.Path(file["path"]).stat().st_size
            for finding in file["findings"]:
                start, end = finding["start"]["offset"], finding["end"]["offset"]
                yield 0 <= start <= end <= size, f"{file['path']}: range {start}-{end}"
    print(f"{count} results of {len(paths)} files")
    yield count > 0, "no file gave a result"


BASE64 = re.compile(rb"[A-Za-z0-9+/]")


def base64_bytes(before, raw):
    """The whole bytes that `raw` holds, a piece of base64 with `before` in front of it."""
    skipped = len(BASE64.findall(before)) % 4
    digits = BASE64.findall(raw)
    bits = "".join(format(binascii.a2b_base64(b"AAA" + digit)[2] & 63, "06b") for digit in digits)
    begin = -6 * skipped % 8
    return bytes(int(bits[i:i + 8], 2) for i in range(begin, len(bits) - 7, 8))


def readings(source, start, end, part):
    """What the bytes [start, end) of a file may say, decoded without help from the program."""
    raw = source[start:end]
    if part is None:  # A header field: encoded words may be cut anywhere.
        yield raw.decode("utf-8", "replace")
        yield quopri.decodestring(raw.replace(b"_", b" ")).decode("utf-8", "replace")
        for charset in ("utf-8", "cp1252", "iso-2022-jp", "gb18030", "koi8-r", "cp1251", "euc-kr"):
            yield base64_bytes(source[:start].split(b"?")[-1], raw).decode(charset, "replace")
            yield quopri.decodestring(raw.replace(b"_", b" ")).decode(charset, "replace")
        return
    data = raw
    if part["encoding"] == "quoted-printable":
        data = quopri.decodestring(raw)
    elif part["encoding"] == "base64":
        data = base64_bytes(source[part["start"]:start], raw)
    for charset in (part["charset"], "utf-8", "cp1252"):
        for shift in (b"", b"\x1b$B"):
            try:
                text = (shift + data).decode(charset, "replace")
            except LookupError:
                continue
            yield text
            if part["kind"] in ("html", "markdown"):
                yield html.unescape(re.sub(r"<[^<>]*>", "", text))
                yield html.unescape(re.sub(r"<[^<>]*>|[*_`\\\\]", "", text))
            if part["kind"] == "flowed":
                yield re.sub(r"\n ", "\n", text.replace("\r", ""))


def squeezed(text):
    return "".join(re.sub("[\x00-\x1f\x7f-\xa0\ufffd\u200b\ufeff]", "", text).split())


def positions():
    """Every word of every text part, and every word of the subject."""
    paths, words = mails(), 0
    for batch in batches(paths):
        run = subprocess.run([PROGRAM, "dump", "--format", "json", "--no-config", *map(str, batch)],
                             capture_output=True, timeout=300)
        for line in run.stdout.splitlines():
            dump = json.loads(line)
            source = pathlib.Path(dump["path"]).read_bytes()
            for word in dump["words"]:
                words += 1
                start, end = word["start"], word["end"]
                part = next((p for p in dump["parts"] if p["start"] <= start and end <= p["end"]), None)
                want = squeezed(word["text"])
                yield (any(squeezed(text) == want for text in readings(source, start, end, part)),
                       f"{dump['path']}: {source[start:end]!r} is not {word['text']!r}")
    print(f"{words} words of {len(paths)} files")
    yield words > 100000, "there are hardly any words"


def with_line_ends(data, line_end):
    return re.sub(rb"\r*\n", b"\n", data).replace(b"\n", line_end)


def line_ends():
    """The findings of each mail with LF and with CRLF."""
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        for batch in batches(mails()):
            both = []
            for line_end in (b"\n", b"\r\n"):
                paths = []
                for path in batch:
                    copy = pathlib.Path(folder) / f"{len(line_end)}-{path.name}"
                    copy.write_bytes(with_line_ends(path.read_bytes(), line_end))
                    paths.append(copy)
                both.append(list(results(paths)))
            lf_files, crlf_files = both
            yield len(lf_files) == len(crlf_files), f"{batch[0]} and after: {len(lf_files)} and {len(crlf_files)} results"
            for lf, crlf in zip(lf_files, crlf_files):
                count += 1
                data = pathlib.Path(lf["path"]).read_bytes()
                want = [shifted(f, data) for f in lf["findings"]]
                got = [shifted(f, b"") for f in crlf["findings"]]
                differing = [pair for pair in zip(want, got) if pair[0] != pair[1]]
                yield (want == got, f"{lf['path']}: {len(want)} and {len(got)} findings, {differing[:1]}")
    print(f"{count} mails in both forms")
    yield count > 0, "no mail"


def shifted(finding, lf_source):
    """A finding as it must be with CRLF: one byte further for each line break before it."""
    def moved(place):
        return [place["line"], place["column"], place["offset"] + lf_source.count(b"\n", 0, place["offset"])]
    fixes = [[fix["title"], fix["safe"]] for fix in finding["fixes"]]
    return [finding["rule"], finding["message"], moved(finding["start"]), moved(finding["end"]), fixes]


def hostile():
    paths = sorted(p for folder in ("hostile", "strings") for p in (CORPORA / "data" / folder).rglob("*") if p.is_file())
    runs = 0
    for path in paths:
        data = path.read_bytes()
        with tempfile.TemporaryDirectory() as folder:
            draft = pathlib.Path(folder) / "draft.txt"
            draft.write_bytes(data[:1 << 20])
            run = lint("--format", "json", draft)
            runs += 1
            yield run.returncode in (0, 2), f"{path}: exit status {run.returncode} as a draft"
            yield run.returncode == 2 or json.loads(run.stdout), f"{path}: JSON"
            if path.suffix == ".toml":
                draft.write_text("Hello.\n")
                (pathlib.Path(folder) / "mailcheck.toml").write_bytes(data)
                run = subprocess.run([PROGRAM, draft], capture_output=True, timeout=60)
                runs += 1
                yield run.returncode in (0, 1, 2), f"{path}: exit status {run.returncode} as a configuration"
    print(f"{runs} runs over {len(paths)} hostile files")
    yield runs > 0, "no hostile file"


failures = [message for held, message in {"scores": scores, "ranges": ranges, "positions": positions, "line-ends": line_ends,
                                         "hostile": hostile}[WHAT]() if not held]
print("\n".join(failures[:40]) or f"{WHAT}: all held")
sys.exit(1 if failures else 0)
