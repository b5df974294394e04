#!/usr/bin/env python3
"""Runs mailcheck over a folder of real mail, labelled letters and hostile text that is not part of the
project, named by MAILCHECK_CORPORA. Skipped, with exit status 77, without it.

  corpora_test.py PROGRAM scores    figures of the labelled data stay within what docs/design.md promises
  corpora_test.py PROGRAM ranges    every file gets a result, every range lies in its file
  corpora_test.py PROGRAM positions decoding the bytes that a word or finding stands at gives its text
  corpora_test.py PROGRAM fixes     a fix changes the text as its title says, and nothing else of a mail
  corpora_test.py PROGRAM line-ends the same mail with the other line ends has the same findings at the same lines
  corpora_test.py PROGRAM hostile   hostile bytes as drafts and as configurations: no crash, exit status 0, 1 or 2
"""
import collections
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from source_text import SourceText, says, squeezed

PROGRAM, WHAT = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
if not os.environ.get("MAILCHECK_CORPORA"):
    print("skipped: MAILCHECK_CORPORA is not set")
    sys.exit(77)
CORPORA = pathlib.Path(os.environ["MAILCHECK_CORPORA"])

# What labelled letters and real mail must give, at least or at most.
LEAST_RECALL = 0.75
MOST_FALSE_ALARMS = 0.04
MOST_MISSPELLINGS_PER_1000 = 3.0


# Limits are in bytes of the file; the others name other files of the run.
OF_THE_FILES = {"limit-reached", "same-note", "similar-note", "other-company-left"}


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


def dumps(paths):
    """What mailcheck dump says of the messages of the files."""
    for batch in batches(paths):
        run = subprocess.run([PROGRAM, "dump", "--format", "json", "--no-config", *map(str, batch)],
                             capture_output=True, timeout=300)
        for line in run.stdout.splitlines():
            yield json.loads(line)


def part_at(dump, start, end):
    return next((p for p in dump["parts"] if p["start"] <= start and end <= p["end"]), None)


def positions():
    """Every word of every text part, and every word of the subject."""
    paths, words, source, path = mails(), 0, None, None
    for dump in dumps(paths):
        if dump["path"] != path:
            path = dump["path"]
            source = SourceText(pathlib.Path(path).read_bytes())
        for word in dump["words"]:
            words += 1
            start, end = word["start"], word["end"]
            yield (says(source, start, end, part_at(dump, start, end), word["text"]),
                   f"{path}: {source.data[start:end]!r} is not {word['text']!r}")
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
                for number, path in enumerate(batch):
                    copy = pathlib.Path(folder) / f"{len(line_end)}-{number}-{path.name}"
                    copy.write_bytes(with_line_ends(path.read_bytes(), line_end))
                    paths.append(copy)
                both.append(paths)
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                lf_files, crlf_files = pool.map(lambda paths: list(results(paths)), both)
            yield len(lf_files) == len(crlf_files), f"{batch[0]} and after: {len(lf_files)} and {len(crlf_files)} results"
            for lf, crlf in zip(lf_files, crlf_files):
                count += 1
                data = pathlib.Path(lf["path"]).read_bytes()
                lf["findings"], crlf["findings"] = ([f for f in file["findings"] if f["rule"] not in OF_THE_FILES]
                                                    for file in (lf, crlf))
                want = [shifted(f, data) for f in lf["findings"]]
                got = [shifted(f, b"") for f in crlf["findings"]]
                differing = [pair for pair in zip(want, got) if pair[0] != pair[1]]
                yield (want == got, f"{lf['path']}: {len(want)} and {len(got)} findings, {differing[:1]}")
    print(f"{count} mails in both forms")
    yield count > 0, "no mail"


FIX_SAMPLE = 60  # Of each kind of place.
PLAIN_STEP = 5  # Of the files whose text stands there as it is, one in so many is looked at.


def place_kind(dump, finding):
    """The kinds of places that a fix is written to, each in a way of its own."""
    edit = finding["fixes"][0]["edits"][0]
    part = part_at(dump, edit["start"], edit["end"])
    source = "mbox" if dump["path"].endswith(".mbox") else "message"
    if part is None:
        return source, "header", "", ""
    charset = "" if part["charset"].lower() in ("utf-8", "us-ascii") else part["charset"]
    return source, part["kind"], part["encoding"], charset


