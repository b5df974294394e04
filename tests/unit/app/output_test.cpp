#include "app/output.hpp"

#include <array>
#include <csignal>
#include <string>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

namespace mailcheck {
namespace {

TEST_CASE("output arrives when it is flushed") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  Output output(ends[1]);
  output.write("one ");
  output.write("two");
  output.flush();
  std::array<char, 16> buffer{};
  CHECK(::read(ends[0], buffer.data(), buffer.size()) == 7);
  CHECK(std::string(buffer.data()) == "one two");
  CHECK(output.state() == Output::State::open);
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_CASE("a closed pipe is closed, not failed") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  ::close(ends[0]);
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  Output output(ends[1]);
  output.write("x");
  output.flush();
  CHECK(output.state() == Output::State::closed);
  output.write("more");
  output.flush();
  CHECK(output.state() == Output::State::closed);
  std::signal(SIGPIPE, before);
  ::close(ends[1]);
}

TEST_CASE("a full disk is a failure that says why") {
  const int full = ::open("/dev/full", O_WRONLY);
  if (full < 0)
    return;
  Output output(full);
  output.write(std::string(200'000, 'x'));
  CHECK(output.state() == Output::State::failed);
  CHECK(output.problem() == "No space left on device");
  ::close(full);
}

TEST_CASE("a descriptor that is not open fails") {
  Output output(-1);
  output.write("x");
  output.flush();
  CHECK(output.state() == Output::State::failed);
}

}  // namespace
}  // namespace mailcheck
