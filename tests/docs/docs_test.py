#!/usr/bin/env python3
"""The documentation says what is so: configurations and rules in it are read by the program, commands and
options exist, the walk through writing a rule works as written, every option is in the manual, every key of
the configuration in schema, manual and page, and no link within the repository is dead.

Usage: docs_test.py MAILCHECK ROOT
"""

import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import tomllib

PROGRAM, ROOT = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "rules/README.md"])
SCHEMA = json.loads((ROOT / "docs/schema/mailcheck-config.schema.json").read_text(encoding="utf-8"))
failures = []
counts = {"links": 0, "configurations": 0, "rules": 0, "commands": 0, "data": 0, "steps": 0, "options": 0, "keys": 0}


def fail(where, what):
    failures.append(f"{where}: {what}")


def run(*words, cwd=None):
    return subprocess.run([PROGRAM, *words], cwd=cwd or ROOT, capture_output=True, text=True, check=False,
                          stdin=subprocess.DEVNULL, timeout=60)


def options_of(text):
    return set(re.findall(r"(?<![\w-])(--[a-z][a-z-]*|-[a-zA-Z0])(?![\w-])", text))


COMMANDS = re.findall(r"^  ([a-z-]+)  ", run("--help").stdout, re.M)
HELP = {command: run(command, "--help-all").stdout for command in COMMANDS}
KNOWN = {command: set(re.findall(r"^ {2,6}(?:(-\w), )?(--[a-z-]+)", text, re.M)) for command, text in HELP.items()}
KNOWN = {command: {name for pair in pairs for name in pair if name} for command, pairs in KNOWN.items()}


def check_links(page, text):
    text = re.sub(r"```.*?```", "", text, flags=re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        counts["links"] += 1
        path, _, fragment = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists():
            fail(page.name, f"the link {target} leads nowhere")
        elif fragment and file.suffix == ".md":
            slugs = {re.sub(r"[^\w\- ]", "", line.lstrip("# ").strip().lower()).replace(" ", "-")
                     for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("#")}
            if fragment not in slugs:
                fail(page.name, f"the link {target} names no heading")


def check_toml(where, text):
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        fail(where, f"no TOML: {error}")
        return
    if "language-server" in data:
        return  # the configuration of an editor
    if "check" in data and "message" not in data or not data.keys() & {*SCHEMA["properties"], "check", "message"}:
        return  # a part of a rule, or the configuration of another program
    with tempfile.TemporaryDirectory(prefix="mailcheck-docs-") as top:
        folder = pathlib.Path(top)
        if "check" in data:
            rule = folder / "rules" / "tone" / "a-rule.toml"
            rule.parent.mkdir(parents=True)
            rule.write_text(text, encoding="utf-8")
            counts["rules"] += 1
            done = run("test-rules", "rules", cwd=folder)
        elif "message" in data or "example" in data:
            return  # a part of a rule
        else:
            for path in data.get("rules", []):
                (folder / path / "tone").mkdir(parents=True)
            for path in data.get("spelling", {}).get("dictionaries", []):
                (folder / path).write_text("word\n", encoding="utf-8")
            (folder / "mailcheck.toml").write_text(text, encoding="utf-8")
            counts["configurations"] += 1
            done = run("rules", cwd=folder)
        if done.returncode != 0:
            fail(where, f"the program does not take it: {done.stderr or done.stdout}")


def check_command(where, line):
    line = line.removeprefix("$ ")
    for part in re.split(r"\||&&|;", line.split("  #")[0]):
        try:
            words = shlex.split(part, comments=True)
        except ValueError:
            continue
        if not words or words[0] != "mailcheck":
            continue
        counts["commands"] += 1
        command = words[1] if len(words) > 1 and words[1] in COMMANDS else "check"
        for word in words[1:]:
            if word.startswith("-") and word not in ("-", "--"):
                name = word.split("=")[0]
                if name not in KNOWN[command]:
                    fail(where, f"“{command}” has no option {name}")


def check_blocks(page, text):
    for language, block in re.findall(r"^```(\w*)[^\n]*\n(.*?)^```", text, re.M | re.S):
        where = f"{page.name}, “{block.strip().splitlines()[0][:50] if block.strip() else ''}”"
        if language == "toml":
            check_toml(where, block)
        elif language in ("sh", "console", ""):
            for line in block.splitlines():
                check_command(where, line)
        elif language == "json":
            counts["data"] += 1
            try:
                json.loads(block)
            except json.JSONDecodeError as error:
                fail(where, f"no JSON: {error}")
    for code in re.findall(r"`(mailcheck [^`\n]+)`", text):
        code = code.replace("\\|", " ")
        if not any(mark in code for mark in ("…", "|", "[", "<")):
            check_command(page.name, code)


def walk_through_writing_rules():
    """Does what docs/writing-rules.md says, with what stands in it."""
    page = ROOT / "docs" / "writing-rules.md"
    text = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="mailcheck-docs-") as top:
        folder = pathlib.Path(top)
        (folder / "bin").mkdir()
        (folder / "bin" / "mailcheck").symlink_to(PROGRAM)
        for name, block in re.findall(r"`([\w/.-]+\.toml)`:\n\n```toml\n(.*?)```", text, re.S):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(block, encoding="utf-8")
        for line in "".join(re.findall(r"```sh\n(.*?)```", text, re.S)).splitlines():
            counts["steps"] += 1
            done = subprocess.run(["sh", "-ec", line], cwd=folder, capture_output=True, text=True, check=False,
                                  env={"PATH": f"{folder}/bin:/usr/bin:/bin", "HOME": top, "LC_ALL": "C.UTF-8"})
            if done.returncode != 0:
                fail(page.name, f"{line}: status {done.returncode}\n{done.stdout}{done.stderr}")
        draft = folder / "draft.txt"
        draft.write_text("Dear Ms. Park,\n\nI hope you are enjoying the weather.\n", encoding="utf-8")
        if "weather-talk" not in run("draft.txt", cwd=folder).stdout:
            fail(page.name, "the rule does not flag what the page says it does")


