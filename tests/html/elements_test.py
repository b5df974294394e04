#!/usr/bin/env python3
"""The HTML report holds no element that a draft, a path, a rule or a configuration put there.

Each hostile text stands in every slot of a mail; the page must have exactly the elements and attributes
that it has with a harmless text in that slot, or at least none that reports never have. Policy, links and
ids are checked as well. With MAILCHECK_CORPORA, the strings in its data/strings too.

Usage: elements_test.py MAILCHECK
"""

import base64
import hashlib
import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ELEMENTS = {"html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "h4", "span", "main",
            "section", "div", "p", "article", "dl", "dt", "dd", "strong", "ul", "ol", "li", "code", "details",
            "summary", "svg", "rect", "text", "table", "thead", "tbody", "tr", "th", "td", "footer"}
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "href", "id", "aria-labelledby",
              "aria-label", "tabindex", "dir", "rel", "viewbox", "aria-hidden", "focusable", "width", "height",
              "rx", "x", "y", "scope", "role"}
VOID = {"meta", "rect"}
HOSTILE = [
    "<script>alert(1)</script>", "</title><script>alert(1)</script>", "</style><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>", "' onmouseover='alert(1)", "\" autofocus onfocus=\"alert(1)", "<!--", "-->", "]]>",
    "<![CDATA[x", "&lt;b&gt;", "&#60;b>", "</article></section></main><h1>x</h1>", "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)", "<iframe src=//x>", "<base href=//x>", "<meta http-equiv=refresh content=0>",
    "\x00<b>\x00", "\x1b[31m<b>", "\u202e<b>\u202c", "\ufeff<b>", "<b\n>x</b\n>", "<b\u2028>", "＜b＞", "<form><input>",
    "<plaintext>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<math><mi//xlink:href=\"data:x\">",
    "`<b>`", "a`<i>`b`", "{{7*7}}", "${7*7}", "%3Cscript%3E", "<style>@import '//x'</style>", "<\u0130mg>", "<b" + "<" * 50,
]
SLOTS = """\
From: "{0}" <sam@example.net>
To: "{0}" <dana@example.org>
Cc: {0}
Subject: {0}
Date: {0}
X-Mailcheck-Ignore: {0}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

Hey {0},

I look forward to starting {0} on Monday. I realy {0} the the job!!! {0}

> {0}

Cheers
{0}
--b
Content-Type: application/pdf; name="{0}"
Content-Disposition: attachment; filename="{0}.pdf"

x
--b--
"""


class Page(html.parser.HTMLParser):
    """Counts elements and checks that each is closed."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.problems, self.open, self.ids, self.links, self.style, self.policy = [], [], [], [], "", ""
        self.feed(text)
        self.close()
        if self.open:
            self.problems.append(f"not closed: {self.open}")

    def handle_starttag(self, tag, attributes):
        if tag not in ELEMENTS:
            self.problems.append(f"element {tag}")
        names = [name for name, _ in attributes]
        if unknown := set(names) - ATTRIBUTES:
            self.problems.append(f"attributes {sorted(unknown)} of {tag}")
        if len(names) != len(set(names)):
            self.problems.append(f"an attribute of {tag} stands there twice")
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])
        if "href" in values:
            self.links.append(values["href"])
        if values.get("http-equiv"):
            self.policy = values["content"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> closes something else")

    def handle_comment(self, data):
        self.problems.append(f"comment {data[:40]!r}")

    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            self.style += data


def faults(text):
    page = Page(text)
    found = page.problems
    if len(page.ids) != len(set(page.ids)):
        found.append("an id is there twice")
    for link in page.links:
        if link.startswith("#") and link[1:] not in page.ids:
            found.append(f"{link} leads nowhere")
        if not link.startswith(("#", "https://", "http://")):
            found.append(f"a link to {link[:40]!r}")
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    if page.policy != (f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"):
        found.append("the policy does not fit the style sheet")
    if control := re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text):
        found.append(f"a bare {control[0]!r}")
    if re.search(r"url\(|@import|src=", page.style):
        found.append("the style sheet loads something")
    return found


def hostile_texts():
    texts = list(HOSTILE)
    folder = pathlib.Path(os.environ.get("MAILCHECK_CORPORA") or "/nonexistent") / "data" / "strings"
    if (folder / "blns.json").exists():
        texts += json.loads((folder / "blns.json").read_text(encoding="utf-8"))
    return [text for text in texts if text]


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    failed = []
    texts = hostile_texts()
    with tempfile.TemporaryDirectory(prefix="mailcheck-html-") as top:
        folder = pathlib.Path(top)
        rules = folder / "rules" / "tone"
        rules.mkdir(parents=True)
        (rules / "own-rule.toml").write_text(
            'severity = "error"\nmessage = "<b>“{match}”</b> \\"x"\nhelp = "<i>`<u>`</i>"\nrationale = "</details><h1>"\n'
            'sources = ["javascript:alert(1)", "https://x/\\"><b>", "data:text/html,<b>"]\n[check]\nname = "phrase"\n'
            'phrases = ["job"]\n[[example]]\nbad = "the {|job|}"\ngood = "a horse"\n', encoding="utf-8")
        (folder / "mailcheck.toml").write_text('rules = ["rules/"]\n', encoding="utf-8")
        names = []
        for i, text in enumerate(texts):
            name = f"{i}.eml"
            (folder / name).write_text(SLOTS.replace("{0}", text), encoding="utf-8", errors="surrogatepass", newline="")
            names.append(name)
            (folder / f"{i}.txt").write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
            names.append(f"{i}.txt")
        odd = "<b>&\"'\u202e.txt"
        (folder / odd).write_text("Hey,\n\nI want the job.\n", encoding="utf-8")

        def page_of(*paths):
            done = subprocess.run([program, "--format", "html", *paths], cwd=folder, capture_output=True, check=False)
            if done.returncode not in (0, 1):
                sys.exit(f"status {done.returncode}: {done.stderr.decode()}")
            return done.stdout.decode()

        for i, text in enumerate(texts):
            for fault in faults(page_of(f"{i}.eml")) if i < len(HOSTILE) else ():
                failed.append(f"{text[:40]!r}: {fault}")
        everything = page_of(odd, *names)
        failed += [f"all drafts on one page: {fault}" for fault in faults(everything)]
        if everything.count('class="mark') < len(texts):
            failed.append("there are fewer marks than drafts, so that nothing was tested")
        if "own-rule" not in everything:
            failed.append("the hostile rule did not speak")
    print("\n".join(failed) or f"{len(texts)} hostile texts add no element")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
