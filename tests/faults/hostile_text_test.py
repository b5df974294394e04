#!/usr/bin/env python3
"""Hostile text in every place where text comes in × every format that it could come out in.

Whatever a draft, a file name, a rule or a configuration holds: no control, bidi control or zero-width character leaves the
program, neither on standard output nor on standard error, JSON and XML stay well-formed, a line of `--format github` is one
annotation, and no other output has a line that a build server takes for a command.

Usage: hostile_text_test.py MAILCHECK [all]
"""
import json
import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile
import time
import xml.parsers.expat

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import hostile_strings  # noqa: E402

FORMATS = ("text", "gnu", "json", "jsonl", "sarif", "checkstyle", "junit", "github", "lsp")
COMMANDS = (("dump",), ("dump", "--format", "json"), ("stats",), ("check", "--verbose"))
# What a terminal obeys or hides. Line breaks are told apart below.
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
COMMAND = re.compile(r"^\s*::|##\[|##vso\[|##teamcity\[", re.M)
ANNOTATION = re.compile(r"::(error|warning|notice) file=[^:,]*,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[^:,]*::[^\n]*")
GNU = re.compile(r".+:\d+:\d+: (error|warning|suggestion): .+ \[[^\]]+\]")
ELEMENTS = {"checkstyle", "file", "error", "testsuites", "testsuite", "testcase", "failure", "system-out"}
MARK = "Zqbegin"
RULE = """severity = "error"
message = "Found “{match}”."
help = "Leave it out."
rationale = "It hurts."
sources = ["https://example.org/advice"]
[check]
name = "phrase"
patterns = ["Zqbegin[\\\\s\\\\S]*?Zqend"]
[[example]]
bad = "A {|Zqbegin x Zqend|}."
good = "Listen."
"""

failures = []


def check(condition, what):
    if not condition:
        failures.append(what)
        if len(failures) > 40:
            finish()


def finish():
    print("\n".join(failures) or "no text came out as it should not")
    sys.exit(1 if failures else 0)


def toml(text):
    return '"' + "".join(c if c.isascii() and c.isalnum() or c in " {}" else f"\\U{ord(c):08X}" for c in text) + '"'


def unique(pairs):
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), f"a key twice: {keys}"
    return dict(pairs)


def strict_json(text):
    def refuse(constant):
        raise ValueError(constant)
    return json.loads(text, object_pairs_hook=unique, parse_constant=refuse)


def elements_of(text):
    found = set()
    parser = xml.parsers.expat.ParserCreate()
    parser.StartElementHandler = lambda name, _: found.add(name)
    parser.EntityDeclHandler = lambda *_: found.add("an entity")
    parser.Parse(text.encode(), True)
    return found


def check_stream(data, what, form=None):
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        check(False, f"{what}: {error}")
        return ""
    if found := UNSAFE.search(text):
        check(False, f"{what}: U+{ord(found[0]):04X} in {text[max(0, found.start() - 40):found.end() + 20]!r}")
    if form != "github" and (found := COMMAND.search(text)):
        check(False, f"{what}: a command in {text[max(0, found.start() - 40):found.end() + 40]!r}")
    return text


def check_format(form, text, what):
    """The number of findings that it shows; none when that cannot be told."""
    lines = text.splitlines()
    try:
        if form == "json":
            return sum(len(draft["findings"]) for draft in strict_json(text)["files"])
        if form in ("jsonl", "lsp"):
            values = [strict_json(line) for line in text.split("\n")[:-1]]
            return sum(len(v["findings"] if form == "jsonl" else v["params"]["diagnostics"]) for v in values)
        if form == "sarif":
            return len(strict_json(text)["runs"][0]["results"])
        if form in ("checkstyle", "junit"):
            extra = elements_of(text) - ELEMENTS
            check(not extra, f"{what}: elements {extra}")
            return text.count("<error ") if form == "checkstyle" else None
    except Exception as error:  # pylint: disable=broad-except
        check(False, f"{what}: {error!r}")
        return None
    if form == "github":
        for line in lines:
            check(ANNOTATION.fullmatch(line), f"{what}: {line!r}")
        return len(lines)
    if form == "gnu":
        for line in lines:
            check(GNU.fullmatch(line), f"{what}: {line!r}")
        return len(lines)
    return None


