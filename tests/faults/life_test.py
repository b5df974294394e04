#!/usr/bin/env python3
"""A language server ends when it should: at the end of its input within a second, with its editor within five, by signals,
by shutdown and exit in any order, each time with the right status; nothing is left running.

Usage: life_test.py MAILCHECK [EDITORS KILLED]"""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

from faults import Faults, environment, program

INITIALIZE = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}
SHUTDOWN = {"jsonrpc": "2.0", "id": 2, "method": "shutdown"}
EXIT = {"jsonrpc": "2.0", "method": "exit"}
OPEN = {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {
    "uri": "file:///d/a.txt", "languageId": "mail", "version": 1, "text": "I definately want it.\n" * 200}}}
# An editor that starts a server, says which process it is itself, and is killed.
EDITOR = """
import json, os, subprocess, sys, time
hold_read, hold_write = os.pipe()
server = subprocess.Popen([sys.argv[1], "lsp"], stdin=hold_read, stdout=subprocess.DEVNULL, pass_fds=[hold_write])
text = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize",
                   "params": {"processId": os.getpid(), "capabilities": {}}})
os.write(hold_write, f"Content-Length: {len(text)}\\r\\n\\r\\n{text}".encode())
print(server.pid, flush=True)
time.sleep(600)
"""


def framed(message):
    text = json.dumps(message)
    return f"Content-Length: {len(text.encode())}\r\n\r\n{text}".encode()


def is_running(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


def talk(folder, messages, end):
    """Says the messages, then does `end` with the process; its status and the seconds until it ended."""
    # Whoever runs the tests may ignore it, as nohup does, and a process inherits that.
    hang_up = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    process = subprocess.Popen([program(), "lsp"], cwd=folder, env=environment(folder), stdin=subprocess.PIPE,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    signal.signal(signal.SIGHUP, hang_up)
    for message in messages:
        process.stdin.write(framed(message))
    process.stdin.flush()
    if not any(message is EXIT for message in messages):
        time.sleep(0.2)
    begin = time.monotonic()
    end(process)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    seconds = time.monotonic() - begin
    process.stdin.close()
    process.stderr.close()
    return process.returncode, seconds


def main():
    faults = Faults()
    editors = int(sys.argv[2]) if len(sys.argv) > 2 else 6
    with tempfile.TemporaryDirectory(prefix="mailcheck-life-") as top:
        folder = pathlib.Path(top)
        close, nothing = lambda process: process.stdin.close(), lambda process: None
        for name, messages, end, expected in (
                ("the input ends at once", [], close, 1),
                ("the input ends after initialize", [INITIALIZE], close, 1),
                ("the input ends in the middle of work", [INITIALIZE, OPEN], close, 1),
                ("the input ends after shutdown", [INITIALIZE, SHUTDOWN], close, 0),
                ("shutdown and exit", [INITIALIZE, SHUTDOWN, EXIT], nothing, 0),
                ("exit without shutdown", [INITIALIZE, EXIT], nothing, 1),
                ("exit at once", [EXIT], nothing, 1),
                ("shutdown before initialize", [SHUTDOWN, EXIT], nothing, 1),
                ("shutdown twice", [INITIALIZE, SHUTDOWN, SHUTDOWN, EXIT], nothing, 0),
                ("SIGTERM", [INITIALIZE, OPEN], lambda process: process.send_signal(signal.SIGTERM), -signal.SIGTERM),
                ("SIGINT", [INITIALIZE], lambda process: process.send_signal(signal.SIGINT), -signal.SIGINT),
                ("SIGHUP", [INITIALIZE], lambda process: process.send_signal(signal.SIGHUP), -signal.SIGHUP)):
            status, seconds = talk(folder, messages, end)
            faults.check(status == expected, f"{name}: status {status}, not {expected}")
            faults.check(seconds <= 3, f"{name}: {seconds:.1f} s")
        started = []
        for _ in range(editors):
            editor = subprocess.Popen([sys.executable, "-c", EDITOR, str(program())], cwd=folder, env=environment(folder),
                                      stdout=subprocess.PIPE, text=True)
            started.append((editor, int(editor.stdout.readline())))
        time.sleep(0.5)
        for editor, pid in started:
            faults.check(is_running(pid), "a server ended before its editor")
            editor.kill()
            editor.wait()
            editor.stdout.close()
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline and any(is_running(pid) for _, pid in started):
            time.sleep(0.1)
        for _, pid in started:
            orphan = is_running(pid)
            faults.check(not orphan, "a server outlived its editor")
            if orphan:
                os.kill(pid, signal.SIGKILL)
    faults.finish("the life of a server")


main()
