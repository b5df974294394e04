"""neomutt and aerc by docs/editors, from the composer to the program that sends: mailers_test.py WHICH WRAPPER PROGRAM EDITORS"""

import json
import os
import pathlib
import pty
import select
import sys
import time

from programs import BAD, GOOD, Checks, Folder, needs

which, wrapper, program, editors = sys.argv[1], sys.argv[2], sys.argv[3], pathlib.Path(sys.argv[4]).resolve()
needs(which)
check = Checks()

FAKE = """#!/usr/bin/python3
import json, os, sys
text = json.dumps([sys.argv[1:], sys.stdin.buffer.read().decode("latin-1")])
open(os.environ["TAKEN"], "w").write(text)
"""


def body(mail):
    return mail.split("\n\n", 1)[1]


class Mailer(Folder):
    def __init__(self):
        super().__init__(wrapper, program)
        fake = self.write("fake-sendmail", FAKE)
        fake.chmod(0o755)
        self.taken = self.path / "taken"
        self.home = pathlib.Path(self.environment["HOME"])
        self.environment |= {"MAILCHECK_SENDMAIL": str(fake), "TAKEN": str(self.taken), "TERM": "xterm",
                             "XDG_RUNTIME_DIR": str(self.home)}

    def sent(self):
        text = self.taken.read_text() if self.taken.exists() else ""
        return json.loads(text) if text else None


def neomutt():
    settings = f"source {editors}/neomutt/mailcheck.muttrc\nset from='sam@example.net'\nset realname='Sam Rivers'\nset copy=no\n"
    mailer = Mailer()
    settings = str(mailer.write("rc", settings))
    words = ["neomutt", "-n", "-F", settings]
    read = mailer.run(*words, "-Q", "sendmail", "-Q", "edit_headers")
    check("neomutt reads the settings", read.returncode == 0 and 'sendmail = "mailcheck-sendmail"' in read.stdout
          and "edit_headers = yes" in read.stdout, read)
    send = ["setsid", "-w", *words, "-s", "Thank you for the beekeeper interview", "--", "dana@example.org"]
    done = mailer.run(*send, stdin=body(GOOD))
    sent = mailer.sent()
    check("a good mail is sent", done.returncode == 0 and sent is not None, done)
    check("to whom it was written", sent is not None and sent[0][-1] == "dana@example.org" and body(GOOD) in sent[1], done)
    mailer.taken.unlink(missing_ok=True)
    done = mailer.run(*send, stdin=body(BAD))
    check("a bad one is not", done.returncode != 0 and mailer.sent() is None, done)
    check("and neomutt shows why", "assumed-outcome" in done.stdout + done.stderr, done)


def on_terminal(mailer, command, answers, is_over, seconds=60):
    """Runs a program on a terminal and types each answer once its words have come, until `is_over` says so of what the
    terminal showed, which is returned."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(mailer.path)
        os.execvpe(command[0], command, mailer.environment)
    shown, since, left = b"", 0, list(answers)
    end = time.monotonic() + seconds
    while time.monotonic() < end and not is_over(shown):
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                piece = os.read(terminal, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        if left and left[0][0] in shown[since:]:
            since = len(shown)
            os.write(terminal, left.pop(0)[1])
    try:
        os.kill(child, 15)
    except ProcessLookupError:
        pass
    os.waitpid(child, 0)
    os.close(terminal)
    return shown.decode(errors="replace")


def aerc():
    for mail in (GOOD, BAD):
        mailer = Mailer()
        for folder in ("Mail/INBOX/cur", "Mail/INBOX/new", "Mail/INBOX/tmp", ".config/aerc"):
            (mailer.home / folder).mkdir(parents=True, exist_ok=True)
        config = mailer.home / ".config/aerc"
        account = (editors / "aerc/accounts.conf").read_text().replace("/usr/bin/mailcheck-", "mailcheck-")
        (config / "accounts.conf").write_text(account + f"source = maildir://{mailer.home}/Mail\ndefault = INBOX\n"
                                              "from = Sam Rivers <sam@example.net>\n")
        (config / "accounts.conf").chmod(0o600)
        binds = pathlib.Path("/usr/share/aerc/binds.conf").read_text()
        ours = (editors / "aerc/binds.conf").read_text().split("[compose::review]\n")[1]
        (config / "binds.conf").write_text(binds.replace("[compose::review]\n", "[compose::review]\n" + ours))
        (config / "aerc.conf").write_text("[compose]\neditor=write-mail\nheader-layout=To|From,Subject\n")
        text = mailer.write("text", body(mail))
        editor = mailer.write("write-mail", f"#!/bin/sh\ncat '{text}' >\"$1\"\n")
        editor.chmod(0o755)
        mailer.environment["PATH"] += f":{mailer.path}"
        shown = on_terminal(mailer, ["aerc", "mailto:dana@example.org?subject=Thank%20you%20for%20the%20beekeeper%20interview"],
                            [(b"Send this email", b"y")], lambda shown: mailer.sent() or b"exit status" in shown)
        sent = mailer.sent()
        if mail is GOOD:
            check(f"a good mail is sent: {shown[-3000:]}", sent is not None and "dana@example.org" in sent[0]
                  and "sam@example.net" in sent[1])
        else:
            check(f"a bad mail is not: {shown[-3000:]}", sent is None and "exit status 65" in shown and "[e/s/A]" not in shown)


neomutt() if which == "neomutt" else aerc()
check.end()
