#!/usr/bin/env python3
"""Runs mailcheck over a folder of real mail, labelled letters and hostile text that is not part of the
project, named by MAILCHECK_CORPORA. Skipped, with exit status 77, without it.

  corpora_test.py PROGRAM scores    figures of the labelled data stay within what docs/design.md promises
  corpora_test.py PROGRAM ranges    every file gets a result, every range holds the text that it names
  corpora_test.py PROGRAM hostile   hostile bytes as drafts and as configurations: no crash, exit status 0, 1 or 2
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAM, WHAT = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
if not os.environ.get("MAILCHECK_CORPORA"):
    print("skipped: MAILCHECK_CORPORA is not set")
    sys.exit(77)
CORPORA = pathlib.Path(os.environ["MAILCHECK_CORPORA"])

# What labelled letters and real mail must give, at least or at most.
LEAST_RECALL = 0.75
MOST_FALSE_ALARMS = 0.04
MOST_MISSPELLINGS_PER_1000 = 3.0


def lint(*arguments, data=None):
    return subprocess.run([PROGRAM, "--no-config", "--fail-on", "never", *map(str, arguments)],
                          input=data, capture_output=True, timeout=300)


def score(what):
    run = subprocess.run([sys.executable, CORPORA / "eval" / "score.py", what, "--mailcheck", PROGRAM],
                         capture_output=True, text=True, timeout=1500)
    print(run.stdout, run.stderr)
    return json.loads(run.stdout.splitlines()[-1])[what]


def scores():
    letters, noise = score("letters"), score("noise")
    alarms, good = letters["false_alarms"]
    yield letters["recall"] >= LEAST_RECALL, f"recall {letters['recall']:.1%}"
    yield alarms / good <= MOST_FALSE_ALARMS, f"false alarms {alarms}/{good}"
    yield noise["misspelling_per_1000"] <= MOST_MISSPELLINGS_PER_1000, f"misspellings {noise['misspelling_per_1000']}"


def ranges():
    folders = [CORPORA / "data" / "mail", CORPORA / "data" / "mime" / "messages"]
    paths = sorted(p for folder in folders if folder.is_dir() for p in folder.rglob("*") if p.is_file())
    results = 0
    for k in range(0, len(paths), 100):
        run = lint("--format", "jsonl", *paths[k:k + 100])
        yield run.returncode in (0, 2), f"exit status {run.returncode}: {run.stderr[:500]!r}"
        for line in run.stdout.splitlines():
            file = json.loads(line)
            if "path" not in file:
                continue
            results += 1
            source = pathlib.Path(file["path"]).read_bytes()
            for finding in file["findings"]:
                start, end = finding["start"]["offset"], finding["end"]["offset"]
                yield 0 <= start <= end <= len(source), f"{file['path']}: range {start}-{end}"
                # Where the source is plain ASCII without an escape, the bytes are the text itself.
                raw = source[start:end]
                if raw.isascii() and b"=" not in raw and "=?" not in finding["text"]:
                    want = finding["text"].replace("\r", "").split()
                    yield raw.decode().split() == want, f"{file['path']}: {raw!r} is not {finding['text']!r}"
    print(f"{results} results of {len(paths)} files")
    yield results > 0, "no file gave a result"


def hostile():
    paths = sorted(p for folder in ("hostile", "strings") for p in (CORPORA / "data" / folder).rglob("*") if p.is_file())
    runs = 0
    for path in paths:
        data = path.read_bytes()
        with tempfile.TemporaryDirectory() as folder:
            draft = pathlib.Path(folder) / "draft.txt"
            draft.write_bytes(data[:1 << 20])
            run = lint("--format", "json", draft)
            runs += 1
            yield run.returncode in (0, 2), f"{path}: exit status {run.returncode} as a draft"
            yield run.returncode == 2 or json.loads(run.stdout), f"{path}: JSON"
            if path.suffix == ".toml":
                draft.write_text("Hello.\n")
                (pathlib.Path(folder) / "mailcheck.toml").write_bytes(data)
                run = subprocess.run([PROGRAM, draft], capture_output=True, timeout=60)
                runs += 1
                yield run.returncode in (0, 1, 2), f"{path}: exit status {run.returncode} as a configuration"
    print(f"{runs} runs over {len(paths)} hostile files")
    yield runs > 0, "no hostile file"


failures = [message for held, message in {"scores": scores, "ranges": ranges, "hostile": hostile}[WHAT]() if not held]
print("\n".join(failures[:40]) or f"{WHAT}: all held")
sys.exit(1 if failures else 0)
