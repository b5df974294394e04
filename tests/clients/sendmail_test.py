"""mailcheck-sendmail as mail programs call it: sendmail_test.py WRAPPER"""

import json
import os
import pty
import select
import sys
import time

from programs import BAD, GOOD, Checks, Folder

check = Checks()
wrapper = os.path.realpath(sys.argv[1])

FAKE = """#!/usr/bin/python3
import json, os, sys
open(os.environ["TAKEN"], "w").write(json.dumps([sys.argv[1:], sys.stdin.buffer.read().decode("latin-1")]))
sys.exit(int(os.environ.get("STATUS", "0")))
"""

folder = Folder(wrapper)
fake = folder.write("fake-sendmail", FAKE)
fake.chmod(0o755)
taken = folder.path / "taken"
WORDS = ["-oem", "-oi", "-f", "sam@example.net", "--", "dana@example.org"]


def send(message, *words, **environment):
    taken.unlink(missing_ok=True)
    environment = {"MAILCHECK_SENDMAIL": str(fake), "TAKEN": str(taken), **environment}
    # A new session has no terminal.
    done = folder.run("setsid", "-w", "mailcheck-sendmail", *(words or WORDS), stdin=message, **environment)
    return done, json.loads(taken.read_text()) if taken.exists() else None


done, got = send(GOOD)
check("a good mail is handed on with its arguments", done.returncode == 0 and got == [WORDS, GOOD], done)
check("nothing is said about it", done.stderr == "", done)

done, got = send(BAD)
check("a bad mail is refused with EX_DATAERR", done.returncode == 65 and got is None, done)
check("the reason is readable", "overly-casual-greeting" in done.stderr and "not sent" in done.stderr, done)

done, got = send(BAD, MAILCHECK_SENDMAIL_MODE="warn")
check("a warning sends", done.returncode == 0 and got is not None and "[" in done.stderr, done)

fields = "X-Mailcheck-Stage: thank-you\nX-MAILCHECK-Ignore: late-gratitude;\n it was said before\n"
done, got = send(fields + GOOD.replace("\n\nDear", "\nX-Mailcheck-Note: last\n\nDear", 1) + "X-Mailcheck-Body: stays\n",
                 MAILCHECK_SENDMAIL_MODE="warn")
check("fields of mailcheck's own are taken out, the body is not touched",
      got is not None and got[1] == GOOD + "X-Mailcheck-Body: stays\n", done)

crlf = (fields + GOOD).replace("\n", "\r\n")
done, got = send(crlf, MAILCHECK_SENDMAIL_MODE="warn")
check("line ends stay", got is not None and got[1] == GOOD.replace("\n", "\r\n"), done)

ordinary = "From: a@example.net\nTo: b@example.org\nSubject: lunch\n\nHey, lunch at twelve? lol!!!\n"
done, got = send(ordinary)
check("mail that follows no interview is handed on unjudged",
      done.returncode == 0 and got is not None and got[1] == ordinary and done.stderr == "", done)

done, got = send(GOOD, STATUS="75")
check("the status of the real sendmail is the wrapper's", done.returncode == 75, done)

done, got = send(GOOD, MAILCHECK_SENDMAIL="/nonexistent")
check("without a sendmail the mail waits (EX_TEMPFAIL)", done.returncode == 75 and got is None, done)
done, got = send(GOOD, MAILCHECK_SENDMAIL=os.path.realpath(wrapper))
check("it does not call itself", done.returncode == 75, done)
done, got = send(GOOD, MAILCHECK_SENDMAIL_MODE="sometimes")
check("an unknown mode is an error", done.returncode == 75 and got is None, done)

folder.write("mailcheck.toml", "[[[")
done, got = send(GOOD)
check("a broken configuration keeps the mail", done.returncode == 75 and got is None and "mailcheck.toml:1" in done.stderr,
      done)
folder.write("mailcheck.toml", 'fail-on = "never"\n')
done, got = send(BAD)
check("the configuration may forbid to refuse", done.returncode == 0 and got is not None, done)
(folder.path / "mailcheck.toml").unlink()

large = GOOD + "x" * (2 << 20)
done, got = send(large)
check("a mail too large to be checked is handed on, and that is said",
      done.returncode == 0 and got is not None and "not checked" in done.stderr, done)


def on_terminal(message, answers, **environment):
    """Runs the wrapper with a terminal that answers; returns the status and what the terminal showed."""
    taken.unlink(missing_ok=True)
    draft = folder.write("message", message)
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder.path)
        os.dup2(os.open(draft, os.O_RDONLY), 0)
        os.execve(wrapper, ["mailcheck-sendmail", *WORDS],
                  {**folder.environment, "MAILCHECK_SENDMAIL": str(fake), "TAKEN": str(taken), **environment})
    shown, left = b"", list(answers)
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                piece = os.read(terminal, 4096)
            except OSError:
                break
            if not piece:
                break
            shown += piece
            if left and piece.rstrip().endswith(b"[e/s/A]"):
                os.write(terminal, left.pop(0) + b"\n")
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), shown.decode(errors="replace")


status, shown = on_terminal(BAD, [b"s"])
check(f"“s” sends: {status} {shown}", status == 0 and taken.exists() and "overly-casual-greeting" in shown)
status, shown = on_terminal(BAD, [b""])
check(f"Enter aborts: {status} {shown}", status == 65 and not taken.exists())
editor = folder.write("editor", f"#!/bin/sh\ncat > \"$1\" <<'END'\n{GOOD}END\n")
editor.chmod(0o755)
status, shown = on_terminal(BAD, [b"e"], EDITOR=str(editor))
check(f"“e” edits and checks again: {status} {shown}",
      status == 0 and taken.exists() and json.loads(taken.read_text())[1] == GOOD)
status, shown = on_terminal(BAD, [b"s"], MAILCHECK_SENDMAIL_MODE="refuse")
check(f"“refuse” never asks: {status} {shown}", status == 65 and "[e/s/A]" not in shown)
check.end()
