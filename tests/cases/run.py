#!/usr/bin/env python3
"""Runs the cases: what the program prints, byte for byte.

A case is a folder <area>/<name> with
  cmd          a line for sh; `mailcheck` is the built program, the working folder a copy of the case
  out          the expected standard output; none: empty
  err          the expected standard error; none: empty
  status       the expected exit status; none: 0
  setup.py     run in the copy beforehand, for files that cannot lie in a repository
  user         if there: the command runs as nobody when the tests run as root
and whatever files the command needs. Each copy also gets shared-rules/ as rules/, a few rules that only the
cases use, and a mailcheck.toml that names them, unless the case has one of its own.

Usage: run.py MAILCHECK AREA…          (all areas when none is named)
MAILCHECK_ACCEPT=1 rewrites what is expected and exits with 77, “skipped”.
"""

import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

CASES = pathlib.Path(__file__).resolve().parent
EXPECTED = ("out", "err", "status")
NOBODY = 65534
SKIPPED = 77


def copy_case(case, folder):
    shutil.copytree(case, folder, ignore=shutil.ignore_patterns("cmd", "user", *EXPECTED))
    if not (folder / "rules").exists():
        shutil.copytree(CASES / "shared-rules", folder / "rules")
    if not (folder / "mailcheck.toml").exists() and not (folder / "no-config").exists():
        (folder / "mailcheck.toml").write_text('rules = ["rules/"]\n')
    setup = folder / "setup.py"
    if setup.exists():
        subprocess.run([sys.executable, setup.name], cwd=folder, check=True)
        setup.unlink()


def run_case(case, program):
    with tempfile.TemporaryDirectory(prefix="mailcheck-case-") as top:
        os.chmod(top, 0o755)
        folder = pathlib.Path(top) / "case"
        copy_case(case, folder)
        as_nobody = {}
        if (case / "user").exists() and os.getuid() == 0:
            as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            # Nobody may not reach the build folder, as in a home folder that is closed to others.
            program = pathlib.Path(shutil.copy2(program, top))
            program.chmod(0o755)
        environment = {
            "PATH": f"{program.parent}:/usr/local/bin:/usr/bin:/bin",
            "HOME": f"{top}/home",
            "LC_ALL": "C.UTF-8",
        }
        done = subprocess.run(
            ["sh", "-c", (case / "cmd").read_text()], cwd=folder, env=environment,
            stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False, **as_nobody)
        for path in [folder, *folder.rglob("*")]:  # so that the copy can be removed
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
        return {
            "out": done.stdout,
            "err": done.stderr,
            "status": b"" if done.returncode == 0 else b"%d\n" % done.returncode,
        }


def expected_of(case):
    return {name: (case / name).read_bytes() if (case / name).exists() else b""
            for name in EXPECTED}


def accept(case, got):
    for name in EXPECTED:
        if got[name]:
            (case / name).write_bytes(got[name])
        else:
            (case / name).unlink(missing_ok=True)


def show_difference(case, expected, got):
    print(f"FAILED {case.relative_to(CASES)}")
    for name in EXPECTED:
        if expected[name] == got[name]:
            continue
        lines = [[repr(line)[2:-1] if b"\x1b" in line else line.decode("utf-8", "backslashreplace")
                  for line in text.splitlines(keepends=False)]
                 for text in (expected[name], got[name])]
        print("\n".join(difflib.unified_diff(*lines, f"expected {name}", f"got {name}",
                                             lineterm="")))


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    areas = sys.argv[2:] or sorted(p.name for p in CASES.iterdir() if p.is_dir())
    cases = sorted(cmd.parent for area in areas for cmd in (CASES / area).glob("*/cmd"))
    if not cases:
        sys.exit(f"there are no cases in {' '.join(areas)}")
    accepting = os.environ.get("MAILCHECK_ACCEPT") == "1"
    failed = 0
    for case in cases:
        got = run_case(case, program)
        if accepting:
            accept(case, got)
        elif got != (expected := expected_of(case)):
            failed += 1
            show_difference(case, expected, got)
    if accepting:
        print(f"{len(cases)} cases rewritten; read the diff")
        sys.exit(SKIPPED)
    print(f"{len(cases) - failed} of {len(cases)} cases as expected")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
