#pragma once

// The bar that a long run shows on standard error. It stands on the last line of the terminal for
// as long as nothing else is printed, and leaves nothing behind.

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include "app/environment.hpp"
#include "app/output.hpp"

namespace mailcheck {

enum class ProgressChoice { automatic, always, never };

struct ProgressState {
  std::size_t done = 0;
  std::size_t total = 0;       ///< 0: nobody knows.
  std::size_t per_second = 0;  ///< 0: not to be told yet.
};

/// How far a run is, in at most `width` columns: a bar with numbers, on a narrow terminal the
/// numbers alone; empty when not even these fit. No line break, no escape sequence.
[[nodiscard]] std::string progress_line(const ProgressState& state, std::size_t width);

class Progress {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;

  enum class Start {
    at_once,
    later,  ///< After a second, so that a short run shows nothing.
    never,
  };

  /// Draws on `err`. Whatever is written to `out` or `err` from now on takes the bar away first.
  Progress(Start start, std::size_t width, Output& out, Output& err,
           Clock clock = std::chrono::steady_clock::now);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// There is more to do than was known.
  void expect(std::size_t count) { total_ += count; }
  /// More will come than was announced, and nobody knows how much; or that is over.
  void set_open(bool is_open) { is_open_ = is_open; }
  /// So much of it is done. Draws, but not more often than anybody can see.
  void advance(std::size_t count = 1);
  void erase();

 private:
  [[nodiscard]] std::size_t per_second(std::chrono::steady_clock::time_point now) const;

  Start start_;
  std::size_t width_;
  Output& out_;
  Output& err_;
  Output bar_;  // to the same place as `err`, but without taking itself away
  Clock clock_;
  std::chrono::steady_clock::time_point begun_;
  std::chrono::steady_clock::time_point next_draw_;
  std::size_t done_ = 0;
  std::size_t total_ = 0;
  bool is_open_ = false;
  bool drawn_ = false;
};

/// When to draw: with `automatic` on a terminal, but not while standard output goes into a pipe,
/// at whose other end a pager may be using the same terminal.
[[nodiscard]] Progress::Start progress_start(ProgressChoice choice, const Environment& environment);

}  // namespace mailcheck
