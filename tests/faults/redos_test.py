#!/usr/bin/env python3
"""Patterns of a project that would search for minutes: the run ends in time, the rule is named, the status is 2, and the
other rules have spoken. How long a pattern may search is counted in steps, so that the answer is the same each time.

Usage: redos_test.py MAILCHECK [SECONDS A RULE]      0.2 by default, on top of a run without it"""

import pathlib
import sys
import tempfile

from faults import NOW, Faults, program, run

HOSTILE = [
    r"(a+)+$", r"(a|a)+;", r"(a|aa)+$", r"(.*a){20}$", r"(\w+)*[,;]", r"\w+[,;]", r"\w*\w*\w*\w*;", r"(x+x+)+y",
    r"(?:x?){64}x{64}", r"(?=(x+))*y", r"(?:(?:x*)*)*y", r"[^;]*;[^;]*;[^!]*!", r"(\s*\S+)*\s*;;", r"(?<=x)(\w+\s*)+;",
    r"(?i:(?:e|é|E)+)+;;", r"(\p{L}+\p{L}*)+;;", r".*.*.*.*=", r"^(([a-z])+.)+[A-Z]([a-z])+$", r"(?:.|\s)*;;",
    r"(a?){30}a{30};", r"((a*)*)*b;", r"(?:a*+a)*;", r"(\d+(?:,\d+)*)+;;", r"(x(?R)?y?)+z", r"(?:(?=\w)\w)+;;",
    r"(\w)(?:\1|\w)*;;", r"\b(\w+\W*)+;;$", r"(?s).+?.+?.+?;;", r"([^x]|[^y])*;;", r"(?:\w|x|\S)+;;",
    r"(.)+(.)+(.)+;;", r"(?:x{1,50}){1,50};", r"(?<!y)(x*)*;;", r"(?>x+)*y;;", r"(?:x+|\w+|.+)+;;",
]
TEXTS = {
    "letters": "x" * 20_000, "a": "a" * 20_000, "words": "plain words here " * 1200, "short": "a" * 30 + " x",
    "digits": "12" * 5_000, "accents": "é" * 10_000, "one paragraph": "xa " * 7_000,
}
RULE = """severity = "warning"
message = "The pattern found “{match}”."
help = "Do something else."
rationale = "None."
sources = ["https://example.org"]
[check]
name = "phrase"
in = ["body"]
patterns = ['''%s''']
[[example]]
bad = "It is {|;|} now."
good = "It is."
"""


def main():
    faults = Faults()
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 0.2
    with tempfile.TemporaryDirectory(prefix="mailcheck-redos-") as top:
        folder = pathlib.Path(top)
        for name, text in TEXTS.items():
            # With what the patterns need somewhere, without which they are not even tried.
            (folder / f"{name}.txt").write_text(f"Dear Dana,\n\nA;; b; y! z = d.\n\n{text}\n\nKind regards,\nOlga\n")

        def lint(name):
            return run([program(), "--now", NOW, "--jobs", "1", "--format", "gnu", f"{name}.txt"], folder, cpu_seconds=30)

        # All rules but one's own are off, so that nothing else takes its time.
        (folder / "own" / "own").mkdir(parents=True)
        rule = folder / "own" / "own" / "hostile.toml"
        config = 'rules = ["own/"]\n[severity]\n' + "".join(f'{level} = "off"\n' for level in ("error", "suggestion"))
        (folder / "mailcheck.toml").write_text(config)
        rule.write_text(RULE % "zqz")
        usual = {name: max(lint(name).seconds for _ in range(2)) for name in TEXTS}
        named, worst = 0, (0.0, "")
        for pattern in HOSTILE:
            rule.write_text(RULE % pattern)
            for name in TEXTS:
                done = lint(name)
                shown = f"{pattern!r} on {name}"
                more = done.seconds - usual[name]
                worst = max(worst, (more, shown))
                faults.check(done.status in (0, 1, 2), f"{shown}: status {done.status}, {done.err[:200]!r}")
                faults.check(more <= seconds, f"{shown}: {more:.2f} s")
                if done.status == 2:
                    named += 1
                    faults.check(b"hostile" in done.err, f"{shown}: the rule is not named: {done.err[:200]!r}")
        faults.check(named > 20, f"only {named} searches gave up")
        # The same answer each time, whatever else the machine does.
        rule.write_text(RULE % r"\w+[,;]")
        answers = {(done.status, done.out, done.err) for done in (lint("letters") for _ in range(5))}
        faults.check(len(answers) == 1, "one search, several answers")
        # Many such rules share what a draft may cost.
        for number in range(200):
            (rule.parent / f"hostile-{number}.toml").write_text(RULE % r"\w+[,;]")
        done = lint("letters")
        faults.check(done.status == 2 and done.seconds - usual["letters"] <= 20 * seconds,
                     f"200 rules: status {done.status}, {done.seconds:.2f} s")
        print(f"  {named} searches gave up; the slowest: {worst[1]}, {worst[0]:.3f} s")
    faults.finish("patterns of strangers")


main()
