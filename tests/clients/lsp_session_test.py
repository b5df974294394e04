#!/usr/bin/env python3
"""Sessions of an editor with `mailcheck lsp`. Arguments: the program, and which sessions:
  features  what an editor asks for, each answer looked at
  hostile   clients that break the protocol: the server answers or ends as it says
  edits     2,000 random edits; the text and the findings are those of a fresh document
  shapes    all messages of a session against the protocol's own description, metaModel.json; skipped, with exit
            status 77, when MAILCHECK_CORPORA names no folder that has it (as data/lsp/metaModel.json)"""
import json
import os
import pathlib
import queue
import random
import subprocess
import sys
import tempfile
import time

from lsp_client import Session, framed
from meta_model import MetaModel

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
MEMORY = 32 * 2**20  # that the server may hold after all the edits
DRAFT = """Subject: Data analyst

Hey Marisol,

Thank you for the interview on Tuesday, I realy enjoyed it. I am looking forward to starting at Nordlys \U0001f600 soon. It was an  good talk.

Kind regards,
Oyelaran Adeyemi
"""
EDITOR = {"general": {"positionEncodings": ["utf-16"]},
          "workspace": {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]}},
          "textDocument": {"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
                           "hover": {"contentFormat": ["markdown", "plaintext"]}}}
failures = []
passed = 0


def check(condition, what):
    global passed
    if condition:
        passed += 1
    else:
        failures.append(what)


class Folder:
    """A workspace, and a home without a configuration beside it."""

    def __init__(self):
        self.temporary = tempfile.TemporaryDirectory()
        root = pathlib.Path(self.temporary.name).resolve()
        self.home, self.work = root / "home", root / "work"
        self.home.mkdir()
        self.work.mkdir()
        self.sessions = []

    def session(self, *arguments):
        self.sessions.append(Session(PROGRAM, self.work, self.home, arguments))
        return self.sessions[-1]

    def uri(self, name):
        return (self.work / name).as_uri()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for session in self.sessions:
            errors = session.stop()
            check(not errors, f"standard error: {errors[:500]}")
            check(session.process.returncode in (0, 1), f"ended with {session.process.returncode}")
        self.temporary.cleanup()


def place(line, character):
    return {"line": line, "character": character}


def span(start_line, start, end_line, end):
    return {"start": place(start_line, start), "end": place(end_line, end)}


