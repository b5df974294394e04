#!/usr/bin/env python3
"""Each limit of a draft at one less, at itself and at one more: only beyond it there is the finding `limit-reached`, with
status 2, so that nobody takes what was not read for checked.

Usage: limits_test.py MAILCHECK"""

import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "growth"))
from faults import NOW, Faults, program, run
from growth_test import DRAFTS

HEAD = "From: Olga Berg <olga@example.org>\nTo: Dana Park <dana@example.com>\nSubject: Thank you\n"
LETTER = "\nDear Dana,\n\nThank you for your time.\n\nKind regards,\nOlga\n"


def nested(depth):
    """A text within so many multiparts."""
    parts = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(depth))
    return HEAD + "MIME-Version: 1.0\n" + parts + "Content-Type: text/plain\n" + LETTER


def parts(count):
    """A multipart and what it holds are so many parts."""
    return (HEAD + 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n' + LETTER
            + "--b\nContent-Type: text/csv; name=a.csv\n\nx\n" * (count - 2) + "--b--\n")


def fields(count):
    return HEAD + "".join(f"X-F{i}: x\n" for i in range(count - 3)) + LETTER


def field_of(size):
    """A field of so many bytes, in lines, with its name and without its last line end."""
    lines, left = ["X-Long: x"], size - len("X-Long: x")
    while left > 0:
        take = min(left, 900)
        if 0 < left - take < 3:
            take -= 3
        lines.append(" " + "y" * (take - 2))
        left -= take
    return HEAD + "\n".join(lines) + "\n" + LETTER


def line_of(size):
    return HEAD + "X-Long: " + "y" * (size - len("X-Long: ")) + "\n" + LETTER


def addresses(count):
    return "To: " + ",\n ".join(f"a{i}@example.com" for i in range(count)) + "\nSubject: Thank you\n" + LETTER


def ids(count):
    return HEAD + "In-Reply-To: " + "\n ".join(f"<{i}@example.com>" for i in range(count)) + "\n" + LETTER


def parameters(count):
    return HEAD + "Content-Type: text/plain" + "".join(f";\n a{i}=x" for i in range(count)) + "\n" + LETTER


def html(content):
    return HEAD + "Content-Type: text/html; charset=utf-8\n\n<html><body><p>Dear Dana,</p>" + content + "</body></html>\n"


def html_depth(depth):
    return html("<div>" * depth + "x" + "</div>" * depth)


def html_attributes(count):
    return html("<p " + " ".join(f"a{i}=b" for i in range(count)) + ">x</p>")


def size(count):
    text = HEAD + LETTER
    return text + "x" * 60 + "\n" + "y " * ((count - len(text) - 61) // 2) + "z" * ((count - len(text) - 61) % 2)


# What is limited, at how much, and how the smallest input that is too much is told from the limit.
LIMITS = {
    "bytes of a draft": (1 << 20, size),
    "parts within parts": (32, nested),
    "parts": (1000, parts),
    "header fields": (1000, fields),
    "bytes of a header field": (100 * 1024, field_of),
    "bytes of a line of a header": (64 * 1024, line_of),
    "addresses": (1000, addresses),
    "message ids": (1000, ids),
    "parameters": (100, parameters),
    "elements within elements": (500, html_depth),
    "attributes": (1000, html_attributes),
}


def main():
    faults = Faults()
    with tempfile.TemporaryDirectory(prefix="mailcheck-limits-") as top:
        folder = pathlib.Path(top)
        for name, (limit, make) in LIMITS.items():
            for extra in (-1, 0, 1):
                (folder / "draft.eml").write_text(make(limit + extra))
                done = run([program(), "--now", NOW, "--no-config", "--format", "json", "draft.eml"], folder)
                found = [finding for file in json.loads(done.out)["files"] for finding in file["findings"]
                         if finding["rule"] == "limit-reached"]
                what = f"{name}, {limit + extra}: status {done.status}, {[one['message'] for one in found]}"
                faults.check((len(found) > 0) == (extra > 0), what)
                faults.check((done.status == 2) == (extra > 0), what)
        # Findings beyond theirs are counted.
        (folder / "draft.eml").write_text(DRAFTS["plain words"](250_000))
        done = run([program(), "--now", NOW, "--no-config", "--format", "json", "draft.eml"], folder)
        file = json.loads(done.out)["files"][0]
        faults.check(len(file["findings"]) == 1000, f"{len(file['findings'])} findings")
        faults.check(any("more findings are not shown" in note for note in file["notes"]), f"notes: {file['notes']}")
    faults.finish("limits")


main()
