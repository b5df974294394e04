"""efm-langserver by docs/editors/efm-langserver: efm_test.py PROGRAM EDITORS"""

import os
import pathlib
import sys

from editor_drafts import DRAFT, EditorFolder, as_gnu, differences, edited
from lsp_client import Session
from programs import Checks, needs

needs("efm-langserver")
check = Checks()
program, editors = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
SEVERITIES = {1: "error", 2: "warning", 3: "suggestion"}

folder = EditorFolder(program)
draft = folder.draft()
# Session starts what it is given with a path of its own; efm must find our program.
server = folder.tools.write("efm", f'#!/bin/sh\nPATH="{folder.environment["PATH"]}"\n'
                                   f'exec efm-langserver -c "{editors}/efm-langserver/config.yaml"\n')
server.chmod(0o755)
session = Session(str(server), folder.path, folder.environment["HOME"])


def shown(diagnostics):
    found = []
    for d in diagnostics:
        message, _, rule = d["message"].rpartition(" [")
        start = d["range"]["start"]
        found.append((rule.rstrip("]"), SEVERITIES[d["severity"]], message, (start["line"], start["character"])))
    return sorted(found)


def expected(text):
    return sorted(f[:4] for f in as_gnu(folder.findings(text, "utf-16")))


session.initialize(rootUri=folder.path.as_uri())
session.open(draft.as_uri(), DRAFT, "mail")
differences(check, "open", shown(session.published(draft.as_uri())), expected(DRAFT))
text = edited(DRAFT)
session.notify("textDocument/didChange", {"textDocument": {"uri": draft.as_uri(), "version": 2}, "contentChanges": [{"text": text}]})
differences(check, "edit", shown(session.published(draft.as_uri(), 2)), expected(text))
# It answers “shutdown” by going away.
session.post("shutdown")
session.stop()
check.end()
