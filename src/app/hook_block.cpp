#include "app/hook_block.hpp"

#include <algorithm>
#include <iterator>

#include "base/unicode.hpp"

namespace mailcheck {
namespace {

constexpr std::string_view first_line = "#!/bin/sh\n";
constexpr std::string_view begin_mark = "# >>> mailcheck >>>";
constexpr std::string_view end_mark = "# <<< mailcheck <<<\n";

// What is staged is checked, not what lies in the work tree. The configuration is searched from the
// draft’s folder, since the draft keeps its name.
constexpr std::string_view pre_commit_block = R"(# >>> mailcheck >>>
# Checks staged drafts as they are staged. “mailcheck hook uninstall git” takes this block out.
# What a draft is: git config --add mailcheck.drafts 'letters/*.txt' (any number; default below).
(
  set -f
  drafts=$(git config --get-all mailcheck.drafts) || drafts='*.eml
*.mbox
*.draft
drafts/*'
  IFS='
'
  # shellcheck disable=SC2086
  git diff --cached --name-only -z --diff-filter=ACMR -- $drafts |
    xargs -0 -r -n 1 sh -c \
      'git cat-file blob ":0:$1" | mailcheck --quiet --format gnu --stdin-filename="$1" -' mailcheck
) || {
  echo 'mailcheck: the commit was stopped; “git commit --no-verify” makes it nevertheless.' >&2
  exit 1
}
# <<< mailcheck <<<
)";

constexpr std::string_view sendemail_block = R"(# >>> mailcheck >>>
# Checks each mail before git sends it. “mailcheck hook uninstall sendemail-validate” takes this
# block out.
mailcheck --quiet --format gnu --stdin-filename="${1##*/}.eml" - <"$1" >&2 || {
  echo 'mailcheck: the mail was not sent; “git send-email --no-validate” sends it.' >&2
  exit 1
}
# <<< mailcheck <<<
)";

std::string_view block_of(Hook hook) {
  switch (hook) {
    case Hook::pre_commit:
      return pre_commit_block;
    case Hook::sendemail_validate:
      return sendemail_block;
  }
  return {};
}

/// Where the block stands, in bytes; empty when there is none.
Result<Range> find_block(std::string_view content) {
  const std::size_t begin = content.find(begin_mark);
  if (begin == std::string_view::npos)
    return Range{};
  const std::size_t end = content.find(end_mark, begin);
  if (end == std::string_view::npos)
    return Error{"the block of mailcheck has lost its last line; take it out by hand"};
  return Range{begin, end + end_mark.size()};
}

/// “#!/usr/bin/env bash”, “#!/bin/sh -e”
bool is_shell_script(std::string_view content) {
  const std::string_view line = content.substr(0, content.find('\n'));
  if (!line.starts_with("#!"))
    return false;
  constexpr std::string_view shells[] = {"sh", "bash", "dash", "ksh", "zsh", "busybox"};
  return std::any_of(std::begin(shells), std::end(shells), [&](std::string_view shell) {
    const std::size_t at = line.rfind(shell);
    if (at == std::string_view::npos || (line[at - 1] != '/' && line[at - 1] != ' '))
      return false;
    const std::size_t end = at + shell.size();
    return end == line.size() || line[end] == ' ' || line[end] == '\r';
  });
}

}  // namespace

std::string_view file_name_of(Hook hook) {
  switch (hook) {
    case Hook::pre_commit:
      return "pre-commit";
    case Hook::sendemail_validate:
      return "sendemail-validate";
  }
  return {};
}

Result<std::string> with_block(Hook hook, std::string_view content) {
  const std::string block(block_of(hook));
  if (content.empty())
    return std::string(first_line) + block;
  const Result<Range> old = find_block(content);
  if (!old)
    return old.error();
  if (old->end > old->begin)
    return std::string(content.substr(0, old->begin)) + block +
           std::string(content.substr(old->end));
  if (!is_shell_script(content))
    return Error{"is no shell script; let it call mailcheck itself, docs/hooks.md shows how"};
  const std::size_t line = std::min(content.find('\n'), content.size() - 1) + 1;
  const std::string start(content.substr(0, line));
  return start + (start.ends_with('\n') ? "" : "\n") + block + std::string(content.substr(line));
}

Result<std::optional<std::string>> without_block(std::string_view content) {
  const Result<Range> block = find_block(content);
  if (!block)
    return block.error();
  if (block->end == block->begin)
    return std::optional<std::string>();
  std::string rest = std::string(content.substr(0, block->begin));
  rest += content.substr(block->end);
  return std::optional(rest == first_line ? std::string() : std::move(rest));
}

}  // namespace mailcheck
