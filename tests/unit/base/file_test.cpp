#include "base/file.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace mailcheck;

namespace {

/// A folder of its own for one test, removed with all that `note` was told of.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = "/tmp/mailcheck-test-XXXXXX";
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TemporaryFolder() {
    for (const std::string& path : made_)
      ::unlink(path.c_str());
    ::rmdir(path_.c_str());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string note(std::string_view name) {
    made_.push_back(join_path(path_, name));
    return made_.back();
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  std::vector<std::string> made_;
};

}  // namespace

TEST_CASE("a file that was created is read back, and never overwritten") {
  TemporaryFolder folder;
  DiskFileSystem disk;
  const std::string path = folder.note("draft.eml");
  const std::string content(200'000, 'x');
  REQUIRE(disk.create(path, content));
  CHECK(disk.kind(path) == FileKind::regular);
  const Result<std::string> read = disk.read(path, content.size());
  REQUIRE(read);
  CHECK(*read == content);
  const Result<void> again = disk.create(path, "other");
  REQUIRE(!again);
  CHECK(again.error().message == "exists already");
  CHECK(*disk.read(path, content.size()) == content);
}

TEST_CASE("a file beyond the limit is refused") {
  TemporaryFolder folder;
  DiskFileSystem disk;
  const std::string path = folder.note("draft.eml");
  REQUIRE(disk.create(path, "12345"));
  CHECK(disk.read(path, 5).has_value());
  const Result<std::string> read = disk.read(path, 4);
  REQUIRE(!read);
  CHECK(read.error().message == "larger than 4 bytes");
  CHECK(read.error().file == path);
}

TEST_CASE("a file that states a size of 0 is read and limited all the same") {
  const DiskFileSystem disk;
  const Result<std::string> whole = disk.read("/proc/self/status", 1'000'000);
  REQUIRE(whole);
  CHECK(whole->size() > 100);
  CHECK(!disk.read("/proc/self/status", 10));
}

TEST_CASE("what is no regular file is refused without waiting") {
  TemporaryFolder folder;
  const DiskFileSystem disk;
  const std::string fifo = folder.note("fifo");
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  CHECK(disk.kind(fifo) == FileKind::other);
  CHECK(disk.read(fifo, 10).error().message == "is not a regular file");
  CHECK(disk.kind("/dev/zero") == FileKind::other);
  CHECK(disk.read("/dev/zero", 10).error().message == "is not a regular file");
  CHECK(disk.kind(folder.path()) == FileKind::folder);
  CHECK(disk.read(folder.path(), 10).error().message == "is a folder");
}

TEST_CASE("a path that names nothing is missing") {
  const DiskFileSystem disk;
  CHECK(disk.kind("/tmp/mailcheck-no-such-file") == FileKind::missing);
  CHECK(disk.read("/tmp/mailcheck-no-such-file", 10).error().message == "no such file");
  CHECK(disk.read("", 10).error().message == "no such file");
  CHECK(disk.read(std::string("/dev/null\0x", 11), 10).error().message == "no such file");
  CHECK(disk.list("/tmp/mailcheck-no-such-file").error().message == "no such folder");
}

TEST_CASE("a symbolic link is followed") {
  TemporaryFolder folder;
  DiskFileSystem disk;
  const std::string target = folder.note("target");
  const std::string link = folder.note("link");
  REQUIRE(disk.create(target, "text"));
  REQUIRE(::symlink(target.c_str(), link.c_str()) == 0);
  CHECK(disk.kind(link) == FileKind::regular);
  CHECK(*disk.read(link, 10) == "text");
}

TEST_CASE("the names of a folder are sorted by byte") {
  TemporaryFolder folder;
  DiskFileSystem disk;
  for (const char* name : {"b", "a", "é", "Z"})
    REQUIRE(disk.create(folder.note(name), ""));
  const Result<std::vector<std::string>> names = disk.list(folder.path());
  REQUIRE(names);
  CHECK(*names == std::vector<std::string>{"Z", "a", "b", "é"});
}

TEST_CASE("a map of files has folders where paths run through them") {
  MemoryFileSystem files({{"mail/new/1", "one"}, {"mail/new/2", "two"}, {"mailbox", "three"}});
  CHECK(files.kind("mail") == FileKind::folder);
  CHECK(files.kind("mail/new/") == FileKind::folder);
  CHECK(files.kind("mail/new/1") == FileKind::regular);
  CHECK(files.kind("mai") == FileKind::missing);
  CHECK(*files.list("mail/new") == std::vector<std::string>{"1", "2"});
  CHECK(*files.list("") == std::vector<std::string>{"mail", "mailbox"});
  CHECK(*files.read("mailbox", 5) == "three");
  CHECK(files.read("mailbox", 4).error().message == "larger than 4 bytes");
  CHECK(files.read("mail", 4).error().message == "is a folder");
  CHECK(files.read("nothing", 4).error().message == "no such file");
  CHECK(!files.create("mailbox", "x"));
  REQUIRE(files.create("mail/cur/3", "x"));
  CHECK(*files.list("mail") == std::vector<std::string>{"cur", "new"});
}

TEST_CASE("paths are joined and taken apart") {
  CHECK(join_path("a", "b") == "a/b");
  CHECK(join_path("a/", "b") == "a/b");
  CHECK(join_path("", "b") == "b");
  CHECK(join_path("a", "/b") == "/b");
  CHECK(parent_path("a/b") == "a");
  CHECK(parent_path("/a/b") == "/a");
  CHECK(parent_path("/a") == "/");
  CHECK(parent_path("/") == "/");
  CHECK(parent_path("a") == "");
  CHECK(parent_path("a//b/") == "a");
  CHECK(file_name("a/b.eml") == "b.eml");
  CHECK(file_name("b.eml") == "b.eml");
  CHECK(file_name("a/b/") == "b");
  CHECK(file_name("/") == "");
}

TEST_CASE("a file is replaced whole, and stays what it was beside its content") {
  TemporaryFolder folder;
  DiskFileSystem disk;
  const std::string path = folder.note("draft.eml");
  REQUIRE(disk.create(path, "before"));
  REQUIRE(::chmod(path.c_str(), 0640) == 0);
  const bool has_attributes = ::setxattr(path.c_str(), "user.note", "mine", 4, 0) == 0;
  const std::string content(200'000, 'x');
  REQUIRE(disk.replace(path, "before", content));
  CHECK(*disk.read(path, content.size()) == content);
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
  char value[8] = {};
  if (has_attributes)
    CHECK(::getxattr(path.c_str(), "user.note", value, sizeof value) == 4);
  CHECK(disk.list(folder.path())->size() == 1);
}

TEST_CASE("a link to a file stays a link") {
  TemporaryFolder folder;
  DiskFileSystem disk;
  const std::string path = folder.note("draft.eml");
  const std::string link = folder.note("link.eml");
  REQUIRE(disk.create(path, "before"));
  REQUIRE(::symlink("draft.eml", link.c_str()) == 0);
  REQUIRE(disk.replace(link, "before", "after"));
  CHECK(*disk.read(path, 10) == "after");
  struct stat status {};
  REQUIRE(::lstat(link.c_str(), &status) == 0);
  CHECK(S_ISLNK(status.st_mode));
}

TEST_CASE("a file that changed, has other names or is none is not replaced") {
  TemporaryFolder folder;
  DiskFileSystem disk;
  const std::string path = folder.note("draft.eml");
  REQUIRE(disk.create(path, "changed"));
  for (const char* expected : {"before", "chang", "changed and longer", ""}) {
    const Result<void> replaced = disk.replace(path, expected, "after");
    REQUIRE(!replaced);
    CHECK(replaced.error().message ==
          "was changed by another program meanwhile; nothing was written");
  }
  const std::string other = folder.note("other.eml");
  REQUIRE(::link(path.c_str(), other.c_str()) == 0);
  CHECK(!disk.replace(path, "changed", "after"));
  CHECK(*disk.read(other, 10) == "changed");
  CHECK(!disk.replace(folder.path(), "", "after"));
  CHECK(!disk.replace(folder.path() + "/none", "", "after"));
  const std::string fifo = folder.note("fifo");
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  CHECK(!disk.replace(fifo, "", "after"));
  CHECK(!disk.replace(path + std::string("\0x", 2), "changed", "after"));
}

TEST_CASE("a file in memory is replaced as one on the disk") {
  MemoryFileSystem memory(std::map<std::string, std::string>{{"a/b", "before"}});
  CHECK(!memory.replace("a/b", "other", "after"));
  CHECK(!memory.replace("a/c", "", "after"));
  CHECK(!memory.replace("a", "", "after"));
  REQUIRE(memory.replace("a/b", "before", "after"));
  CHECK(*memory.read("a/b", 10) == "after");
}
