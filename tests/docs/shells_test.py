#!/usr/bin/env python3
"""Completions in the real shells: what is offered after the words of a line. A shell that is missing is
skipped, and that is said.

Usage: shells_test.py MAILCHECK
"""

import os
import pathlib
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
# The line, up to where Tab is pressed; what must be offered; what must not.
LINES = [
    ("mailcheck expl", {"explain", "explain-word"}, {"stats"}),
    ("mailcheck check --form", {"--format"}, {"--origin"}),
    ("mailcheck --format js", {"json", "jsonl"}, {"html"}),
    ("mailcheck config --or", {"--origin"}, set()),
    ("mailcheck explain assumed-out", {"assumed-outcome"}, set()),
    ("mailcheck --fail-on su", {"suggestion"}, {"error"}),
    ("mailcheck completions f", {"fish"}, {"bash"}),
    ("mailcheck hook inst", {"install"}, {"git"}),
    ("mailcheck stats dra", {"draft.txt"}, {"other.txt"}),
    ("mailcheck dra", {"draft.txt"}, {"other.txt"}),
]

BASH = """
source completions
COMP_LINE=$1 COMP_POINT=${#1}
read -ra COMP_WORDS <<< "$1"
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
compopt() { :; }
_mailcheck
printf '%s\\n' "${COMPREPLY[@]}"
"""

def bash(folder, line, _wanted):
    done = subprocess.run(["bash", "--norc", "-c", BASH, "bash", line], cwd=folder, capture_output=True, text=True, check=False)
    return set(done.stdout.split()), done.stderr


def fish(folder, line, _wanted):
    done = subprocess.run(["fish", "--no-config", "-c", "source completions; complete -C $argv[1]", line], cwd=folder,
                          capture_output=True, text=True, check=False, env={"PATH": f"{PROGRAM.parent}:/usr/bin:/bin",
                                                                            "HOME": str(folder), "LC_ALL": "C.UTF-8"})
    return {offer.split("\t")[0] for offer in done.stdout.splitlines()}, done.stderr


def read_all(terminal, seconds):
    """What the terminal shows until it is quiet."""
    shown = b""
    while select.select([terminal], [], [], seconds)[0]:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    return shown.decode("utf-8", "replace")


def words_of(shown):
    return set(re.findall(r"[\w.-]+", re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|.\x08", "", shown)))


def zsh(folder, line, wanted):
    """In a terminal, because zsh completes nowhere else: types the line and Tab, and reads what is shown."""
    (folder / "zsh").mkdir(exist_ok=True)
    shutil.copy(folder / "completions", folder / "zsh" / "_mailcheck")
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execvpe("zsh", ["zsh", "-f", "-i"], {"PATH": f"{PROGRAM.parent}:/usr/bin:/bin", "HOME": str(folder),
                                                 "LC_ALL": "C.UTF-8", "TERM": "dumb", "COLUMNS": "200"})
    setup = (f"PROMPT='' RPS1='' fpath=({folder}/zsh $fpath); autoload -Uz compinit; compinit -u -D; LISTMAX=1000; "
             "setopt no_beep no_list_beep; unsetopt zle_bracketed_paste; print REA''DY\n")
    os.write(terminal, setup.encode())
    shown = ""
    for _ in range(20):
        shown += read_all(terminal, 1)
        if "READY" in shown:
            break
    os.write(terminal, line.encode() + b"\t")
    shown = read_all(terminal, 2)
    if not wanted <= words_of(shown):  # what all have in common was put in; the next Tab lists them
        os.write(terminal, b"\t")
        shown += read_all(terminal, 2)
    os.kill(child, signal.SIGKILL)
    os.close(terminal)
    os.waitpid(child, 0)
    return words_of(shown), ""


def main():
    failed = passed = 0
    skipped = []
    for name, offers in {"bash": bash, "zsh": zsh, "fish": fish}.items():
        if not shutil.which(name):
            skipped.append(name)
            continue
        with tempfile.TemporaryDirectory(prefix="mailcheck-shell-") as top:
            folder = pathlib.Path(top)
            for file in ("draft.txt", "other.txt"):
                (folder / file).write_text("x\n")
            script = subprocess.run([PROGRAM, "completions", name], capture_output=True, text=True, check=True).stdout
            (folder / "completions").write_text(script)
            for line, wanted, unwanted in LINES:
                got, problem = offers(folder, line, wanted)
                if wanted <= got and not unwanted & got and not problem:
                    passed += 1
                    continue
                failed += 1
                print(f"FAILED {name}: {line!r} offers {sorted(got)[:12]}, not {sorted(wanted)} {problem}")
    for name in skipped:
        print(f"skipped: there is no {name}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0 if passed else 77)


if __name__ == "__main__":
    main()
