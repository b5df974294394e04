#!/usr/bin/env python3
"""The same drafts give the same bytes, whatever the machine is busy with, however many threads there are, in whatever
locale and time zone, in whatever order the paths were named, and for whatever other program that is named.

Usage: determinism_test.py MAILCHECK [RUNS [ANOTHER MAILCHECK]]"""

import json
import multiprocessing
import pathlib
import random
import subprocess
import sys
import tempfile

from faults import NOW, Faults, environment, program

OPENINGS = ["Dear Dana,", "Hi Dana,", "Hey!", "Dear Ms. Park,", "", "Dear Sir or Madam,"]
SENTENCES = ["Thank you for you time on Tuesday.", "I definately want the the job.", "I recieved youre mail.",
             "IT WAS GREAT!!!", "İstanbul'da ILIK bir gün, ınsan.", "Ich freue mich auf die Zusammenarbeit.",
             "I look forward to starting soon.", "The saleri question is stil open, isnt it?", "Please see the attached file.",
             "My number is 555-0100 and my site is https://example.org/a.", "Zoë said “it's fine” — or did she?",
             "Lets meet on Monday, 4 March 2026, or on 03/05/2026.", "I hope [Company] will hire me asap.", "😀 👍🏽 café"]
CLOSINGS = ["Kind regards,\nOlga Berg", "Cheers\nO.", "", "Best,\nOlga", "Yours sincerely,\nOlga Berg\n+47 555 01 00"]
LOCALES = [{}, {"LC_ALL": "C"}, {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, {"LC_ALL": "de_DE.UTF-8"},
           {"TZ": "Pacific/Kiritimati"}, {"TZ": "America/Los_Angeles", "LANGUAGE": "tr"}, {"LC_ALL": "no_SUCH"},
           {"MALLOC_PERTURB_": "165"}]


def burn(until):
    while not until.is_set():
        sum(range(10_000))


def main():
    faults = Faults()
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    programs = [program()] + [pathlib.Path(path).resolve() for path in sys.argv[3:4]]
    draw = random.Random(3)
    with tempfile.TemporaryDirectory(prefix="mailcheck-same-") as top:
        folder = pathlib.Path(top)
        paths = []
        for number in range(100):
            text = "\n\n".join([f"To: Dana Park <d{number % 7}@example.com>\nSubject: Thank you",
                                draw.choice(OPENINGS), " ".join(draw.sample(SENTENCES, draw.randint(1, 9))),
                                draw.choice(CLOSINGS)])
            (folder / f"{number:03}.eml").write_text(text)
            paths.append(f"{number:03}.eml")

        def lint(name, extra=(), more=None, order=None, form="json"):
            done = subprocess.run([name, "--now", NOW, "--format", form, *extra, *(order or paths)], cwd=folder,
                                  env=environment(folder, **(more or {})), capture_output=True, timeout=300, check=False)
            return done.returncode, done.stdout, done.stderr

        for form in ("json", "text", "sarif"):
            first = lint(programs[0], ["--jobs", "1"], form=form)
            faults.check(first[0] == 1 and len(first[1]) > 10_000, f"{form}: status {first[0]}, {first[2][:200]!r}")
            for more in LOCALES:
                faults.check(lint(programs[0], more=more, form=form) == first, f"{form}: another answer with {more}")
            for other in programs[1:]:
                faults.check(lint(other, form=form) == first, f"{form}: another answer of {other}")
        first = lint(programs[0], ["--jobs", "1"])
        stop = multiprocessing.Event()
        burners = [multiprocessing.Process(target=burn, args=(stop,)) for _ in range(4)]
        for burner in burners:
            burner.start()
        for number in range(runs):
            jobs = str(1 + number % 8)
            faults.check(lint(programs[0], ["--jobs", jobs]) == first, f"run {number}: another answer with {jobs} jobs")
        stop.set()
        for burner in burners:
            burner.join()
        # Rules that compare drafts know which came first; the others must not.
        alone = ["--ignore", "same-note,similar-note,other-company-left"]
        by_path = {file["path"]: file for file in json.loads(lint(programs[0], alone)[1])["files"]}
        for _ in range(2):
            order = draw.sample(paths, len(paths))
            files = json.loads(lint(programs[0], alone, order=order)[1])["files"]
            faults.check([file["path"] for file in files] == order, "not in the order of the arguments")
            faults.check(all(by_path[file["path"]] == file for file in files), "a draft depends on its place in the run")
    faults.finish("determinism")


main()
