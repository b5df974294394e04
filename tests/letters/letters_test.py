#!/usr/bin/env python3
"""Whole letters. Arguments: the program, the folder of this file.

  good/*.txt       must give nothing at warning or above
  bad/*.txt        give what findings.snap says; MAILCHECK_ACCEPT=1 writes it anew and reports skipped
  situations.toml  passages with the rules that must and must not speak
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
SERIOUS = ("error", "warning")
failures = []


def lint(path):
    run = subprocess.run([PROGRAM, "--no-config", "--format", "json", "--fail-on", "never", str(path)],
                         capture_output=True, timeout=60)
    if run.returncode != 0:
        sys.exit(f"{path}: exit status {run.returncode}: {run.stderr.decode(errors='replace')}")
    return json.loads(run.stdout)["files"][0]


def line_of(finding):
    return f"{finding['start']['line']}:{finding['start']['column']} {finding['severity']} {finding['rule']} “{finding['text']}”"


def good_letters():
    letters = sorted((FOLDER / "good").glob("*.txt"))
    for path in letters:
        for finding in lint(path)["findings"]:
            if finding["severity"] in SERIOUS:
                failures.append(f"good/{path.name}:{line_of(finding)}")
    return len(letters)


def bad_letters():
    letters = sorted((FOLDER / "bad").glob("*.txt"))
    now = "".join(f"{path.name}\n" + "".join("  " + line_of(f).replace("\n", " ") + "\n" for f in lint(path)["findings"])
                  for path in letters)
    snapshot = FOLDER / "findings.snap"
    if os.environ.get("MAILCHECK_ACCEPT"):
        snapshot.write_text(now, encoding="utf-8")
        print("findings.snap written: read its diff")
        sys.exit(77)
    before = snapshot.read_text(encoding="utf-8").splitlines()
    for sign, lines, others in (("-", before, now.splitlines()), ("+", now.splitlines(), before)):
        extra = collections.Counter(lines) - collections.Counter(others)
        failures.extend(f"findings.snap: {sign} {line}" for line in extra.elements())
    return len(letters)


def check_situation(situation, folder):
    path = pathlib.Path(folder) / "draft.txt"
    path.write_text(situation["text"], encoding="utf-8")
    file = lint(path)
    findings = file["findings"]
    fired = collections.Counter(f["rule"] for f in findings)
    for rule, count in collections.Counter(situation.get("fires", [])).items():
        if fired[rule] < count:
            yield f"{rule} fires {fired[rule]} times, not {count}"
    for rule in situation.get("silent", []):
        if fired[rule]:
            yield f"{rule} should be silent"
    quiet = situation.get("quiet", [])
    for f in findings:
        if f["severity"] in SERIOUS and (quiet is True or f["category"] in (quiet or [])):
            yield f"should be quiet: {line_of(f)}"
        if situation.get("most") == "suggestion" and f["rule"] in situation["fires"] and f["severity"] in SERIOUS:
            yield f"should only suggest: {line_of(f)}"
    wanted = situation.get("stage_guess", file["stage"]["name"])
    if file["stage"]["name"] != wanted:
        yield f"the stage is taken for {file['stage']['name']}"


def situations():
    rows = tomllib.loads((FOLDER / "situations.toml").read_text(encoding="utf-8"))["situation"]
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            failures.extend(f"situation “{row['name']}”: {problem}" for problem in check_situation(row, folder))
    return len(rows)


good, bad, passages = good_letters(), bad_letters(), situations()
print("\n".join(failures) or f"{good} good letters, {bad} bad letters and {passages} situations are judged as they should be")
sys.exit(1 if failures or not (good and bad and passages) else 0)
