"""The GitHub action's own steps, run as a runner would: action_test.py PROGRAM ACTION WORKFLOW"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

from programs import BAD, GOOD, Checks, Folder, needs, skip

needs("git", "bash")
try:
    import yaml
except ImportError:
    skip("there is no python3-yaml")
check = Checks()
program = str(pathlib.Path(sys.argv[1]).resolve())
action = yaml.safe_load(pathlib.Path(sys.argv[2]).read_text())
workflow = yaml.safe_load(pathlib.Path(sys.argv[3]).read_text())
STEPS = action["runs"]["steps"]


def value_of(expression, inputs):
    """What a runner makes of the expressions that the action uses, and of no others."""
    match = re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", expression)
    return inputs[match[1]] if match else expression


def run(folder, **given):
    """All steps with these inputs, until one fails; what the last one did."""
    inputs = {name: described.get("default", "") for name, described in action["inputs"].items()}
    for name, value in given.items():
        assert name.replace("_", "-") in inputs
        inputs[name.replace("_", "-")] = value
    for step in STEPS:
        if step.get("if") == "inputs.program == ''" and inputs["program"] != "":
            continue
        script = folder.tools.write("step.sh", step["run"])
        environment = {name: value_of(text, inputs) for name, text in step.get("env", {}).items()}
        # As runners start `shell: bash`.
        done = folder.run("bash", "--noprofile", "--norc", "-eo", "pipefail", str(script), **environment,
                          GITHUB_ACTION_PATH=str(folder.tools.path), TMPDIR=str(folder.tools.path))
        if done.returncode != 0:
            break
    return done


def repository():
    folder = Folder()
    folder.tools = Folder()
    folder.make_repository()
    folder.write("drafts/old one.txt", BAD)
    folder.write("README.md", BAD)
    folder.git("add", "-A")
    folder.git("commit", "-qm", "old")
    folder.git("tag", "base")
    folder.write("letters/new, 100%: “1”.eml", BAD)
    folder.write("good.eml", GOOD)
    folder.git("add", "-A")
    folder.git("commit", "-qm", "new")
    return folder


def shape():
    check("it is a composite action", action["runs"]["using"] == "composite")
    for step in STEPS:
        check("no input is part of a script", "${{" not in step["run"])
        check("the shell is named", step["shell"] == "bash")
    for name in action["inputs"]:
        check(f"{name} is described", len(action["inputs"][name]["description"]) > 10)
    if shutil.which("shellcheck"):
        for step in STEPS:
            done = subprocess.run(["shellcheck", "--shell=bash", "-"], input=step["run"], capture_output=True, text=True, check=False)
            check("shellcheck has nothing to say", done.returncode == 0, done)
    job = workflow["jobs"]["mailcheck"]
    uses = [step for step in job["steps"] if step.get("uses") == "./.mailcheck"]
    check("the workflow uses the action where it was checked out",
          len(uses) == 1 and any(s.get("with", {}).get("path") == ".mailcheck" for s in job["steps"]))
    check("with inputs that there are", set(uses[0]["with"]) <= set(action["inputs"]))
    check("it may only read", workflow["permissions"] == {"contents": "read"})
    check("no expression is part of a script", all("${{" not in step.get("run", "") for step in job["steps"]))


def annotations():
    folder = repository()
    every = run(folder, program=program)
    check("all drafts are checked", every.returncode == 1 and "::warning file=drafts/old one.txt,line=" in every.stdout, every)
    check("what is no draft is not", "README" not in every.stdout and "good.eml" not in every.stdout, every)
    changed = run(folder, program=program, since="base")
    check("only what changed since", changed.returncode == 1 and "old one" not in changed.stdout
          and "file=letters/new%2C 100%25%3A “1”.eml,line=" in changed.stdout, changed)
    check("each line is an annotation", all(line.startswith("::") for line in changed.stdout.splitlines()), changed)
    check("the step may pass nevertheless", run(folder, program=program, fail_on="never").returncode == 0)
    check("other paths", "README.md" in run(folder, program=program, paths="*.md\n\n").stdout)
    nothing = run(folder, program=program, since="HEAD")
    check("nothing to check is no failure", nothing.returncode == 0 and "::" not in nothing.stdout, nothing)
    folder.write("other.toml", 'fail-on = "never"\n[severity]\nemoji = "off"\n')
    broken = folder.write("broken.toml", "[[[")
    wrong = run(folder, program=program, config=str(broken))
    check("a broken configuration fails", wrong.returncode == 2, wrong)
    folder.git("rm", "-q", "letters/new, 100%: “1”.eml")
    folder.git("commit", "-qm", "gone")
    gone = run(folder, program=program, since="base")
    check("a draft that was removed is none", gone.returncode == 0, gone)


def built_from_checkout():
    folder = repository()
    boot = folder.tools.write("bootstrap", '#!/bin/sh\nmkdir -p "$(dirname "$0")/build/src/app"\n'
                                           f'ln -s "{program}" "$(dirname "$0")/build/src/app/mailcheck"\necho noise\n')
    boot.chmod(0o755)
    done = run(folder)
    check("without a program the checkout is built and used", done.returncode == 1 and "::warning" in done.stdout, done)
    boot.write_text("#!/bin/sh\nexit 3\n")
    check("a build that fails is said", run(folder).returncode == 3)


def others_repository():
    """In a container the checkout is not the user's who runs the step."""
    if os.geteuid() != 0:
        print("not checked, since only root can: a checkout of somebody else")
        return
    folder = repository()
    for path in [folder.path, *folder.path.rglob("*")]:
        os.lchown(path, 1001, 1001)
    check("git alone would refuse", folder.git("ls-files").returncode != 0)
    done = run(folder, program=program, since="base")
    check("somebody else's checkout is read", done.returncode == 1 and "::warning" in done.stdout, done)


def hostile():
    trap = "$(touch trapped)`touch trapped`; touch trapped\n'\"&& touch trapped #"
    for name in ("paths", "since", "fail_on", "config", "program"):
        folder = repository()
        done = run(folder, **{"program": program, name: trap})
        check(f"{name}: nothing in it is run", not (folder.path / "trapped").exists(), done)
        check(f"{name}: it is no success that hides it", name == "paths" or done.returncode != 0, done)
    for name in ("since", "config", "fail_on"):
        folder = repository()
        done = run(folder, **{"program": program, name: "--output=trapped"})
        check(f"{name}: an option is none", done.returncode != 0 and not (folder.path / "trapped").exists(), done)
    folder = repository()
    folder.write("--fix\n::error::x.eml", BAD)
    folder.git("add", "-A")
    done = run(folder, program=program)
    check("a file's name is no option and no command",
          done.returncode == 1 and not any(line.startswith("::error::") for line in done.stdout.splitlines()), done)


shape()
annotations()
built_from_checkout()
others_repository()
hostile()
check.end()
