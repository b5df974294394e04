#!/usr/bin/env python3
"""A draft stays where it is. Its words stand in the intended output and nowhere else: not in messages on standard error,
not in files, not in a core file. No call of the system opens a socket, starts a program or writes a file; the kernel is
asked to see to that, where it has Landlock.

Usage: privacy_test.py MAILCHECK CONFINEMENT-PROBE      what needs strace is left out without it"""

import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from faults import NOW, Faults, environment, program

CANARY = "kanarienvogel-9b1d4c7e"
MAIL = f"""From: Olga {CANARY}a Berg <{CANARY}b@example.org>
To: Dana Park <dana@example.com>
Subject: {CANARY}c
X-{CANARY}d: x
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Dear {CANARY}e,

Thank you for you time. I definately want {CANARY}f.
--b
Content-Type: application/pdf; name="{CANARY}g.pdf"
Content-Disposition: attachment; filename="{CANARY}g.pdf"

x
--b--
"""
PROBE = pathlib.Path(sys.argv[2]).resolve()
# What a run may open, and only to read.
READ = re.compile(r"/(etc/ld\.so|lib|usr/lib|usr/share/(zoneinfo|hunspell|myspell|locale)|etc/(localtime|timezone)|sys/devices/system/"
                  r"cpu|sys/fs/cgroup|proc/(self|cpuinfo|stat)|dev/null)")
SOCKETS = ("socket", "socketpair", "connect", "bind", "sendto", "sendmsg", "ptrace", "process_vm_readv")
MAKING = ("creat", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink",
          "unlinkat", "truncate", "ftruncate", "mknod", "mknodat", "memfd_create")


