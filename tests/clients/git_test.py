"""`mailcheck hook` with the real git: git_test.py PROGRAM"""

import os
import sys

from programs import BAD, GOOD, Checks, Folder, needs

needs("git")
check = Checks()
program = sys.argv[1]


def repository():
    folder = Folder(program)
    folder.make_repository()
    return folder


def staged_drafts():
    folder = repository()
    done = folder.run("mailcheck", "hook", "install", "git")
    hook = folder.path / ".git/hooks/pre-commit"
    check("the hook is written", done.returncode == 0 and hook.exists(), done)
    check("the hook is executable", os.access(hook, os.X_OK))
    again = folder.run("mailcheck", "hook", "install", "git")
    check("it is not written twice", hook.read_text().count(">>> mailcheck >>>") == 1, again)

    folder.write("letters/thanks, final “1”.eml", BAD)
    folder.git("add", "-A")
    folder.write("letters/thanks, final “1”.eml", GOOD)
    bad = folder.git("commit", "-qm", "bad")
    check("a bad staged draft is stopped, though the work tree is good", bad.returncode == 1, bad)
    check("the finding names the file", "thanks, final “1”.eml:" in bad.stdout + bad.stderr, bad)
    folder.git("add", "-A")
    folder.write("letters/thanks, final “1”.eml", BAD)
    good = folder.git("commit", "-qm", "good")
    check("a good staged draft goes through, though the work tree is bad", good.returncode == 0, good)

    folder.write("notes.txt", BAD)
    folder.git("add", "notes.txt")
    check("what is no draft is left alone", folder.git("commit", "-qm", "notes").returncode == 0)
    folder.git("config", "--add", "mailcheck.drafts", "*.txt")
    folder.write("notes.txt", BAD + "\n")
    folder.git("add", "notes.txt")
    chosen = folder.git("commit", "-qm", "chosen")
    check("the configured patterns decide what a draft is", chosen.returncode == 1, chosen)
    folder.write("mailcheck.toml", 'fail-on = "never"\n')
    never = folder.git("commit", "-qm", "never")
    check("the configuration of the repository holds", never.returncode == 0, never)
    folder.git("rm", "-q", "notes.txt")
    gone = folder.git("commit", "-qm", "gone")
    check("a removed draft is none", gone.returncode == 0, gone)


def other_hooks():
    folder = repository()
    hook = folder.write(".git/hooks/pre-commit", "#!/usr/bin/env bash\nset -e\necho other >&2\nexit 0\n")
    hook.chmod(0o755)
    other = hook.read_text()
    folder.run("mailcheck", "hook", "install", "git")
    folder.write("a.eml", BAD)
    folder.git("add", "-A")
    stopped = folder.git("commit", "-qm", "bad")
    check("it works before another hook", stopped.returncode == 1, stopped)
    folder.write("a.eml", GOOD)
    folder.git("add", "-A")
    both = folder.git("commit", "-qm", "good")
    check("the other hook still runs", both.returncode == 0 and "other" in both.stderr, both)
    done = folder.run("mailcheck", "hook", "uninstall", "git")
    check("only its own part is taken out", done.returncode == 0 and hook.read_text() == other, done)
    check("the mode stays", os.access(hook, os.X_OK))
    nothing = folder.run("mailcheck", "hook", "uninstall", "git")
    check("uninstalling twice does nothing", nothing.returncode == 0 and hook.read_text() == other, nothing)

    hook.write_text("#!/usr/bin/python3\nprint('other')\n")
    refused = folder.run("mailcheck", "hook", "install", "git")
    check("a hook in another language is left alone",
          refused.returncode == 2 and hook.read_text() == "#!/usr/bin/python3\nprint('other')\n", refused)
    hook.write_text("#!/bin/sh\n# >>> mailcheck >>>\nexit 0\n")
    cut = folder.run("mailcheck", "hook", "uninstall", "git")
    check("a block without its end is an error", cut.returncode == 2, cut)


def other_places():
    folder = repository()
    folder.git("config", "core.hooksPath", "shared/hooks")
    folder.run("mailcheck", "hook", "install", "git")
    hook = folder.path / "shared/hooks/pre-commit"
    check("core.hooksPath is followed", hook.exists())
    folder.run("mailcheck", "hook", "uninstall", "git")
    check("a hook of its own goes away", not hook.exists())
    folder.git("config", "--unset", "core.hooksPath")
    folder.write("a.eml", GOOD)
    folder.git("add", "-A")
    folder.git("commit", "-qm", "first")
    folder.git("worktree", "add", "-q", "../tree")
    tree = folder.path.parent / "tree"
    folder.run("mailcheck", "hook", "install", "git", cwd=tree)
    (tree / "b.eml").write_text(BAD)
    folder.git("add", "-A", cwd=tree)
    stopped = folder.git("commit", "-qm", "bad", cwd=tree)
    check("a work tree shares the hook", stopped.returncode == 1, stopped)
    outside = Folder(program).run("mailcheck", "hook", "install", "git")
    check("outside a repository it is an error", outside.returncode == 2, outside)
    wrong = folder.run("mailcheck", "hook", "install", "svn")
    check("another system is an error", wrong.returncode == 2, wrong)


def send_email():
    folder = repository()
    if folder.git("send-email", "--help").returncode not in (0, 129) or not os.path.exists(
            "/usr/lib/git-core/git-send-email"):
        print("not checked: there is no git send-email")
        return
    folder.run("mailcheck", "hook", "install", "sendemail-validate")
    words = ["send-email", "--dry-run", "--to=dana@example.org", "--from=sam@example.net",
             "--suppress-cc=all", "--confirm=never", "--quiet"]
    stopped = folder.git(*words, str(folder.write("bad.eml", BAD)))
    check("git send-email is stopped", stopped.returncode != 0 and "not sent" in stopped.stderr, stopped)
    sent = folder.git(*words, str(folder.write("good.eml", GOOD)))
    check("git send-email sends a good mail", sent.returncode == 0, sent)


def without_program():
    folder = repository()
    folder.run("mailcheck", "hook", "install", "git")
    folder.write("a.eml", GOOD)
    folder.git("add", "-A")
    missing = folder.git("commit", "-qm", "x", PATH="/usr/bin:/bin")
    check("without mailcheck nothing is committed unchecked", missing.returncode == 1, missing)


staged_drafts()
other_hooks()
other_places()
send_email()
without_program()
check.end()