def offset_of(text, position, encoding="utf-16"):
    """Where a position stands in `text`, a list of code points; written apart from the program's own."""
    line, at = 0, 0
    while line < position["line"]:
        if at >= len(text):
            return len(text)
        if text[at] == "\n" or (text[at] == "\r" and text[at + 1:at + 2] != "\n"):
            line += 1
        at += 1
    units = 0
    while at < len(text) and text[at] not in "\r\n":
        size = {"utf-8": len(text[at].encode()), "utf-16": len(text[at].encode("utf-16-le")) // 2, "utf-32": 1}[encoding]
        if units + size > position["character"]:
            break
        units += size
        at += 1
    return at


def applied(text, edits):
    """`text` with text edits of the protocol, which all mean the text as it was."""
    for edit in sorted(edits, key=lambda e: (e["range"]["start"]["line"], e["range"]["start"]["character"]), reverse=True):
        start, end = offset_of(text, edit["range"]["start"]), offset_of(text, edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text


def command_line(folder, name, text):
    """The findings of `mailcheck check`, as (rule, severity, message)."""
    (folder.work / name).write_bytes(text.encode())
    run = subprocess.run([PROGRAM, "--format", "json", name], cwd=folder.work, capture_output=True, timeout=60,
                         env={"PATH": "/usr/bin:/bin", "HOME": str(folder.home), "LC_ALL": "C.UTF-8", "TZ": "UTC"})
    found = json.loads(run.stdout)["files"][0]["findings"]
    return [(f["rule"], f["severity"], f["message"], f["start"]["offset"], f["end"]["offset"]) for f in found]


def in_bytes(text, diagnostics):
    """Diagnostics in the same form."""
    names = {1: "error", 2: "warning", 3: "suggestion"}
    ranges = [[len(text[:offset_of(text, d["range"][end])].encode()) for end in ("start", "end")] for d in diagnostics]
    return [(d["code"], names[d["severity"]], d["message"], *r) for d, r in zip(diagnostics, ranges)]


def actions(session, uri, where, **context):
    return session.request("textDocument/codeAction", {"textDocument": {"uri": uri}, "range": where,
                                                       "context": {"diagnostics": [], **context}})["result"]


# ---------------------------------------------------------------------------------------------- features

def same_as_command_line():
    with Folder() as folder:
        for name, language, text in [
                ("a.txt", "plaintext", DRAFT), ("b.txt", "mail", DRAFT.replace("\n", "\r\n")),
                ("c.md", "markdown", DRAFT.replace("enjoyed", "**enjoyed**")),
                ("d.eml", "mail", "From: a@example.com\nTo: Marisol Okafor <m.okafor@example.org>\n" + DRAFT),
                ("e.txt", "text", "Hey e\u0301\U0001f469\u200d\U0001f4bb Ana\u0308, I realy \U0001f600 realy enjoyed it!!\n")]:
            session = folder.session()
            session.initialize(EDITOR)
            session.open(folder.uri(name), text, language, 7)
            diagnostics = session.published(folder.uri(name), 7)
            found = command_line(folder, name, text)
            check(in_bytes(text, diagnostics) == found, f"{name}: {in_bytes(text, diagnostics)} is not {found}")
            check(len(diagnostics) > 0, f"{name}: nothing was found")
            check(session.shut_down() == 0, f"{name}: status")


def changes_are_followed():
    with Folder() as folder:
        session = folder.session()
        session.initialize(EDITOR)
        uri = folder.uri("draft.txt")
        session.open(uri, DRAFT)
        before = session.published(uri, 1)
        session.change(uri, [{"range": span(2, 0, 2, 3), "text": "Dear"}, {"range": span(4, 42, 4, 47), "text": "really"}], 2)
        after = session.published(uri, 2)
        gone = {d["code"] for d in before} - {d["code"] for d in after}
        check(gone >= {"overly-casual-greeting", "misspelling"}, f"changes: {gone}")
        session.change(uri, [{"text": "Hey there,"}], 3)
        check(len(session.published(uri, 3)) > 0, "a change of all of the text")
        session.change(uri, [{"range": span(0, 0, 0, 3), "text": "Dear"}], 2)
        session.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
        check("overly-casual-greeting" in [d["code"] for d in session.published(uri, 3)], "an older version changes nothing")
        session.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        check(session.published(uri) == [], "closed: no findings")


def encodings_are_agreed():
    with Folder() as folder:
        for asked, agreed in [(["utf-8", "utf-16"], "utf-8"), (["utf-32"], "utf-32"), (["ebcdic"], "utf-16"), ([], "utf-16")]:
            session = folder.session()
            result = session.initialize({"general": {"positionEncodings": asked}})
            check(result["capabilities"]["positionEncoding"] == agreed, f"{asked}: {agreed}")
            uri = folder.uri("draft.txt")
            session.open(uri, "Dear Ana,\n\n\U0001f600 e\u0301 I realy enjoyed it.\n")
            found = [d["range"] for d in session.published(uri) if d["code"] == "misspelling"]
            start = {"utf-8": 11, "utf-16": 8, "utf-32": 7}[agreed]
            check(found == [span(2, start, 2, start + 5)], f"{agreed}: {found}")


def only_drafts_are_checked():
    with Folder() as folder:
        session = folder.session()
        session.initialize(EDITOR)
        for name, language in [("a.c", "c"), ("README.md", "markdown"), ("mail.mbox", "mail"), ("CMakeLists.txt", "plaintext")]:
            session.open(folder.uri(name), "Hey, I realy enjoyed it!!!", language)
        session.open("untitled:Untitled-1", "Hey, I realy enjoyed it!!!", "plaintext")
        session.published("untitled:Untitled-1")
        session.request("shutdown")
        uris = {m["params"]["uri"] for m in session.messages if m.get("method") == "textDocument/publishDiagnostics"}
        check(uris == {"untitled:Untitled-1"}, f"checked: {uris}")
    with Folder() as folder:  # the configuration says what a draft is
        (folder.work / "mailcheck.toml").write_text('drafts = ["README.md", "letters/*"]\nexclude = ["*.old.*"]\n')
        session = folder.session()
        session.initialize(EDITOR)
        for name, language in [("README.md", "markdown"), ("note.txt", "plaintext"), ("letters/a.txt", "plaintext"), ("letters/b.old.txt", "plaintext"),
                               ("x.eml", "mail"), ("y.old.eml", "mail"), ("letters/a.c", "c")]:
            session.open(folder.uri(name), "Hey, I realy enjoyed it!!!", language)
        session.published(folder.uri("x.eml"))
        (folder.work / "mailcheck.toml").write_text('exclude = ["x.eml"]\n')
        session.notify("workspace/didChangeConfiguration", {"settings": {}})
        check(session.published(folder.uri("x.eml")) == [], "what is no draft any more has no findings")
        session.published(folder.uri("y.old.eml"))
        session.request("shutdown")
        published = [m["params"] for m in session.messages if m.get("method") == "textDocument/publishDiagnostics"]
        names = [(p["uri"].rsplit("/", 1)[1], bool(p["diagnostics"])) for p in published]
        check(sorted(names[:3]) == [("README.md", True), ("a.txt", True), ("x.eml", True)], f"checked by the configuration: {names}")
        check(sorted(names[3:]) == [("README.md", False), ("a.txt", True), ("b.old.txt", True), ("note.txt", True), ("x.eml", False), ("y.old.eml", True)],
              f"checked by the next one: {names}")


def fixes_are_offered():
    with Folder() as folder:
        session = folder.session()
        session.initialize(EDITOR)
        uri = folder.uri("draft.txt")
        session.open(uri, DRAFT)
        session.published(uri)
        offered = actions(session, uri, span(4, 44, 4, 44), only=["quickfix"])
        titles = [a["title"] for a in offered]
        for title in ["Replace with “really”", "Add “realy” to your dictionary", "Add “realy” to the project's dictionary",
                      "Ignore “misspelling” in this draft", "Turn off “misspelling” in mailcheck.toml"]:
            check(title in titles, f"offered: {title}")
        by_title = dict(zip(titles, offered))
        edit = by_title["Replace with “really”"]["edit"]["documentChanges"][0]
        check(edit["textDocument"] == {"uri": uri, "version": 1}, "the edit names the version")
        check("I really enjoyed" in applied(DRAFT, edit["edits"]), "the edit mends the word")
        edit = by_title["Ignore “misspelling” in this draft"]["edit"]["documentChanges"][0]
        waived = applied(DRAFT, edit["edits"])
        check("misspelling" not in [f[0] for f in command_line(folder, "w.txt", waived)], "the waiver works")
        # What the actions write is what the command line reads: home and workspace have no files yet.
        for title, rule in [("Add “realy” to your dictionary", "misspelling"), ("Add “realy” to the project's dictionary", "misspelling"),
                            ("Turn off “misspelling” in mailcheck.toml", "misspelling")]:
            create, change = by_title[title]["edit"]["documentChanges"]
            check(create["kind"] == "create" and create["uri"] == change["textDocument"]["uri"], f"{title}: makes the file")
            path = pathlib.Path(create["uri"].removeprefix("file://"))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(applied("", change["edits"]))
            check(rule not in [f[0] for f in command_line(folder, "w.txt", DRAFT)], f"{title}: works")
            session.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": create["uri"], "type": 1}]})
            check(rule not in [d["code"] for d in session.published(uri, 1)], f"{title}: is seen")
            path.unlink()
            session.notify("workspace/didChangeConfiguration", {"settings": {}})
            check(rule in [d["code"] for d in session.published(uri, 1)], f"{title}: is taken back")
        title = "Ignore “misspelling” in this draft, in mailcheck.toml"
        create, change = by_title[title]["edit"]["documentChanges"]
        config = pathlib.Path(create["uri"].removeprefix("file://"))
        config.write_text(applied("", change["edits"]))
        check("misspelling" not in [f[0] for f in command_line(folder, "draft.txt", DRAFT)], "the waiver in the configuration works")
        check("misspelling" in [f[0] for f in command_line(folder, "w.txt", DRAFT)], "and is about this draft alone")
        session.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": create["uri"], "type": 1}]})
        check("misspelling" not in [d["code"] for d in session.published(uri, 1)], "and the server knows it")
        config.unlink()
        session.notify("workspace/didChangeConfiguration", {"settings": {}})
        session.published(uri, 1)
        everything = actions(session, uri, span(0, 0, 9, 0), only=["source.fixAll"])
        check([a["kind"] for a in everything] == ["source.fixAll.mailcheck"], f"fix all: {everything}")
        fixed = applied(DRAFT, everything[0]["edit"]["documentChanges"][0]["edits"])
        (folder.work / "f.txt").write_text(DRAFT)
        subprocess.run([PROGRAM, "--fix", "f.txt"], cwd=folder.work, capture_output=True, timeout=60)
        check(fixed == (folder.work / "f.txt").read_text() != DRAFT, "fix all is --fix")
        check(actions(session, uri, span(4, 44, 4, 44), only=["refactor"]) == [], "only what is wanted")


def poor_clients_get_less():
    with Folder() as folder:
        session = folder.session()
        result = session.initialize({"textDocument": {"codeAction": {"codeActionLiteralSupport": {}}}})
        check("diagnosticProvider" not in result["capabilities"], "no pulling for who does not ask")
        uri = folder.uri("draft.txt")
        session.open(uri, DRAFT)
        offered = actions(session, uri, span(4, 44, 4, 44))
        check({"Replace with “really”"} <= {a["title"] for a in offered}, "fixes without versions")
        check(all(set(a["edit"]) == {"changes"} for a in offered), "no documentChanges")
        check(not any("dictionary" in a["title"] for a in offered), "no files can be made")
        hover = session.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": place(4, 44)})["result"]
        check(hover["contents"]["kind"] == "plaintext" and "**" not in hover["contents"]["value"], "a plain hover")
        bare = folder.session().initialize({})
        check("codeActionProvider" not in bare["capabilities"], "no actions for who knows only commands")


def configurations_are_followed():
    with Folder() as folder:
        config = folder.work / "mailcheck.toml"
        session = folder.session()
        session.initialize(EDITOR)
        uri = folder.uri("draft.txt")
        config.write_text('[severity]\nmisspelling = "error"\n')
        session.open(uri, DRAFT)
        severity = {d["code"]: d["severity"] for d in session.published(uri)}
        check(severity["misspelling"] == 1, "the configuration holds")
        config.write_text('[severity]\nmisspeling = "off"\n')
        session.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": config.as_uri(), "type": 2}]})
        broken = session.published(config.as_uri())
        check(len(broken) == 1 and broken[0]["range"]["start"] == place(1, 0) and "misspelling" in broken[0]["message"],
              f"a mistake is shown at its place: {broken}")
        shown = session.until(lambda m: m.get("method") == "window/showMessage")
        check(shown["params"]["type"] == 1 and "stays in force" in shown["params"]["message"], "and said")
        severity = {d["code"]: d["severity"] for d in session.published(uri)}
        check(severity["misspelling"] == 1, "the last good configuration stays in force")
        config.write_text('[severity]\nmisspelling = "off"\n')
        session.notify("textDocument/didSave", {"textDocument": {"uri": config.as_uri()}})
        check(session.published(config.as_uri()) == [], "a mended mistake is taken away")
        check("misspelling" not in [d["code"] for d in session.published(uri)], "the mended configuration holds")


def broken_from_the_start():
    with Folder() as folder:
        (folder.work / "mailcheck.toml").write_text("[\n")
        session = folder.session()
        session.initialize(EDITOR)
        session.open(folder.uri("draft.txt"), DRAFT)
        check(len(session.published(folder.uri("mailcheck.toml"))) == 1, "the mistake is shown")
        check(session.published(folder.uri("draft.txt")) == [], "and nothing is checked by other rules")


def diagnostics_are_pulled():
    with Folder() as folder:
        session = folder.session()
        result = session.initialize({"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}})
        check(result["capabilities"]["diagnosticProvider"]["interFileDependencies"] is False, "pulling is offered")
        uri = folder.uri("draft.txt")
        session.open(uri, DRAFT)
        pulled = session.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})["result"]
        check(pulled["kind"] == "full" and in_bytes(DRAFT, pulled["items"]) == command_line(folder, "draft.txt", DRAFT), "pulled")
        session.notify("workspace/didChangeConfiguration", {"settings": None})
        session.until(lambda m: m.get("method") == "workspace/diagnostic/refresh")
        session.request("shutdown")
        check(not any(m.get("method") == "textDocument/publishDiagnostics" for m in session.messages), "nothing is pushed")


def names_are_completed():
    with Folder() as folder:
        (folder.work / "mailcheck.toml").write_text('[interview]\ninterviewers = ["Dr. Marisol Okafor", "Jun Takeda"]\n')
        session = folder.session()
        session.initialize(EDITOR)

        def labels(uri, text, line, character, language="plaintext"):
            session.open(uri, text, language)
            result = session.request("textDocument/completion", {"textDocument": {"uri": uri}, "position": place(line, character)})["result"]
            return {} if result is None else {i["label"]: applied(text, [i["textEdit"]]) for i in result["items"]}
        draft, config = folder.uri("draft.txt"), folder.uri("mailcheck.toml")
        found = labels(draft, "Subject: x\nX-Mailcheck-Ignore: sal\n\nHi,\n", 1, 23)
        check(found.get("salary-mention") == "Subject: x\nX-Mailcheck-Ignore: salary-mention\n\nHi,\n", "a rule to waive")
        check("typos" in found, "a category to waive")
        check(labels(draft, "Subject: x\n\nDear Mar\n", 2, 8).get("Dr. Okafor") == "Subject: x\n\nDear Dr. Okafor\n", "a name in the greeting")
        check("Jun Takeda" in labels(draft, "Good morning ", 0, 13), "after two words of greeting")
        check(labels(draft, "Thank you ", 0, 10) == {}, "nothing elsewhere")
        check(set(labels(draft, "X-Mailcheck-Stage: \n\n", 0, 19)) >= {"thank-you", "withdrawal"}, "stages")
        check("too-long" in labels(config, "[severity]\ntoo", 1, 3, "toml"), "a rule in the configuration")
        check(labels(config, "[severity]\ntoo-long = ", 1, 11, "toml").get('"off"') == '[severity]\ntoo-long = "off"', "a severity")
        check("too-long" in labels(config, "[options.", 0, 9, "toml"), "a rule with options")


def configurations_link_and_hover():
    with Folder() as folder:
        (folder.work / "rules").mkdir()
        session = folder.session()
        session.initialize(EDITOR)
        uri = folder.uri("mailcheck.toml")
        session.open(uri, 'extends = ["preset:uk"]\nrules = ["rules"]\n[severity]\ntoo-long = "off"\n[spelling]\ndictionaries = ["a.txt"]\n', "toml")
        links = session.request("textDocument/documentLink", {"textDocument": {"uri": uri}})["result"]
        check([(l["range"], l["target"]) for l in links] == [(span(1, 10, 1, 15), folder.uri("rules")), (span(5, 17, 5, 22), folder.uri("a.txt"))],
              f"links: {links}")
        hover = session.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": place(3, 4)})["result"]
        check(hover["range"] == span(3, 0, 3, 8) and "too-long" in hover["contents"]["value"], f"hover over a rule: {hover}")


def hovers_explain():
    with Folder() as folder:
        session = folder.session()
        session.initialize(EDITOR)
        uri = folder.uri("draft.txt")
        session.open(uri, DRAFT)
        hover = session.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": place(4, 44)})["result"]
        text = hover["contents"]["value"]
        check(hover["contents"]["kind"] == "markdown" and hover["range"] == span(4, 42, 4, 47), "where the hover is")
        check("**Why:**" in text and "<https://" in text and "✗" in text, f"what it says: {text}")
        check(session.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": place(6, 9)})["result"] is None, "no finding, no hover")
        session.open(uri, "Dear Ana,\n\nI saw [**Your *Company*</b>] today.\n", version=2)
        text = session.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": place(2, 12)})["result"]["contents"]["value"]
        check("\\*\\*" in text and "</b>" not in text.replace("\\<", ""), f"the draft's text is no Markdown: {text[:100]}")


def the_length_is_shown():
    with Folder() as folder:
        session = folder.session()
        session.initialize(EDITOR)
        uri = folder.uri("draft.txt")
        session.open(uri, DRAFT)
        lenses = session.request("textDocument/codeLens", {"textDocument": {"uri": uri}})["result"]
        check(len(lenses) == 1 and "words" in lenses[0]["command"]["title"], f"lens: {lenses}")


def requests_are_cancelled():
    with Folder() as folder:
        session = folder.session()
        session.initialize(EDITOR)
        uri = folder.uri("draft.txt")
        burst = framed({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {
            "textDocument": {"uri": uri, "languageId": "mail", "version": 1, "text": DRAFT}}})
        for number in (901, 902):
            session.asked[number] = "textDocument/codeLens"
            burst += framed({"jsonrpc": "2.0", "id": number, "method": "textDocument/codeLens", "params": {"textDocument": {"uri": uri}}})
        burst += framed({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 901}})
        session.send_bytes(burst)
        check(session.answer(901).get("error", {}).get("code") == -32800, "the cancelled request")
        check("result" in session.answer(902), "the other one")


def bursts_are_checked_once():
    with Folder() as folder:
        session = folder.session()
        session.initialize(EDITOR)
        uri = folder.uri("draft.txt")
        session.open(uri, DRAFT)
        session.published(uri, 1)
        session.send_bytes(b"".join(framed({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
            "textDocument": {"uri": uri, "version": 2 + i}, "contentChanges": [{"range": span(6, 0, 6, 0), "text": "x"}]}}) for i in range(100)))
        session.published(uri, 101)
        versions = [m["params"]["version"] for m in session.messages if m.get("method") == "textDocument/publishDiagnostics"]
        check(len(versions) < 20 and versions == sorted(versions), f"published: {versions}")


def files_are_watched():
    with Folder() as folder:
        session = folder.session()
        session.initialize({"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}})
        asked = session.until(lambda m: m.get("method") == "client/registerCapability")
        check(asked["params"]["registrations"][0]["method"] == "workspace/didChangeWatchedFiles", "files are watched")
        session.send({"jsonrpc": "2.0", "id": asked["id"], "result": None})
        check(session.shut_down() == 0, "the answer is taken")


FEATURES = [same_as_command_line, changes_are_followed, encodings_are_agreed, only_drafts_are_checked, fixes_are_offered,
            poor_clients_get_less, configurations_are_followed, broken_from_the_start, diagnostics_are_pulled, names_are_completed,
            configurations_link_and_hover, hovers_explain, the_length_is_shown, requests_are_cancelled, bursts_are_checked_once,
            files_are_watched]


# ----------------------------------------------------------------------------------------------- hostile

INITIALIZE = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}}
SHUTDOWN = {"jsonrpc": "2.0", "id": 99, "method": "shutdown"}
EXIT = {"jsonrpc": "2.0", "method": "exit"}
URI = "file:///nowhere/draft.txt"
OPEN = {"jsonrpc": "2.0", "method": "textDocument/didOpen",
        "params": {"textDocument": {"uri": URI, "languageId": "mail", "version": 5, "text": DRAFT}}}


def ask(number, method, params=None):
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params or {}}


