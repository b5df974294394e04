#!/usr/bin/env python3
"""Scores the rules of the category typos on the sentences of real_words.toml. Arguments: the program, the folder of this file.

A slip is found when its rule speaks. A sentence in which another rule speaks is a false alarm, as is a right one in which any speaks. Prints recall and precision; the test fails below LEAST_RECALL and LEAST_PRECISION.
MAILCHECK_VERBOSE=1 lists what went wrong. A third argument names another file of sentences.
"""
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import tomllib

PROGRAM, FOLDER = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
FILE = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else FOLDER / "real_words.toml"
VERBOSE = "MAILCHECK_VERBOSE" in os.environ
LEAST_RECALL, LEAST_PRECISION = 0.85, 0.95


def sentences():
    with open(FILE, "rb") as file:
        everything = tomllib.load(file)
    for group in everything["group"]:
        yield from ((text, {group["rule"]}) for text in group.get("wrong", []))
        yield from ((text, set()) for text in group.get("right", []))
    yield from ((sentence["text"], set(sentence["rules"])) for sentence in everything.get("sentence", []))


def lint(texts):
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / f"{number:04}.txt" for number in range(len(texts))]
        for path, text in zip(paths, texts):
            path.write_text(text + "\n", encoding="utf-8")
        run = subprocess.run([PROGRAM, "--no-config", "--select", "typos", "--format", "json", "--fail-on", "never", *paths],
                             capture_output=True, timeout=120)
        if run.returncode != 0:
            sys.exit(f"exit status {run.returncode}: {run.stderr.decode(errors='replace')}")
        found = {file["path"]: file["findings"] for file in json.loads(run.stdout)["files"]}
        return [found[str(path)] for path in paths]


def main():
    rows = list(sentences())
    hit, wanted, alarms = collections.Counter(), collections.Counter(), 0
    for (text, rules), findings in zip(rows, lint([text for text, _ in rows])):
        spoke = {finding["rule"] for finding in findings}
        wanted.update(rules)
        hit.update(rules & spoke)
        alarms += bool(spoke - rules)
        if VERBOSE:
            for rule in sorted(rules - spoke):
                print(f"missed  {rule:24} {text}")
        for finding in findings:
            if VERBOSE and finding["rule"] not in rules:
                print(f"alarm   {finding['rule']:24} “{finding['text']}” {text}")
            if "is “”" in finding["message"] or "has “”" in finding["message"]:
                sys.exit(f"{finding['rule']} has no word for “{finding['text']}”")
    for rule in sorted(wanted):
        print(f"{rule:26} {hit[rule]:3}/{wanted[rule]:3}")
    found, total = sum(hit.values()), sum(wanted.values())
    recall, precision = found / total, found / max(1, found + alarms)
    right = sum(not rules for _, rules in rows)
    print(f"{len(rows)} sentences, {right} of them right: recall {recall:.1%}, precision {precision:.1%}")
    if recall < LEAST_RECALL or precision < LEAST_PRECISION:
        sys.exit(f"below {LEAST_RECALL:.0%} of recall or {LEAST_PRECISION:.0%} of precision")


main()
