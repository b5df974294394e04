#!/usr/bin/env python3
"""The safe writer: whenever `mailcheck --fix` is killed, or a system call of it fails, the draft is either as it was or whole and fixed.

Every system call from the one that reads the draft last to the end is a place where the program is killed (SIGKILL), for four
kinds of file. Calls that write fail with ENOSPC, EIO and EINTR in their turn, and writes come up short. Then folders that may not
be written to, a full file system (needs root), hard links, and several writers at once.

Usage: writer_test.py MAILCHECK        needs strace; says what it passes over, and exits with 77 when that is all of it
"""
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
import time

SKIPPED = 77
NOBODY = 65534
ROUNDS = int(os.environ.get("MAILCHECK_ROUNDS", "50"))
TEXT = "Dear Ms. Park,\n\nThank  you for the the hour , and for an useful talk.\n\nKind regards,\nLee\n"
EML = ("To: Dana Park <dana@example.org>\nSubject: Thanks\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
       "Content-Transfer-Encoding: quoted-printable\n\n" + TEXT.replace("useful", "useful=\n ").replace("Lee", "Zo=C3=AB"))
KINDS = {"text": ("t.txt", TEXT.encode()), "message": ("t.eml", EML.encode()), "crlf": ("t.txt", TEXT.replace("\n", "\r\n").encode()),
         "link": ("t.txt", TEXT.encode())}
WRITES = ("write", "pwrite64", "writev", "ftruncate", "fsync", "fdatasync", "close", "linkat", "renameat", "renameat2", "rename", "fchmod", "fchown", "openat", "fstat",
          "newfstatat", "flistxattr", "fsetxattr", "fgetxattr", "faccessat", "faccessat2", "readlink", "read", "lseek", "unlinkat", "statx")

failures = []
passed_over = []


def check(condition, what):
    if not condition:
        failures.append(what)


class Place:
    """A folder with one draft in it."""

    def __init__(self, top, kind):
        self.folder = pathlib.Path(top) / kind
        self.kind = kind
        name, self.old = KINDS[kind]
        self.draft = self.folder / name
        self.target = self.folder / "far" / "real.txt" if kind == "link" else self.draft
        self.reset()

    def reset(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self.target.write_bytes(self.old)
        self.target.chmod(0o640)
        if self.target != self.draft:
            self.draft.symlink_to("far/real.txt")

    def bytes(self):
        return self.target.read_bytes() if self.target.exists() else None

    def strangers(self):
        return [p.name for p in self.folder.rglob("*") if p not in (self.draft, self.target, self.folder / "far")]


def run(program, place, *before, **options):
    return subprocess.run([*before, program, "--no-config", "--color", "never", "--jobs", "1", "--fix", str(place.draft)], check=False,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=60, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
                          **{k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}}, **options)


def calls_of(program, place, top):
    """The system calls of a run, in order, each with its number among those of its name, from the first that touches the draft."""
    trace = pathlib.Path(top) / "trace"
    run(program, place, "strace", "-f", "-qq", "-o", str(trace))
    counts = {}
    calls = []
    touched = False
    for line in trace.read_text(errors="replace").splitlines():
        if not (found := re.match(r"(?:\d+ +)?(\w+)\(", line)):
            continue
        name = found[1]
        counts[name] = counts.get(name, 0) + 1
        touched = touched or str(place.draft) in line
        if touched and name not in ("exit_group", "execve"):
            calls.append((name, counts[name]))
    return calls


def check_state(place, new, what, status=None):
    now = place.bytes()
    check(now in (place.old, new), f"{what}: the file is {'gone' if now is None else f'neither old nor new ({len(now)} bytes)'}")
    if place.target != place.draft:
        check(place.draft.is_symlink(), f"{what}: the link is one no more")
    if now is not None:
        mode = stat.S_IMODE(place.target.stat().st_mode)
        check(mode == 0o640, f"{what}: the mode is {mode:o}")
    if status is not None and now == place.old:
        check(status == 2, f"{what}: nothing was written, and the status is {status}")


def killed_at_every_call(program, top):
    points = leftovers = 0
    for kind in KINDS:
        place = Place(top, kind)
        done = run(program, place)
        new = place.bytes()
        check(new != place.old and done.returncode in (0, 1), f"{kind}: nothing was fixed: {done}")
        check_state(place, new, kind)
        check(not place.strangers(), f"{kind}: there are {place.strangers()}")
        place.reset()
        for name, number in calls_of(program, place, top):
            place.reset()
            run(program, place, "strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={name}", "-e", f"inject={name}:signal=KILL:when={number}")
            points += 1
            check_state(place, new, f"{kind}, killed at {name} {number}")
            if place.strangers():
                leftovers += len(place.strangers())
                # It is no hindrance, and once it is old the next run takes it away.
                left = next(path for path in place.target.parent.iterdir() if path.name.startswith(".mailcheck-"))
                os.utime(left, (1, 1))
                place.target.write_bytes(place.old)
                run(program, place)
                check(place.bytes() == new and not place.strangers(), f"{kind}: after {name} {number} there is still {place.strangers()}")
    check(points >= 100, f"only {points} places to be killed at")
    check(leftovers <= len(KINDS), f"{leftovers} files were left behind")
    return f"killed at {points} calls, {leftovers} files left behind"


