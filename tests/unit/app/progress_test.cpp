#include "app/progress.hpp"

#include <array>

#include <doctest/doctest.h>
#include <unistd.h>

#include "base/unicode.hpp"

namespace mailcheck {
namespace {

using namespace std::chrono_literals;

TEST_CASE("the bar fits the terminal, and on a narrow one the numbers stand alone") {
  CHECK(progress_line({3, 12}, 10) == "3/12");
  CHECK(progress_line({3, 12}, 40) == "Checking ━━━━━━──────────────────── 3/12");
  CHECK(progress_line({3, 12}, 80) == "Checking ━━━━━━━━━━────────────────────────────── 3/12");
  CHECK(progress_line({0, 12}, 20) == "Checking ────── 0/12");
  CHECK(progress_line({12, 12}, 20) == "Checking ━━━━━ 12/12");
  CHECK(progress_line({3, 12}, 3).empty());
  CHECK(progress_line({3, 12, 40}, 40) == "Checking ━━━━━─────────────── 3/12, 40/s");
  CHECK(progress_line({3, 12, 40}, 10) == "3/12, 40/s");
  CHECK(progress_line({3, 12, 40}, 9) == "3/12");
  CHECK(progress_line({7, 0}, 80) == "Checking 7");
  CHECK(progress_line({7, 0, 40}, 16) == "Checking 7, 40/s");
  CHECK(progress_line({7, 0, 40}, 15) == "7, 40/s");
  CHECK(progress_line({9, 5}, 10) == "5/5");
  for (std::size_t width = 0; width < 90; ++width)
    CHECK(display_width(progress_line({12345, 67890, 99}, width)) <= width);
}

/// Two outputs into one pipe, as on a terminal, and a clock that stands still.
class Fixture {
 public:
  Fixture() { REQUIRE(::pipe(ends_.data()) == 0); }
  ~Fixture() {
    ::close(ends_[0]);
    ::close(ends_[1]);
  }
  Fixture(const Fixture&) = delete;
  Fixture& operator=(const Fixture&) = delete;

  [[nodiscard]] int writing_end() const { return ends_[1]; }
  /// What was written since the last call; it must be something.
  std::string read() {
    std::array<char, 4096> buffer{};
    const ssize_t count = ::read(ends_[0], buffer.data(), buffer.size());
    return {buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0))};
  }
  Progress::Clock clock() {
    return [this] { return now; };
  }

  std::chrono::steady_clock::time_point now{};

 private:
  std::array<int, 2> ends_{};
};

TEST_CASE("the bar is taken away before anything else is printed, and at the end") {
  Fixture terminal;
  Output out(terminal.writing_end());
  Output err(terminal.writing_end());
  {
    Progress progress(Progress::Start::at_once, 11, out, err, terminal.clock());
    progress.expect(4);
    progress.advance();
    CHECK(terminal.read() == "\r\x1b[K1/4");
    out.write("a\n");
    out.flush();
    CHECK(terminal.read() == "\r\x1b[Ka\n");
    progress.advance();
    terminal.now += 100ms;
    out.write("b\n");
    progress.advance();
    CHECK(terminal.read() == "b\n\r\x1b[K3/4");
    err.write("c\n");
    err.flush();
    CHECK(terminal.read() == "\r\x1b[Kc\n");
    terminal.now += 100ms;
    progress.advance();
    CHECK(terminal.read() == "\r\x1b[K4/4");
  }
  CHECK(terminal.read() == "\r\x1b[K");
  out.write("d\n");
  out.flush();
  CHECK(terminal.read() == "d\n");
}

TEST_CASE("how many there are and how fast they go is told when it is known") {
  Fixture terminal;
  Output out(terminal.writing_end());
  Output err(terminal.writing_end());
  Progress progress(Progress::Start::at_once, 40, out, err, terminal.clock());
  progress.expect(4);
  progress.set_open(true);
  progress.advance();
  CHECK(terminal.read() == "\r\x1b[KChecking 1");
  terminal.now += 2s;
  progress.advance(5);
  CHECK(terminal.read() == "\r\x1b[KChecking 6, 3/s");
  progress.set_open(false);
  progress.expect(6);
  terminal.now += 1s;
  progress.advance();
  CHECK(terminal.read() == "\r\x1b[KChecking ━━━━━━━━━━━━━━────── 7/10, 2/s");
}

TEST_CASE("a short run shows nothing") {
  Fixture terminal;
  Output out(terminal.writing_end());
  Output err(terminal.writing_end());
  {
    Progress progress(Progress::Start::later, 11, out, err, terminal.clock());
    progress.expect(2);
    terminal.now += 999ms;
    progress.advance();
    Progress never(Progress::Start::never, 11, out, err, terminal.clock());
    never.expect(2);
    never.advance();
  }
  err.write("end");
  err.flush();
  CHECK(terminal.read() == "end");
}

TEST_CASE("the bar is drawn on a terminal that nobody else writes to") {
  struct Row {
    Environment environment;
    bool drawn;
  };
  const Row rows[] = {
      {{.terminal_error = true}, true},
      {{.terminal_out = true, .terminal_error = true}, true},
      {{.terminal_out = true, .terminal_error = false}, false},
      {{.terminal_error = true, .pipe_out = true}, false},
      {{.terminal_error = true, .dumb_terminal = true}, false},
  };
  for (const Row& row : rows) {
    const Progress::Start start = progress_start(ProgressChoice::automatic, row.environment);
    CHECK(start == (row.drawn ? Progress::Start::later : Progress::Start::never));
    CHECK(progress_start(ProgressChoice::always, row.environment) == Progress::Start::at_once);
    CHECK(progress_start(ProgressChoice::never, row.environment) == Progress::Start::never);
  }
}

}  // namespace
}  // namespace mailcheck