def fix_sample():
    """(dump of a message, finding with a fix): some of every kind of place."""
    paths = [str(path) for path in mails()]
    dumped = {(dump["path"], dump["message"]): dump for dump in dumps(paths)}
    special = {path for (path, number), dump in dumped.items()
               if any(p["kind"] != "plain" or p["encoding"] != "identity" for p in dump["parts"]) or number > 1}
    paths = [path for number, path in enumerate(paths) if path in special or number % PLAIN_STEP == 0]
    taken = collections.Counter()
    for result in results(paths):
        dump = dumped[result["path"], result.get("message", 1)]
        for finding in result["findings"]:
            if finding["fixes"] and finding["fixes"][0]["edits"]:
                kind = place_kind(dump, finding)
                taken[kind] += 1
                if taken[kind] <= FIX_SAMPLE:
                    yield dump, finding
    for kind, count in sorted(taken.items()):
        print(min(count, FIX_SAMPLE), "of", count, "fixes in", " ".join(filter(None, kind)))


def with_edits(data, edits):
    for edit in sorted(edits, key=lambda e: -e["start"]):
        data = data[:edit["start"]] + edit["text"].encode("utf-8", "surrogateescape") + data[edit["end"]:]
    return data


def wanted_change(title):
    """What a fix takes out, if its title says so, and what it puts there; None for what is cut short there."""
    text = title[title.index("“") + 1:title.rindex("”")]
    if text.endswith("…"):
        return None
    return (text, "") if title.startswith("Remove") else (None, text)


def changed_as_said(before, after, title, source, finding, part):
    """Whether the text `after` is `before` but for what the title of the fix says, where the finding is."""
    wanted = wanted_change(title)
    if wanted is None:
        return before != after
    removed, added = wanted
    length = len(before) - len(after) + len(added)
    prefix = next((i for i, (a, b) in enumerate(zip(before, after)) if a != b), min(len(before), len(after)))
    readings = list(source.readings(finding["start"]["offset"], finding["end"]["offset"], part))
    for at in range(max(0, prefix - 200), prefix + 1):
        old = before[at:at + length]
        if before[:at] + added + before[at + length:] != after:
            continue
        if (removed is not None and squeezed(removed) == squeezed(old)) or (
                removed is None and any(squeezed(old) in squeezed(reading) for reading in readings)):
            return True
    return False


def fixes():
    """Each fix alone changes the text as its title says, and nothing else of what is read."""
    sample = list(fix_sample())
    with tempfile.TemporaryDirectory() as folder:
        changed = {}
        for number, (dump, finding) in enumerate(sample):
            path = pathlib.Path(dump["path"])
            copy = pathlib.Path(folder) / f"{number}{path.suffix}"
            data = path.read_bytes()
            copy.write_bytes(with_edits(data, finding["fixes"][0]["edits"]))
            changed[str(copy), dump["message"]] = (dump, finding, SourceText(data))
        seen = 0
        for after in dumps(sorted({path for path, _ in changed})):
            if (after["path"], after["message"]) not in changed:
                continue
            seen += 1
            before, finding, source = changed[after["path"], after["message"]]
            fix = finding["fixes"][0]
            edit = fix["edits"][0]
            part = part_at(before, edit["start"], edit["end"])
            # A member of an mbox that states its length ends a line break sooner or later.
            texts = [f"{dump['subject']}\n{dump['text']}".rstrip("\n") for dump in (before, after)]
            where = f"{before['path']} {before['message']}, {edit}, {fix['title']}"
            yield (changed_as_said(*texts, fix["title"], source, finding, part),
                   f"{where}: {difference(*texts)}")
            for key in ("from", "to", "date", "attachments", "parts"):
                yield (without_places(before[key]) == without_places(after[key]), f"{where}: {key} differs")
        yield seen == len(sample), f"{seen} of {len(sample)} changed messages were read"
    print(f"{len(sample)} fixes applied")
    yield len(sample) >= 300, "there are hardly any fixes"


def without_places(value):
    if isinstance(value, list):
        return [without_places(item) for item in value]
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if key not in ("start", "end")}
    return value


def difference(before, after):
    at = next((i for i, (a, b) in enumerate(zip(before, after)) if a != b), 0)
    return f"{before[max(0, at - 20):at + 40]!r} became {after[max(0, at - 20):at + 40]!r}"


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
                                         "fixes": fixes, "hostile": hostile}[WHAT]() if not held]
print("\n".join(failures[:int(os.environ.get("SHOW", "40"))]) or f"{WHAT}: all held")
sys.exit(1 if failures else 0)
