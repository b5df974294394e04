#include "app/message_stream.hpp"

#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

constexpr std::string_view one = "From - Tue Mar  3 10:00:00 2026\nSubject: One\n\nHello.\n\n";
constexpr std::string_view two = "From - Tue Mar  3 11:00:00 2026\nSubject: Two\n\nBye.\n";

/// Gives at most `step` bytes at once and makes no promise of how many there are, as a pipe does.
class Pipe final : public ByteStream {
 public:
  Pipe(std::string bytes, std::size_t step) : bytes_(std::move(bytes)), step_(step) {}
  Result<std::size_t> read(char* to, std::size_t count) override {
    const std::size_t got = bytes_.copy(to, std::min(count, step_), at_);
    at_ += got;
    return got;
  }
  [[nodiscard]] std::size_t stated_size() const override { return 0; }

 private:
  std::string bytes_;
  std::size_t step_;
  std::size_t at_ = 0;
};

/// Mails without end, to see that they are not held.
class Endless final : public ByteStream {
 public:
  Result<std::size_t> read(char* to, std::size_t count) override {
    for (std::size_t i = 0; i < count; ++i)
      to[i] = one[(at_ + i) % one.size()];
    at_ += count;
    return count;
  }
  [[nodiscard]] std::size_t stated_size() const override { return 0; }

 private:
  std::size_t at_ = 0;
};

class Broken final : public ByteStream {
 public:
  Result<std::size_t> read(char*, std::size_t) override { return Error{"broken", "a.txt"}; }
  [[nodiscard]] std::size_t stated_size() const override { return 0; }
};

std::vector<Source> all_of(MessageStream stream) {
  std::vector<Source> sources;
  while (true) {
    Result<std::optional<Source>> source = stream.next();
    REQUIRE(source);
    if (!*source)
      return sources;
    sources.push_back(*std::move(*source));
  }
}

std::vector<Source> messages_of(const std::string& path, const std::string& bytes) {
  const std::vector<Source> whole = all_of({stream_of(bytes), path, format_of(path)});
  const std::vector<Source> pieces =
      all_of({std::make_unique<Pipe>(bytes, 4001), path, format_of(path)});
  REQUIRE(whole.size() == pieces.size());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    CHECK(whole[i].bytes == pieces[i].bytes);
    CHECK(whole[i].first_line == pieces[i].first_line);
    CHECK(whole[i].first_offset == pieces[i].first_offset);
    CHECK(whole[i].is_too_large == pieces[i].is_too_large);
    CHECK(whole[i].is_one_of_many == pieces[i].is_one_of_many);
  }
  return whole;
}

TEST_CASE("a draft is one message that is the whole file") {
  const std::vector<Source> sources = messages_of("a.txt", "Hello.\n");
  REQUIRE(sources.size() == 1);
  CHECK(sources[0].bytes == "Hello.\n");
  CHECK(sources[0].path == "a.txt");
  CHECK(sources[0].first_line == 1);
  CHECK_FALSE(sources[0].is_from_mbox);
  CHECK(messages_of("a.txt", "").size() == 1);
}

TEST_CASE("each message of an mbox knows where in the file it stands") {
  const std::string bytes = std::string(one).append(two);
  for (const char* path : {"box.mbox", "box.mbx", "mbox", "-", "Drafts", "a.eml"}) {
    CAPTURE(path);
    const std::vector<Source> sources = messages_of(path, bytes);
    REQUIRE(sources.size() == 2);
    CHECK(sources[0].bytes == "Subject: One\n\nHello.\n");
    CHECK(sources[0].first_line == 2);
    CHECK(sources[0].first_offset == 32);
    CHECK(sources[0].is_one_of_many);
    CHECK(sources[1].bytes == "Subject: Two\n\nBye.\n");
    CHECK(sources[1].message == 2);
    CHECK(sources[1].first_line == 7);
    CHECK(sources[1].first_offset == one.size() + 32);
    CHECK(sources[1].format == SourceFormat::message);
    CHECK(sources[1].is_from_mbox);
  }
}

