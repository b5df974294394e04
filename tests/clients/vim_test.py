"""Vim's quickfix list by docs/editors/vim, and ALE by docs/editors/ale: vim_test.py PROGRAM EDITORS"""

import json
import os
import pathlib
import sys

from editor_drafts import DRAFT, TYPED, TYPED_BEFORE, EditorFolder, as_gnu, differences, edited
from programs import Checks, needs

needs("vim")
check = Checks()
program, editors = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
TYPES = {"E": "error", "W": "warning", "I": "suggestion", "e": "error", "w": "warning", "i": "suggestion"}


def vim(folder, script, *words):
    """Runs a script in Vim without any settings; what it gives to Say() comes back."""
    said = folder.tools.path / "said"
    said.unlink(missing_ok=True)
    path = folder.tools.write("session.vim", f"""
set nocompatible encoding=utf-8
filetype plugin on
function! Say(what) abort
  call writefile([json_encode(a:what)], '{said}', 'a')
endfunction
try
{script}
catch
  call Say(['exception', v:exception, v:throwpoint])
endtry
qall!
""")
    done = folder.run("vim", "-es", "-N", "-u", "NONE", "-i", "NONE", "-n", "-S", str(path), *words)
    return done, [json.loads(line) for line in said.read_text().splitlines()] if said.exists() else []


def in_form(items):
    """(rule, severity, message, start) of quickfix entries, with places from 0."""
    found = []
    for item in items:
        message, _, rule = item["text"].rpartition(" [")
        found.append((rule.rstrip("]"), TYPES[item["type"]], message.strip(), (item["lnum"] - 1, item["col"] - 1)))
    return sorted(found)


def starts(findings):
    return sorted(f[:4] for f in as_gnu(findings))


def quickfix(name, *, in_folder=""):
    folder = EditorFolder(program)
    folder.draft(in_folder + name)
    done, said = vim(folder, f"""
set runtimepath+={editors}/vim
execute 'edit' fnameescape({vim_text(in_folder + name)})
compiler mailcheck
silent make
call Say(map(getqflist(), {{_, q -> extend(q, {{'name': bufname(q.bufnr)}})}}))
call Say(b:current_compiler)
cfirst
call Say([bufname('%'), line('.'), col('.')])
""")
    check(f"{name}: Vim ends well", done.returncode == 0 and len(said) == 3, done)
    check(f"{name}: every entry is valid and of the draft",
          all(q["valid"] and q["name"] == in_folder + name for q in said[0]))
    differences(check, name, in_form(said[0]), starts(folder.findings(DRAFT, "byte")))
    check(f"{name}: it jumps there", said[2] == [in_folder + name, said[0][0]["lnum"], said[0][0]["col"]])


def vim_text(text):
    return "'" + text.replace("'", "''") + "'"


def broken_configuration():
    folder = EditorFolder(program)
    folder.draft("a.eml")
    folder.write("mailcheck.toml", "\n[[[\n")
    _, said = vim(folder, f"""
set runtimepath+={editors}/vim
edit a.eml
compiler mailcheck
silent make
call Say(map(filter(getqflist(), {{_, q -> q.valid}}), {{_, q -> [bufname(q.bufnr), q.lnum, q.type]}}))
""")
    check(f"a broken configuration is in the list: {said}", said == [[["mailcheck.toml", 2, "e"]]])


def ale():
    if not os.path.isdir("/usr/share/vim-ale"):
        print("not checked: there is no ALE")
        return
    folder = EditorFolder(program)
    draft = folder.draft()
    wait = """
let s:end = reltime()
while s:count == s:before && reltimefloat(reltime(s:end)) < 30
  sleep 20m
endwhile
let s:before = s:count
call Say([getline(1, '$'), ale#engine#GetLoclist(bufnr(''))])
"""
    done, said = vim(folder, f"""
set runtimepath^=/usr/share/vim-ale,{editors}/ale
let g:ale_linters = {{'mail': ['mailcheck']}}
let g:ale_set_highlights = 0
let [s:count, s:before] = [0, 0]
function! s:Linted() abort
  let s:count += 1
endfunction
autocmd User ALELintPost call s:Linted()
runtime plugin/ale.vim
execute 'edit' fnameescape({vim_text(draft.name)})
call Say([&filetype, &fileformat])
call ale#Queue(0)
{wait}
execute "normal! gg/{TYPED_BEFORE}\\ri{TYPED}\\e"
call ale#Queue(0)
{wait}
call writefile(['[[['], 'mailcheck.toml')
call ale#Queue(0)
{wait}
""")
    check("ALE: Vim ends well", done.returncode == 0 and len(said) == 4 and said[0] == ["mail", "dos"], done)
    for name, (lines, found), text in (("open", said[1], DRAFT), ("edit", said[2], edited(DRAFT))):
        check(f"ALE, {name}: the text is as expected", lines == text.split("\r\n")[:-1])
        seen = sorted((f["code"], TYPES[f["type"]], f["text"], (f["lnum"] - 1, f["col"] - 1)) for f in found)
        differences(check, f"ALE, {name}", seen, starts(folder.findings(text, "byte")))
    broken = said[3][1]
    check(f"ALE: a broken configuration is said: {broken}", len(broken) == 1 and "mailcheck.toml:1" in broken[0]["text"])


quickfix("plain.eml")
quickfix("my final thanks.eml", in_folder="letters to be sent/")
quickfix("it's 100% #1 [draft].eml")
quickfix("ünïcode 🐝.eml")
broken_configuration()
ale()
check.end()
