"""Neovim with its own client and with the files of docs/editors/neovim: neovim_test.py PROGRAM EDITORS"""

import json
import pathlib
import sys

from editor_drafts import DRAFT, EditorFolder, differences, edited, fixed
from programs import Checks, needs

needs("nvim")
check = Checks()
program, editors = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
here = pathlib.Path(__file__).parent.resolve()
SEVERITIES = {1: "error", 2: "warning", 3: "suggestion"}


def shown(diagnostics):
    return sorted((d["code"], SEVERITIES[d["severity"]], d["message"], tuple(d["start"]), tuple(d["end"])) for d in diagnostics)


def nvim(folder, *words, **environment):
    return folder.run("nvim", "--headless", "-u", "NONE", "-i", "NONE", "--noplugin", "--cmd", "filetype on",
                      "--cmd", f"set runtimepath+={editors}/neovim", *words, **environment)


def language_server():
    folder = EditorFolder(program)
    folder.write("mailcheck.toml", "")
    draft = folder.draft("letters/thanks, final ü.eml")
    result = folder.tools.path / "result"
    done = nvim(folder, "-c", "runtime plugin/mailcheck.lua", "-c", f"luafile {here}/neovim_session.lua",
                DRAFT=str(draft), RESULT=str(result))
    check("Neovim ends well", done.returncode == 0 and done.stderr == "", done)
    steps = {s["step"]: s for s in map(json.loads, result.read_text().splitlines())}
    check("it stopped the server in order", folder.statuses() == ["lsp 0"], done)
    text = DRAFT
    for name, change in (("open", str), ("edit", edited), ("fix", fixed)):
        text = change(text)
        step = steps[name]
        check(f"{name}: the server spoke", step["spoke"])
        check(f"{name}: the text is as expected", step["text"] == text.replace("\r\n", "\n"))
        differences(check, name, shown(step["diagnostics"]), folder.findings(text, "byte"))
    check("typing changed the findings", steps["open"]["diagnostics"] != steps["edit"]["diagnostics"])
    check("the fix took one away", len(steps["fix"]["diagnostics"]) == len(steps["edit"]["diagnostics"]) - 1)
    check("a rule can be ignored from the menu", any("Ignore" in title for title in steps["leave"]["titles"]))
    check("one client, in the folder of the configuration",
          steps["leave"]["clients"] == 1 and steps["leave"]["root"] == str(folder.path))


def newer_api():
    """What Neovim 0.11 does with the same files, as far as it can be seen without it."""
    folder = EditorFolder(program)
    done = nvim(folder, "-c", "lua vim.lsp.config = {}; vim.lsp.enable = function(name) io.stdout:write('enabled ' .. name) end",
                "-c", "runtime plugin/mailcheck.lua", "-c", "qall!")
    check("a newer Neovim is told to enable the server", "enabled mailcheck" in done.stdout, done)


def nvim_lint():
    folder = EditorFolder(program)
    draft = folder.draft()
    lint = """lua
local linter = require('lint.linters.mailcheck')
local args = vim.tbl_map(function(a) return type(a) == 'function' and a() or a end, linter.args)
local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\\n') .. '\\n'
local output = vim.fn.system(vim.list_extend({ linter.cmd }, args), text)
local found = linter.parser(output, 0)
vim.diagnostic.set(vim.api.nvim_create_namespace('lint'), 0, found)
for _, d in ipairs(found) do d.start, d['end'] = { d.lnum, d.col }, { d.end_lnum, d.end_col } end
io.stdout:write(vim.json.encode(found), '\\n', vim.json.encode(linter.parser('', 0)), '\\n',
  linter.parser('{"files":[]}', 0)[1].message)"""
    script = folder.tools.write("lint.lua", lint.removeprefix("lua\n"))
    done = nvim(folder, str(draft), "-c", f"luafile {script}", "-c", "qall!")
    lines = done.stdout.splitlines()
    differences(check, "nvim-lint", shown(json.loads(lines[0])), folder.findings(DRAFT, "byte"))
    check("no output is no finding", lines[1] in ("{}", "[]"), done)
    check("a draft that was not checked is one", lines[2].startswith("mailcheck could not check"), done)


language_server()
newer_api()
nvim_lint()
check.end()
