#!/usr/bin/env python3
"""Lets each k-th allocation of a run fail, alone and with all after it: the run ends with a line and status 2, or gives the
very answer that it gives with enough memory. No signal, no half a file, nothing left behind.

Usage: memory_test.py MAILCHECK FAILING_MALLOC [POINTS A SCENARIO]      0: every allocation"""

import concurrent.futures
import json
import pathlib
import signal
import subprocess
import sys
import tempfile

from faults import DRAFT, NOW, Faults, environment, program

# Of static objects of the libraries, before `main` and before any draft is read; nobody can answer for these few.
BEFORE_MAIN = 8
SHIM = pathlib.Path(sys.argv[2]).resolve()
HTML = """From: Olga Berg <olga@example.org>
To: =?utf-8?Q?Zo=C3=AB?= Park <dana@example.com>
Subject: =?iso-2022-jp?B?GyRCJUYlOSVIGyhC?= thank you
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=windows-1251
Content-Transfer-Encoding: quoted-printable

Dear Dana,=20

Thank you for you time. =CF=F0=E8=E2=E5=F2.
--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

PGh0bWw+PGJvZHk+PHA+RGVhciBEYW5hLDwvcD48cD5UaGFuayB5b3UgZm9yIHlvdSB0aW1lICZhbXA7ICZoZWxsaXA7PC9wPjwvYm9keT48L2h0bWw+
--b--
"""
MARKDOWN = "Dear Dana,\n\n*Thank* you for [the talk](https://example.org) &amp; the `code`, I recieved it. Zoë 你好 สวัสดี\n\nOlga\n"
CONFIG = """rules = ["rules/"]
language = "en-GB"
[spelling]
words = ["dbt"]
dictionaries = ["words.txt"]
[interview]
company = "Nordlys AS"
interviewers = ["Dr. Marisol Okafor"]
date = 2026-03-03T10:00:00
time-zone = "Europe/Oslo"
"""
RULE = """severity = "warning"
message = "Found “{match}”."
help = "Do something else."
rationale = "None."
sources = ["https://example.org"]
[check]
name = "phrase"
in = ["body"]
patterns = ['\\b(?:you|my) time\\b']
[[example]]
bad = "It is {|my time|} now."
good = "It is."
"""


def framed(*messages):
    texts = [json.dumps({"jsonrpc": "2.0", **message}) for message in messages]
    return "".join(f"Content-Length: {len(text.encode())}\r\n\r\n{text}" for text in texts).encode()


SESSION = framed(
    {"id": 1, "method": "initialize", "params": {"capabilities": {}}}, {"method": "initialized", "params": {}},
    {"method": "textDocument/didOpen", "params": {"textDocument": {
        "uri": "file:///d/a.txt", "languageId": "mail", "version": 1, "text": DRAFT}}},
    {"id": 2, "method": "textDocument/codeAction", "params": {"textDocument": {"uri": "file:///d/a.txt"}, "context": {
        "diagnostics": []}, "range": {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}}},
    {"id": 3, "method": "textDocument/hover", "params": {"textDocument": {"uri": "file:///d/a.txt"},
                                                         "position": {"line": 6, "character": 16}}},
    {"id": 4, "method": "shutdown"}, {"method": "exit"})
ARGUMENTS = ["--now", NOW, "--jobs", "1"]
# Name: files, arguments, standard input.
SCENARIOS = {
    "text": ({"d.txt": DRAFT}, ["--no-config", *ARGUMENTS, "d.txt"], b""),
    "message": ({"d.eml": HTML}, ["--no-config", *ARGUMENTS, "--verbose", "d.eml"], b""),
    "JSON": ({"d.md": MARKDOWN}, ["--no-config", *ARGUMENTS, "--format", "json", "d.md"], b""),
    "fix": ({"d.txt": DRAFT}, ["--no-config", *ARGUMENTS, "--fix", "--unsafe-fixes", "d.txt"], b""),
    "configuration": ({"d.txt": DRAFT, "mailcheck.toml": CONFIG, "words.txt": "Brightline\n", "rules/own/own.toml": RULE},
                      [*ARGUMENTS, "d.txt"], b""),
    "session": ({}, ["lsp"], SESSION),
}


def lay(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def state(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def run(scenario, folder, **shim):
    files, arguments, data = SCENARIOS[scenario]
    lay(folder, files)
    variables = {f"MAILCHECK_FAIL_{name.upper()}": str(value) for name, value in shim.items()}
    done = subprocess.run([program(), *arguments], cwd=folder, input=data, capture_output=True, timeout=60, check=False,
                          env=environment(folder, LD_PRELOAD=str(SHIM), **variables))
    return done, state(folder)


def usual(scenario):
    with tempfile.TemporaryDirectory(prefix="mailcheck-memory-") as top, tempfile.NamedTemporaryFile() as counted:
        done, after = run(scenario, pathlib.Path(top), count=counted.name)
        return done, after, int(counted.read() or 0)


def look(scenario, number, on, expected):
    """What is wrong with a run whose allocation `number` fails; nothing is."""
    good, good_files, _ = expected
    with tempfile.TemporaryDirectory(prefix="mailcheck-memory-") as top:
        done, after = run(scenario, pathlib.Path(top), at=number, on=on)
    where = f"{scenario}, allocation {number}{' and all after' if on else ''}"
    if done.returncode == -signal.SIGABRT and number <= BEFORE_MAIN and done.stderr.startswith(b"terminate called"):
        return None
    if done.returncode < 0:
        return f"{where}: signal {-done.returncode}, {done.stderr[-200:]!r}"
    if done.returncode == good.returncode:
        if done.stdout != good.stdout:
            return f"{where}: status {done.returncode} with another output"
        return f"{where}: other files" if after != good_files else None
    if done.returncode != 2 and not (number < 20 and done.returncode == 127):  # the loader has a status of its own
        return f"{where}: status {done.returncode}, {done.stderr[-200:]!r}"
    before = {name: text.encode() for name, text in SCENARIOS[scenario][0].items()}
    if after not in (before, good_files):
        return f"{where}: a file is neither as it was nor as it should be: {sorted(after)}"
    if b"error" not in done.stderr:
        return f"{where}: nothing was said: {done.stderr[-200:]!r}"
    return None


def main():
    faults = Faults()
    points = int(sys.argv[3]) if len(sys.argv) > 3 else 40
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for scenario in SCENARIOS:
            expected = usual(scenario)
            count = expected[2]
            faults.check(expected[0].returncode in (0, 1) and count > 100,
                         f"{scenario}: status {expected[0].returncode}, {count} allocations, {expected[0].stderr!r}")
            step = max(count // points, 1) if points else 1
            # Every one of the first, in which the libraries are set up, then some.
            numbers = sorted({*range(1, min(count, points // 4 or count) + 1), *range(1, count + 1, step), count})
            looks = [pool.submit(look, scenario, number, on, expected) for number in numbers for on in (0, 1)]
            for one in looks:
                faults.check(one.result() is None, one.result())
            print(f"  {scenario}: {count} allocations, {len(looks)} runs")
    faults.finish("memory")


main()
