"""What of docs/editors no editor here can read: that it is well-formed, and described: editor_files_test.py EDITORS DOCUMENT"""

import pathlib
import sys
import tomllib

from programs import Checks

check = Checks()
editors, document = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).read_text()

for folder in sorted(path for path in editors.iterdir() if path.is_dir()):
    check(f"docs/editors.md describes {folder.name}", f"](editors/{folder.name})" in document)

helix = tomllib.loads((editors / "helix/languages.toml").read_text())
server = helix["language-server"]["mailcheck"]
check("Helix starts the server", [server["command"], *server["args"]] == ["mailcheck", "lsp"])
[mail] = helix["language"]
check("for mails", mail == {"name": "mail", "language-servers": ["mailcheck"]})

for path in editors.rglob("*"):
    if path.is_file() and "node_modules" not in path.parts and path.suffix != ".vsix":
        text = path.read_text()
        check(f"{path.name} ends with a line break and has no blanks at line ends",
              text.endswith("\n") and not any(line != line.rstrip() for line in text.splitlines()))
check.end()
