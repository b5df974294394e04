"""The hook under the pre-commit framework: pre_commit_test.py PROGRAM HOOKS_YAML"""

import shutil
import sys

from programs import BAD, GOOD, Checks, Folder, needs

needs("git", "pre-commit")
check = Checks()
program, hooks = sys.argv[1:3]

hooks_folder = Folder(program)
hooks_folder.make_repository()
shutil.copy(hooks, hooks_folder.path / ".pre-commit-hooks.yaml")
hooks_folder.git("add", "-A")
hooks_folder.git("commit", "-qm", "hooks")
revision = hooks_folder.git("rev-parse", "HEAD").stdout.strip()

folder = Folder(program)
folder.make_repository()
folder.write(".pre-commit-config.yaml",
             f"repos:\n- repo: {hooks_folder.path}\n  rev: {revision}\n  hooks:\n  - id: mailcheck\n")
folder.run("pre-commit", "install")
folder.write("drafts/thanks.eml", BAD)
folder.git("add", "-A")
stopped = folder.git("commit", "-qm", "bad")
check("a bad draft is stopped", stopped.returncode == 1 and "drafts/thanks.eml:" in stopped.stderr, stopped)
folder.write("drafts/thanks.eml", GOOD)
folder.git("add", "-A")
good = folder.git("commit", "-qm", "good")
check("a good draft goes through", good.returncode == 0 and "Passed" in good.stderr, good)
folder.write("notes.md", BAD)
folder.git("add", "-A")
other = folder.git("commit", "-qm", "notes")
check("other files are left alone", other.returncode == 0 and "Skipped" in other.stderr, other)
check.end()
