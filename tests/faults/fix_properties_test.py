#!/usr/bin/env python3
"""What must hold of `--fix` whatever the draft: only the bytes of the edits change, a second run changes nothing, nothing gets worse,
and the same letter is mended alike in every encoding.

Letters are generated (seeded) with slips in them and written in the usual encodings. What `--fix` makes of a file is compared with
what the edits that `--format json` offers make of it, applied here, round by round.

Usage: fix_properties_test.py MAILCHECK [LETTERS]
"""
import base64
import json
import os
import pathlib
import quopri
import random
import subprocess
import sys
import tempfile

ROUNDS, CROWDED_ROUNDS = 10, 100
RANK = {"suggestion": 1, "warning": 2, "error": 3}
WORDS = ("thank", "you", "for", "the", "time", "we", "spoke", "about", "data", "models", "and", "plans", "I", "enjoyed", "this", "talk", "with", "your", "team", "on",
         "Tuesday", "café", "naïve", "résumé", "Zoë", "–", "“quoted”", "it", "was", "good", "to", "hear", "more", "of", "work", "in", "Malmö")
SLIPS = ("the the", "teh", "recieve", "an useful", "a hour", "word , word", "two  spaces", "alot", "definately", "i think", "could of", "its a", "your welcome", "untill",
         "a  an apple", "the the the", "you you  you", "seperate", "!!!", "dont", "teh teh", "it 's", "( so )", "end .", "thier", "loose the", "lead to to")
EMOJI = ("👍", "e\u0301", "👩\u200d🔬", "𝒳")
failures = []


def check(condition, what):
    if not condition:
        failures.append(what)


def letter(source, narrow):
    lines = [f"Dear {source.choice(('Ms. Park', 'Dana', 'Dr. Okafor'))},", ""]
    for _ in range(source.randint(1, 4)):
        words = source.choices(WORDS, k=source.randint(5, 30))
        for _ in range(source.randint(0, 4)):
            words.insert(source.randrange(len(words)), source.choice(SLIPS))
        if not narrow and source.random() < 0.2:
            words.insert(source.randrange(len(words)), source.choice(EMOJI))
        text = " ".join(words).capitalize() + source.choice((".", "!", " .", "..", ""))
        for at in range(60, len(text), 61):
            cut = text.rfind(" ", 0, at)
            if cut > 0 and source.random() < 0.5:
                text = text[:cut] + "\n" + text[cut + 1:]
        lines += [text, ""]
    return "\n".join([*lines, "Kind regards,", "Lee", ""])


