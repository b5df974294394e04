#!/usr/bin/env python3
"""Reads the programs themselves: position independent, nothing writable that the loader has filled in, no stack that can be
executed, guarded stacks and branches, checked functions of the C library; and the linter imports nothing that talks to a
network or starts a program.

Usage: hardening_test.py OPTIMIZATION MAILCHECK MAILCHECK-SENDMAIL      exits with 77, “skipped”, in a sanitized build"""

import pathlib
import platform
import re
import shutil
import subprocess
import sys

from faults import SKIPPED, Faults

NETWORK = re.compile(r"^(socket|connect|bind|listen|accept4?|send(to|msg|mmsg)?|recv(from|msg|mmsg)?|getaddrinfo|"
                     r"gethostby\w+|res_\w+|socketpair|shutdown)$")
PROGRAMS = re.compile(r"^(v?fork|exec[vl]\w*|fexecve|posix_spawnp?|system|popen|clone|wordexp|dlopen|dlmopen)$")
ENDBR64 = b"\xf3\x0f\x1e\xfa"  # stands where an indirect branch may go


def readelf(*arguments):
    return subprocess.run(["readelf", "-W", *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def main():
    faults = Faults()
    if shutil.which("readelf") is None:
        print("readelf is not installed; skipped")
        sys.exit(SKIPPED)
    optimization, linter, sendmail = sys.argv[1], *map(pathlib.Path, sys.argv[2:4])
    for program in (linter, sendmail):
        name = program.name
        header, segments, dynamic = readelf("-h", program), readelf("-l", program), readelf("-d", program)
        symbols = {line.split()[7].split("@")[0] for line in readelf("--dyn-syms", program).splitlines()
                   if " UND " in line and len(line.split()) > 7}
        if any(symbol.startswith(("__asan", "__ubsan", "__tsan")) for symbol in symbols):
            print("a sanitized build; skipped")
            sys.exit(SKIPPED)
        faults.check(re.search(r"Type:\s+DYN", header), f"{name}: no PIE")
        faults.check("GNU_RELRO" in segments, f"{name}: no RELRO")
        faults.check(re.search(r"FLAGS_1?\)?.*NOW", dynamic), f"{name}: RELRO is not full")
        stack = re.search(r"GNU_STACK.*", segments)
        faults.check(stack and " RW " in stack[0] and "RWE" not in stack[0], f"{name}: {stack and stack[0]}")
        faults.check(not re.search(r"LOAD.* RWE ", segments), f"{name}: a segment is writable and executable")
        faults.check(not re.search(r"\((RPATH|RUNPATH|TEXTREL)\)", dynamic), f"{name}: a path of libraries, or TEXTREL")
        faults.check("__stack_chk_fail" in symbols, f"{name}: no guarded stack")
        if optimization in ("1", "2", "3", "s"):
            faults.check(any(symbol.endswith("_chk") for symbol in symbols - {"__stack_chk_fail"}), f"{name}: no FORTIFY")
        if platform.machine() == "x86_64":
            # The program's note says so only where the start files of the C library do, which Debian 12's do not.
            faults.check(program.read_bytes().count(ENDBR64) > 300, f"{name}: branches are not guarded (CET)")
        found = sorted(symbol for symbol in symbols if NETWORK.match(symbol))
        faults.check(not found, f"{name} imports {found}")
        if program is linter:
            found = sorted(symbol for symbol in symbols if PROGRAMS.match(symbol))
            faults.check(not found, f"{name} imports {found}")
    faults.finish("hardening")


main()
