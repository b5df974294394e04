"""What the tests of this folder share: runs that are measured and confined, and a list of what did not hold."""

import os
import pathlib
import resource
import subprocess
import sys
import tempfile

SKIPPED = 77
NOW = "2026-03-05T09:00:00+01:00"
MIB = 1 << 20
DRAFT = """From: Olga Berg <olga@example.org>
To: Dana Park <dana@example.com>
Subject: Thank you

Dear Dana,

Thank you for you time on Tuesday. I definately want the the job, and I look forward to starting soon.

Kind regards,
Olga Berg
"""


class Done:
    """How a run ended: `status` (negative: by a signal), `out`, `err`, `seconds` of CPU, `mib` resident at most."""

    def __init__(self, status, out, err, usage):
        self.status, self.out, self.err = status, out, err
        self.seconds = usage.ru_utime + usage.ru_stime
        self.mib = usage.ru_maxrss / 1024


def environment(home, **more):
    return {"PATH": "/usr/bin:/bin", "HOME": str(home), "LC_ALL": "C.UTF-8", **more}


def run(command, cwd, data=b"", stack_kib=None, cpu_seconds=60, env=None):
    """Runs a command to its end; its output goes through files, so that it never waits for us."""

    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
        if stack_kib is not None:
            resource.setrlimit(resource.RLIMIT_STACK, (stack_kib * 1024, stack_kib * 1024))

    with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        stdin.write(data)
        stdin.seek(0)
        process = subprocess.Popen([str(word) for word in command], cwd=cwd, stdin=stdin, stdout=out, stderr=err,
                                   env=env or environment(cwd), preexec_fn=limit)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return Done(process.returncode, out.read(), err.read(), usage)


class Faults:
    """Counts what was looked at; `finish` prints what did not hold and ends the test."""

    def __init__(self):
        self.looked_at, self.found = 0, []

    def check(self, holds, message):
        self.looked_at += 1
        if not holds:
            self.found.append(message)
            print("! " + message, flush=True)

    def finish(self, what):
        print(f"{what}: {self.looked_at} things looked at, {len(self.found)} did not hold")
        sys.exit(bool(self.found))


def program():
    return pathlib.Path(sys.argv[1]).resolve()
