#include "app/json_lines.hpp"

#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

/// Gives at most `step` bytes at once, as a pipe does, and fails at the end when it is to.
class Pipe final : public ByteStream {
 public:
  Pipe(std::string bytes, std::size_t step, bool breaks = false)
      : bytes_(std::move(bytes)), step_(step), breaks_(breaks) {}
  Result<std::size_t> read(char* to, std::size_t count) override {
    const std::size_t got = bytes_.copy(to, std::min(count, step_), at_);
    at_ += got;
    if (got == 0 && breaks_)
      return Error{"broken", "drafts.jsonl"};
    return got;
  }
  [[nodiscard]] std::size_t stated_size() const override { return 0; }

 private:
  std::string bytes_;
  std::size_t step_;
  std::size_t at_ = 0;
  bool breaks_;
};

std::vector<Result<Source>> all_of(std::string bytes, std::size_t step = 5, bool breaks = false) {
  JsonLines lines(std::make_unique<Pipe>(std::move(bytes), step, breaks), "drafts.jsonl");
  std::vector<Result<Source>> drafts;
  while (std::optional<Result<Source>> draft = lines.next())
    drafts.push_back(*std::move(draft));
  return drafts;
}

}  // namespace

TEST_CASE("each line is a draft with a name, or a number where it has none") {
  const auto drafts = all_of(
      "\xEF\xBB\xBF{\"path\": \"a.md\", \"id\": 7, \"text\": \"Dear \\u00e9\\n\"}\r\n"
      "\n  \n"
      "{\"text\": \"Two\", \"id\": \"x-2\", \"format\": \"text\"}\n"
      "{\"text\": \"Three\", \"other\": [1, {}]}");
  REQUIRE(drafts.size() == 3);
  CHECK(drafts[0]->path == "a.md");
  CHECK(drafts[0]->bytes == "Dear é\n");
  CHECK(drafts[0]->format == SourceFormat::markdown);
  CHECK_FALSE(drafts[0]->is_one_of_many);
  CHECK(drafts[1]->path == "x-2");
  CHECK(drafts[1]->format == SourceFormat::plain_text);
  CHECK(drafts[2]->path == "drafts.jsonl");
  CHECK(drafts[2]->message == 5);
  CHECK(drafts[2]->is_one_of_many);
}

TEST_CASE("a bad line is an error at its place, and the next one counts again") {
  const auto drafts = all_of(
      "{\"text\": \"One\"}\n{\"text\": é}\n[]\n{}\n{\"text\": 1}\n"
      "{\"text\": \"\", \"id\": []}\n{\"text\": \"\", \"path\": 1}\n"
      "{\"text\": \"\", \"format\": \"pdf\"}\n{\"text\": \"Nine\"}\n");
  REQUIRE(drafts.size() == 9);
  CHECK(drafts[0]->bytes == "One");
  for (std::size_t i = 1; i < 8; ++i) {
    CAPTURE(i);
    REQUIRE_FALSE(drafts[i]);
    CHECK(drafts[i].error().file == "drafts.jsonl");
    CHECK(drafts[i].error().line == i + 1);
  }
  CHECK(drafts[1].error().column == 10);
  CHECK(drafts[8]->bytes == "Nine");
}

TEST_CASE("a line beyond the limit is passed over") {
  const std::string long_line = "{\"text\": \"" + std::string(json_line_limit, 'a') + "\"}\n";
  const auto drafts = all_of("{\"text\": \"\"}\n" + long_line + "{\"text\": \"b\"}\n", 1 << 16);
  REQUIRE(drafts.size() == 3);
  REQUIRE_FALSE(drafts[1]);
  CHECK(drafts[1].error().line == 2);
  CHECK(drafts[2]->bytes == "b");
}

TEST_CASE("a draft beyond the limit is one that is too large") {
  const auto drafts =
      all_of("{\"text\": \"" + std::string(draft_size_limit + 1, 'a') + "\"}\n", 1 << 16);
  REQUIRE(drafts.size() == 1);
  CHECK(drafts[0]->is_too_large);
  CHECK(drafts[0]->bytes.empty());
}

TEST_CASE("what cannot be read any further ends the drafts") {
  const auto drafts = all_of("{\"text\": \"a\"}\n{\"te", 5, true);
  REQUIRE(drafts.size() == 2);
  CHECK(drafts[0]->bytes == "a");
  CHECK(drafts[1].error().message == "broken");
}

TEST_CASE("the name tells what holds JSON Lines") {
  CHECK(is_json_lines_name("a.jsonl"));
  CHECK(is_json_lines_name("drafts/A.NDJSON"));
  CHECK_FALSE(is_json_lines_name("a.json"));
  CHECK_FALSE(is_json_lines_name("-"));
  CHECK_FALSE(is_json_lines_name(""));
}

}  // namespace mailcheck