class Slot:
    """A folder in which hostile text stands in one place."""

    def __init__(self, program, top, name):
        self.program, self.name = program, name
        self.folder = pathlib.Path(top) / name
        (self.folder / "drafts").mkdir(parents=True)
        (self.folder / "rules" / "generic").mkdir(parents=True)
        self.write("rules/generic/zq.toml", RULE)
        self.config = 'rules = ["rules/"]\n'

    def write(self, path, text):
        path = self.folder / path
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))

    def run(self, *arguments, **options):
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(self.folder / "home"), "LC_ALL": "C.UTF-8",
                       **{k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}}
        return subprocess.run([self.program, *arguments], cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=300, check=False, **options)

    def on_terminal(self, *arguments):
        """What comes out on a terminal. In a pipe a difference is raw, for `patch`."""
        ours, theirs = pty.openpty()
        out = b""
        with subprocess.Popen([self.program, *arguments], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=theirs, stderr=subprocess.DEVNULL,
                              env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}):
            os.close(theirs)
            try:
                while data := os.read(ours, 65536):
                    out += data
            except OSError:  # nobody holds the other end any more
                pass
        os.close(ours)
        return out

    def check_all(self, least, *arguments):
        self.write("mailcheck.toml", self.config)
        counts = {}
        for form in FORMATS:
            what = f"{self.name}, {form}"
            done = self.run("--format", form, "--color", "never", *arguments, "drafts")
            check(done.returncode in (0, 1, 2), f"{what}: ended with {done.returncode}")
            text = check_stream(done.stdout, what, form)
            check_stream(done.stderr, what + ", standard error")
            if (count := check_format(form, text, what)) is not None:
                counts[form] = count
        check(len(set(counts.values())) == 1, f"{self.name}: the formats count {counts}")
        check(min(counts.values()) >= least, f"{self.name}: {counts} findings are too few, {least} were expected")
        for command in COMMANDS:
            done = self.run(*command, "drafts")
            check_stream(done.stdout, f"{self.name}, {' '.join(command)}")
            check_stream(done.stderr, f"{self.name}, {' '.join(command)}, standard error")
        check_stream(self.on_terminal("--diff", "--unsafe-fixes", "drafts").replace(b"\r\n", b"\n"), f"{self.name}, a difference on a terminal")
        return counts.get("json", 0)


def letter(head, body):
    return f"To: Dana Park <dana@example.org>\n{head}\nDear Ms. Park,\n\n{body}\n\nKind regards,\nLee\n"


