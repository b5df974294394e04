#!/usr/bin/env python3
"""Makes a page of the manual from its source: scdoc writes it, and the paragraph macros that it leaves
without text are taken out, about which mandoc warns.

Usage: build_page.py SCDOC PAGE.scd OUTPUT
"""

import os
import pathlib
import subprocess
import sys

AFTER_A_HEADING = (".SH", ".SS")
BEFORE_NO_TEXT = (".RS", ".RE", ".SH", ".SS", ".P", ".nf")


def main():
    scdoc, source, output = sys.argv[1:]
    # The date of a page is that of its release, not of its build.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", "1767225600")}
    with open(source, "rb") as text:
        done = subprocess.run([scdoc], stdin=text, capture_output=True, env=environment, check=False)
    if done.returncode != 0:
        sys.exit(f"{source}: {done.stderr.decode()}")
    lines = done.stdout.decode().splitlines()
    # What ends an indented text stands before the space below it.
    for i in range(len(lines) - 1):
        if lines[i] == ".P" and lines[i + 1] == ".RE":
            lines[i], lines[i + 1] = lines[i + 1], lines[i]
    kept = []
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else ".P"
        if line == ".P" and (following.startswith(BEFORE_NO_TEXT) or kept and kept[-1].startswith(AFTER_A_HEADING)):
            continue
        if line.startswith(".TH "):
            words = line.split(" ")
            words[1] = words[1].upper()
            line = " ".join(words)
        kept.append(line)
    pathlib.Path(output).write_text("\n".join(kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
