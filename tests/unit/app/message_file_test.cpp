#include "app/message_file.hpp"

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

constexpr std::string_view one = "From - Tue Mar  3 10:00:00 2026\nSubject: One\n\nHello.\n\n";
constexpr std::string_view two = "From - Tue Mar  3 11:00:00 2026\nSubject: Two\n\nBye.\n";

MessageFile file_of(const std::string& path, std::string bytes) {
  return {path, std::move(bytes), format_of(path)};
}

TEST_CASE("a draft is one message that is the whole file") {
  const MessageFile file = file_of("a.txt", "Hello.\n");
  REQUIRE(file.count() == 1);
  const Result<Source> source = file.message(1);
  REQUIRE(source);
  CHECK(source->bytes == "Hello.\n");
  CHECK(source->path == "a.txt");
  CHECK(source->first_line == 1);
  CHECK_FALSE(source->is_from_mbox);
  CHECK(file_of("a.txt", "").count() == 1);
}

TEST_CASE("each message of an mbox knows where in the file it stands") {
  const std::string bytes = std::string(one).append(two);
  for (const char* path : {"box.mbox", "box.mbx", "mbox", "-", "Drafts", "a.eml"}) {
    CAPTURE(path);
    const MessageFile file = file_of(path, bytes);
    REQUIRE(file.count() == 2);
    const Result<Source> first = file.message(1);
    const Result<Source> second = file.message(2);
    REQUIRE((first && second));
    CHECK(first->bytes == "Subject: One\n\nHello.\n");
    CHECK(first->first_line == 2);
    CHECK(first->first_offset == 32);
    CHECK(second->bytes == "Subject: Two\n\nBye.\n");
    CHECK(second->message == 2);
    CHECK(second->first_line == 7);
    CHECK(second->first_offset == one.size() + 32);
    CHECK(second->format == SourceFormat::message);
    CHECK(second->is_from_mbox);
    CHECK(second->is_one_of_many);
  }
}

TEST_CASE("lines are counted with CRLF and CR too") {
  const std::string lines = std::string(one).append(two);
  std::string crlf;
  for (const char c : lines)
    crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(file_of("box.mbox", crlf).message(2)->first_line == 7);
  std::erase(crlf, '\n');
  CHECK(file_of("box.mbox", crlf).message(2)->first_line == 7);
}

TEST_CASE("a message with a From line above it stays whole, an mbox of one message does not") {
  CHECK(file_of("a.eml", std::string(one)).message(1)->bytes == one);
  const Result<Source> source = file_of("a.mbox", std::string(one)).message(1);
  REQUIRE(source);
  CHECK(source->bytes == "Subject: One\n\nHello.\n");
  CHECK_FALSE(source->is_one_of_many);
}

TEST_CASE("other formats are never taken apart") {
  const std::string bytes = std::string(one).append(two);
  CHECK(file_of("a.md", bytes).count() == 1);
  CHECK(file_of("a.html", bytes).count() == 1);
}

TEST_CASE("an empty mbox has no messages") {
  CHECK(file_of("a.mbox", "").count() == 0);
  CHECK(file_of("a.mbox", "\n\n").count() == 0);
}

TEST_CASE("a message over the limit fails, the others do not") {
  const std::string large = std::string(one) + std::string(draft_size_limit, 'x') + "\n\n";
  const MessageFile file = file_of("a.mbox", std::string(two) + "\n" + large + std::string(two));
  REQUIRE(file.count() == 3);
  CHECK(file.message(1));
  CHECK(file.message(3));
  const Result<Source> second = file.message(2);
  REQUIRE_FALSE(second);
  CHECK(second.error().message == "message 2 is larger than 1048576 bytes");
  CHECK(second.error().line == 7);
}

TEST_CASE("only an mbox may be larger than a draft") {
  const MemoryFileSystem files({{"a.txt", std::string(draft_size_limit + 1, 'x')},
                                {"b.txt", std::string(draft_size_limit, 'x')},
                                {"c.mbox", std::string(mbox_size_limit + 1, 'x')}});
  CHECK(read_messages(files, "a.txt", "a.txt")->message(1).error().message ==
        "larger than 1048576 bytes");
  CHECK(read_messages(files, "b.txt", "b.txt")->message(1));
  CHECK(read_messages(files, "c.mbox", "c.mbox").error().message == "larger than 67108864 bytes");
}

TEST_CASE("a file in a Maildir is a message, with any header field first") {
  const MemoryFileSystem files({{"m/cur/1:2,D", "Z: x\n\nHello.\n"},
                                {"m/new/2", "Z: x\n\nHello.\n"},
                                {"cur/3", "Z: x\n\nHello.\n"}});
  for (const char* path : {"m/cur/1:2,D", "m/new/2"})
    CHECK(read_messages(files, path, path)->message(1)->format == SourceFormat::message);
  CHECK(read_messages(files, "cur/3", "cur/3")->message(1)->format == SourceFormat::automatic);
}

}  // namespace
}  // namespace mailcheck