def tell(method, params):
    return {"jsonrpc": "2.0", "method": method, "params": params}


def edit(start, end, text="x", version=6):
    return tell("textDocument/didChange", {"textDocument": {"uri": URI, "version": version},
                                           "contentChanges": [{"range": {"start": start, "end": end}, "text": text}]})


def raw(text, header="Content-Length: %d\r\n\r\n"):
    body = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return (header % len(body) if "%d" in header else header).encode() + body


# Name, what is sent after `initialize` (or in its place, where the name begins with “!”), codes of errors that must
# come back in that order. After each the server must still answer `shutdown` and end with 0.
BROKEN = [
    ("a length that is no number", [raw("{}", "Content-Length: abc\r\n\r\n")], [-32700]),
    ("a negative length", [raw("{}", "Content-Length: -5\r\n\r\n")], [-32700]),
    ("a length of thirty digits", [raw("{}", "Content-Length: " + "9" * 30 + "\r\n\r\n")], [-32700]),
    ("no length", [raw("{}", "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n")], [-32700]),
    ("two lengths that differ", [raw("{}", "Content-Length: 2\r\nContent-Length: 3\r\n\r\n")], [-32700]),
    ("two lengths that are the same", [raw(json.dumps(ask(5, "x/y")), "Content-Length: %d\r\n").replace(b"\r\n", b"\r\nContent-Length: 59\r\n\r\n", 1)
                                       if len(json.dumps(ask(5, "x/y"))) == 59 else framed(ask(5, "x/y"))], [-32601]),
    ("a header without end", [b"X: " + b"y" * 10000 + b"\r\n"], [-32700]),
    ("noise before a header", [b"hello\r\nworld\r\n\r\n"], [-32700]),
    ("an empty message", [raw("")], [-32700]),
    ("headers in lower case, with LF", [raw(json.dumps(ask(5, "x/y")), "content-length: %d\n\n")], [-32601]),
    ("a Content-Type", [raw(json.dumps(ask(5, "x/y")), "Content-Type: application/vscode-jsonrpc; charset=utf8\r\nContent-Length: %d\r\n\r\n")], [-32601]),
    ("a length that is too short", [raw(json.dumps(ask(5, "x/y")) + "\n", "Content-Length: 10\r\n\r\n")], [-32700]),
    ("no JSON", [raw("{nope")], [-32700]),
    ("NUL", [raw(b"\0\0\0\0")], [-32700]),
    ("100,000 arrays in one another", [raw("[" * 100000 + "]" * 100000)], [-32700]),
    ("a million values", [raw("[" + "0," * 1000000 + "0]")], [-32700]),
    ("a number that no double holds", [raw('{"jsonrpc": "2.0", "id": 1e999, "method": "x"}')], [-32700]),
    ("a batch", [[INITIALIZE, SHUTDOWN]], [-32600]),
    ("null", [None], [-32600]),
    ("a number", [7], [-32600]),
    ("no version", [{"id": 5, "method": "shutdown"}], [-32600]),
    ("the wrong version", [{"jsonrpc": "1.0", "id": 5, "method": "shutdown"}], [-32600]),
    ("no method", [{"jsonrpc": "2.0", "id": 5}], [-32600]),
    ("a method that is a number", [{"jsonrpc": "2.0", "id": 5, "method": 7}], [-32600]),
    ("an id that is an object", [{"jsonrpc": "2.0", "id": {}, "method": "shutdown"}], [-32600]),
    ("an id that is null", [{"jsonrpc": "2.0", "id": None, "method": "shutdown"}], [-32600]),
    ("parameters that are a string", [{"jsonrpc": "2.0", "id": 5, "method": "shutdown", "params": "x"}], [-32600]),
    ("an unknown method", [ask(5, "workspace/symbol")], [-32601]),
    ("an unknown notification", [tell("x/y", {}), tell("$/z", {})], []),
    ("a second initialize", [ask(5, "initialize", {"capabilities": {}})], [-32600]),
    ("an answer that nobody asked for", [{"jsonrpc": "2.0", "id": 77, "result": {}}, {"jsonrpc": "2.0", "id": 78, "error": {"code": 1, "message": "x"}}], []),
    ("a hover over nothing", [ask(5, "textDocument/hover")], [-32602]),
    ("a document that is not open", [ask(5, "textDocument/hover", {"textDocument": {"uri": URI}, "position": place(0, 0)})], [-32602]),
    ("a position below 0", [OPEN, ask(5, "textDocument/hover", {"textDocument": {"uri": URI}, "position": place(-1, 0)})], [-32602]),
    ("a position that is text", [OPEN, ask(5, "textDocument/completion", {"textDocument": {"uri": URI}, "position": {"line": "0", "character": 0}})], [-32602]),
    ("a range without end", [OPEN, ask(5, "textDocument/codeAction", {"textDocument": {"uri": URI}, "range": {"start": place(0, 0)}, "context": {}})], [-32602]),
    ("a position beyond everything", [OPEN, ask("five", "textDocument/hover", {"textDocument": {"uri": URI}, "position": place(2**53, 2**53)})], []),
    ("edits beyond everything", [OPEN, edit(place(10**9, 0), place(10**12, 5)), edit(place(0, 10**9), place(1, 10**9))], []),
    ("edits that end before they begin", [OPEN, edit(place(5, 5), place(0, 0))], []),
    ("edits of half a character", [OPEN, edit(place(4, 103), place(4, 104)), edit(place(4, 104), place(4, 104), "\ud83d")], []),
    ("edits of odd shape", [OPEN, tell("textDocument/didChange", {"textDocument": {"uri": URI, "version": 6}, "contentChanges": [{}, 7, None, {"text": 5}, {"range": 1, "text": "x"}]}),
                            tell("textDocument/didChange", {"textDocument": {"uri": URI}, "contentChanges": "x"})], []),
    ("edits of a document that is not open", [edit(place(0, 0), place(0, 0))], []),
    ("an old version", [OPEN, edit(place(0, 0), place(0, 0), version=4), edit(place(0, 0), place(0, 0), version=-1)], []),
    ("a document that opens twice and closes twice", [OPEN, OPEN] + [tell("textDocument/didClose", {"textDocument": {"uri": URI}})] * 2, []),
    ("odd URIs", [tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "mail", "version": 1, "text": "Hey"}})
                  for uri in ("", ":", "%", "file:", "file://", "file:///%00", "file:///%zz/%", "file://host/x.eml", "http://[", "\u0000", "x" * 100000)], []),
    ("documents of odd shape", [tell("textDocument/didOpen", p) for p in ({}, [], {"textDocument": 5}, {"textDocument": {"uri": 5, "text": "x"}}, {"textDocument": {"uri": URI}})], []),
    ("lone surrogates and bad bytes", [raw(json.dumps(OPEN).replace("Marisol", "\\ud800\\udfff \\udc00 \\ud83d x").encode().replace(b"Tuesday", b"\xff\xfe\xc0\xaf\xed\xa0\x80"))], []),
    ("a draft of 2 MiB", [tell("textDocument/didOpen", {"textDocument": {"uri": URI, "languageId": "mail", "version": 1, "text": "word " * 400000}})], []),
    ("a draft of 5 MiB that is changed", [tell("textDocument/didOpen", {"textDocument": {"uri": URI, "languageId": "mail", "version": 1, "text": "word " * 1000000}}), edit(place(0, 0), place(0, 9))], []),
    ("a message of 17 MiB", [raw('"' + "x" * (17 << 20) + '"')], [-32700]),
    ("600 documents", [tell("textDocument/didOpen", {"textDocument": {"uri": f"{URI}-{i}", "languageId": "mail", "version": 1, "text": "Hey"}}) for i in range(600)], []),
    ("a cancel of nothing", [tell("$/cancelRequest", p) for p in ({}, {"id": 12345}, {"id": {}}, [])], []),
    ("settings of any shape", [tell("workspace/didChangeConfiguration", p) for p in ({}, {"settings": [1]})] + [tell("workspace/didChangeWatchedFiles", {"changes": 5}), tell("workspace/didChangeWorkspaceFolders", {"event": {"added": [{}], "removed": 5}})], []),
    ("deep settings", [raw('{"jsonrpc": "2.0", "method": "workspace/didChangeConfiguration", "params": ' + '{"a": ' * 60 + "0" + "}" * 61)], []),
    ("!a request before initialize", [ask(5, "textDocument/hover"), ask(6, "shutdown"), OPEN, INITIALIZE], [-32002, -32002]),
    ("!initialize without parameters", [{"jsonrpc": "2.0", "id": 5, "method": "initialize"}, INITIALIZE], [-32602]),
    ("!capabilities of any shape", [ask(5, "initialize", {"processId": "x", "rootUri": 5, "workspaceFolders": {}, "capabilities": {"general": [], "workspace": 7, "textDocument": {"codeAction": 5}}}), OPEN], []),
]


