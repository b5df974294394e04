"""Kakoune's lint-buffer by docs/editors/kakoune: kakoune_test.py PROGRAM EDITORS"""

import pathlib
import re
import sys

from editor_drafts import DRAFT, EditorFolder
from programs import Checks, needs

needs("kak")
check = Checks()
program, editors = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
TEXT = DRAFT.replace("\r\n", "\n")

folder = EditorFolder(program)
folder.write("mailcheck.toml", '[severity]\nemoji = "off"\n')
draft = folder.draft("letters/my thanks.eml", TEXT)
result = folder.tools.path / "result"
# The linter runs in the background and sets the number of warnings last.
script = folder.tools.write("session.kak", f"""
source '{editors}/kakoune/mailcheck.kak'
edit -existing 'letters/my thanks.eml'
hook window WinSetOption lint_warning_count=.+ %{{
    echo -to-file '{result}' -- %opt{{lint_error_count}} %opt{{lint_warning_count}} %opt{{lint_messages}}
    quit!
}}
lint-buffer
""")
done = folder.run("timeout", "60", "kak", "-ui", "dummy", "-e", f"source '{script}'")
check("Kakoune has a result", result.exists(), done)
if result.exists():
    errors, warnings, messages = result.read_text().split(" ", 2)
    findings = [f for f in folder.findings(TEXT, "byte") if f[0] != "emoji"]
    check(f"errors: {errors}", int(errors) == sum(f[1] == "error" for f in findings))
    check(f"warnings: {warnings}", int(warnings) == sum(f[1] != "error" for f in findings))
    # LINE|MESSAGE, a line feed between messages of a line.
    lines = dict(record.split("|", 1) for record in re.split(r" (?=\d+\|)", messages)[1:])
    for rule, severity, message, (line, column), _ in findings:
        check(f"{rule} at {line + 1}:{column + 1}: {messages}",
              f"{severity}: {message} [{rule}](col {column + 1})" in lines[str(line + 1)].splitlines())
check.end()
