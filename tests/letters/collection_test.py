#!/usr/bin/env python3
"""Scores the program on the labelled letters in collection/. Arguments: the program, the folder of this file.

Each letter names the categories in which an error or a warning is right (`present`), those in which one can be defended (`may`); in all
others it is a false alarm. `rules` must speak at any severity. `interview` and `now` are facts, `config` more lines of configuration, `sent`
mails that were sent before. Prints recall and precision of each category; the test fails when one is below LEAST, or a rule that must speak
is silent more often than that. Each rule must speak in some letter and be silent in ten. MAILCHECK_VERBOSE=1 lists every miss and every alarm.
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
VERBOSE = "MAILCHECK_VERBOSE" in os.environ
SERIOUS = ("error", "warning")
LEAST = 0.95
SILENT_IN = 10
# What they report are bytes that a letter in a TOML file cannot have; tests/cases and the unit tests have them.
OF_BYTES = {"broken-encoding", "broken-structure", "control-characters", "invalid-bytes", "limit-reached", "malformed-header",
            "mixed-line-ends", "unsupported-content"}


def letters():
    for path in sorted((FOLDER / "collection").glob("*.toml")):
        if len(sys.argv) > 3 and path.stem not in sys.argv[3:]:
            continue
        with open(path, "rb") as file:
            yield from tomllib.load(file)["letter"]


def as_toml(facts):
    lines = ["[interview]"]
    for key, value in facts.items():
        lines.append(f"{key} = {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


def all_rules():
    run = subprocess.run([PROGRAM, "rules", "--no-config", "--format", "json"], capture_output=True, check=True)
    return {rule["id"] for rule in json.loads(run.stdout)["rules"]}


def lint(letter, folder):
    where = pathlib.Path(folder) / letter["id"]
    where.mkdir()
    draft = where / "draft.eml"
    draft.write_text(letter["mail"], encoding="utf-8")
    command = [PROGRAM, "--format", "json", "--fail-on", "never"]
    if "interview" in letter or "config" in letter:
        configuration = letter.get("config", "") + "\n" + as_toml(letter.get("interview", {}))
        (where / "mailcheck.toml").write_text(configuration, encoding="utf-8")
    else:
        command.append("--no-config")
    for number, mail in enumerate(letter.get("sent", [])):
        (where / "sent").mkdir(exist_ok=True)
        (where / "sent" / f"{number}.eml").write_text(mail, encoding="utf-8")
        command += ["--sent", where / "sent"] if number == 0 else []
    if "now" in letter:
        command += ["--now", letter["now"]]
    run = subprocess.run([*command, draft], capture_output=True, timeout=60)
    if run.returncode != 0:
        sys.exit(f"{letter['id']}: exit status {run.returncode}: {run.stderr.decode(errors='replace')}")
    return json.loads(run.stdout)["files"][0]


def main():
    hit, missed, alarm = collections.Counter(), collections.Counter(), collections.Counter()
    rules_hit, rules_missed, stages = 0, [], 0
    count = clean = 0
    spoke_in = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for letter in letters():
            count += 1
            clean += not letter["present"]
            result = lint(letter, folder)
            stages += result["stage"]["name"] == letter["stage"]
            if VERBOSE and result["stage"]["name"] != letter["stage"]:
                print(f"stage   {letter['id']}: {letter['stage']} was taken for {result['stage']['name']}")
            serious = collections.defaultdict(list)
            for finding in result["findings"]:
                if finding["severity"] in SERIOUS:
                    serious[finding["category"]].append(finding)
            for category in letter["present"]:
                (hit if category in serious else missed)[category] += 1
                if VERBOSE and category not in serious:
                    print(f"missed  {category:12} {letter['id']}: {letter['why']}")
            for category, findings in serious.items():
                if category in letter["present"] or category in letter.get("may", []):
                    continue
                alarm[category] += 1
                if VERBOSE:
                    for finding in findings:
                        print(f"alarm   {category:12} {letter['id']}: {finding['rule']} “{finding['text']}” {finding['message']}")
            spoke = {finding["rule"] for finding in result["findings"]}
            spoke_in.update(spoke)
            for rule in letter["rules"]:
                if rule in spoke:
                    rules_hit += 1
                else:
                    rules_missed.append(rule)
                    if VERBOSE:
                        print(f"silent  {rule} in {letter['id']}: {letter['why']}")
    below = []
    for category in sorted(set(hit) | set(missed) | set(alarm)):
        wanted, spoken = hit[category] + missed[category], hit[category] + alarm[category]
        recall = hit[category] / wanted if wanted else 1.0
        # A category that should never have spoken: of the letters in which it could.
        precision = hit[category] / spoken if hit[category] else 1 - spoken / count
        print(f"{category:12} recall {hit[category]:3}/{wanted:3} {recall:6.1%}   precision {hit[category]:3}/{spoken:3} {precision:6.1%}")
        if min(recall, precision) < LEAST:
            below.append(category)
    named = rules_hit + len(rules_missed)
    print(f"rules that must speak: {rules_hit}/{named}; stages guessed: {stages}/{count}")
    print(f"{count} letters, {clean} of them clean; {sum(alarm.values())} false alarms")
    if named and rules_hit / named < LEAST:
        below.append("rules that must speak")
    if len(sys.argv) <= 3:
        rules = all_rules()
        never = sorted(rule for rule in rules - OF_BYTES if not spoke_in[rule])
        always = sorted(rule for rule in rules if count - spoke_in[rule] < SILENT_IN)
        print(f"{len(rules) - len(never) - len(OF_BYTES)}/{len(rules) - len(OF_BYTES)} rules speak in some letter")
        if never:
            below.append(f"rules that no letter fires ({', '.join(never)})")
        if always:
            below.append(f"rules that are silent in fewer than {SILENT_IN} letters ({', '.join(always)})")
    if below:
        sys.exit(f"below {LEAST:.0%}: {', '.join(below)}")


main()