def message(text, charset, transfer):
    head = ("To: Dana Park <dana@example.org>\nSubject: Thank you\nMIME-Version: 1.0\n"
            f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {transfer}\n\n").encode()
    body = text.encode(charset)
    if transfer == "quoted-printable":
        body = quopri.encodestring(body)
    if transfer == "base64":
        body = base64.encodebytes(body)
    return head + body


def crlf(data):
    return data.replace(b"\n", b"\r\n")


# Suffix of the file, and how a letter is written into it. Those with a 1 hold what Windows-1252 can.
WAYS = {
    "utf-8": (".txt", lambda text: text.encode()),
    "utf-8-bom": (".txt", lambda text: b"\xef\xbb\xbf" + text.encode()),
    "utf-8-crlf": (".txt", lambda text: crlf(text.encode())),
    "utf-16": (".txt", lambda text: text.encode("utf-16")),
    "eml-utf-8": (".eml", lambda text: message(text, "utf-8", "8bit")),
    "eml-quoted": (".eml", lambda text: message(text, "utf-8", "quoted-printable")),
    "eml-quoted-crlf": (".eml", lambda text: crlf(message(text, "utf-8", "quoted-printable"))),
    "eml-base64": (".eml", lambda text: message(text, "utf-8", "base64")),
    "eml-base64-crlf": (".eml", lambda text: crlf(message(text, "utf-8", "base64"))),
    "eml-latin1": (".eml", lambda text: message(text, "windows-1252", "8bit")),
    "eml-quoted1": (".eml", lambda text: message(text, "windows-1252", "quoted-printable")),
    "eml-crlf1": (".eml", lambda text: crlf(message(text, "windows-1252", "8bit"))),
}


def run(program, folder, *arguments, paths=(".",)):
    done = subprocess.run([program, "--no-config", "--now", "2026-03-05T09:00:00+00:00", "--ignore", "same-note,similar-note", *arguments, *paths], cwd=folder,
                          stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=600)
    check(done.returncode in (0, 1), f"{arguments}: ended with {done.returncode}: {done.stderr[-400:]!r}")
    return done.stdout


def findings_of(program, folder, paths=(".",)):
    """Findings by path."""
    return {draft["path"].removeprefix("./"): draft["findings"] for draft in json.loads(run(program, folder, "--format", "json", paths=paths))["files"]}


def chosen(findings, is_unsafe):
    """The edits of one round: of each finding the first fix, unless it touches one that is taken; and whether there was such a one."""
    taken = []
    is_crowded = False
    for finding in findings:
        if not finding["fixes"] or not (is_unsafe or finding["fixes"][0]["safe"]):
            continue
        edits = sorted(finding["fixes"][0]["edits"], key=lambda edit: (edit["start"], edit["end"]))
        if any(edit["start"] <= other["end"] and other["start"] <= edit["end"] for edit in edits for other in taken):
            is_crowded = True
        else:
            taken += edits
    return sorted(taken, key=lambda edit: (edit["start"], edit["end"])), is_crowded


def edited(data, edits):
    out, done = b"", 0
    for edit in edits:
        out += data[done:edit["start"]] + edit["text"].encode()
        done = edit["end"]
    return out + data[done:]


def badness(findings):
    ranks = [RANK[finding["severity"]] for finding in findings]
    return max(ranks, default=0), ranks.count(3)


def expected(program, folder, is_unsafe):
    """What the edits make of each file, and the findings at first."""
    paths = sorted(str(path.relative_to(folder)) for path in folder.iterdir())
    now = {path: (folder / path).read_bytes() for path in paths}
    original = dict(now)
    first = None
    done = set()
    seen = {path: [now[path]] for path in paths}
    rounds = {path: [0, 0] for path in paths}
    for _ in range(ROUNDS + CROWDED_ROUNDS + 1):
        active = [path for path in paths if path not in done]
        if not active:
            break
        found = findings_of(program, folder, active)
        if first is None:
            first = found
        for path in active:
            worst, errors = badness(found[path])
            before = badness(first[path])
            if worst > before[0] or errors > before[1] or now[path] in seen[path][:-1]:
                now[path] = original[path]
                done.add(path)
            else:
                edits, is_crowded = chosen(found[path], is_unsafe)
                changed = edited(now[path], edits)
                if changed == now[path] or rounds[path] >= [ROUNDS, 0] or rounds[path][1] == CROWDED_ROUNDS:
                    done.add(path)
                    continue
                rounds[path][is_crowded] += 1
                now[path] = changed
                seen[path].append(changed)
            (folder / path).write_bytes(now[path])
    return now, first


def decoded(path, data):
    """The words of the body, whatever the encoding."""
    way = path.split(".")[1]
    if not way.startswith("eml"):
        return data.decode("utf-16" if way == "utf-16" else "utf-8-sig").split()
    head, _, body = data.replace(b"\r\n", b"\n").partition(b"\n\n")
    if b"quoted-printable" in head:
        body = quopri.decodestring(body)
    if b"base64" in head:
        body = base64.b64decode(body)
    return body.decode("windows-1252" if b"windows-1252" in head else "utf-8").split()


def check_letters(program, top, letters, is_unsafe):
    source = random.Random(20260303 + is_unsafe)
    by_hand, by_fix = pathlib.Path(top) / "hand", pathlib.Path(top) / "fix"
    original = {}
    for number in range(letters):
        text = letter(source, narrow=number % 2 == 0)
        for way, (suffix, write) in WAYS.items():
            if way.endswith("1") and number % 2:
                continue
            original[f"{number}.{way}{suffix}"] = write(text)
    for folder in (by_hand, by_fix):
        folder.mkdir()
        for name, data in original.items():
            (folder / name).write_bytes(data)
    wanted, before = expected(program, by_hand, is_unsafe)
    options = ("--fix", "--unsafe-fixes") if is_unsafe else ("--fix",)
    times = {name: (by_fix / name).stat().st_mtime_ns for name in original}
    run(program, by_fix, "--quiet", *options)
    fixed = {name: (by_fix / name).read_bytes() for name in original}
    changed = 0
    for name, data in original.items():
        check(fixed[name] == wanted[name], f"{name}: bytes beyond the edits have changed: {fixed[name]!r} instead of {wanted[name]!r}")
        if fixed[name] != data:
            changed += 1
        else:
            check((by_fix / name).stat().st_mtime_ns == times[name], f"{name}: was written without a change")
    after = findings_of(program, by_fix)
    new = {}
    for name, findings in after.items():
        worst, errors = badness(findings)
        check((worst <= badness(before[name])[0]) and errors <= badness(before[name])[1], f"{name}: has become worse")
        for rule in {finding["rule"] for finding in findings} - {finding["rule"] for finding in before[name]}:
            new.setdefault(rule, []).append(name)
    again = {name: (by_fix / name).stat().st_mtime_ns for name in original}
    run(program, by_fix, "--quiet", *options)
    for name in original:
        check((by_fix / name).read_bytes() == fixed[name], f"{name}: a second run changed it: {fixed[name]!r}")
        check((by_fix / name).stat().st_mtime_ns == again[name], f"{name}: a second run wrote it")
    differing = 0
    for number in range(letters):
        texts = {way: decoded(name, fixed[name]) for way, (suffix, _) in WAYS.items() if (name := f"{number}.{way}{suffix}") in fixed}
        differing += len({tuple(words) for way, words in texts.items() if way.startswith("eml")}) > 1
    for folder in (by_hand, by_fix):
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
    kind = "unsafe" if is_unsafe else "safe"
    print(f"{kind}: {len(original)} drafts, {changed} changed; {sum(map(len, new.values()))} findings of rules that had none: "
          f"{ {rule: len(names) for rule, names in new.items()} }; {differing} letters mended differently in another encoding", flush=True)
    return len(original), changed, new, differing


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    letters = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    with tempfile.TemporaryDirectory(prefix="mailcheck-fix-") as top:
        for is_unsafe in (False, True):
            count, changed, new, _ = check_letters(program, top, letters, is_unsafe)
            check(changed > count // 3, f"only {changed} of {count} drafts were changed")
            # A safe fix cannot bring a fault to light: it changes no word.
            check(is_unsafe or not new, f"safe fixes led to new findings: {new}")
    print("\n".join(failure[:1500] for failure in failures[:12]) or "only the edits changed the drafts")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
