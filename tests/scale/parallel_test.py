#!/usr/bin/env python3
"""Spreads drafts, by their paths and as JSON Lines, over two “hosts” with GNU parallel, as docs/scale.md shows, and
expects what one run prints. Both hosts are this machine: a script stands in for ssh. Exits with 77, “skipped”, without
GNU parallel. Argument: the program."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
FAKE_SSH = """#!/bin/sh
while [ "${1#-}" != "$1" ]; do shift; done
echo "$1" >>"$(dirname "$0")/hosts"
shift
[ "$1" = -- ] && shift
exec sh -c "$*"
"""

if shutil.which("parallel") is None:
    print("GNU parallel (Debian package parallel) is not installed; skipped")
    sys.exit(SKIPPED)
program = pathlib.Path(sys.argv[1]).resolve()
with tempfile.TemporaryDirectory(prefix="mailcheck-scale-") as top:
    folder = pathlib.Path(top)
    ssh = folder / "ssh"
    ssh.write_text(FAKE_SSH)
    ssh.chmod(0o755)
    paths, lines = [], []
    for number in range(60):
        path = folder / f"{number} draft.eml"
        text = f"To: p{number}@example.org\nSubject: Hello\n\nHey {number},\n\nI definately want the job.\n"
        path.write_text(text)
        paths.append(str(path))
        lines.append(json.dumps({"id": number, "format": "message", "text": text}))
    common = [str(program), "--no-config", "--now", "2026-03-05T09:00:00+01:00", "--format", "jsonl",
              "--ignore", "same-note,similar-note,other-company-left"]
    inputs = {"paths": (paths, [*common, "--files-from", "-"]),
              "JSON Lines": (lines, [*common, "--stdin-filename", "drafts.jsonl", "-"])}
    environment = {"PATH": os.environ["PATH"], "HOME": top, "LC_ALL": "C.UTF-8", "SHELL": "/bin/sh",
                   "PARALLEL_SSH": str(ssh)}
    failures = []
    for name, (given, command) in inputs.items():

        def run(arguments):
            return subprocess.run(arguments, input="\n".join(given) + "\n", env=environment, capture_output=True,
                                  text=True, timeout=240, check=False)

        alone = run(command)
        spread = run(["parallel", "--will-cite", "--plain", "--sshlogin", "1/alpha,1/beta", "--pipe", "-N", "10",
                      *command])
        hosts = set((folder / "hosts").read_text().split())
        (folder / "hosts").unlink()
        if alone.returncode != 1 or len(alone.stdout.splitlines()) != 60:
            failures.append(f"{name}, alone: status {alone.returncode}, {alone.stderr}")
        if sorted(spread.stdout.splitlines()) != sorted(alone.stdout.splitlines()):
            failures.append(f"{name}, spread: {len(spread.stdout.splitlines())} other lines, {spread.stderr}")
        if hosts != {"alpha", "beta"}:
            failures.append(f"{name}, hosts: {hosts}")
    print("\n".join(failures) or "two hosts print what one prints")
    sys.exit(bool(failures))
