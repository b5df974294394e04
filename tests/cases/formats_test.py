#!/usr/bin/env python3
"""Every format as those read it that it is for, on drafts of every kind: SARIF by its schema and its promises, checkstyle and JUnit by
a strict XML parser and what their readers count on, GitHub's commands as its runner takes them apart.

SARIF is validated against an excerpt of its schema beside this file; and against the whole one, with python3-jsonschema, where
MAILCHECK_SARIF_SCHEMA names it.

Usage: formats_test.py MAILCHECK
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ElementTree

from schema_test import problems

CASES = pathlib.Path(__file__).resolve().parent
DRAFTS = {
    "bad.txt": "Subject: hi\n\nHey you,\n\ni can't wait too start the the job!!!\n\nCheers\n",
    "crlf é, %,:.txt": "Hi,\r\n\r\nWhen I join\r\nthe the team 👍 é, we will see!!\r\n",
    "clean.eml": "",
    "empty.txt": "",
    "<a b=\"c\">&.txt": "Hey,\n\nI recieved the the <b>&amp; \"offer\" 100% :: ok, teh end!!\n",
    "quoted.eml": "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
                  "Content-Transfer-Encoding: quoted-printable\n\nHey,\n\nthe the caf=C3=A9 , an use=\nful talk!!\n",
    "box.mbox": "From - Tue Mar  3 10:00:00 2026\nSubject: One\n\ni recieve é the the job!!!\n\n"
                "From - Tue Mar  3 11:00:00 2026\nSubject: Two\n\ni recieve the the job!!!\n",
}
found = []


def check(condition, what):
    if not condition:
        found.append(what)


def run(program, form, folder, *arguments):
    done = subprocess.run([program, "--no-config", "--format", form, *arguments, "--", *DRAFTS], cwd=folder, check=False, stdin=subprocess.DEVNULL,
                          capture_output=True)
    check(done.returncode in (0, 1), f"{form}: exit status {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def check_sarif(text, drafts, folder):
    log = json.loads(text)
    schema = json.loads((CASES / "sarif-2.1.0-excerpt.schema.json").read_text())
    found.extend(problems(log, schema, schema, "SARIF"))
    if whole := os.environ.get("MAILCHECK_SARIF_SCHEMA"):
        import jsonschema  # pylint: disable=import-outside-toplevel
        validator = jsonschema.Draft7Validator(json.loads(pathlib.Path(whole).read_text()))
        found.extend(f"SARIF: {error.message[:200]}" for error in validator.iter_errors(log))
    only = log["runs"][0]
    rules = [rule["id"] for rule in only["tool"]["driver"]["rules"]]
    check(len(rules) == len(set(rules)), "SARIF: a rule is there twice")
    check(set(rules) == {result["ruleId"] for result in only["results"]}, "SARIF: rules without results, or results without rules")
    wanted = [(draft["path"], finding["rule"], finding["start"]["offset"], finding["text"]) for draft in drafts for finding in draft["findings"]]
    check(len(only["results"]) == len(wanted), f"SARIF: {len(only['results'])} results, not {len(wanted)}")
    for result, (path, rule, offset, _) in zip(only["results"], wanted):
        check(rules[result["ruleIndex"]] == result["ruleId"] == rule, f"SARIF: {result['ruleId']} is {rule}")
        place = result["locations"][0]["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        check(urllib.parse.unquote(uri) == path and not urllib.parse.urlsplit(uri).scheme, f"SARIF: “{uri}” is no reference to {path}")
        region = place["region"]
        check(region["byteOffset"] == offset, f"SARIF: {rule} is not at {offset}")
        check((region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"]), f"SARIF: {region}")
        size = (folder / path).stat().st_size
        for fix in result.get("fixes", ()):
            for change in fix["artifactChanges"]:
                for replacement in change["replacements"]:
                    deleted = replacement["deletedRegion"]
                    check(deleted["byteOffset"] + deleted["byteLength"] <= size, f"SARIF: a fix beyond the end of {path}")
    prints = {}
    for result, (path, rule, _, words) in zip(only["results"], wanted):
        if len(words) < 100:
            prints.setdefault((rule, " ".join(words.split())), set()).add(result["partialFingerprints"]["mailcheck/v1"])
    check(all(len(same) == 1 for same in prints.values()), "SARIF: one rule and text have two fingerprints")
    every = [one for same in prints.values() for one in same]
    check(len(every) == len(set(every)), "SARIF: two rules or texts have one fingerprint")


def check_xml(text, form, drafts):
    check(text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n'), f"{form}: no declaration")
    root = ElementTree.fromstring(text)
    if form == "checkstyle":
        check([file.get("name") for file in root] == [draft["path"] for draft in drafts], "checkstyle: other files")
        for file, draft in zip(root, drafts):
            shown = [(int(e.get("line")), int(e.get("column")), e.get("message"), e.get("source").rsplit(".", 1)[1]) for e in file]
            wanted = [(f["start"]["line"], f["start"]["column"], f["message"], f["rule"]) for f in draft["findings"]]
            check(shown == wanted, f"checkstyle: {draft['path']} shows {shown}")
            check(all(e.get("severity") in ("error", "warning", "info") for e in file), "checkstyle: another severity")
        return
    for suite, draft in zip(root, drafts, strict=True):
        cases = list(suite)
        check(int(suite.get("tests")) == len(cases) == max(1, len(draft["findings"])), f"JUnit: {suite.attrib} has {len(cases)} cases")
        check(int(suite.get("failures")) == len(suite.findall("testcase/failure")), f"JUnit: {suite.attrib}")
        names = [(case.get("classname"), case.get("name")) for case in cases]
        check(len(names) == len(set(names)), f"JUnit: cases with one name: {names}")
        for case, finding in zip(cases, draft["findings"]):
            check(finding["message"] in "".join(case.itertext()), f"JUnit: the message is missing: {finding['message']}")


def check_github(text, drafts):
    """As actions/runner reads it: the first “::” behind the command ends the properties."""
    lines = text.splitlines()
    findings = [(draft["path"], finding) for draft in drafts for finding in draft["findings"]]
    check(len(lines) == len(findings), f"GitHub: {len(lines)} lines for {len(findings)} findings")
    for line, (path, finding) in zip(lines, findings):
        command, properties, message = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()
        values = dict(pair.split("=", 1) for pair in properties.split(","))

        def plain(value):
            return value.replace("%3A", ":").replace("%2C", ",").replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
        check(command == {"suggestion": "notice"}.get(finding["severity"], finding["severity"]), f"GitHub: {line}")
        check(plain(values["file"]) == path and values["title"] == finding["rule"], f"GitHub: {values}")
        check(int(values["line"]) == finding["start"]["line"], f"GitHub: {values}")
        check(plain(message) == finding["message"], f"GitHub: {message!r}")


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory(prefix="mailcheck-formats-") as top:
        folder = pathlib.Path(top)
        for name, text in DRAFTS.items():
            (folder / name).write_bytes(text.encode())
        drafts = json.loads(run(program, "json", folder))["files"]
        check(sum(len(draft["findings"]) for draft in drafts) > 20, "few findings")
        check_sarif(run(program, "sarif", folder), drafts, folder)
        for form in ("checkstyle", "junit"):
            check_xml(run(program, form, folder), form, drafts)
        check_github(run(program, "github", folder), drafts)
        check(run(program, "junit", folder, "--fail-on", "never").count("<failure") == 0, "JUnit: failures although nothing fails")
        none = subprocess.run([program, "--no-config", "--format", "sarif", "empty.txt"], cwd=folder, capture_output=True, check=False)
        check(json.loads(none.stdout)["runs"][0]["tool"]["driver"]["name"] == "mailcheck", "SARIF: of an empty draft")
    print("\n".join(found[:40]) or "every format is as its readers want it")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
