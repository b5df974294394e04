#!/usr/bin/env python3
"""Outputs that are closed, full or missing: the status says so, nothing is said in a flood, and what looks like a
complete document is one.

Usage: pipes_test.py MAILCHECK"""

import json
import pathlib
import shlex
import signal
import subprocess
import sys
import tempfile
import time

from faults import DRAFT, NOW, Faults, environment, program

CLOSED = 141


def shell(folder, line):
    """The status of each part of a pipeline, and standard error."""
    script = f"set -o pipefail; {line}; echo \"${{PIPESTATUS[*]}}\" >statuses"
    done = subprocess.run(["bash", "-c", script], cwd=folder, env=environment(folder), capture_output=True, timeout=120,
                          check=False)
    return [int(status) for status in (folder / "statuses").read_text().split()], done.stdout, done.stderr


def main():
    faults = Faults()
    with tempfile.TemporaryDirectory(prefix="mailcheck-pipes-") as top:
        folder = pathlib.Path(top)
        for number in range(60):
            (folder / f"d{number}.txt").write_text(DRAFT)
        (folder / "one").mkdir()
        (folder / "one" / "d.txt").write_text(DRAFT)
        check = f"{shlex.quote(str(program()))} --now {NOW} --ignore same-note,similar-note"

        for form in ("text", "gnu", "json", "jsonl", "sarif", "checkstyle", "junit", "github", "lsp"):
            statuses, _, err = shell(folder, f"{check} --format {form} . | head -c 100 >part")
            # Little output may all be in the pipe before its reader goes away.
            is_long = form not in ("gnu", "github")
            faults.check(statuses[0] in ((CLOSED,) if is_long else (1, CLOSED)) and err == b"",
                         f"{form} | head: {statuses}, {err[:200]!r}")
            statuses, _, err = shell(folder, f"{check} --format {form} . >/dev/full")
            faults.check(statuses[0] == 2 and b"could not be written" in err and err.count(b"\n") == 1,
                         f"{form} >/dev/full: {statuses}, {err[:300]!r}")
            statuses, _, err = shell(folder, f"{check} --format {form} one >&-")
            faults.check(statuses[0] == 2 and err.count(b"\n") == 1, f"{form} >&-: {statuses}, {err[:300]!r}")
            statuses, out, err = shell(folder, f"{check} --format {form} one 2>&-")
            faults.check(statuses[0] == 1 and out != b"", f"{form} 2>&-: {statuses}")
            statuses, out, _ = shell(folder, f"{check} --format {form} one missing 2>/dev/full")
            faults.check(statuses[0] == 2 and out != b"", f"{form} 2>/dev/full: {statuses}")
        for command in ("--version", "--help", "rules", "rules --format json", "explain generic", "dump one/d.txt",
                        "stats one/d.txt", "config --origin"):
            line = f"{shlex.quote(str(program()))} {command}"
            statuses, _, err = shell(folder, f"{line} >/dev/full")
            faults.check(statuses[0] == 2 and err.count(b"\n") == 1, f"{command} >/dev/full: {statuses}, {err[:200]!r}")
            statuses, _, err = shell(folder, f"{line} | true")
            faults.check(statuses[0] in (0, CLOSED) and err == b"", f"{command} | true: {statuses}, {err[:200]!r}")
        statuses, out, err = shell(folder, f"{check} - <&-")
        faults.check(statuses[0] == 2 and err != b"", f"- <&-: {statuses}, {err[:200]!r}")
        statuses, out, err = shell(folder, f"{check} --format json one <&- 2>&-")
        faults.check(statuses[0] == 1 and json.loads(out), f"json <&- 2>&-: {statuses}")
        statuses, _, err = shell(folder, f"{check} --fix --unsafe-fixes - <one/d.txt >/dev/full")
        faults.check(statuses[0] == 2, f"--fix - >/dev/full: {statuses}, {err[:200]!r}")
        statuses, _, err = shell(folder, f"{check} --diff --fix --unsafe-fixes one >/dev/full")
        faults.check(statuses[0] == 2, f"--diff >/dev/full: {statuses}, {err[:200]!r}")
        faults.check((folder / "one" / "d.txt").read_text() == DRAFT, "a draft was changed")

        # A signal in the middle ends the run as the signal does, and what was printed is no whole document.
        for number, form in ((signal.SIGINT, "json"), (signal.SIGTERM, "jsonl")):
            process = subprocess.Popen([program(), "--now", NOW, "--format", form, "-"], cwd=folder, stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(folder))
            process.stdin.write(DRAFT.encode())
            process.stdin.flush()
            time.sleep(0.3)
            process.send_signal(number)
            out, err = process.communicate(timeout=10)
            faults.check(process.returncode == -number, f"signal {number}: status {process.returncode}, {err!r}")
            faults.check(b"summary" not in out, f"signal {number}: {out!r}")
    faults.finish("pipes")


main()
