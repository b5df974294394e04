#!/usr/bin/env python3
"""Checks that the sources keep to the picture in ARCHITECTURE.md: includes point one way, libraries
stay behind their wrapper, and nothing banned is used. Argument: the project's folder."""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
LAYERS = ["base", "mail", "text", "facts", "spelling", "checks", "lint", "report", "fix", "lsp", "app", "sendmail", "dev"]

# A library's headers may be included only in the .cpp files of one folder.
LIBRARY_HOMES = {
    r"unicode/": "base",
    r"pcre2\.h": "base",
    r"hunspell/": "spelling",
    r"toml\+\+/": "lint",
    r"CLI/": "app",
    r"gumbo\.h": "mail",
    r"md4c": "mail",
    r"nlohmann/": "lsp",
}
NO_CHILD = r"\b(fork|execve?|execvp?|execl|popen|system|socket|connect)\s*\("
BANS = {
    r"#include <regex>": "PCRE2 stands behind base/regex.hpp",
    r"#include <iostream>": "output goes through a sink",
    r"\bstd::endl\b": "it flushes",
    r"^using namespace": "names come from where they are written",
    NO_CHILD: "no child process, no network",
    r"\b(TODO|FIXME)\b": "say it in an issue",
}


def problems(path):
    folder = path.relative_to(ROOT / "src").parts[0]
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{path.relative_to(ROOT)}:{number}"
        include = re.match(r'#include "([a-z]+)/', line)
        if include and include[1] in LAYERS:
            allowed = LAYERS[: LAYERS.index(folder) + 1]
            if folder == "dev":
                allowed = [layer for layer in LAYERS if layer not in ("app", "sendmail")]
            if include[1] not in allowed:
                yield f"{where}: {folder}/ must not include {include[1]}/"
        for pattern, home in LIBRARY_HOMES.items():
            if re.match(rf"#include [<\"]{pattern}", line) and (folder != home or path.suffix != ".cpp"):
                yield f"{where}: this library stays in the .cpp files of {home}/"
        for pattern, reason in BANS.items():
            if pattern == NO_CHILD and folder == "sendmail":
                continue  # a program that starts others is what it is
            if re.search(pattern, line) and not line.lstrip().startswith("//"):
                yield f"{where}: banned: {line.strip()} ({reason})"
    if path.suffix == ".hpp" and not path.read_text(encoding="utf-8").startswith("#pragma once\n\n// "):
        yield f"{path.relative_to(ROOT)}:1: a header begins with #pragma once and what it is for"


sources = sorted((ROOT / "src").rglob("*.[ch]pp"))
found = [problem for path in sources for problem in problems(path)]
listed = {
    build.parent / name
    for build in (ROOT / "src").rglob("meson.build")
    for name in re.findall(r"'([a-z0-9_/]+\.cpp)'", build.read_text())
}
for path in sources:
    if path.suffix == ".cpp" and path not in listed:
        found.append(f"{path.relative_to(ROOT)}: not listed in its layer's meson.build")
print("\n".join(found) or f"{len(sources)} source files keep to the layers")
sys.exit(1 if found or not sources else 0)
