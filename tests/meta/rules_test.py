#!/usr/bin/env python3
"""Checks that every rule file is complete: words in house form, reasons, sources, enough examples.
What the rules compiler finds (unknown keys, checks, broken phrases) is not repeated here.
Argument: the project's folder."""
import collections
import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(sys.argv[1])
CATEGORIES = ["generic", "casual", "outcome", "negative", "specifics", "length", "typos", "names", "tone",
              "structure", "timing", "attachments", "delivery"]
MESSAGE_LIMIT = 100


def without_marks(text):
    return text.replace("{|", "").replace("|}", "").strip()


def problems(path, rule):
    if path.parent.name not in CATEGORIES:
        yield f"“{path.parent.name}” is no category"
    if not re.fullmatch(r"[a-z][a-z0-9-]*", path.stem):
        yield "the id is not kebab-case"
    if re.match(r"(no|check|bad|avoid)-", path.stem):
        yield "the id says what is flagged, not what to do"
    for key in ("severity", "since", "message", "help", "rationale", "sources", "check"):
        if not rule.get(key):
            yield f"“{key}” is missing"
    message = rule.get("message", "")
    if len(message) > MESSAGE_LIMIT:
        yield f"the message is longer than {MESSAGE_LIMIT} characters"
    for key in ("message", "help"):
        text = rule.get(key, "")
        if text and not (text[0].isupper() or text[0] in "“{"):
            yield f"the {key} does not start upper case"
        if text and not re.search(r"[.?!][”)]?$", text):
            yield f"the {key} does not end with a period"
        if '"' in text:
            yield f"the {key} quotes with \" and not with “ ”"
    for url in rule.get("sources", []) + rule.get("disputed-by", []):
        if not re.fullmatch(r"https?://\S+|[^/]+ \(\d{4}\)", url):
            yield f"“{url}” is neither the address of a source nor “title (year)”"
    examples = rule.get("example", [])
    bad = [e[k] for e in examples for k in ("bad", "bad_mail") if k in e]
    good = [e[k] for e in examples for k in ("good", "good_mail") if k in e]
    if len(bad) < 2 or len(good) < 2:
        yield f"{len(bad)} bad and {len(good)} good examples; at least two of each are needed"
    texts = [without_marks(text) for text in bad + good]
    for text, count in collections.Counter(texts).items():
        if count > 1:
            yield f"the same example twice: {text!r}"


found = []
seen = {}
phrases = {}
paths = sorted(path for path in (ROOT / "rules").glob("*/*.toml") if path.parent.name != "presets")
for path in paths:
    name = path.relative_to(ROOT)
    rule = tomllib.loads(path.read_text(encoding="utf-8"))
    found += [f"{name}: {problem}" for problem in problems(path, rule)]
    if path.stem in seen:
        found.append(f"{name}: the id is used by {seen[path.stem]} too")
    seen[path.stem] = name
    if rule.get("check", {}).get("name") != "phrase":
        continue
    for phrase in rule["check"].get("phrases", []):
        if phrase in phrases:
            found.append(f"{name}: the phrase “{phrase}” stands in {phrases[phrase]} too")
        phrases[phrase] = name
print("\n".join(found) or f"{len(paths)} rule files are complete")
sys.exit(1 if found or not paths else 0)