TEST_CASE("lines are counted with CRLF and CR too") {
  std::string bytes;
  for (int i = 0; i < 5000; ++i)
    bytes += one;
  std::string crlf;
  for (const char c : bytes)
    crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(messages_of("box.mbox", bytes).back().first_line == 4999 * 5 + 2);
  CHECK(messages_of("box.mbox", crlf).back().first_line == 4999 * 5 + 2);
  std::erase(crlf, '\n');
  CHECK(messages_of("box.mbox", crlf).back().first_line == 4999 * 5 + 2);
}

TEST_CASE("a message with a From line above it stays whole, an mbox of one message does not") {
  CHECK(messages_of("a.eml", std::string(one)).at(0).bytes == one);
  const Source source = messages_of("a.mbox", std::string(one)).at(0);
  CHECK(source.bytes == "Subject: One\n\nHello.\n");
  CHECK_FALSE(source.is_one_of_many);
  CHECK(messages_of("a.eml", std::string(one) + std::string(draft_size_limit, 'x'))
            .at(0)
            .is_too_large);
}

TEST_CASE("other formats are never taken apart, and an empty mbox has no messages") {
  const std::string bytes = std::string(one).append(two);
  CHECK(messages_of("a.md", bytes).size() == 1);
  CHECK(messages_of("a.html", bytes).size() == 1);
  CHECK(messages_of("a.mbox", "").empty());
  CHECK(messages_of("a.mbox", "\n\n").empty());
}

TEST_CASE("a message over the limit is not held, and the others are read") {
  const std::string head = "From - Tue Mar  3 10:00:00 2026\nSubject: Large\n\n";
  for (const std::size_t size :
       {draft_size_limit - 20, draft_size_limit + 100, 5 * draft_size_limit}) {
    CAPTURE(size);
    std::string large = head;
    while (large.size() < size)
      large += "line\n";
    const std::vector<Source> sources =
        messages_of("a.mbox", std::string(two) + "\n" + large + "\n" + std::string(two));
    REQUIRE(sources.size() == 3);
    CHECK(sources[1].is_too_large == (size > draft_size_limit));
    CHECK(sources[1].first_line == 7);
    CHECK(sources[1].first_offset == two.size() + 33);
    CHECK(sources[2].bytes == "Subject: Two\n\nBye.\n");
    CHECK(sources[2].first_line ==
          sources[1].first_line + 2 + (large.size() - head.size()) / 5 + 2);
  }
  CHECK(messages_of("a.txt", std::string(draft_size_limit + 1, 'x')).at(0).is_too_large);
  CHECK_FALSE(messages_of("a.txt", std::string(draft_size_limit, 'x')).at(0).is_too_large);
}

TEST_CASE("an mbox without end is read message by message") {
  MessageStream stream(std::make_unique<Endless>(), "-", SourceFormat::automatic);
  for (std::size_t number = 1; number <= 100'000; ++number) {
    const Result<std::optional<Source>> source = stream.next();
    REQUIRE((source && *source));
    REQUIRE((*source)->message == number);
    REQUIRE((*source)->first_line == (number - 1) * 5 + 2);
  }
}

TEST_CASE("what cannot be read is an error, and then there is nothing more") {
  MessageStream stream(std::make_unique<Broken>(), "a.txt", SourceFormat::automatic);
  const Result<std::optional<Source>> first = stream.next();
  REQUIRE_FALSE(first);
  CHECK(first.error().message == "broken");
  const Result<std::optional<Source>> second = stream.next();
  REQUIRE(second);
  CHECK_FALSE(second->has_value());
}

TEST_CASE("a file in a Maildir is a message, with any header field first") {
  const MemoryFileSystem files({{"m/cur/1:2,D", "Z: x\n\nHello.\n"},
                                {"m/new/2", "Z: x\n\nHello.\n"},
                                {"cur/3", "Z: x\n\nHello.\n"}});
  const auto format_at = [&](const std::string& path) {
    Result<MessageStream> stream = open_messages(files, path, path);
    REQUIRE(stream);
    return all_of(*std::move(stream)).at(0).format;
  };
  CHECK(format_at("m/cur/1:2,D") == SourceFormat::message);
  CHECK(format_at("m/new/2") == SourceFormat::message);
  CHECK(format_at("cur/3") == SourceFormat::automatic);
  CHECK_FALSE(open_messages(files, "gone", "gone"));
}

}  // namespace
}  // namespace mailcheck
