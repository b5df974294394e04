# mailcheck in Kakoune, by its own lint-buffer. In kakrc:  source /path/to/mailcheck.kak
# `lint-buffer` shows the findings in the gutter, `lint-next-message` goes from one to the next.

# Kakoune hands the linter a copy of the buffer in a temporary folder. The copy is read from standard input under the
# name of the draft itself, so that the mailcheck.toml above it holds. Kakoune's columns are bytes. The command is one
# line, since Kakoune puts the name of the copy after it.
hook global WinSetOption filetype=mail %{
    set-option window lintcmd 'run() { mailcheck --quiet --format gnu --columns bytes --stdin-filename "$kak_buffile" - < "$1"; }; run'
}
