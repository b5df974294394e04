"""Emacs with eglot, and with Flymake alone, by docs/editors/emacs: emacs_test.py PROGRAM EDITORS"""

import json
import pathlib
import re
import sys

from editor_drafts import DRAFT, EditorFolder, differences, edited, fixed
from programs import Checks, needs, skip

needs("emacs")
check = Checks()
program, editors = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
here = pathlib.Path(__file__).parent.resolve()


def emacs(folder, *words, **environment):
    return folder.run("emacs", "-Q", "--batch", "-L", str(editors / "emacs"), *words, **environment)


def session(folder, which):
    draft = folder.draft()
    done = emacs(folder, "-l", "mailcheck", "-l", str(here / "emacs_session.el"), MAILCHECK_SESSION=which, DRAFT=str(draft))
    steps = {}
    for line in done.stderr.splitlines():
        if line.startswith('{"step"'):
            step = json.loads(line)
            steps[step["step"]] = step
    check(f"{which}: Emacs ends well", done.returncode == 0, done)
    return done, steps


# How eglot shows a finding, and how mailcheck.el does.
SHOWN = re.compile(r"mailcheck \[(?P<rule>[^]]+)\]: (?P<message>.*)|(?P<message2>.*) \[(?P<rule2>[^]]+)\]", re.S)


def shown(diagnostics, severities):
    found = []
    for diagnostic in diagnostics:
        match = SHOWN.fullmatch(diagnostic["text"])
        found.append((match["rule"] or match["rule2"], severities[diagnostic["type"]], match["message"] or match["message2"],
                      tuple(diagnostic["start"]), tuple(diagnostic["end"])))
    return sorted(found)


def expected(folder, text):
    return folder.findings(text, "character")


def without_empty(seen, wanted):
    """Both lists; Emacs underlines something even where the place of a finding is empty, so that its end says nothing."""
    empty = {(f[2], f[3]) for f in wanted if f[3] == f[4]}
    return (sorted((*f[:4], f[3]) if (f[2], f[3]) in empty else f for f in seen), wanted)


def language_server():
    folder = EditorFolder(program)
    if not session(folder, "packages")[1]["packages"]["eglot"]:
        skip("this Emacs has no eglot")
    done, steps = session(folder, "eglot")
    severities = {"eglot-error": "error", "eglot-warning": "warning", "eglot-note": "suggestion"}
    check("eglot stopped the server in order", folder.statuses() == ["lsp 0"] and not steps["left"]["running"], done)
    check("a message is called one", steps["leave"]["languageId"] == "message", done)
    text = DRAFT
    for name, change in (("open", str), ("edit", edited), ("fix", fixed)):
        text = change(text)
        step = steps[name]
        check(f"{name}: the server spoke", step["spoke"], done)
        check(f"{name}: the text is as expected", step["text"] == text.replace("\r\n", "\n"), done)
        differences(check, name, *without_empty(shown(step["diagnostics"], severities), expected(folder, text)))
    check("typing changed the findings", steps["open"]["diagnostics"] != steps["edit"]["diagnostics"])
    check("the fix took one away", len(steps["fix"]["diagnostics"]) == len(steps["edit"]["diagnostics"]) - 1)


def flymake():
    folder = EditorFolder(program)
    done, steps = session(folder, "flymake")
    severities = {":error": "error", ":warning": "warning", ":note": "suggestion"}
    text = DRAFT
    for name, change in (("open", str), ("edit", edited), ("narrow", str)):
        text = change(text)
        check(f"flymake, {name}: something came", steps[name]["spoke"], done)
        differences(check, f"flymake, {name}", *without_empty(shown(steps[name]["diagnostics"], severities), expected(folder, text)))
    check("a mail with findings is kept when you say so", steps["keep"]["error"] == "Not sent", done)
    check("and sent when you say so", steps["send"]["error"] == "", done)
    check("other mail is sent without a question", steps["ordinary"]["error"] == "", done)
    check("a broken configuration is said", steps["disabled"]["backend"] and "mailcheck.toml:1" in done.stderr, done)


def compiled():
    folder = EditorFolder(program)
    source = folder.write("mailcheck.el", (editors / "emacs/mailcheck.el").read_text())
    done = folder.run("emacs", "-Q", "--batch", "--eval", "(setq byte-compile-error-on-warn t)",
                      "-f", "batch-byte-compile", str(source))
    check("the file compiles without a warning", done.returncode == 0, done)


def compilation_mode():
    """Emacs' own patterns read --format gnu, each place and severity."""
    folder = EditorFolder(program)
    folder.draft("my thanks.eml")
    done = emacs(folder, "--eval", """(progn (require 'compile)
      (setq compilation-error-screen-columns nil)
      (with-temp-buffer
        (call-process "mailcheck" nil t nil "--quiet" "--format" "gnu" "my thanks.eml")
        (compilation-mode) (setq buffer-read-only nil) (compilation-parse-errors (point-min) (point-max))
        (goto-char (point-min))
        (while (not (eobp))
          (let* ((m (get-text-property (point) 'compilation-message)) (l (and m (compilation--message->loc m))))
            (when m (princ (format "%s:%d:%d\\n" (caar (compilation--loc->file-struct l))
                                   (compilation--loc->line l) (compilation--loc->col l)))))
          (forward-line 1))))""")
    seen = sorted(done.stdout.splitlines())
    wanted = sorted(f"my thanks.eml:{f[3][0] + 1}:{f[3][1] + 1}" for f in folder.findings(DRAFT, "character"))
    check(f"compilation mode finds the places: {seen} {wanted}", seen == wanted, done)


language_server()
flymake()
compiled()
compilation_mode()
check.end()
