#pragma once

// Where the program's own output goes: a buffer in front of a file descriptor that notices when a
// write fails. Text must be safe to print (report/escape.hpp) before it comes here.

#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace mailcheck {

class Output {
 public:
  enum class State {
    open,
    closed,  ///< The reader went away (EPIPE): stop, and say nothing.
    failed,  ///< Not written: a full disk, a closed descriptor. `problem` says why.
  };

  /// Writes to an open descriptor, which stays the caller's.
  explicit Output(int descriptor) : descriptor_(descriptor) {}

  void write(std::string_view text);
  void flush();

  /// Calls `action` each time before bytes go to the descriptor; an empty one ends that. It must
  /// not write to this output.
  void before_writing(std::function<void()> action) { before_writing_ = std::move(action); }

  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] State state() const { return state_; }
  /// What the system said, "No space left on device".
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  int descriptor_;
  State state_ = State::open;
  std::string buffer_;
  std::function<void()> before_writing_;
  std::string problem_;
};

/// Gives the standard descriptors that are closed something that fails, so that a file opened later
/// never becomes standard output by accident. Call before anything else.
void occupy_standard_descriptors();

}  // namespace mailcheck
