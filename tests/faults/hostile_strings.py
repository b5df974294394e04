"""Text that means something to a terminal, a build server, a browser or a parser, and none of which may come out as it is.
The “Big List of Naughty Strings” is added when the corpora are there."""
import json
import os
import pathlib

ESC = "\x1b"
BIDI = [chr(c) for c in (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))]
INVISIBLE = [chr(c) for c in (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD)]
CONTROLS = [chr(c) for c in (*range(1, 32), 127, *range(0x80, 0xA0))]
TERMINAL = [f"{ESC}[31mred{ESC}[0m", f"{ESC}]0;title\x07", f"{ESC}]8;;https://evil.example\x07here{ESC}]8;;\x07", f"{ESC}[2J{ESC}[1;1H",
            f"{ESC}]52;c;ZXZpbA==\x07", f"{ESC}P+q544e{ESC}\\", f"{ESC}[6n", f"{ESC}c", "\x9b31mred\x9b0m", "\x9d0;title\x9c", "safe\rEVIL",
            "back\b\b\b\bEVIL", "\x0e shifted \x0f", "a\x00b".replace("\x00", "\x01")]
WORKFLOW = ["::error::injected", "\n::error::injected", "\r::error::injected", "\r\n::set-output name=x::y", "%0A::error::injected",
            "%0a::warning::x", "\n::stop-commands::token", "\n::add-mask::the", "\n::add-matcher::/tmp/x.json", "x,line=1::y", "a:b,c=d::e",
            "##[error]injected", "##[add-matcher]x", "##vso[task.setvariable variable=x]y", "\n##[stop-commands]x", "\n##teamcity[message text='x']",
            "\n  ::error file=a,line=1::injected", "%25%0D%0A::debug::x", " ::error::injected", "\t::error::injected"]
MARKUP = ["<script>alert(1)</script>", "]]><x/>", "<![CDATA[x]]>", "&lt;&amp;&#0;", "\" onmouseover=\"alert(1)", "'><img src=x onerror=alert(1)>",
          "<!--", "-->", "<?xml version=\"1.0\"?>", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;", "</message></file>",
          "javascript:alert(1)", "[x](javascript:alert(1))", "`rm -rf`", "$(id)", "${jndi:ldap://x}", "{{7*7}}", "%s%n%d", "\\\"; x", "\\u0000", "{match}{detail}",
          "\",\"injected\":\"", "]}", "\\", "\"", "\ufffe", "\uffff", "\U000e0041\U000e0042", "\ud7ff\ue000"]
LETTERS = ["e\u0301" * 40, "a" + "\u0300" * 200, "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\ufdfd", "\u0bb8\u0bcd\u0bb1", "مرحبا", "שלום", "Ω≈ç√∫", "田中さん",
           "\u2028::error::x", "\u2029::error::x", "\x85::error::x", "\x0b::error::x", "\x0c::error::x"]


def own_strings():
    mixed = [f"a{c}b" for c in [*CONTROLS, *BIDI, *INVISIBLE]]
    return [*TERMINAL, *WORKFLOW, *MARKUP, *LETTERS, *mixed, *(w + b for w in WORKFLOW[:8] for b in BIDI), *(m + t for m in MARKUP[:9] for t in TERMINAL[:9])]


def naughty_strings():
    corpora = os.environ.get("MAILCHECK_CORPORA", "")
    for path in (pathlib.Path(corpora) / "strings" / "blns.json", pathlib.Path(corpora) / "data" / "strings" / "blns.json"):
        if corpora and path.exists():
            return [text for text in json.loads(path.read_text("utf-8")) if text]
    return []


def strings():
    seen = dict.fromkeys(s.replace("\x00", "") for s in [*own_strings(), *naughty_strings()])
    return [s for s in seen if s and not any(0xD800 <= ord(c) < 0xE000 for c in s)]
