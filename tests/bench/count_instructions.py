#!/usr/bin/env python3
"""Counts the instructions that mailcheck takes, with valgrind, and compares them with instructions.tsv.

    count_instructions.py MAILCHECK KEY             fails when a count has grown by more than 3 %
    count_instructions.py MAILCHECK KEY --record    writes the counts down

KEY names how MAILCHECK was built (build type, compiler, versions of libraries): counts are compared
only with those of the same KEY, and the test is skipped, with status 77, where there are none.
Only instructions of the program itself count: the C library chooses its functions by the processor.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
RECORD = HERE / "instructions.tsv"
TOLERANCE = 0.03
SKIPPED = 77

# What is counted: a clean draft, one with faults and slips of the pen, and twenty drafts in one run,
# which shows what each costs when everything is set up.
RUNS = {
    "clean draft": [HERE / "draft.txt"],
    "draft with faults": [PROJECT / "docs/sample/thank-you.txt"],
    "twenty drafts": sorted((PROJECT / "tests/letters/good").glob("*.txt")),
}


def own_instructions(profile, program):
    """Sums the lines of a callgrind profile that belong to `program`, calls left out."""
    names, counts, inside, after_call = {}, 0, False, False
    for line in profile.splitlines():
        if line.startswith("ob="):
            number, name = re.match(r"ob=\((\d+)\)(?: (.*))?", line).groups()
            if name:
                names[number] = name
            inside = names[number] == program
        elif line.startswith("cob="):
            number, name = re.match(r"cob=\((\d+)\)(?: (.*))?", line).groups()
            if name:
                names[number] = name
        elif line.startswith("calls="):
            after_call = True
        elif line[:1].isdigit() or line[:1] in "+-*":
            costs = line.split()[1:]  # none: zero
            if not after_call and inside and costs:
                counts += int(costs[0])
            after_call = False
    return counts


def count(program, drafts):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "profile"
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", program, "--no-config",
             "--now", "2026-03-05T09:00:00+01:00", *map(str, drafts)],
            capture_output=True, text=True, cwd=folder, check=False,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder})
        if done.returncode not in (0, 1):
            sys.exit(done.stderr)
        return own_instructions(out.read_text(), program)


def main():
    program, key = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2]
    if shutil.which("valgrind") is None:
        print("valgrind is not installed")
        return SKIPPED
    known = [line.split("\t") for line in RECORD.read_text().splitlines()[1:]]
    recorded = {run: int(instructions) for build, run, instructions in known if build == key}
    if "--record" in sys.argv:
        rows = [row for row in known if row[0] != key]
        rows += [[key, run, str(count(program, drafts))] for run, drafts in RUNS.items()]
        text = "".join("\t".join(row) + "\n" for row in [["build", "run", "instructions"], *rows])
        RECORD.write_text(text)
        print(text, end="")
        return 0
    if not recorded:
        print(f"nothing is recorded for “{key}”")
        return SKIPPED
    failed = False
    for run, drafts in RUNS.items():
        now, before = count(program, drafts), recorded[run]
        change = now / before - 1
        print(f"{run}: {now:,} instructions, {before:,} recorded ({change:+.1%})")
        if change > TOLERANCE:
            failed = True
        elif change < -TOLERANCE:
            print("  less than recorded: lower the record, with --record")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