def check_manual():
    text = (ROOT / "docs/man/mailcheck.1.scd").read_text(encoding="utf-8")
    described = set(re.findall(r"\*(--?[a-z0A-Z][a-z-]*)\*", text))
    for command in COMMANDS:
        if not re.search(rf"^\*{command}\*", text, re.M):
            fail("mailcheck.1", f"the command {command} is missing")
        for option in KNOWN[command]:
            counts["options"] += 1
            if option not in described:
                fail("mailcheck.1", f"the option {option} of {command} is missing")
    for option in described - set().union(*KNOWN.values()):
        fail("mailcheck.1", f"there is no option {option}")


def check_keys():
    """Every key of the schema is in the manual and on the page, and the program knows it."""
    manual = (ROOT / "docs/man/mailcheck.toml.5.scd").read_text(encoding="utf-8")
    page = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
    for key, value in SCHEMA["properties"].items():
        for name in [key, *value.get("properties", {})]:
            counts["keys"] += 1
            if f"*{name}*" not in manual and f"[{name}" not in manual:
                fail("mailcheck.toml.5", f"the key {name} is missing")
            if not re.search(rf"`[^`]*\b{name}\b[^`]*`", page):
                fail("configuration.md", f"the key {name} is missing")
    with tempfile.TemporaryDirectory(prefix="mailcheck-docs-") as top:
        folder = pathlib.Path(top)
        for section, sample in (("", "extens"), ("spelling", "word"), ("interview", "compny")):
            heading = f"[{section}]\n" if section else ""
            (folder / "mailcheck.toml").write_text(f'{heading}{sample} = ["x"]\n', encoding="utf-8")
            done = run("rules", cwd=folder)
            if done.returncode != 2:
                fail("schema", f"the program takes the key {sample}, which the schema does not know")
        for key, value in SCHEMA["properties"].items():
            names = [f"[{key}]\n{name}" for name in value.get("properties", {})] or [key]
            for name in names:
                (folder / "mailcheck.toml").write_text(f"{name} = {{}}\n", encoding="utf-8")
                if "there is no key" in (problem := run("rules", cwd=folder).stderr) or "unknown" in problem:
                    fail("schema", f"the program has no key {name}: {problem}")


def check_help():
    if len(COMMANDS) < 10:
        fail("--help", f"shows {COMMANDS} only")
    for name, text in {"": run("--help").stdout, **{c: run(c, "--help").stdout for c in COMMANDS}}.items():
        lines = text.splitlines()
        if len(lines) > 24 or max(map(len, lines)) > 80:
            fail(f"{name} --help", f"{len(lines)} lines of up to {max(map(len, lines))} columns fit no terminal")


def main():
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        check_links(page, text)
        check_blocks(page, text)
    walk_through_writing_rules()
    check_manual()
    check_keys()
    check_help()
    for name, count in counts.items():
        if count == 0 and name != "data":
            fail("this test", f"looked at no {name}")
    print("\n".join(failures) or ", ".join(f"{count} {name}" for name, count in counts.items()))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
