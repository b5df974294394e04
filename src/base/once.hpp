#pragma once

// Something that is done once, by whichever thread comes first. Unlike std::call_once it asks the
// system for nothing while nobody waits: a short run makes a hundred things once.

#include <atomic>
#include <cstdint>

namespace mailcheck {

/// Can neither be copied nor moved.
class Once {
 public:
  /// Calls `make`, unless that has been done; returns when it is done. When it throws, the next
  /// call tries again.
  template <class Make>
  void call(const Make& make) {
    State state = state_.load(std::memory_order_acquire);
    while (state != State::done) {
      if (state == State::open &&
          state_.compare_exchange_weak(state, State::busy, std::memory_order_acquire)) {
        Turn turn{state_};
        make();
        turn.outcome = State::done;
        return;
      }
      if (state == State::busy &&
          state_.compare_exchange_weak(state, State::awaited, std::memory_order_relaxed))
        state = State::awaited;
      if (state == State::awaited) {
        state_.wait(State::awaited, std::memory_order_acquire);
        state = state_.load(std::memory_order_acquire);
      }
    }
  }

 private:
  enum class State : std::uint32_t { open, busy, awaited, done };

  /// Says how it went, and wakes those who wait.
  struct Turn {
    std::atomic<State>& state;
    State outcome = State::open;

    ~Turn() {
      if (state.exchange(outcome, std::memory_order_acq_rel) == State::awaited)
        state.notify_all();
    }
  };

  std::atomic<State> state_ = State::open;
};

}  // namespace mailcheck
