#!/usr/bin/env python3
"""Counts the instructions for an input and for one twice as large, of many kinds: twice the input may cost little more
than twice as much, so that no input, however hostile, makes a run slow out of proportion.

Counted by valgrind, which is exact where a clock is not; what an empty draft costs is taken off both. The inputs are
made here. Two kinds run at a time.

Usage: growth_test.py MAILCHECK [KIND…]      (all kinds when none is named; exits with 77, “skipped”, without valgrind)
"""

import base64
import concurrent.futures
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

LIMIT = 2.2
SKIPPED = 77
HEAD = "From: Olga Berg <olga@example.org>\nTo: Dana Park <dana@example.com>\nSubject: Thank you\n"
NOW = "2026-03-05T09:00:00+01:00"
WORDS = """the team and I spoke about a new plan for our data and how it would help people to see what they need in time
we also looked at reports costs tools tests work that was done last year and ideas for next spring""".split()


def rng(n):
    return random.Random(7)


def prose(n, words=WORDS):
    """About n bytes of sentences."""
    draw, out, size = rng(n), [], 0
    while size < n:
        sentence = " ".join(draw.choice(words) for _ in range(12)).capitalize() + ".\n"
        out.append(sentence)
        size += len(sentence)
    return "".join(out)


def body(text):
    return HEAD + "\nDear Dana,\n\n" + text + "\n\nKind regards,\nOlga\n"


