#!/usr/bin/env python3
"""A project's configuration comes from a stranger. Names that lead out of its folder are refused with file and line and
never read, whatever form they have; files that are broken in any way end with status 2 and a place, not with a crash.

Usage: config_test.py MAILCHECK [SEED [NUMBER OF MUTATED CONFIGURATIONS]]"""

import os
import pathlib
import random
import re
import sys
import tempfile

from faults import NOW, Faults, program, run

SECRET = "canary-5f0c-7e1d"
PLACE = re.compile(rb"mailcheck\.toml:\d+:\d+: error: ")

# %s: a name outside of the project, relative to it.
TRAVERSALS = [
    "../secret.toml", "./../secret.toml", "sub/../../secret.toml", "sub/../sub/../../secret.toml", "..//secret.toml",
    "sub//..//..//secret.toml", "./././../secret.toml", "../project/../secret.toml", "../../outside/secret.toml",
    "{top}/secret.toml", "//{top}/secret.toml", "{top}/project/../secret.toml", "/etc/passwd", "/etc/../etc/passwd",
    "/proc/self/environ", "/proc/self/cwd/../secret.toml", "/dev/stdin", "/dev/fd/0", "..", "../", "/", "../..",
    "sub/..", "sub/../..", "....//secret.toml", "..\\\\secret.toml", "sub\\\\..\\\\..\\\\secret.toml", "%2e%2e/secret.toml",
    "..%2fsecret.toml", "~/secret.toml", "~root/secret.toml", "$HOME/secret.toml", "${HOME}/secret.toml",
    "$(cat ../secret.toml)", "`cat ../secret.toml`", "file://{top}/secret.toml", "file:../secret.toml",
    "https://example.org/secret.toml", "../secret.toml\\u0000", "sub\\u0000/../../secret.toml", "link.toml",
    "link-folder/secret.toml", "link-folder", "loop", "loop/loop/secret.toml", "fifo.toml", "device.toml",
    "\\u2025/secret.toml", "\\uFF0E\\uFF0E/secret.toml", "..\\u2215secret.toml", "| cat ../secret.toml", "-",
    "",
]
KEYS = ['extends = ["{}"]', 'rules = ["{}"]', '[spelling]\ndictionaries = ["{}"]',
        'extends = ["base.toml"]  # {}']


def project_in(top):
    project = top / "project"
    (project / "sub").mkdir(parents=True)
    (top / "secret.toml").write_text(f'fail-on = "{SECRET}"\n{SECRET}\n')
    (project / "link.toml").symlink_to(top / "secret.toml")
    (project / "link-folder").symlink_to(top)
    (project / "loop").symlink_to("loop")
    (project / "device.toml").symlink_to("/dev/zero")
    os.mkfifo(project / "fifo.toml")
    (project / "draft.txt").write_text("Dear Dana,\n\nThank you.\n")
    return project


def lint(project, data=b""):
    return run([program(), "--now", NOW, "draft.txt"], project, data, cpu_seconds=10)


def trust(faults, top):
    project = project_in(top)
    for name in TRAVERSALS:
        for key in KEYS:
            name = name.replace("{top}", str(top))
            text = key.replace("{}", name)
            if "base.toml" in key:  # the name stands in a file that the project's own extends
                (project / "base.toml").write_text(f'rules = ["{name}"]\n')
            (project / "mailcheck.toml").write_text(text + "\n")
            done = lint(project, b"name = 1\n")
            shown = f"{text!r}: status {done.status}, {done.err[:200]!r}"
            faults.check(done.status == 2 and b": error: " in done.err, shown)
            faults.check(re.search(rb"(mailcheck|base|fifo|link|device|loop)[^:\n]*:\d+:\d+: error: |: error: ", done.err)
                         is not None, "no place: " + shown)
            faults.check(SECRET.encode() not in done.out + done.err and b"root:" not in done.err, "read: " + shown)
            faults.check(done.seconds < 2, f"{done.seconds:.1f} s: " + shown)
    (project / "mailcheck.toml").unlink()


def circles(faults, top):
    project = top / "circles"
    project.mkdir()
    (project / "draft.txt").write_text("Dear Dana,\n\nThank you.\n")
    (project / "mailcheck.toml").write_text('extends = ["mailcheck.toml"]\n')
    faults.check(lint(project).status == 2, "a configuration that extends itself")
    (project / "mailcheck.toml").write_text('extends = ["a.toml"]\n')
    (project / "a.toml").write_text('extends = ["b.toml"]\n')
    (project / "b.toml").write_text('extends = ["a.toml"]\n')
    faults.check(lint(project).status == 2, "two configurations that extend one another")
    for depth, expected in ((8, 0), (9, 0), (10, 2)):
        for level in range(depth):  # so many files, the first of which is no step
            name = "mailcheck.toml" if level == 0 else f"level{level}.toml"
            text = f'extends = ["level{level + 1}.toml"]\n' if level + 1 < depth else 'fail-on = "never"\n'
            (project / name).write_text(text)
        done = lint(project)
        faults.check(done.status == expected, f"{depth} deep: status {done.status}, {done.err!r}")
    # Two files that each extend the next twice would be read 2^depth times.
    for level in range(8):
        name = "mailcheck.toml" if level == 0 else f"level{level}.toml"
        twice = ", ".join([f'"level{level + 1}.toml"'] * 9)
        (project / name).write_text(f"extends = [{twice}]\n" if level < 7 else 'fail-on = "never"\n')
    done = lint(project)
    faults.check(done.status == 2 and done.seconds < 2,
                 f"9^7 files: status {done.status}, {done.seconds:.1f} s, {done.err[:200]!r}")