def survives(name, sent, codes):
    with Folder() as folder:
        session = folder.session()
        if not name.startswith("!"):
            session.send(INITIALIZE)
        for message in sent:
            session.send_bytes(message if isinstance(message, bytes) else
                               framed(json.dumps(message).encode() if not isinstance(message, bytes) else message))
        session.send(SHUTDOWN)
        answer = session.answer(99, 20)
        found = [m["error"]["code"] for m in session.messages if "error" in m]
        check(answer.get("result", 0) is None, f"{name}: shutdown was answered with {answer}")
        check(found == codes, f"{name}: errors {found}, not {codes}")
        session.send(EXIT)
        check(session.status(30) == 0, f"{name}: status {session.process.returncode}")


def ends(name, sent, status, seconds=5, close=True):
    with Folder() as folder:
        session = folder.session()
        for message in sent:
            session.send_bytes(message if isinstance(message, bytes) else framed(message))
        if close:
            session.process.stdin.close()
        start = time.monotonic()
        try:
            found = session.status(60)
        except subprocess.TimeoutExpired:
            found = "none"
        check(found == status, f"{name}: status {found}, not {status}")
        check(time.monotonic() - start < seconds, f"{name}: took {time.monotonic() - start:.1f} s")
        session.process.stdin = open(os.devnull, "wb")


