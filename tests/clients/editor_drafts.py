"""What the tests with editors share: a draft that is hard to count in, the findings of the command line at places that are
worked out here from bytes, and a program that leaves its exit status behind."""

import json
import pathlib
import time

from programs import Folder

# Emoji of one and of several code points, combining marks, wide letters and CRLF, before and inside what is found; findings
# of each severity.
DRAFT = (
    "To: Dána Park <dana@example.org>\n"
    "From: Sam Rivers <sam@example.net>\n"
    "Subject: Thank you for the beekeeper interview\n"
    "\n"
    "Dear Ms. Park,\n"
    "\n"
    "\U0001f41d\U0001f469\u200d\U0001f33e Thank you, e\u0301te\u0301, for the interview at [Company Name] on Tuesday for the beekeeper position, I realy \U0001f36f enjoyed it.\n"
    "\u674e\u96f7 and I talked about a\u0308pfel for for an hour \U0001f41d, and I look forward to starting my new job \U0001f389 on Monday. The way you\n"
    "split the strong hives in May stayed with me; we lost a third of them, and I just wanted to say that I would be glad to learn your methd.\n"
    "\n"
    "Please let me know if you need anything else before you decide.\n"
    "\n"
    "Kind regards,\n"
    "Sam Rivers\n"
    "+44 7700 900123\n"
).replace("\n", "\r\n")

# What each editor does to it: it types a sentence, then takes the first quick fix for a misspelling.
TYPED_BEFORE = "Please let me know"
TYPED = "I am realy gratefull \U0001f600. "
MISSPELT, MENDED = "methd", "method"


def edited(text):
    return text.replace(TYPED_BEFORE, TYPED + TYPED_BEFORE)


def fixed(text):
    return text.replace(MISSPELT, MENDED)


def width_in(unit, text):
    return {"utf-16": lambda: len(text.encode("utf-16-le")) // 2, "byte": lambda: len(text.encode()),
            "character": lambda: len(text)}[unit]()


def place(data, offset, unit):
    """Line and column, from 0, of a byte of the file."""
    before = data[:offset].decode()
    line = before.split("\n")
    return len(line) - 1, width_in(unit, line[-1])


class EditorFolder(Folder):
    """A folder with the draft. `mailcheck` on its path is the program, which writes its status into a file when it ends."""

    def __init__(self, program):
        tools = Folder()
        super().__init__()
        self.tools = tools  # deleted with this one
        self.status_file = tools.path / "status"
        real = tools.write("checked", f'#!/bin/sh\n"{pathlib.Path(program).resolve()}" "$@"\nstatus=$?\n'
                                      f'echo "$1 $status" >>"{self.status_file}"\nexit $status\n')
        # A session of its own: an editor that says goodbye and kills at once, as Emacs 28 does, does not hide the status.
        wrapper = tools.write("mailcheck", f'#!/bin/sh\nexec setsid -w "{real}" "$@"\n')
        for script in (real, wrapper):
            script.chmod(0o755)
        self.environment["PATH"] = f"{tools.path}:{self.environment['PATH'].lstrip(':')}"
        # No editor's own state is read or written.
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "TMPDIR"):
            folder = tools.path / name.lower()
            folder.mkdir(mode=0o700)
            self.environment[name] = str(folder)
        self.environment["MAILCHECK_TEST"] = json.dumps(
            {"typed_before": TYPED_BEFORE, "typed": TYPED, "misspelt": MISSPELT, "mended": MENDED})

    def draft(self, name="thanks, final ü.eml", text=DRAFT):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    def statuses(self):
        """What the program was called for and how that ended; waits a little for the first."""
        end = time.monotonic() + 10
        while not self.status_file.exists() and time.monotonic() < end:
            time.sleep(0.05)
        return self.status_file.read_text().split("\n")[:-1] if self.status_file.exists() else []

    def findings(self, text, unit, name="draft.eml"):
        """(rule, severity, message, start, end) of each finding of the command line, with places in `unit` from 0."""
        folder = Folder()
        path = folder.path / name
        path.write_bytes(text.encode())
        run = self.run("mailcheck", "--format", "json", str(path), cwd=folder.path)
        self.status_file.unlink()
        data = text.encode()
        return sorted((f["rule"], f["severity"], f["message"], place(data, f["start"]["offset"], unit),
                       place(data, f["end"]["offset"], unit))
                      for f in json.loads(run.stdout)["files"][0]["findings"])


def as_gnu(findings):
    """Findings as --format gnu writes them: what a terminal cannot be trusted with is written out, a joiner of emoji too."""
    return [(f[0], f[1], f[2].replace("\u200d", "<U+200D>"), *f[3:]) for f in findings]


def differences(check, what, seen, expected):
    """A check that two lists of findings are the same, which shows what is not."""
    for finding in seen:
        if finding not in expected:
            print(f"  {what}: only the editor shows {finding}")
    for finding in expected:
        if finding not in seen:
            print(f"  {what}: only the command line shows {finding}")
    check(f"{what}: the findings are those of the command line", seen == expected)
    check(f"{what}: there are findings of each severity", len({finding[1] for finding in expected}) == 3)
