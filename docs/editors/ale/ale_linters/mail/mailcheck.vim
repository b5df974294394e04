" Description: mailcheck for drafts of mails that follow a job interview, for ALE (https://github.com/dense-analysis/ale).
" Put the folder that holds ale_linters/ into 'runtimepath'; it runs beside the other linters of mail, as you type.
call ale#Set('mail_mailcheck_executable', 'mailcheck')
call ale#Set('mail_mailcheck_options', '')

let s:types = {'error': 'E', 'warning': 'W', 'suggestion': 'I'}

function! ale_linters#mail#mailcheck#Command(buffer) abort
  return '%e --quiet --format gnu --columns bytes'
  \ . ale#Pad(ale#Var(a:buffer, 'mail_mailcheck_options'))
  \ . ' --stdin-filename %s -'
endfunction

function! ale_linters#mail#mailcheck#Handle(buffer, lines) abort
  " path:line:column: severity: message [rule]
  let l:pattern = '\v^.{-}:(\d+):(\d+): (error|warning|suggestion): (.+) \[([^]]+)\]$'
  let l:found = map(ale#util#GetMatches(a:lines, l:pattern), {_, m -> {
  \ 'lnum': str2nr(m[1]),
  \ 'col': str2nr(m[2]),
  \ 'type': s:types[m[3]],
  \ 'text': m[4],
  \ 'code': m[5],
  \}})
  " A configuration that cannot be used: nothing was checked.
  return l:found + map(ale#util#GetMatches(a:lines, '\v^(.{-}\.toml:\d+:\d+: error: .+)$'), {_, m -> {
  \ 'lnum': 1,
  \ 'type': 'E',
  \ 'text': m[1],
  \}})
endfunction

call ale#linter#Define('mail', {
\ 'name': 'mailcheck',
\ 'executable': {b -> ale#Var(b, 'mail_mailcheck_executable')},
\ 'command': function('ale_linters#mail#mailcheck#Command'),
\ 'output_stream': 'both',
\ 'callback': 'ale_linters#mail#mailcheck#Handle',
\})
