#!/usr/bin/env python3
"""Shows the HTML report to axe-core in headless Chromium; see browser_test.mjs. Skipped without Chromium,
Node.js or the npm packages (npm ci --prefix tests/html).

Usage: browser_test.py MAILCHECK
MAILCHECK_SCREENSHOTS=FOLDER keeps what it saw.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "clients"))
from programs import GOOD, SKIPPED

MIXED = """\
From: Sam Rivers <sam@example.net>
To: Dana Park <dana@example.org>
Subject: following up!!!
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

Hey Dana, <b>

Any news?? I realy need this job and I look forward to starting on Monday. [Company] is
https://example.org/a/very/long/address/without/any/place/to/break/it/at/all/so/that/it/must/be/broken/somewhere

On Tuesday, Dana Park wrote:
> We will let you know by Friday.

Cheers,
Sam
--b
Content-Type: application/pdf; name="cv final FINAL (2).pdf"
Content-Disposition: attachment; filename="cv final FINAL (2).pdf"

x
--b--
"""


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    chromium = shutil.which("chromium") or skip("there is no chromium")
    node = shutil.which("node") or skip("there is no node")
    modules = pathlib.Path(os.environ.get("MAILCHECK_NODE_MODULES") or HERE / "node_modules")
    if not (modules / "axe-core").exists() or not (modules / "playwright-core").exists():
        skip(f"there is no axe-core or playwright-core in {modules}")
    shots = os.environ.get("MAILCHECK_SCREENSHOTS")
    failed = False
    with tempfile.TemporaryDirectory(prefix="mailcheck-browser-") as top:
        folder = pathlib.Path(top)
        sample = (ROOT / "docs" / "sample" / "thank-you.txt").read_text(encoding="utf-8")
        for name, text in {"thank-you.txt": sample, "good.txt": GOOD, "mixed.eml": MIXED}.items():
            (folder / name).write_text(text, encoding="utf-8")
        for kind, paths in {"one": ["thank-you.txt"], "many": ["thank-you.txt", "good.txt", "mixed.eml"]}.items():
            done = subprocess.run([program, "--no-config", "--format", "html", *paths], cwd=folder, capture_output=True,
                                  check=False)
            page = folder / f"{kind}.html"
            page.write_bytes(done.stdout)
            command = [node, HERE / "browser_test.mjs", page, modules, chromium]
            if shots:
                kept = pathlib.Path(shots) / kind
                kept.mkdir(parents=True, exist_ok=True)
                command.append(kept)
            failed = subprocess.run(command, check=False, timeout=200).returncode != 0 or failed
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
