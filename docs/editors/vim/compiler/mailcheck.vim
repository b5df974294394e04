" Vim compiler file: mailcheck, for drafts of mails that follow a job interview.
" With this folder in 'runtimepath':  :compiler mailcheck  and then  :make  (or  :lmake)
" Vim's columns are bytes. A suggestion has the type "i" in the quickfix list.
if exists('current_compiler')
  finish
endif
let current_compiler = 'mailcheck'

CompilerSet makeprg=mailcheck\ --quiet\ --format\ gnu\ --columns\ bytes\ --\ %:S

" The last pattern drops what is no finding, so that errors of a configuration stay and a summary does not.
CompilerSet errorformat=%f:%l:%c:\ %trror:\ %m
CompilerSet errorformat+=%f:%l:%c:\ %tarning:\ %m
CompilerSet errorformat+=%f:%l:%c:\ suggest%ton:\ %m
CompilerSet errorformat+=%-G%.%#
