#include "app/hook_block.hpp"

#include <doctest/doctest.h>

#include "app/git_hooks.hpp"

using namespace mailcheck;

TEST_CASE("a block stands after the first line of a hook and can be taken out again") {
  for (const Hook hook : {Hook::pre_commit, Hook::sendemail_validate}) {
    for (const std::string other : {"#!/bin/sh\nmake lint\n", "#!/usr/bin/env bash\nexec true\n",
                                    "#!/bin/dash -e\n", "#! /bin/zsh\r\necho\r\n"}) {
      const Result<std::string> both = with_block(hook, other);
      REQUIRE(both);
      CHECK(both->starts_with(other.substr(0, other.find('\n') + 1) + "# >>> mailcheck >>>"));
      CHECK(*with_block(hook, *both) == *both);
      CHECK(**without_block(*both) == (other == "#!/bin/sh\n" ? "" : other));
    }
    const Result<std::string> alone = with_block(hook, "");
    REQUIRE(alone);
    CHECK(alone->starts_with("#!/bin/sh\n"));
    CHECK(without_block(*alone)->value().empty());
  }
}

TEST_CASE("a hook that is not ours stays as it is") {
  CHECK(!with_block(Hook::pre_commit, "#!/usr/bin/python3\nprint()\n"));
  CHECK(!with_block(Hook::pre_commit, "#!/usr/bin/fish\n"));
  CHECK(!with_block(Hook::pre_commit, "make lint\n"));
  CHECK(!with_block(Hook::pre_commit, std::string_view("\x7f"
                                                       "ELF",
                                                       4)));
  CHECK(!without_block("#!/bin/sh\nmake lint\n")->has_value());
  CHECK(!without_block("#!/bin/sh\n# >>> mailcheck >>>\nmake lint\n"));
}

TEST_CASE("the folder of hooks is where git looks for them") {
  const auto found = [](std::map<std::string, std::string> list, const std::string& home = "") {
    const MemoryFileSystem files(std::move(list));
    const Result<std::string> folder = git_hooks_folder(files, "/r/letters", home);
    return folder ? *folder : std::string("none");
  };
  CHECK(found({{"/r/letters/a", ""}}) == "none");
  CHECK(found({{"/r/.git/config", "[core]\n\tbare = false\n"}}) == "/r/.git/hooks");
  CHECK(found({{"/r/.git/config", "[core]\n\thooksPath = \"tools/hooks\"\n"}}) == "/r/tools/hooks");
  CHECK(found({{"/r/.git/config", "[Core]\nHOOKSPATH=/h # ours\n[user]\nhooksPath = x\n"}}) ==
        "/h");
  CHECK(found({{"/r/.git/HEAD", ""}, {"/u/.gitconfig", "[core]\nhooksPath = ~/hooks\n"}}, "/u") ==
        "/u/hooks");
  CHECK(found({{"/r/.git", "gitdir: /m/.git/worktrees/r\n"},
               {"/m/.git/worktrees/r/commondir", "../..\n"}}) == "/m/.git/worktrees/r/../../hooks");
  CHECK(found({{"/r/.git", "something else"}}) == "none");
}
