#!/usr/bin/env python3
"""Validates real JSON output against docs/schema. Knows the few words that our schema uses, and fails
on any other, and on keys that the schema does not name.

Usage: schema_test.py MAILCHECK SCHEMA
"""

import json
import pathlib
import subprocess
import sys
import tempfile

CASES = pathlib.Path(__file__).resolve().parent
KNOWN = {"$schema", "$defs", "$ref", "title", "description", "type", "required", "properties", "items",
         "const", "enum", "minimum", "maximum", "minItems", "uniqueItems"}
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int,
         "number": (int, float)}


def problems(value, schema, root, where):
    if unknown := schema.keys() - KNOWN:
        return [f"{where}: the schema uses {sorted(unknown)}, which this test does not know"]
    if "$ref" in schema:
        return problems(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, where)
    found = []
    kind = schema.get("type")
    if kind and (not isinstance(value, TYPES[kind]) or kind != "boolean" and isinstance(value, bool)):
        return [f"{where}: {value!r} is no {kind}"]
    if "const" in schema and value != schema["const"]:
        found.append(f"{where}: {value!r} is not {schema['const']!r}")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{where}: {value!r} is none of {schema['enum']}")
    if "minimum" in schema and value < schema["minimum"]:
        found.append(f"{where}: {value} is less than {schema['minimum']}")
    if "maximum" in schema and value > schema["maximum"]:
        found.append(f"{where}: {value} is more than {schema['maximum']}")
    if isinstance(value, dict):
        named = schema.get("properties", {})
        found += [f"{where}: “{key}” is missing" for key in schema.get("required", ())
                  if key not in value]
        found += [f"{where}: “{key}” is not in the schema" for key in value if key not in named]
        for key in value.keys() & named.keys():
            found += problems(value[key], named[key], root, f"{where}.{key}")
    if isinstance(value, list) and len(value) < schema.get("minItems", 0):
        found.append(f"{where}: has only {len(value)} items")
    if isinstance(value, list) and schema.get("uniqueItems") and any(item in value[:i] for i, item in enumerate(value)):
        found.append(f"{where}: has an item twice")
    if isinstance(value, list):
        for i, item in enumerate(value):
            found += problems(item, schema["items"], root, f"{where}[{i}]")
    return found


def run(program, form, paths, folder):
    done = subprocess.run([program, "--no-config", "--format", form, *paths], cwd=folder, check=False,
                          stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode not in (0, 1):
        sys.exit(f"exit status {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def check_edits(draft, folder, found):
    """Offsets are bytes of the file: the excerpt at a finding is its text."""
    source = (folder / draft["path"]).read_bytes()
    for finding in draft["findings"]:
        excerpt = source[finding["start"]["offset"]:finding["end"]["offset"]]
        if b"\r" not in excerpt and excerpt.decode("utf-8", "replace") != finding["text"]:
            found.append(f"{finding['rule']}: {excerpt!r} is not {finding['text']!r}")


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    schema = json.loads(pathlib.Path(sys.argv[2]).read_text())
    drafts = {"bad.txt": "Subject: hi\n\nHey you,\n\ni can't wait too start the the job!!!\n\nCheers\n",
              "crlf.txt": "Hi,\r\n\r\nWhen I join\r\nthe the team 👍 é, we will see!!\r\n", "empty.txt": "",
              "box.mbox": "From - Tue Mar  3 10:00:00 2026\nSubject: One\n\ni recieve é the the job!!!\n\n"
                          "From - Tue Mar  3 11:00:00 2026\nSubject: Two\n\ni recieve the the job!!!\n"}
    found = []
    with tempfile.TemporaryDirectory(prefix="mailcheck-schema-") as top:
        folder = pathlib.Path(top)
        for name, text in drafts.items():
            (folder / name).write_bytes(text.encode())
        whole = json.loads(run(program, "json", drafts, folder))
        found += problems(whole, schema, schema, "output")
        lines = [json.loads(line) for line in run(program, "jsonl", drafts, folder).splitlines()]
        if lines != whole["files"]:
            found.append("the lines of jsonl are not the files of json")
        for draft in whole["files"]:
            check_edits(draft, folder, found)
        if [draft["message"] for draft in whole["files"]] != [1, 1, 1, 1, 2]:
            found.append("the messages of the mbox are not numbered")
        if not whole["files"][0]["findings"]:
            found.append("nothing was found in bad.txt, so that no finding was validated")
    print("\n".join(found) or "the output is as the schema says")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