def traced(faults, name, folder, arguments, data=b""):
    """Runs the program under strace and looks at what it asked the system for."""
    log = folder.parent / "trace"
    command = ["strace", "-f", "-qq", "-e", "trace=%network,%file,%process,%desc", "-e", "signal=none", "-s", "0", "-o", log,
               program(), *arguments]
    subprocess.run([str(word) for word in command], cwd=folder, input=data, capture_output=True, timeout=120, check=False,
                   env=environment(folder))
    started = 0
    for line in log.read_text(errors="replace").splitlines():
        call = re.match(r"\d+ +(\w+)\((.*)", line)
        if call is None or " = -1 E" in line and call[1] not in SOCKETS:
            continue
        faults.check(call[1] not in SOCKETS + MAKING, f"{name}: {line}")
        faults.check(not (call[1] in ("clone", "clone3", "fork", "vfork") and "CLONE_THREAD" not in line), f"{name}: {line}")
        if call[1] in ("execve", "execveat"):
            started += 1
        if call[1] in ("open", "openat"):
            faults.check(not re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE", line) or "/dev/null" in line, f"{name}: {line}")
            path = re.search(r'"([^"]*)"', line)
            faults.check(path is None or not path[1].startswith("/") or READ.match(path[1])
                         or path[1].startswith((str(folder), str(program().parent))), f"{name}: {line}")
    faults.check(started == 1, f"{name}: {started} programs were started")
    faults.check(log.stat().st_size > 1000, f"{name}: nothing was traced")


def framed(*messages):
    texts = [json.dumps({"jsonrpc": "2.0", **message}) for message in messages]
    return "".join(f"Content-Length: {len(text.encode())}\r\n\r\n{text}" for text in texts).encode()


def session_of(text):
    return framed({"id": 1, "method": "initialize", "params": {"processId": os.getpid(), "capabilities": {}}},
                  {"method": "textDocument/didOpen", "params": {"textDocument": {
                      "uri": f"file:///d/{CANARY}h.eml", "languageId": "mail", "version": 1, "text": text}}},
                  {"id": 2, "method": f"{CANARY}/unknown"}, {"method": "textDocument/didChange", "params": text},
                  {"id": 3, "method": "shutdown"}, {"method": "exit"})


def quiet(faults, name, folder, arguments, data=b"", status=(0, 1, 2), limits=()):
    """Runs the program and expects no canary in anything but standard output."""
    before = sorted(folder.parent.rglob("*"))

    def limit():
        resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        for what, most in limits:
            resource.setrlimit(what, (most, most))

    try:
        done = subprocess.run([program(), *arguments], cwd=folder, input=data, capture_output=True, timeout=120, check=False,
                              env=environment(folder, TMPDIR=str(folder)), preexec_fn=limit)
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        faults.check(False, f"{name}: {error}")
        return None
    faults.check(done.returncode in status, f"{name}: status {done.returncode}, {done.stderr[-300:]!r}")
    faults.check(CANARY.encode() not in done.stderr, f"{name}: on standard error: {done.stderr[:300]!r}")
    faults.check(sorted(folder.parent.rglob("*")) == before, f"{name}: a file was left")
    return done


def crash(faults, folder):
    """Killed by a fault while it holds a draft, the program says nothing of it and writes no core file."""
    before = sorted(folder.parent.rglob("*"))

    def limit():
        resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    for number in (signal.SIGSEGV, signal.SIGABRT):
        process = subprocess.Popen([program(), "-"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=environment(folder), preexec_fn=limit)
        process.stdin.write(MAIL.encode())
        process.stdin.flush()
        time.sleep(0.3)
        limits = pathlib.Path(f"/proc/{process.pid}/limits").read_text()
        faults.check(re.search(r"Max core file size +0 +0 ", limits), f"core files: {limits.splitlines()[5]}")
        process.send_signal(number)
        out, err = process.communicate(timeout=10)
        faults.check(process.returncode == -number, f"signal {number}: {process.returncode}")
        faults.check(CANARY.encode() not in out + err, f"signal {number}: {out + err!r}")
    faults.check(sorted(folder.parent.rglob("*")) == before, "a crash left a file")


def confinement(faults, top):
    """What the kernel refuses once the program has confined itself."""
    reading = {"read"}
    writing = reading | {"write", "truncate", "create", "create without a name", "make a folder", "link", "rename", "remove"}
    for mode, allowed in (("none", reading), ("wanted", writing)):
        folder = top / f"confined-{mode}"
        folder.mkdir()
        (folder / "old").write_text("old")
        (folder / "gone").write_text("gone")
        done = subprocess.run([PROBE, mode, folder], capture_output=True, text=True, timeout=60, check=False)
        if done.returncode == 77:
            print("the kernel has no Landlock; what it would refuse is not shown")
            return
        can = dict(line.split(": ") for line in done.stdout.splitlines())
        faults.check(len(can) == 11, f"{mode}: {done.stdout!r} {done.stderr!r}")
        for name, answer in can.items():
            if name == "connect" and answer == "yes":
                print("the kernel's Landlock knows no network")
                continue
            faults.check(answer == ("yes" if name in allowed else "no"), f"{mode}, {name}: {answer}")


def main():
    faults = Faults()
    with tempfile.TemporaryDirectory(prefix="mailcheck-privacy-") as base:
        top = pathlib.Path(base)
        folder = top / "project"
        folder.mkdir()
        (folder / "d.eml").write_text(MAIL)
        (folder / "no.eml").write_text(MAIL)
        (folder / "mailcheck.toml").write_text('[spelling]\nwords = ["dbt"]\n')
        plain = ["--now", NOW, "d.eml"]
        intended = quiet(faults, "text", folder, plain)
        faults.check(intended and CANARY.encode() in intended.stdout, "the canary does not sing where it may")
        quiet(faults, "--verbose", folder, ["--verbose", *plain])
        quiet(faults, "JSON", folder, ["--format", "json", *plain])
        quiet(faults, "--progress", folder, ["--progress", "always", *plain])
        quiet(faults, "--diff", folder, ["--fix", "--unsafe-fixes", "--diff", *plain])
        quiet(faults, "stats", folder, ["stats", "d.eml"])
        quiet(faults, "dump", folder, ["dump", "d.eml"])
        quiet(faults, "too large", folder, ["-"], (MAIL + "x" * (1 << 20)).encode(), (2,))
        quiet(faults, "a server", folder, ["lsp"], session_of(MAIL))
        quiet(faults, "a server that is sent no JSON", folder, ["lsp"], MAIL.encode() * 100)
        for mib in (24, 40):
            done = quiet(faults, f"{mib} MiB of memory", folder, ["--jobs", "1", "--now", NOW, "-"],
                         (MAIL + f"{CANARY} \u0301" * 40_000)[:1 << 20].encode(),
                         (0, 1, 2, 127), [(resource.RLIMIT_AS, mib << 20)])
            if done is not None and done.returncode == 2:
                faults.check(b"out of memory" in done.stderr or b"limit" in done.stdout, f"{mib} MiB: {done.stderr!r}")
        crash(faults, folder)
        confinement(faults, top)
        if shutil.which("strace"):
            for name, arguments, data in (
                    ("check", plain, b""), ("threads", ["--jobs", "4", "--now", NOW, "d.eml", "no.eml"], b""),
                    ("standard input", ["-"], MAIL.encode()), ("dump", ["dump", "d.eml"], b""),
                    ("rules", ["rules"], b""), ("another language", ["--lang", "de-DE", *plain], b""),
                    ("a server", ["lsp"], session_of(MAIL))):
                traced(faults, name, folder, arguments, data)
        else:
            print("strace is not installed; calls of the system are not looked at")
    faults.finish("privacy")


main()
