#!/usr/bin/env python3
"""Drafts of 1 MiB of every kind that can be hard, files that are no drafts, and the hostile strings of the corpora when
they are there: each ends by itself with status 0, 1 or 2, within its time and memory, on a stack of 1 MiB.

The kinds whose growth is measured elsewhere (tests/growth) have 256 KiB, unless they are named.

Usage: bombs_test.py MAILCHECK [KIND…]"""

import base64
import json
import os
import pathlib
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "growth"))
from faults import MIB, NOW, Faults, program, run
from growth_test import DRAFTS, HEAD, NAMES, body, html, mime, numbered, prose, repeated

STACK_KIB = 1024
SECONDS = 8.0  # of processor time; the slowest takes 2.5 on a quiet machine
RESIDENT_MIB = 256


def base64_of_base64(n):
    content = b"Thank you."
    while len(content) * 4 // 3 < n:
        content = base64.encodebytes(content)
        if len(content) < 1000:
            content = content * 50
    return mime(n, "text/plain; charset=utf-8", "base64", base64.encodebytes(content[:n * 3 // 4 - 100]).decode())


MORE = {
    "U+FDFA": lambda n: body("\ufdfa" * (n // 3)),
    "Hangul jamo": lambda n: body("\u1100\u1161\u11a8" * (n // 9)),
    "marks of many classes": lambda n: body("a" + "\u0301\u0316\u0327\u0345\u0f71" * (n // 11)),
    "groups of addresses": lambda n: "To: " + "a:" * (n // 2) + "\n\nDear Dana,\n",
    "groups in lines": lambda n: "To: " + "a:\n " * (n // 4) + "\n\nDear Dana,\n",
    "comments of addresses": lambda n: "To: " + "(a)" * (n // 3) + "x@example.org\n\nDear Dana,\n",
    "quoted strings": lambda n: "To: " + '"\\' * (n // 2) + "\n\nDear Dana,\n",
    "domain literals": lambda n: "To: a@[" + "[" * n + "\n\nDear Dana,\n",
    "parameters": lambda n: HEAD + "Content-Type: text/plain" + numbered("; a*{0}*=x", n) + "\n\nDear Dana,\n",
    "charset switches": lambda n: "Subject: " + repeated("=?utf-7?Q?+?= =?iso-2022-jp?B?GyRC?= =?gb18030?Q?=81?=\n ", n)
    + "x\n\nDear Dana,\n",
    "one encoded word": lambda n: "Subject: =?utf-8?Q?" + "=C3=A9" * (n // 6) + "?=\n\nDear Dana,\n",
    "base64 of base64": base64_of_base64,
    "base64 of one letter a line": lambda n: mime(n, "text/plain", "base64", "QQ==\n" * (n // 5)),
    "UTF-16": lambda n: b"\xff\xfe" + body(prose(n // 2)).encode("utf-16-le"),
    "UTF-7": lambda n: mime(n, "text/plain; charset=utf-7", "7bit", repeated("+AGEAYgBj- ", n)),
    "ISO-2022-JP escapes": lambda n: mime(n, "text/plain; charset=iso-2022-jp", "7bit", repeated("\x1b$B\x1b(B", n)),
    "boundaries that are nearly one": lambda n: HEAD + 'Content-Type: multipart/mixed; boundary="' + "a" * 60 + '"\n\n'
    + repeated("--" + "a" * 59 + "\n", n),
    "boundaries one within another": lambda n: HEAD + 'Content-Type: multipart/mixed; boundary="b"\n\n'
    + repeated('--b\nContent-Type: multipart/mixed; boundary="b"\n\n', n),
    "messages in messages": lambda n: HEAD + repeated("Content-Type: message/rfc822\n\n", n),
    "attributes of HTML": lambda n: html(n, "<p " + numbered("a{0}=b ", n) + ">x"),
    "comments of HTML": lambda n: html(n, repeated("<!-- --!> <!", n)),
    "style of HTML": lambda n: html(n, '<p style="' + repeated("color:red;", n) + '">x'),
    "scripts of HTML": lambda n: html(n, repeated("<script><!--<script>", n)),
    "tables within tables": lambda n: html(n, "<table><tr><td>" * (n // 15)),
    "misnested HTML": lambda n: html(n, repeated("<a><table><a><b></table></a>", n)),
    "lists of Markdown": lambda n: "- " * (n // 2) + "x\n",
    "emphasis of Markdown": lambda n: repeated("*a _b ", n),
    "backticks of Markdown": lambda n: "".join("`" * i + " " for i in range(1, int((2 * n) ** 0.5))),
    "references of Markdown": lambda n: numbered("[a{0}]: /u\n", n // 2) + numbered("[a{0}] ", n // 2),
    "tables of Markdown": lambda n: "|" * (n // 2) + "\n" + "|-" * (n // 4) + "\n",
    "URLs in slashes": lambda n: body("http://" + "a/" * (n // 2)),
    "at signs": lambda n: body(repeated("a@", n)),
    "waivers": lambda n: numbered("X-Mailcheck-Ignore: a{0}, b; c\n", n) + HEAD + "\nDear Dana,\n",
    "one line of commas": lambda n: body("," * n),
    "surrogates as UTF-8": lambda n: body("x").encode() + b"\xed\xa0\x80" * (n // 3),
    "longest UTF-8": lambda n: body("x").encode() + "\U0010ffff".encode() * (n // 4),
    "reversed text": lambda n: body("\u202e" + "a\u202d" * (n // 4)),
    "slots": lambda n: body(repeated("[your name] {{company}} <role> ", n)),
    "doubled words": lambda n: body(repeated("that that had had ", n)),
    "a signature of signs": lambda n: body("x") + "-- \n" * (n // 4),
    "money": lambda n: body(repeated("$100,000.00 ", n)),
    "colons": lambda n: ":" * n,
    "tabs": lambda n: body("\t" * n),
    "form feeds": lambda n: body("\f\v" * (n // 2)),
}
NAMES = {**NAMES, "references of": "draft.md", "backticks of": "draft.md", "emphasis of": "draft.md",
         "lists of": "draft.md", "tables of": "draft.md"}
MANY_DRAFTS = ("From lines", "false From lines")


def content(make, n):
    text = make(n)
    data = text if isinstance(text, bytes) else text.encode()
    return data[:n]


def must_hold(faults, name, done, seconds=SECONDS):
    faults.check(done.status in (0, 1, 2), f"{name}: status {done.status}, {done.err[-200:]!r}")
    faults.check(done.seconds <= seconds, f"{name}: {done.seconds:.2f} s of CPU")
    faults.check(done.mib <= RESIDENT_MIB, f"{name}: {done.mib:.0f} MiB resident")


def bombs(faults, kinds, folder):
    slowest = []
    for kind, make in {**DRAFTS, **MORE}.items():
        if kinds and kind not in kinds:
            continue
        name = next((name for prefix, name in NAMES.items() if kind.startswith(prefix)), "draft.eml")
        (folder / name).write_bytes(content(make, MIB if kind in MORE or kinds else MIB // 4))
        done = run([program(), "--now", NOW, "--jobs", "1", "--format", "json", name], folder, stack_kib=STACK_KIB)
        must_hold(faults, kind, done, SECONDS * (10 if kind in MANY_DRAFTS else 1))
        try:
            json.loads(done.out)
        except ValueError:
            faults.check(done.status == 2, f"{kind}: no JSON, status {done.status}")
        slowest.append((done.seconds, done.mib, kind))
        (folder / name).unlink()
    for seconds, mib, kind in sorted(slowest, reverse=True)[:8]:
        print(f"  {seconds:6.2f} s {mib:5.0f} MiB  {kind}")


def refused(faults, folder):
    """Files that never end, or end far away, are refused at once, and what is beyond 1 MiB is said to be."""
    huge = folder / "huge.txt"
    with open(huge, "wb") as file:
        file.truncate(1 << 30)
    os.mkfifo(folder / "fifo.txt")
    for name in ("huge.txt", "/dev/zero", "fifo.txt", "/proc/self/mem", "."):
        done = run([program(), "--now", NOW, name], folder)
        must_hold(faults, name, done, 0.5 * SECONDS)
        faults.check(done.status == 2 or name == ".", f"{name}: status {done.status}")
    huge.unlink()
    (folder / "fifo.txt").unlink()
    for extra, expected in ((-1, False), (0, False), (1, True)):
        name = f"limit{extra:+}.txt"
        (folder / name).write_bytes(content(DRAFTS["plain words"], MIB + 1)[:MIB + extra])
        done = run([program(), "--now", NOW, "--format", "json", name], folder)
        found = [f["rule"] for f in json.loads(done.out)["files"][0]["findings"]]
        faults.check(("limit-reached" in found) == expected, f"{name}: {found[:5]}")
        faults.check((done.status == 2) == expected, f"{name}: status {done.status}")
        (folder / name).unlink()


def growing(faults, folder):
    """A file that grows while it is read."""
    path, stop = folder / "growing.txt", threading.Event()
    path.write_text("Dear Dana,\n")

    def grow():
        with open(path, "ab") as file:
            while not stop.is_set() and file.tell() < 64 * MIB:
                file.write(b"Thank you. " * 5000)

    writer = threading.Thread(target=grow)
    writer.start()
    done = run([program(), "--now", NOW, "growing.txt"], folder)
    stop.set()
    writer.join()
    must_hold(faults, "a growing file", done)


def corpus(faults, folder):
    """The hostile strings, as one draft each, in one run on the small stack."""
    top = os.environ.get("MAILCHECK_CORPORA")
    if not top or not pathlib.Path(top, "data").is_dir():
        print("the hostile corpus is left out: MAILCHECK_CORPORA is not set")
        return
    paths = sorted(str(path) for path in pathlib.Path(top, "data").rglob("*") if path.is_file())
    listed = "\0".join(paths).encode() + b"\0"
    done = run([program(), "--now", NOW, "--format", "jsonl", "--fail-on", "never", "--ignore",
                "same-note,similar-note,other-company-left", "-0", "--files-from", "-"], folder, listed,
               stack_kib=STACK_KIB, cpu_seconds=300)
    faults.check(done.status in (0, 1, 2), f"the hostile corpus: status {done.status}, {done.err[-300:]!r}")
    print(f"  {len(paths)} files of the corpora: {done.seconds:.1f} s, {done.mib:.0f} MiB")


def main():
    faults = Faults()
    with tempfile.TemporaryDirectory(prefix="mailcheck-bombs-") as top:
        folder = pathlib.Path(top)
        bombs(faults, sys.argv[2:], folder)
        if not sys.argv[2:]:
            refused(faults, folder)
            growing(faults, folder)
            corpus(faults, folder)
    faults.finish("bombs")


main()