def failing_calls(program, top):
    points = 0
    for kind in ("message", "link"):
        place = Place(top, kind)
        run(program, place)
        new = place.bytes()
        place.reset()
        calls = [call for call in calls_of(program, place, top) if call[0] in WRITES]
        for name, number in calls:
            for error in ("ENOSPC", "EIO", "EINTR"):
                place.reset()
                done = run(program, place, "strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={name}", "-e", f"inject={name}:error={error}:when={number}")
                points += 1
                what = f"{kind}, {error} from {name} {number}"
                check(done.returncode in (0, 1, 2), f"{what}: ended with {done.returncode}: {done.stderr[-300:]!r}")
                check_state(place, new, what, done.returncode)
                if name != "unlinkat":
                    check(not place.strangers(), f"{what}: there are {place.strangers()}")
    return f"{points} failing calls"


def short_writes(program, top):
    """A write that takes fewer bytes than it was given is no error (write(2)); here it takes none, four times in a row."""
    place = Place(top, "text")
    run(program, place)
    new = place.bytes()
    for number in range(1, 40):
        place.reset()
        run(program, place, "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=write", "-e", f"inject=write:retval=0:when={number}..{number + 3}")
        check_state(place, new, f"write {number} takes nothing")
    return "short writes"


def folders_that_are_closed(program, top):
    place = Place(top, "text")
    as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.getuid() == 0 else {}
    os.chmod(top, 0o755)
    program = str(shutil.copy2(program, pathlib.Path(top) / "mailcheck"))
    for folder_mode, file_mode in ((0o555, 0o666), (0o777, 0o444)):
        place.reset()
        place.target.chmod(file_mode)
        place.folder.chmod(folder_mode)
        done = run(program, place, **as_nobody)
        place.folder.chmod(0o755)
        what = f"folder {folder_mode:o}, file {file_mode:o}"
        check(place.bytes() == place.old and done.returncode == 2 and b"permission denied" in done.stderr, f"{what}: {done}")
        check(not place.strangers(), f"{what}: there are {place.strangers()}")
    return "closed folders"


def hard_links(program, top):
    place = Place(top, "text")
    other = pathlib.Path(top) / "other-name"
    os.link(place.target, other)
    done = run(program, place)
    check(done.returncode == 2 and b"hard links" in done.stderr, f"hard link: {done}")
    check(place.bytes() == other.read_bytes() == place.old, "hard link: something was written")
    other.unlink()
    place.reset()
    before = place.target.stat()
    place.target.write_bytes(b"Dear Ms. Park,\n\nThank you.\n")
    before = place.target.stat()
    run(program, place)
    after = place.target.stat()
    check((before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns), "nothing to fix, and the file was written")
    return "hard links"


def full_file_system(program, top):
    folder = pathlib.Path(top) / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if os.getuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        passed_over.append("a full file system (it cannot be mounted here)")
        return None
    try:
        draft = folder / "t.txt"
        draft.write_bytes((TEXT * 200).encode())
        old = draft.read_bytes()
        filler = os.open(folder / "filler", os.O_WRONLY | os.O_CREAT)
        try:
            while os.write(filler, b"x" * 4096) > 0:
                pass
        except OSError:
            pass
        os.close(filler)
        done = subprocess.run([program, "--no-config", "--fix", str(draft)], capture_output=True, check=False)
        check(done.returncode == 2 and b"no space left" in done.stderr, f"full: {done.returncode} {done.stderr}")
        check(draft.read_bytes() == old, "full: the draft has changed")
        check(sorted(p.name for p in folder.iterdir()) == ["filler", "t.txt"], "full: something was left behind")
    finally:
        subprocess.run(["umount", str(folder)], check=False)
    return "a full file system"


def several_writers(program, top):
    """Eight `--fix` and an editor that saves at once: the draft is always one of the texts that somebody wrote, whole."""
    folder = pathlib.Path(top) / "several"
    folder.mkdir()
    draft = folder / "t.txt"
    texts = [TEXT.replace("Lee", f"Lee {i}") for i in range(3)]
    allowed = set()
    for text in texts:
        draft.write_text(text)
        subprocess.run([program, "--no-config", "--fix", str(draft)], capture_output=True, check=False)
        allowed |= {text.encode(), draft.read_bytes()}
    losers = 0
    for number in range(ROUNDS):
        draft.write_text(texts[0])
        runs = [subprocess.Popen([program, "--no-config", "--quiet", "--fix", str(draft)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(8)]

        def save(text=texts[1 + number % 2], pause=number % 10 / 1000):
            time.sleep(pause)
            saved = folder / "editor"
            saved.write_text(text)
            saved.rename(draft)
        editor = threading.Thread(target=save)
        editor.start()
        seen = set()
        while any(one.poll() is None for one in runs):
            seen.add(draft.read_bytes())
        editor.join()
        for one in runs:
            _, said = one.communicate()
            check(one.returncode in (0, 1, 2), f"several: one ended with {one.returncode}: {said}")
            losers += b"changed by another program" in said
        seen.add(draft.read_bytes())
        check(seen <= allowed, f"several: the draft was torn in round {number}")
        check([p.name for p in folder.iterdir()] == ["t.txt"], f"several: {os.listdir(folder)}")
    return f"{ROUNDS} rounds of eight writers and an editor, {losers} gave way"


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    parts = [folders_that_are_closed, hard_links, full_file_system, several_writers]
    traced = shutil.which("strace") and subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode == 0
    if traced:
        parts = [killed_at_every_call, failing_calls, short_writes, *parts]
    else:
        passed_over.append("system calls that end or fail (strace cannot be used here)")
    with tempfile.TemporaryDirectory(prefix="mailcheck-writer-") as top:
        for part in parts:
            begin = time.monotonic()
            what = part(program, top)
            if what:
                print(f"{what}, {time.monotonic() - begin:.1f} s", flush=True)
            for name in os.listdir(top):
                path = pathlib.Path(top) / name
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    for what in passed_over:
        print(f"passed over: {what}")
    print("\n".join(failures[:40]) or "the draft was whole at every moment")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