def after_shutdown():
    with Folder() as folder:
        session = folder.session()
        for message in [INITIALIZE, OPEN, SHUTDOWN, ask(5, "textDocument/hover"), ask(6, "shutdown"), edit(place(0, 0), place(0, 0)), EXIT]:
            session.send(message)
        for number in (5, 6):
            check(session.answer(number).get("error", {}).get("code") == -32600, "after shutdown: an error")
        check(session.status() == 0, "after shutdown: status")


def editor_dies():
    editor = subprocess.Popen(["sleep", "600"])
    with Folder() as folder:
        session = folder.session()
        session.request("initialize", {"processId": editor.pid, "rootUri": None, "capabilities": {}})
        editor.kill()
        editor.wait()
        try:
            check(session.status(20) == 1, "the editor dies: status")
        except subprocess.TimeoutExpired:
            check(False, "the editor dies: the server lives on")


def nobody_listens():
    reader, writer = os.pipe()
    with subprocess.Popen([PROGRAM, "lsp", "--no-config"], stdin=subprocess.PIPE, stdout=writer) as server:
        os.close(reader)
        os.close(writer)
        server.stdin.write(framed(INITIALIZE))
        server.stdin.flush()
        check(server.wait(10) == 1, "nobody listens: status")


def byte_by_byte():
    with Folder() as folder:
        session = folder.session()
        for message in [INITIALIZE, OPEN, SHUTDOWN, EXIT]:
            for byte in framed(message):
                session.send_bytes(bytes([byte]))
        check(session.status(30) == 0, "byte by byte: status")