def repeated(piece, n):
    return (piece * (n // len(piece.encode()) + 1))


def numbered(pattern, n):
    count = n // len(pattern.format(0))
    return "".join(pattern.format(i) for i in range(count))


def nonsense(n):
    draw, out, size = rng(n), [], 0
    while size < n:
        word = "".join(draw.choice("bcdfghklmnprstvz") + draw.choice("aeiou") for _ in range(4))
        out.append(word)
        size += len(word) + 1
    return " ".join(out)


def typos(n):
    wrong = ["recieve", "definately", "teh", "seperate", "occured", "untill", "wich", "becuase", "thier", "freind"]
    return prose(n, WORDS + wrong * 3)


def mime(n, type_, encoding, content):
    return HEAD + f"MIME-Version: 1.0\nContent-Type: {type_}\nContent-Transfer-Encoding: {encoding}\n\n" + content


def html(n, content):
    return mime(n, "text/html; charset=utf-8", "8bit", "<html><body><p>Dear Dana,</p>" + content + "</body></html>")


def nested_mime(n):
    depth = min(n // 100, 10_000)
    top = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(depth))
    return HEAD + "MIME-Version: 1.0\n" + top + "Content-Type: text/plain\n\nDear Dana,\n" + prose(n // 2)


def parts(n):
    part = "--b\nContent-Type: application/pdf; name=\"cv.pdf\"\nContent-Disposition: attachment; filename=\"cv{}.pdf\"\n\nx\n"
    return HEAD + 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n' + numbered(part, n) + "--b--\n"


def wrote(n):
    piece = "On Tue, Mar 3, 2026 at 10:00 AM Dana Park <dana@example.com> wrote:\n> Thank you for the visit.\n\n"
    return body(repeated(piece, n))


def quoted_levels(n):
    lines, depth = [], 0
    while n > 0:
        depth = (depth + 1) % 60
        lines.append(">" * depth + " as you said\n")
        n -= len(lines[-1])
    return body("".join(lines))


def mbox(n):
    return numbered("From - Tue Mar  3 10:00:00 2026\nTo: d{0}@example.com\nSubject: Hello\n\nDear Dana,\n\n"
                    "Thank you for your time on Tuesday.\n\n", n)


def uuencoded(n):
    line = "M" + "5" * 60 + "\n"
    return body("begin 644 cv.pdf\n" + repeated(line, n) + "`\nend\n")


# A draft of about n bytes, by kind.
DRAFTS = {
    "plain words": lambda n: body(prose(n)),
    "one long line": lambda n: body(prose(n).replace("\n", " ")),
    "one long sentence": lambda n: body(prose(n).replace(".\n", " ")),
    "many short lines": lambda n: body(prose(n).replace(" ", "\n")),
    "many paragraphs": lambda n: body(prose(n).replace("\n", "\n\n")),
    "empty lines": lambda n: body("\n" * n),
    "spaces": lambda n: body("a" + " " * n + "b"),
    "nested quotes": quoted_levels,
    "brackets": lambda n: body("(" * n + "x" + ")" * n),
    "square brackets": lambda n: body(repeated("[name] [", n)),
    "emoji": lambda n: body(repeated("👩‍💻🎉 ", n)),
    "combining marks": lambda n: body("a" + repeated("\u0301\u0323", n)),
    "encoded words": lambda n: HEAD + "X-Note: " + repeated("=?utf-8?Q?caf=C3=A9?=\n ", n) + "x\n\nDear Dana,\n",
    "subject of encoded words": lambda n: "Subject: " + repeated("=?utf-8?B?Y2Fmw6k=?=\n ", n) + "x\n\nDear Dana,\n",
    "many header fields": lambda n: numbered("X-Field-{0}: value\n", n) + HEAD + "\nDear Dana,\n",
    "many recipients": lambda n: "To: " + numbered("P{0} <p{0}@example.com>,\n ", n) + "x@example.com\n\nDear Dana,\n",
    "address comments": lambda n: "To: " + "(" * n + "x" + ")" * n + " dana@example.com\n\nDear Dana,\n",
    "nested MIME": nested_mime,
    "base64": lambda n: mime(n, "text/plain; charset=utf-8", "base64",
                             base64.encodebytes(prose(n).encode()).decode()),
    "quoted-printable": lambda n: mime(n, "text/plain; charset=utf-8", "quoted-printable",
                                       prose(n).replace("e", "=65").replace("\n", "=\n")),
    "many attachments": parts,
    "HTML tables": lambda n: html(n, "<table>" + repeated("<tr><td>one</td><td>two</td></tr>", n) + "</table>"),
    "HTML nesting": lambda n: html(n, "<div>" * (n // 5) + "x" + "</div>" * (n // 5)),
    "HTML formatting": lambda n: html(n, repeated("<b><i>x</b>", n)),
    "HTML entities": lambda n: html(n, repeated("&amp;&#233;&nosuch;", n)),
    "Markdown nesting": lambda n: repeated("> - *a **b* [c](d)** `e` ", n),
    "Markdown links": lambda n: repeated("[a][b] ![c](d \"e\") <f@example.org> ", n),
    "Markdown brackets": lambda n: "[" * n,
    "CRLF": lambda n: body(prose(n)).replace("\n", "\r\n"),
    "CR": lambda n: body(prose(n)).replace("\n", "\r"),
    "NUL": lambda n: body("\0" * n),
    "invalid UTF-8": lambda n: body(prose(n // 2)).encode() + b"\xff\xfe \xc3( \xe2\x82" * (n // 20),
    "one long word": lambda n: body("a" * n),
    "long words": lambda n: body(repeated("incomprehensibilitiesincomprehensibilities ", n)),
    "misspelt words": lambda n: body(typos(n)),
    "unknown words": lambda n: body(nonsense(n)),
    "addresses of the web": lambda n: body(numbered("https://example.org/a/{0}?b=c ", n)),
    "capitals": lambda n: body(prose(n).upper()),
    "digits": lambda n: body("1" * n + "\n" + numbered("{0} ", n)),
    "dates": lambda n: body(numbered("Tuesday, March 3, 2026 and 03/04/2026 at 10:{0} ", n)),
    "names": lambda n: body(repeated("Dana Park and Olga Berg met Jun Takeda. ", n)),
    "greetings": lambda n: body(repeated("Dear Dana,\n\n", n)),
    "closings": lambda n: body(repeated("Kind regards,\nOlga\n\n", n)),
    "signatures": lambda n: body(repeated("-- \nOlga Berg\n", n)),
    "parts of phrases": lambda n: body(repeated("I am looking forward to I look forward to hearing if I do not hear back "
                                                "thank you for taking the time when I join ", n)),
    "one repeated word": lambda n: body(repeated("the ", n)),
    "dots": lambda n: body("." * n),
    "dotted letters": lambda n: body(repeated("a.b.", n)),
    "hyphens": lambda n: body(repeated("a-", n)),
    "apostrophes": lambda n: body(repeated("a'", n)),
    "exclamation marks": lambda n: body(repeated("Great! ", n)),
    "quotation marks": lambda n: body(repeated("“a” \"b\" ‘c ", n)),
    "quoted replies": wrote,
    "uuencode": uuencoded,
    "From lines": mbox,
    "false From lines": lambda n: mbox(300) + repeated("From here on\n\n", n),
    "PGP armour": lambda n: body(repeated("-----BEGIN PGP SIGNATURE-----\n", n)),
    "tabs and pipes": lambda n: body(repeated("| a\t| ", n)),
}
NAMES = {"Markdown": "draft.md", "From lines": "draft.mbox", "false From": "draft.mbox"}


def rule(i):
    return f'''severity = "warning"
message = "Rule {i} speaks: “{{match}}”."
help = "Do something else."
rationale = "None."
sources = ["https://example.org"]
[check]
name = "phrase"
in = ["body"]
phrases = ["about plan {i}", "our number {i}", "spoke about the new plan"]
[[example]]
bad = "It is {{|about plan {i}|}} now."
good = "It is."
'''


def user_rules(folder, n):
    (folder / "rules" / "own").mkdir(parents=True)
    for i in range(n):
        (folder / "rules" / "own" / f"rule-{i}.toml").write_text(rule(i))
    (folder / "mailcheck.toml").write_text('rules = ["rules/"]\n')
    (folder / "draft.txt").write_text(body(prose(1000)))
    return ["draft.txt"]


def many_files(folder, n):
    for i in range(n):
        (folder / f"d{i}.txt").write_text(body(prose(600)))
    return ["."]


def maildir(folder, n):
    for half in ("cur", "new"):
        (folder / "m" / half).mkdir(parents=True)
    for i in range(n):
        (folder / "m" / "cur" / f"{i}.host:2,D").write_text(body(prose(600)))
    return ["m"]


def own_words(folder, n):
    draw = rng(n)
    words = ["".join(draw.choice("abcdefghij") for _ in range(9)) for _ in range(n)]
    (folder / "words.txt").write_text("\n".join(words) + "\n")
    (folder / "mailcheck.toml").write_text('[spelling]\ndictionaries = ["words.txt"]\n')
    (folder / "draft.txt").write_text(body(prose(1000) + words[0] + " definately"))
    return ["draft.txt"]


def long_config(folder, n):
    lines = [f'"Word{i}",' for i in range(n)]
    topics = [f'"topic number {i}",' for i in range(n)]
    (folder / "mailcheck.toml").write_text(
        "[spelling]\nwords = [\n" + "\n".join(lines) + "\n]\n[interview]\ntopics = [\n" + "\n".join(topics) + "\n]\n")
    (folder / "draft.txt").write_text(body(prose(1000)))
    return ["draft.txt"]


def sent_mails(folder, n):
    (folder / "sent.mbox").write_text("".join(
        f"From - Tue Mar  3 10:00:00 2026\nTo: p{i}@example{i}.com\nSubject: Thanks\n\nDear P,\n\n{prose(300)}\n"
        for i in range(n)))
    (folder / "draft.eml").write_text(body(prose(1000)))
    return ["--sent", "sent.mbox", "draft.eml"]


# Other things there may be many of: the kind, and how many.
OTHERS = {
    "rules of one's own": (user_rules, 150),
    "files": (many_files, 12),
    "messages of a Maildir": (maildir, 12),
    "words of one's own": (own_words, 3000),
    "a long configuration": (long_config, 1000),
    "mails that were sent": (sent_mails, 40),
}
SIZE = 8_000


def prepare(kind, folder, factor):
    if kind in OTHERS:
        make, count = OTHERS[kind]
        return make(folder, count * factor)
    text = DRAFTS[kind](SIZE * factor)
    name = next((name for prefix, name in NAMES.items() if kind.startswith(prefix)),
                "draft.eml" if kind not in ("dots",) else "draft.txt")
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return [name]


def instructions(program, folder, arguments):
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, "--jobs", "1", "--now", NOW,
         "--format", "json", *arguments],
        cwd=folder, capture_output=True, timeout=300, check=False,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8"})
    if done.returncode not in (0, 1, 2):
        raise RuntimeError(f"status {done.returncode}: {done.stderr[-300:]!r}")
    return int(re.search(rb"Collected : (\d+)", done.stderr)[1])


def measure(program, kind, factor):
    with tempfile.TemporaryDirectory(prefix="mailcheck-growth-") as top:
        folder = pathlib.Path(top)
        if kind is None:
            (folder / "draft.txt").write_text("\n")
            return instructions(program, folder, ["draft.txt"])
        return instructions(program, folder, prepare(kind, folder, factor))


def main():
    if shutil.which("valgrind") is None:
        print("valgrind is not installed; skipped")
        sys.exit(SKIPPED)
    program = pathlib.Path(sys.argv[1]).resolve()
    kinds = sys.argv[2:] or [*DRAFTS, *OTHERS]
    start = measure(program, None, 0)
    print(f"an empty draft: {start / 1e6:.1f} million instructions")
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        counts = {(kind, factor): pool.submit(measure, program, kind, factor) for kind in kinds for factor in (1, 2)}
        failed = []
        for kind in kinds:
            once, twice = (counts[kind, factor].result() - start for factor in (1, 2))
            ratio = twice / max(once, 1)
            # Where there is next to nothing to do, a constant more or less is no growth.
            is_fast = ratio <= LIMIT or twice < start // 20
            if not is_fast:
                # A step at one size, as when patterns become machine code, is no growth: it is not there again at the next.
                four_times = measure(program, kind, 4) - start
                print(f"  {kind} at four times its size: {four_times / 1e6:.1f}")
                is_fast = four_times <= LIMIT * twice and four_times <= LIMIT ** 2 * once
            failed += [] if is_fast else [kind]
            print(f"{'  ' if is_fast else '! '}{kind:28} {once / 1e6:8.1f} {twice / 1e6:8.1f}  {ratio:.2f}", flush=True)
    print(f"{len(kinds) - len(failed)} of {len(kinds)} kinds grow no faster than their input")
    if failed:
        sys.exit("These cost more than their size: " + ", ".join(failed))


if __name__ == "__main__":
    main()
