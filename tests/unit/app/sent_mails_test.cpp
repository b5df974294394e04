#include "app/sent_mails.hpp"

#include <string>

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

std::string mail_to(const std::string& name) {
  return "From: olga@example.org\nTo: " + name + "@example.org\nSubject: a\n\nThank you.\n";
}

std::string mbox_of(std::size_t count) {
  std::string bytes;
  for (std::size_t i = 1; i <= count; ++i)
    bytes += "From - Tue Mar  3 10:00:00 2026\n" + mail_to(std::to_string(i)) + "\n";
  return bytes;
}

TEST_CASE("all messages of Maildirs, mboxes and folders are read") {
  const MemoryFileSystem files({{"Sent/cur/1:2,S", mail_to("a")},
                                {"Sent/new/2", mail_to("b")},
                                {"box.mbox", mbox_of(2)},
                                {"folder/c.eml", mail_to("c")}});
  const SentFolders folders = read_sent_mails(files, {"Sent", "box.mbox", "folder"});
  CHECK(folders.errors.empty());
  CHECK(folders.remarks.empty());
  REQUIRE(folders.mails.size() == 5);
  CHECK(place_of(folders.mails[0]) == "Sent/new/2");
  CHECK(place_of(folders.mails[2]) == "box.mbox, message 2");
  CHECK(place_of(folders.mails[4]) == "folder/c.eml");
  CHECK_FALSE(folders.mails[0].is_draft);
}

TEST_CASE("of too many mails the last ones are read, and a remark says so") {
  const MemoryFileSystem files({{"box.mbox", mbox_of(sent_mail_limit + 1)}});
  const SentFolders folders = read_sent_mails(files, {"box.mbox"});
  CHECK(folders.mails.size() == sent_mail_limit);
  CHECK(folders.mails.back().message == 2);
  REQUIRE(folders.remarks.size() == 1);
  CHECK(folders.remarks[0].message.starts_with("only the last 5000 mails were compared"));
}

TEST_CASE("a mail that is too large is left out, and a remark says so") {
  const MemoryFileSystem files(
      {{"box.mbox", mbox_of(1) + "From - Tue Mar  3 10:00:00 2026\n" + mail_to("b") +
                        std::string(draft_size_limit, 'a') + "\n"}});
  const SentFolders folders = read_sent_mails(files, {"box.mbox"});
  CHECK(folders.mails.size() == 1);
  REQUIRE(folders.remarks.size() == 1);
  CHECK(folders.remarks[0].message == "1 mail of more than 1024 KiB was not compared");
}

TEST_CASE("what is not there is an error, and so is standard input") {
  const MemoryFileSystem files({{"a.eml", mail_to("a")}});
  const SentFolders folders = read_sent_mails(files, {"nowhere", "-", "a.eml"});
  CHECK(folders.errors.size() == 2);
  CHECK(folders.mails.size() == 1);
}

TEST_CASE("the record of a draft says that it is one") {
  CHECK(record_of_draft({.path = "a.eml", .bytes = mail_to("a")}).is_draft);
}

}  // namespace
}  // namespace mailcheck
