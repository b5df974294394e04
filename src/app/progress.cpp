#include "app/progress.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/unicode.hpp"

namespace mailcheck {
namespace {

constexpr std::chrono::milliseconds delay(1000);
constexpr std::chrono::milliseconds interval(100);
constexpr std::size_t narrowest_bar = 5;
constexpr std::size_t widest_bar = 40;

/// To the start of the line, and erase to its end (ECMA-48).
constexpr std::string_view erase_line = "\r\x1b[K";

std::string repeated(std::string_view piece, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i)
    out += piece;
  return out;
}

}  // namespace

std::string progress_line(const ProgressState& state, std::size_t width) {
  constexpr std::string_view label = "Checking ";
  const std::size_t done = state.total > 0 ? std::min(state.done, state.total) : state.done;
  const std::string count =
      state.total > 0 ? fmt::format("{}/{}", done, state.total) : fmt::format("{}", done);
  std::string numbers =
      state.per_second > 0 ? fmt::format("{}, {}/s", count, state.per_second) : count;
  const std::size_t used = label.size() + 1 + numbers.size();
  if (state.total > 0 && width >= used + narrowest_bar) {
    const std::size_t bar = std::min(widest_bar, width - used);
    const double share = static_cast<double>(done) / static_cast<double>(state.total);
    const auto full = static_cast<std::size_t>(share * static_cast<double>(bar));
    return fmt::format("{}{}{} {}", label, repeated("━", full), repeated("─", bar - full), numbers);
  }
  if (state.total == 0 && width >= used - 1)
    return fmt::format("{}{}", label, numbers);
  if (numbers.size() <= width)
    return numbers;
  return count.size() <= width ? count : std::string();
}

Progress::Progress(Start start, std::size_t width, Output& out, Output& err, Clock clock)
    : start_(start),
      width_(width),
      out_(out),
      err_(err),
      bar_(err.descriptor()),
      clock_(std::move(clock)) {
  if (start_ == Start::never)
    return;
  begun_ = next_draw_ = clock_();
  if (start_ == Start::later)
    next_draw_ += delay;
  out_.before_writing([this] { erase(); });
  err_.before_writing([this] { erase(); });
}

Progress::~Progress() {
  if (start_ == Start::never)
    return;
  erase();
  out_.before_writing({});
  err_.before_writing({});
}

void Progress::advance(std::size_t count) {
  done_ += count;
  if (start_ == Start::never)
    return;
  const std::chrono::steady_clock::time_point now = clock_();
  if (now < next_draw_)
    return;
  next_draw_ = now + interval;
  // What was found so far stands above the bar, and is not held back by a run that is this long.
  out_.flush();
  // A line that fills the terminal would wrap when the cursor moves on.
  const std::string line = progress_line({done_, is_open_ ? 0 : total_, per_second(now)},
                                         width_ - std::min<std::size_t>(width_, 1));
  if (line.empty())
    return;
  bar_.write(erase_line);
  bar_.write(line);
  bar_.flush();
  drawn_ = true;
}

std::size_t Progress::per_second(std::chrono::steady_clock::time_point now) const {
  const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(now - begun_);
  return passed < delay ? 0 : done_ * 1000 / static_cast<std::size_t>(passed.count());
}

void Progress::erase() {
  if (!drawn_)
    return;
  drawn_ = false;
  bar_.write(erase_line);
  bar_.flush();
}

Progress::Start progress_start(ProgressChoice choice, const Environment& environment) {
  switch (choice) {
    case ProgressChoice::always:
      return Progress::Start::at_once;
    case ProgressChoice::never:
      return Progress::Start::never;
    case ProgressChoice::automatic:
      break;
  }
  const bool drawable = environment.terminal_error && !environment.dumb_terminal;
  return drawable && !environment.pipe_out ? Progress::Start::later : Progress::Start::never;
}

}  // namespace mailcheck