def sizes(faults, top):
    project = top / "sizes"
    project.mkdir()
    (project / "draft.txt").write_text("Dear Dana,\n\nThank you.\n")
    limit = 256 * 1024
    for extra, expected in ((-1, True), (0, True), (1, False)):
        (project / "mailcheck.toml").write_text("#" * (limit + extra - 1) + "\n")
        done = lint(project)
        faults.check((done.status != 2) == expected, f"limit{extra:+} bytes: status {done.status}, {done.err[:200]!r}")
    for name, make, limit in (
            ("dots", lambda n: "a" + ".a" * n + " = 1", 16), ("brackets", lambda n: "a = " + "[" * n + "]" * n, 32)):
        for extra in (-1, 0, 1):
            (project / "mailcheck.toml").write_text(make(limit + extra) + "\n")
            done = lint(project)
            about_limit = b"more than" in done.err or b"deeper than" in done.err
            faults.check(done.status == 2 and about_limit == (extra == 1), f"{name}{extra:+}: {done.err[:200]!r}")
    for text in (b"[\n", "μ = 1\n".encode(), b"a." * 100_000 + b"a = 1\n", b"[" + b"a." * 50_000 + b"a]\n",
                 b"a = " + b"[" * 100_000, b"a = " + b"{a=" * 50_000, b"\xff\xfe", b"a = \"\\ud800\"\n", b"\0", b"a = '''",
                 b"a = 99999999999999999999999\n", b"a = 1e99999\n", b"a = 2026-99-99\n", b"[[a]]\n[a]\n", b"=\n", b"a"):
        (project / "mailcheck.toml").write_bytes(text)
        done = lint(project)
        faults.check(done.status == 2 and PLACE.search(done.err), f"{text[:40]!r}: {done.status}, {done.err[:200]!r}")


GOOD = """extends = ["preset:uk"]
rules = ["rules/"]
language = "en-GB"
fail-on = "error"

[severity]
salary-mention = "off"
length = "suggestion"

[options.too-long]
words = 180

[spelling]
words = ["Brightline", "dbt"]
dictionaries = ["words.txt"]

[interview]
company = "Nordlys AS"
interviewers = ["Dr. Marisol Okafor", "Jun Takeda"]
date = 2026-03-03T10:00:00
time-zone = "Europe/Oslo"
decision-by = 2026-03-17
previous-mails = 1
"""
RULE = """severity = "warning"
message = "Rule speaks: “{match}”."
help = "Do something else."
rationale = "None."
sources = ["https://example.org"]
[check]
name = "phrase"
in = ["body"]
phrases = ["about (the|our) plan", "our <1-3> works"]
patterns = ['\\bplan (?<match>\\w+)']
[[example]]
bad = "It is {|about the plan|} now."
good = "It is."
"""


def mutated(text, draw):
    data = bytearray(text.encode())
    for _ in range(draw.randint(1, 6)):
        at = draw.randrange(len(data) + 1)
        kind = draw.randrange(6)
        if kind == 0:
            data[at:at + draw.randint(1, 20)] = b""
        elif kind == 1:
            data[at:at] = draw.choice([b"[", b"]", b"{", b'"', b"'", b"\n", b"=", b".", b"#", b"\\", b"\0", b"\xff", b'"""',
                                       b"[[", "é".encode(), b"(", b"|", b"<", b"9" * 30, b"-", b"inf", b"nan", b"\\u", b","])
        elif kind == 2 and at < len(data):
            data[at] = draw.randrange(256)
        elif kind == 3:
            begin = draw.randrange(len(data) + 1)
            data[at:at] = data[begin:begin + draw.randint(1, 60)]
        elif kind == 4:
            data[at:at] = draw.choice([b"[", b"(", b"a.", b"{a=", b" ", b"\t", b"x"]) * draw.choice([2, 17, 33, 70, 500])
        else:
            del data[at:]
    return bytes(data)


def mutations(faults, top, seed, count):
    draw = random.Random(seed)
    project = top / "mutated"
    (project / "rules" / "own").mkdir(parents=True)
    (project / "draft.txt").write_text("Dear Dana,\n\nIt is about the plan, and our plan works. Definately.\n")
    (project / "words.txt").write_text("dbt\n")
    (project / "mailcheck.toml").write_text(GOOD)
    (project / "rules" / "own" / "own.toml").write_text(RULE)
    done = lint(project)
    faults.check(done.status in (0, 1), f"the configuration that is mutated: {done.status}, {done.err!r}")
    refused = 0
    for number in range(count):
        path, text = ((project / "mailcheck.toml", GOOD), (project / "rules" / "own" / "own.toml", RULE),
                      (project / "words.txt", "dbt\nBrightline\n# none\n"))[(0, 1, 1, 0, 2)[number % 5]]
        data = mutated(text, draw)
        path.write_bytes(data)
        done = lint(project)
        refused += done.status == 2
        faults.check(done.status in (0, 1, 2), f"seed {seed}, {number}: status {done.status} for {data!r}")
        faults.check(done.status != 2 or b"error: " in done.err, f"seed {seed}, {number}: {done.err!r} for {data!r}")
        faults.check(done.seconds < 2, f"seed {seed}, {number}: {done.seconds:.1f} s for {data!r}")
        path.write_text(text)
    print(f"  {count} mutated files, {refused} refused")


def main():
    faults = Faults()
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 300
    with tempfile.TemporaryDirectory(prefix="mailcheck-config-") as top:
        trust(faults, pathlib.Path(top))
        circles(faults, pathlib.Path(top))
        sizes(faults, pathlib.Path(top))
        mutations(faults, pathlib.Path(top), seed, count)
    faults.finish("configurations")


main()
