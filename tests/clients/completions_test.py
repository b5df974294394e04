#!/usr/bin/env python3
"""The scripts of `mailcheck completions` in the shells that are here.

Usage: completions_test.py MAILCHECK
"""
import pathlib
import shutil
import subprocess
import sys

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
failures = []


def check(condition, what):
    if not condition:
        failures.append(what)


def script(shell):
    return subprocess.run([PROGRAM, "completions", shell], capture_output=True, check=True, text=True).stdout


def in_bash(*words):
    """What bash would offer for the last word."""
    quoted = " ".join(f"'{word}'" for word in words)
    line = f'{script("bash")}\nCOMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _mailcheck; printf "%s\\n" "${{COMPREPLY[@]}}"'
    done = subprocess.run(["bash", "--norc", "-euc", line], capture_output=True, check=False, text=True)
    check(done.returncode == 0 and not done.stderr, f"bash, {words}: {done.stderr}")
    return done.stdout.split()


def main():
    check({"check", "lsp", "explain"} <= set(in_bash("mailcheck", "")), "commands")
    check(in_bash("mailcheck", "expl") == ["explain", "explain-word"], f"explain: {in_bash('mailcheck', 'expl')}")
    check("too-long" in in_bash("mailcheck", "explain", "too"), "rules behind explain")
    check(in_bash("mailcheck", "--format", "ju") == ["junit"], "formats without a command")
    check(in_bash("mailcheck", "check", "--format", "sa") == ["sarif"], "formats of check")
    check(in_bash("mailcheck", "dump", "--format", "") == ["text", "json"], "formats of dump")
    check("salary-mention" in in_bash("mailcheck", "--ignore", "sal"), "rules behind --ignore")
    check(in_bash("mailcheck", "--stage", "thank") == ["thank-you"], "stages")
    check("--baseline" in in_bash("mailcheck", "a.txt", "--ba"), "options")
    check(in_bash("mailcheck", "--config", "") == [], "files are bash's own")
    check(in_bash("mailcheck", "hook", "ins") == ["install"], "hook")
    for shell in ("zsh", "fish"):
        if not shutil.which(shell):
            print(f"passed over: {shell} is not here")
            continue
        done = subprocess.run([shell, "--no-execute" if shell == "fish" else "-n"], input=script(shell), capture_output=True, check=False, text=True)
        check(done.returncode == 0 and not done.stderr, f"{shell}: {done.stderr}")
    if shutil.which("fish"):
        line = script("fish") + '\ncomplete -C "mailcheck explain too-l"\ncomplete -C "mailcheck --format sar"\n'
        done = subprocess.run(["fish", "--no-config", "-c", line], capture_output=True, check=False, text=True)
        check("too-long" in done.stdout.split() and "sarif" in done.stdout.split(), f"fish offers {done.stdout} {done.stderr}")
    wrong = subprocess.run([PROGRAM, "completions", "tcsh"], capture_output=True, check=False)
    check(wrong.returncode == 2, "a shell that is not known")
    print("\n".join(failures) or "the shells complete")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
