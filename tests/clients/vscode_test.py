"""The libraries of VS Code's extensions, our extension and the problem matchers: vscode_test.py PROGRAM EDITORS

The libraries come from npm: MAILCHECK_NPM names a folder where `npm ci` has been run on package.json and package-lock.json of
docs/editors/vscode, and where vsce/node_modules may have @vscode/vsce, which packs the extension. See .ci/run."""

import json
import os
import pathlib
import re
import shutil
import sys
import zipfile

from editor_drafts import DRAFT, EditorFolder, as_gnu, differences, edited, fixed
from programs import Checks, needs, skip

needs("node")
modules = pathlib.Path(os.environ.get("MAILCHECK_NPM", "/nonexistent"))
if not (modules / "node_modules/vscode-languageserver-protocol").is_dir():
    skip("MAILCHECK_NPM names no folder with vscode-languageclient from npm")
check = Checks()
program, editors = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
here = pathlib.Path(__file__).parent.resolve()
SEVERITIES = {1: "error", 2: "warning", 3: "suggestion"}


def shown(diagnostics):
    place = lambda p: (p["line"], p["character"])
    return sorted((d["code"], SEVERITIES[d["severity"]], d["message"], place(d["range"]["start"]), place(d["range"]["end"]))
                  for d in diagnostics)


def without_comments(text):
    """JSON as VS Code's settings have it; no text in ours holds `//` after a space."""
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.M))


def session():
    folder = EditorFolder(program)
    draft = folder.draft()
    done = folder.run("node", str(here / "node_session.mjs"), str(editors / "vscode"), str(modules.resolve()), str(draft))
    steps = {s["step"]: s for s in map(json.loads, done.stdout.splitlines())}
    check("the session ends well", done.returncode == 0 and "leave" in steps, done)
    extension = steps["extension"]
    check("the extension starts the server", extension["server"] == {"command": "mailcheck", "args": ["lsp"]}, done)
    check("for files and for drafts that were never saved",
          {d["scheme"] for d in extension["client"]["documentSelector"]} == {"file", "untitled"}, done)
    check("it stops it, too", extension["stopped"], done)
    text = DRAFT
    for name, change, version in (("open", str, 1), ("edit", edited, 2), ("fix", fixed, 3)):
        text = change(text)
        check(f"{name}: the text is as expected", steps[name]["text"] == text, done)
        check(f"{name}: the diagnostics are of that version", steps[name]["version"] == version, done)
        differences(check, name, shown(steps[name]["diagnostics"]), folder.findings(text, "utf-16"))
    check("the fix is of the version that it was asked for", steps["actions"]["uri"] and steps["actions"]["version"] == 2, done)
    leave = steps["leave"]
    check("positions are UTF-16", leave["encoding"] == "utf-16", done)
    check("an unknown request is answered", leave["unknown"] == -32601, done)
    check("a closed draft has no findings", leave["left"] == 0, done)
    check("the server ends as asked", leave["result"] is None and leave["status"] == 0 and not leave["errors"], done)


def extension_is_packed():
    packer = modules / "vsce/node_modules/@vscode/vsce/vsce"
    if not packer.exists():
        print("not checked: there is no vsce")
        return
    folder = EditorFolder(program)
    shutil.copytree(editors / "vscode", folder.path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("node_modules", "*.vsix"))
    shutil.copytree(modules / "node_modules", folder.path / "node_modules")
    folder.write("LICENSE", "as the project's\n")
    done = folder.run("node", str(packer.resolve()), "package", "--allow-missing-repository", "--out", "mailcheck.vsix")
    check("vsce packs the extension", done.returncode == 0, done)
    if done.returncode == 0:
        names = zipfile.ZipFile(folder.path / "mailcheck.vsix").namelist()
        for name in ("extension/extension.js", "extension/LICENSE.txt",
                     "extension/node_modules/vscode-languageclient/package.json"):
            check(f"it holds {name}", name in names)
        check("and nothing that is not needed", "extension/tasks.json" not in names and len(names) < 400)


def problem_matchers():
    """VS Code's regular expressions over --format gnu, by node, whose they are."""
    folder = EditorFolder(program)
    folder.draft("letters/my thanks: 1.eml")
    tasks = without_comments((editors / "vscode/tasks.json").read_text())
    manifest = json.loads((editors / "vscode/package.json").read_text())
    task = tasks["tasks"][0]
    [matcher] = manifest["contributes"]["problemMatchers"]
    check("the extension and the task match alike", matcher["pattern"] == task["problemMatcher"]["pattern"])
    arguments = [a.replace("${relativeFile}", "letters/my thanks: 1.eml") for a in task["args"]]
    output = folder.run(task["command"], *arguments).stdout
    script = ("const {pattern: p, severity} = JSON.parse(process.argv[1]); const found = [];"
              "for (const line of process.argv[2].split('\\n')) { const m = new RegExp(p.regexp).exec(line); if (m) found.push("
              "[m[p.file], m[p.code], m[p.severity] || severity, m[p.message], +m[p.line] - 1, +m[p.column] - 1]); }"
              "console.log(JSON.stringify(found))")
    done = folder.run("node", "-e", script, json.dumps(task["problemMatcher"]), output)
    seen = sorted(json.loads(done.stdout))
    wanted = sorted(["letters/my thanks: 1.eml", rule, severity.replace("suggestion", "info"), message, *start]
                    for rule, severity, message, start, _ in as_gnu(folder.findings(DRAFT, "utf-16")))
    check(f"the problem matcher finds every finding: {seen} {wanted}", seen == wanted, done)


session()
extension_is_packed()
problem_matchers()
check.end()
