"""What the tests with real programs share: drafts, a program to run, a way to skip."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77

GOOD = """\
To: Dana Park <dana@example.org>
From: Sam Rivers <sam@example.net>
Subject: Thank you for the beekeeper interview

Dear Ms. Park,

Thank you for the interview on Tuesday for the beekeeper position. The way you split the strong hives in May, before they
think of swarming, stayed with me, and on the train I worked out what it would mean for the forty hives by the canal. At my
last place we lost a third of the swarms, and I would be glad to learn your method.

Please let me know if you need anything else before you decide.

Kind regards,
Sam Rivers
+44 7700 900123
"""

BAD = GOOD.replace("Dear Ms. Park,", "Hey Dana!!!").replace(
    "I would be glad to learn your method.", "I look forward to starting my new job on Monday, lol.")


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


class Folder:
    """A folder of its own, with a home in it and nothing of the user's."""

    def __init__(self, *programs):
        self.top = tempfile.TemporaryDirectory(prefix="mailcheck-clients-")
        self.path = pathlib.Path(self.top.name) / "work"
        self.path.mkdir()
        home = pathlib.Path(self.top.name) / "home"
        home.mkdir()
        folders = [str(pathlib.Path(program).resolve().parent) for program in programs]
        self.environment = {
            "PATH": ":".join([*folders, "/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin"]),
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1",
            "PRE_COMMIT_HOME": str(home / "pre-commit"),
        }

    def write(self, name, text):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def run(self, *command, stdin="", cwd=None, **environment):
        return subprocess.run(
            command, cwd=cwd or self.path, env={**self.environment, **environment}, input=stdin,
            capture_output=True, text=True, timeout=120, check=False)

    def git(self, *words, **settings):
        return self.run("git", *words, **settings)

    def make_repository(self):
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "Sam Rivers")
        self.git("config", "user.email", "sam@example.net")


class Checks:
    """Counts what holds and shows what does not."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def __call__(self, what, holds, shown=None):
        if holds:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED: {what}")
        if shown is not None:
            print(f"  status {shown.returncode}\n  out: {shown.stdout}\n  err: {shown.stderr}")

    def end(self):
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed else 0)


def needs(*programs):
    for program in programs:
        if shutil.which(program) is None and not os.path.exists(program):
            skip(f"there is no {program}")