def hostile():
    for name, sent, codes in BROKEN:
        start = time.monotonic()
        try:
            survives(name, sent, codes)
        except (queue.Empty, EOFError, subprocess.TimeoutExpired) as problem:
            check(False, f"{name}: {problem!r}")
        check(time.monotonic() - start < 10, f"{name}: took {time.monotonic() - start:.1f} s")
    ends("nothing at all", [], 1)
    ends("the end without shutdown", [INITIALIZE, OPEN], 1)
    ends("the end after shutdown", [INITIALIZE, SHUTDOWN], 0)
    ends("the end within a message", [INITIALIZE, framed(SHUTDOWN)[:-3]], 1)
    ends("exit before initialize", [EXIT], 1, close=False)
    ends("exit without shutdown", [INITIALIZE, EXIT], 1, close=False)
    ends("exit after shutdown", [INITIALIZE, SHUTDOWN, EXIT], 0, close=False)
    after_shutdown()
    editor_dies()
    nobody_listens()
    byte_by_byte()
    print(len(BROKEN) + 11, "hostile sessions")


# ------------------------------------------------------------------------------------------------- edits

PIECES = ["a", "Hey", " ", "\n", "\r\n", "\r", "realy", "\U0001f600", "e\u0301", "\u200d", "!!", ".", "", "é", "\U0001f469\u200d\U0001f4bb",
          "I am looking forward to starting.", "[Company]", "> quoted\n", "\n\nKind regards,\nAna\n", "\ufeff", "Subject: x\n\n"]


