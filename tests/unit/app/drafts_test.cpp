#include "app/drafts.hpp"

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

using Paths = std::vector<std::string>;

std::string only_message(const std::vector<Error>& errors) {
  if (errors.size() != 1)
    return std::to_string(errors.size()) + " messages";
  return errors[0].file + ": " + errors[0].message;
}

TEST_CASE("a folder stands for the drafts below it, sorted") {
  const MemoryFileSystem files({{"d/b.txt", ""},
                                {"d/a.eml", ""},
                                {"d/f.mbox", ""},
                                {"d/Apple.mbox/mbox", ""},
                                {"d/sub/c.draft", ""},
                                {"d/sub/e.MAIL", ""},
                                {"d/readme.md", ""},
                                {"d/page.html", ""},
                                {"d/.txt", ""},
                                {"d/.hidden.txt", ""},
                                {"d/.git/x.txt", ""}});
  const DraftPaths found = find_drafts(files, {"d"});
  CHECK(found.files == Paths{"d/Apple.mbox/mbox", "d/a.eml", "d/b.txt", "d/f.mbox", "d/sub/c.draft",
                             "d/sub/e.MAIL"});
  CHECK(found.errors.empty());
  CHECK(found.remarks.empty());
}

TEST_CASE("files are taken as given, whatever their name, in the order given") {
  const MemoryFileSystem files({{"z.md", ""}, {"a.txt", ""}, {"m/cur/1:2,S", ""}, {"m/new/2", ""}});
  CHECK(find_drafts(files, {"z.md", "-", "a.txt", "gone", "m/cur/1:2,S"}).files ==
        Paths{"z.md", "-", "a.txt", "gone", "m/cur/1:2,S"});
}

TEST_CASE("a folder too deep is an error, and the rest is still found") {
  std::string deep = "d";
  for (std::size_t i = 0; i < folder_depth_limit; ++i)
    deep += "/d";
  const MemoryFileSystem files({{deep + "/a.txt", ""}, {deep + "/d/b.txt", ""}});
  const DraftPaths found = find_drafts(files, {"d"});
  CHECK(found.files == Paths{deep + "/a.txt"});
  REQUIRE(found.errors.size() == 1);
  CHECK(found.errors[0].file == deep + "/d");
}

TEST_CASE("a folder without drafts is remarked on") {
  const MemoryFileSystem files({{"d/readme.md", ""}, {"e/a.txt", ""}});
  CHECK(only_message(find_drafts(files, {"d", "e"}).remarks) ==
        "d: there are no drafts (.txt, .eml, .mail, .draft, .mbox) in that folder");
}

TEST_CASE("a Maildir stands for its drafts") {
  const MemoryFileSystem files({{"m/cur/4.host:2,DS", ""},
                                {"m/cur/3.host:2,S", ""},
                                {"m/cur/2.host:2,DT", ""},
                                {"m/cur/1.host;2,D", ""},
                                {"m/cur/.5.host:2,D", ""},
                                {"m/new/0.host", ""},
                                {"m/new/6.host!2,D", ""},
                                {"m/tmp/7.host:2,D", ""},
                                {"m/dovecot-uidlist.txt", ""}});
  const DraftPaths found = find_drafts(files, {"m/"});
  CHECK(found.files == Paths{"m/cur/1.host;2,D", "m/cur/4.host:2,DS", "m/new/6.host!2,D"});
  CHECK(found.remarks.empty());
  CHECK(only_message(found.details) ==
        "m/: 3 messages that are no draft (flag D) or in the trash (flag T) were passed over; "
        "“--all” checks them");
  const DraftPaths all = find_drafts(files, {"m"}, MessageChoice::all);
  CHECK(all.files == Paths{"m/cur/1.host;2,D", "m/cur/2.host:2,DT", "m/cur/3.host:2,S",
                           "m/cur/4.host:2,DS", "m/new/0.host", "m/new/6.host!2,D"});
  CHECK(all.details.empty());
}

TEST_CASE("a Maildir without a draft says so and names the option") {
  const MemoryFileSystem files({{"m/cur/1:2,S", ""},
                                {"m/new/2", ""},
                                {"n/cur/1:2,DT", ""},
                                {"n/new/.keep", ""},
                                {"o/cur/.keep", ""},
                                {"o/new/.keep", ""}});
  CHECK(only_message(find_drafts(files, {"m"}).remarks) ==
        "m: none of its 2 messages is a draft (flag D, and not T); “--all” checks them");
  CHECK(only_message(find_drafts(files, {"n"}).remarks) ==
        "n: its only message is no draft (flag D, and not T); “--all” checks it");
  CHECK(only_message(find_drafts(files, {"o"}).remarks) ==
        "o: there are no messages in that Maildir");
  CHECK(only_message(find_drafts(files, {"o/cur"}).remarks) ==
        "o/cur: there are no messages in that Maildir");
}

TEST_CASE("the folders of a Maildir, and Maildirs below a folder, are found") {
  const MemoryFileSystem files({{"m/cur/1:2,S", ""},
                                {"m/new/.keep", ""},
                                {"m/.Drafts/cur/2:2,D", ""},
                                {"m/.Drafts/new/.keep", ""},
                                {"m/.Drafts.Old/cur/3:2,D", ""},
                                {"m/.Drafts.Old/new/.keep", ""},
                                {"m/.cache/x.txt", ""},
                                {"m/Work/cur/4:2,D", ""},
                                {"m/Work/new/.keep", ""}});
  const Paths expected{"m/.Drafts.Old/cur/3:2,D", "m/.Drafts/cur/2:2,D", "m/Work/cur/4:2,D"};
  CHECK(find_drafts(files, {"m"}).files == expected);
  CHECK(find_drafts(files, {"m/.Drafts/cur"}).files == Paths{"m/.Drafts/cur/2:2,D"});
}

TEST_CASE("the flags of a message are the last part of its name") {
  struct Row {
    std::string_view name, flags;
  };
  const Row rows[] = {
      {"1700000000.M1P2.host:2,DS", "DS"},
      {"1700000000.M1P2.host,S=12,W=22:2,Dab", "Dab"},
      {"1700000000.M1P2.host;2,D", "D"},
      {"1700000000.M1P2.host!2,D", "D"},
      {"1700000000.M1P2.host", ""},
      {"1700000000.host:1,D", ""},
      {"a:2,b2,D", "b2,D"},
      {"2,D", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(maildir_flags(row.name) == row.flags);
  }
}

}  // namespace
}  // namespace mailcheck
