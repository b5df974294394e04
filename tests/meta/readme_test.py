#!/usr/bin/env python3
"""Checks that the output shown in README.md is what the program prints, and that it names every package
the build installs. MAILCHECK_ACCEPT=1 writes the output anew and reports skipped.
Arguments: the program, the project's folder."""
import os
import pathlib
import re
import subprocess
import sys

PROGRAM, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
COMMAND = "mailcheck docs/sample/thank-you.txt"
README = ROOT / "README.md"

text = README.read_text(encoding="utf-8")
block = re.search(r"```console\n\$ " + re.escape(COMMAND) + r"\n(.*?)```", text, re.S)
if not block:
    sys.exit("README.md shows no output")
run = subprocess.run([PROGRAM, "--no-config", "docs/sample/thank-you.txt"], cwd=ROOT, capture_output=True, timeout=60)
if run.returncode != 1:
    sys.exit(f"exit status {run.returncode}: {run.stderr.decode()}")
output = run.stdout.decode()
if os.environ.get("MAILCHECK_ACCEPT"):
    README.write_text(text[:block.start(1)] + output + text[block.end(1):], encoding="utf-8")
    print("README.md written: read its diff")
    sys.exit(77)
failures = []
if block[1] != output:
    failures.append("README.md shows other output than the program prints; MAILCHECK_ACCEPT=1 writes it anew")
bootstrap = (ROOT / "bootstrap").read_text()
for line in re.findall(r'^(?:libraries|to_build|to_test)="(.*)"$', bootstrap, re.M):
    for package in line.split():
        if package.startswith(("lib", "nlohmann", "doctest", "hunspell")) and package not in text:
            failures.append(f"README.md does not name the package {package}")
print("\n".join(failures) or "README.md is up to date")
sys.exit(bool(failures))