def resident(session):
    """Bytes of memory that the server holds."""
    for line in pathlib.Path(f"/proc/{session.process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return 0


def random_edits(count=20000, documents=20):
    """Every edit is made here too; every 50th time the text is compared by its findings with a fresh document. The server must not grow."""
    is_instrumented = b"__asan_init" in pathlib.Path(PROGRAM).read_bytes()
    if is_instrumented:
        count //= 10
    random.seed(20261122)
    for encoding in ("utf-16", "utf-8", "utf-32"):
        with Folder() as folder:
            session = folder.session()
            session.initialize({"general": {"positionEncodings": [encoding]}})
            texts = {folder.uri(f"draft-{i}.txt"): DRAFT for i in range(documents)}
            for uri, text in texts.items():
                session.open(uri, text, "mail", 0)
            for step in range(1, count // 3 + 2):
                uri = random.choice(list(texts))
                changes, text = [], texts[uri]
                for _ in range(random.choice([1, 1, 1, 3])):
                    lines = text.count("\n") + text.count("\r") + 1
                    start, end = sorted([(random.randrange(lines + 1), random.choice([0, 1, 2, 3, 5, 8, 40, 10**6])) for _ in range(2)])
                    if end[0] - start[0] > 2:
                        end = (start[0], start[1] + 3)
                    where = {"start": place(*start), "end": place(*end)}
                    piece = "".join(random.choices(PIECES, k=random.choice([1, 1, 2])))
                    begin = offset_of(text, where["start"], encoding)
                    text = text[:begin] + piece + text[max(begin, offset_of(text, where["end"], encoding)):]
                    changes.append({"range": where, "text": piece})
                if len(text) > 4000:
                    text = DRAFT
                    changes = [{"text": text}]
                texts[uri] = text
                session.change(uri, changes, step)
                if step % 50 == 0:
                    found = session.published(uri, step)
                    fresh = folder.uri(f"fresh-{step}.txt")
                    session.open(fresh, text, "mail", step)
                    wanted = session.published(fresh, step)
                    session.notify("textDocument/didClose", {"textDocument": {"uri": fresh}})
                    check(found == wanted, f"{encoding}, step {step}: other findings than in a fresh document")
            published = {}
            for message in session.messages:
                if message.get("method") == "textDocument/publishDiagnostics" and "version" in message["params"]:
                    uri, version = message["params"]["uri"], message["params"]["version"]
                    check(version >= published.get(uri, 0), "an older version was published after a newer one")
                    published[uri] = version
            memory = resident(session)
            print(f"{encoding}: {step} edits, {memory / 2**20:.1f} MiB resident")
            check(memory <= MEMORY or is_instrumented, f"{encoding}: {memory} bytes resident after {step} edits")
            check(session.shut_down() == 0, "edits: status")


# ------------------------------------------------------------------------------------------------ shapes

def shapes():
    """Runs the sessions of `features` again and holds every message against the protocol's own description."""
    path = pathlib.Path(os.environ.get("MAILCHECK_CORPORA") or "/nowhere") / "data/lsp" / "metaModel.json"
    if not path.is_file():
        print("skipped: MAILCHECK_CORPORA names no folder with data/lsp/metaModel.json")
        sys.exit(77)
    model = MetaModel(path)
    sessions = []
    start = Session.__init__

    def keep(session, *arguments):
        sessions.append(session)
        start(session, *arguments)
    Session.__init__ = keep
    for session_test in FEATURES:
        session_test()
    count = 0
    for session in sessions:
        for message in session.messages:
            problems = model.problems(message, session.asked.get(message.get("id")))
            check(not problems, f"{json.dumps(message)[:200]}: {problems[:3]}")
            count += 1
    print(count, "messages")


if sys.argv[2] == "features":
    for session_test in FEATURES:
        session_test()
elif sys.argv[2] == "hostile":
    hostile()
elif sys.argv[2] == "edits":
    random_edits()
else:
    shapes()
print("\n".join(failures) or f"{passed} checks passed")
sys.exit(bool(failures))
