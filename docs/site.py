#!/usr/bin/env python3
"""Builds the documentation as a static site with a search, by MkDocs (Debian: mkdocs), and checks its links.

    docs/site.py [OUTPUT]        build/site when left out

It needs no network, neither to build nor to read: “python3 -m http.server -d build/site” shows it. Links to files that
are no page, source files for instance, become plain text.
"""

import html.parser
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "CODE_OF_CONDUCT.md", "docs", "rules/README.md"]
CONFIG = """\
site_name: mailcheck
site_description: Checks mails sent after a job interview before they are sent
docs_dir: pages
theme:
  name: mkdocs
  highlightjs: false
use_directory_urls: false
plugins: [search]
markdown_extensions: [tables, fenced_code, toc]
nav:
  - Start: README.md
  - Usage: docs/usage.md
  - Configuration: docs/configuration.md
  - Writing rules: docs/writing-rules.md
  - Format of rules: rules/README.md
  - All rules: docs/rules/README.md
  - In an editor: docs/editors.md
  - Hooks and sending: docs/hooks.md
  - Many mails: docs/scale.md
  - Privacy: docs/privacy.md
  - Design: docs/design.md
  - Architecture: ARCHITECTURE.md
  - Contributing: CONTRIBUTING.md
  - Code of conduct: CODE_OF_CONDUCT.md
  - Changes: CHANGELOG.md
"""


def stage(pages):
    files = []
    for name in PAGES:
        path = ROOT / name
        files += sorted(path.rglob("*.md")) if path.is_dir() else [path]
    kept = {path.resolve() for path in files}
    for path in files:
        text = path.read_text(encoding="utf-8")

        def link(match, here=path.parent):
            target = match[2].split("#")[0]
            if re.match(r"[a-z]+:", target) or not target or (here / target).resolve() in kept:
                return match[0]
            return match[1]

        # Code is no place for links.
        parts = re.split(r"(```.*?```|`[^`\n]*`)", text, flags=re.DOTALL)
        # A link around code: its text is put back whole.
        text = re.sub(r"\[((?:`[^`\n]*`|[^\[\]`])+)\]\(([^)\s]+)\)", link, text) if len(parts) else text
        copy = pages / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(text, encoding="utf-8")


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.ids = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if values.get("id"):
            self.ids.add(values["id"])
        if tag == "a" and values.get("name"):
            self.ids.add(values["name"])
        for name in ("href", "src"):
            if values.get(name):
                self.links.append((tag, values[name]))


def dead_links(site):
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    dead = []
    for path, page in pages.items():
        if path.name == "404.html":
            continue
        for tag, link in page.links:
            parts = urllib.parse.urlsplit(link)
            where = path.relative_to(site)
            if parts.scheme or parts.netloc:
                if tag != "a":
                    dead.append(f"{where}: loads {link}")
                continue
            target = (path.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else path
            if target.is_dir():
                target = target / "index.html"
            if not target.exists():
                dead.append(f"{where}: {link} leads nowhere")
            elif parts.fragment and target in pages and parts.fragment not in pages[target].ids:
                dead.append(f"{where}: {link} has no such heading")
    return dead


def main():
    output = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "site").resolve()
    mkdocs = shutil.which("mkdocs")
    if not mkdocs:
        print("skipped: there is no mkdocs")
        sys.exit(77)
    with tempfile.TemporaryDirectory(prefix="mailcheck-site-") as top:
        folder = pathlib.Path(top)
        stage(folder / "pages")
        (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
        built = folder / "site"
        done = subprocess.run([mkdocs, "build", "--quiet", "-f", folder / "mkdocs.yml", "-d", built], check=False)
        if done.returncode != 0:
            sys.exit("mkdocs failed")
        dead = dead_links(built)
        pages = len(list(built.rglob("*.html")))
        shutil.rmtree(output, ignore_errors=True)
        shutil.copytree(built, output)
    print("\n".join(dead) or f"{pages} pages in {output}, no dead link")
    sys.exit(1 if dead else 0)


if __name__ == "__main__":
    main()