def in_body(slot, strings):
    for i in range(0, len(strings), 8):
        body = "\n\n".join(f"Thank you. {MARK} {text} Zqend and more." for text in strings[i:i + 8])
        slot.write(f"drafts/{i}.txt", letter("Subject: Thank you\n", body))
    return slot.check_all(len(strings) // 2)


def in_subject(slot, strings):
    for i, text in enumerate(strings):
        subject = re.sub(r"[\r\n]+", "\n ", text)
        slot.write(f"drafts/{i}.eml", letter(f"Subject: {MARK} {subject} Zqend\n", "Thank you."))
    return slot.check_all(len(strings) // 2)


def in_fields(slot, strings):
    for i, text in enumerate(strings):
        coded = "".join(f"={byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))
        one = re.sub(r"[\r\n]+", " ", text)
        slot.write(f"drafts/{i}.eml", letter(f"From: =?utf-8?q?{coded}?= <lee@example.org>\nCc: \"{one}\" <cc@example.org>\n"
                                            f"X-Mailcheck-Ignore: {one}\nX-Mailcheck-Stage: {one}\nSubject: =?utf-8?q?Zqbegin_{coded}_Zqend?=\n",
                                            f"I met {one} there."))
    return slot.check_all(len(strings) // 2)


def in_attachment_names(slot, strings):
    for i, text in enumerate(strings):
        coded = "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass")[:200])
        slot.write(f"drafts/{i}.eml", letter(
            "MIME-Version: 1.0\nSubject: Thanks\nContent-Type: multipart/mixed; boundary=b\n",
            f"--b\n\nThank you.\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''final_v3_{coded}.pdf\n\nx\n--b--"))
    return slot.check_all(1)


def in_file_names(slot, strings):
    used = set()
    for text in strings:
        name = text.replace("/", "").encode("utf-8", "surrogatepass")[:180] + b".txt"
        if name.startswith(b".") or name in used:
            continue
        used.add(name)
        (pathlib.Path(os.fsdecode(os.fsencode(str(slot.folder)) + b"/drafts/" + name))).write_bytes(b"Thank you. Zqbegin x Zqend.\n")
    return slot.check_all(len(used))


def in_rules(slot, strings):
    for i, text in enumerate(strings):
        words = text.replace("{", "").replace("}", "")[:60]
        rule = RULE.replace('"Found “{match}”."', toml(f"{words} {{match}}")).replace('"Leave it out."', toml(words))
        rule = rule.replace('"It hurts."', toml(words)).replace("Zqbegin[", f"Zqrule{i:04}[").replace("A {|Zqbegin", f"A {{|Zqrule{i:04}")
        slot.write(f"rules/generic/zq-{i}.toml", rule)
        slot.write(f"drafts/{i}.txt", f"Thank you. Zqrule{i:04} x Zqend.\n")
    # A rule that the program refuses is named on standard error; the others are looked at then.
    for _ in range(len(strings)):
        slot.write("mailcheck.toml", slot.config)
        done = slot.run("drafts/0.txt")
        check_stream(done.stderr, "rules, standard error")
        refused = re.search(rb"rules/generic/zq-(\d+)\.toml", done.stderr) if done.returncode == 2 else None
        if not refused:
            break
        (slot.folder / f"rules/generic/zq-{int(refused[1])}.toml").unlink()
    count = slot.check_all(len(strings) // 3)
    for i in range(0, len(strings), 9):
        for command in (("explain", f"zq-{i}"), ("rules",), ("rules", "--format", "json")):
            done = slot.run(*command)
            check_stream(done.stdout, f"rules, {command}")
            check_stream(done.stderr, f"rules, {command}, standard error")
    return count


def in_configuration(slot, strings):
    usable = [s for s in strings if len(s) < 80]
    slot.write("words.txt", "\n".join(re.sub(r"[\r\n#]", " ", s) for s in usable) + "\n")
    slot.write("drafts/a.txt", letter("Subject: Thanks\n", "Thank you. Zqbegin x Zqend. I met Mr. Zhang of Acme Corp, teh engineer."))
    for text in usable[::5]:
        quoted = toml(text)
        slot.config = (f'rules = ["rules/"]\n[spelling]\nwords = [{quoted}]\n[interview]\ncompany = {quoted}\nrole = {quoted}\n'
                       f'interviewers = [{quoted}]\ntopics = [{quoted}]\n[[waiver]]\nrule = "tone"\npaths = [{quoted}]\ntext = {quoted}\n')
        slot.write("mailcheck.toml", slot.config)
        for arguments in (("drafts",), ("--format", "github", "drafts"), ("--format", "json", "drafts"), ("config", "--origin"), ("explain-word", text.replace("\x00", "") or "x")):
            done = slot.run(*arguments)
            check_stream(done.stdout, f"configuration, {arguments}", "github" if "github" in arguments else None)
            check_stream(done.stderr, f"configuration, {arguments}, standard error")
    for line in ("{0} = 1", "language = {0}", "rules = [{0}]", "extends = [{0}]", "[severity]\n{0} = \"off\"", "[options.{0}]\nx = 1", "[[waiver]]\nrule = {0}",
                 "[spelling]\ndictionaries = [{0}]", "[interview]\n{0} = 1", "[severity]\ntone = {0}", "drafts = [{0}]"):
        for text in usable[::12]:
            slot.write("mailcheck.toml", line.format(toml(text)) + "\n")
            check_stream(slot.run("drafts").stderr, f"configuration, {line}, standard error")
    for text in usable[::6]:  # not even TOML
        slot.write("mailcheck.toml", text)
        check_stream(slot.run("drafts").stderr, "configuration, raw, standard error")
    slot.config = 'rules = ["rules/"]\n[spelling]\ndictionaries = ["words.txt"]\n'
    return slot.check_all(1)


def in_arguments(slot, strings):
    slot.write("drafts/a.txt", "Thank you. Zqbegin x Zqend.\n")
    slot.write("mailcheck.toml", slot.config)
    for text in strings[::7]:
        for arguments in (("--stage", text, "x"), ("--select", text, "drafts"), ("--format", text, "x"), (text,), ("--config", text, "drafts"), ("explain", text),
                          ("--" + text, "x"), ("--baseline", text, "drafts"), ("--now", text, "x"), ("--sent", text, "drafts"), ("--lang", text, "x")):
            done = slot.run(*arguments)
            check(done.returncode in (0, 1, 2), f"arguments {arguments!r}: ended with {done.returncode}")
            check_stream(done.stdout, f"arguments {arguments!r}")
            check_stream(done.stderr, f"arguments {arguments!r}, standard error")
    return slot.check_all(1)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    strings = hostile_strings.strings()
    with tempfile.TemporaryDirectory(prefix="mailcheck-hostile-") as top:
        # A place that costs a draft for each string gets a sixth of them, or all with a second argument.
        rest = strings[1::6] if len(sys.argv) < 3 else strings
        for fill in (in_body, in_subject, in_fields, in_attachment_names, in_file_names, in_rules, in_configuration, in_arguments):
            begin = time.monotonic()
            slot = Slot(program, top, fill.__name__[3:].replace("_", "-"))
            print(f"{slot.name}: {fill(slot, strings if fill is in_body else rest)} findings, {time.monotonic() - begin:.0f} s", flush=True)
    finish()


if __name__ == "__main__":
    main()
