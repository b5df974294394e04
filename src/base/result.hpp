#pragma once

// A value or the reason why there is none, for everything the user can mend: a file, a
// configuration, a rule, a flag. Named after std::expected, which g++ 12 does not have.
// Strange mail is no error (it becomes a note on the draft); our own mistakes are asserts.

#include <cassert>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace mailcheck {

/// What went wrong and where. `line` and `column` count from 1, columns in code points; 0 means
/// "no position". With a position, `source_line` holds that line so that a caret can be drawn.
struct Error {
  std::string message;  ///< Lower case, no period, as compilers say it.
  std::string file = {};
  std::size_t line = 0;
  std::size_t column = 0;
  std::size_t length = 0;  ///< Code points to underline; 0 or 1: a single caret.
  std::string source_line = {};
};

/// Either a `T` or an `Error`. Test before you take: both accessors assert.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  [[nodiscard]] T& operator*() & { return value(); }
  [[nodiscard]] const T& operator*() const& { return value(); }
  [[nodiscard]] T&& operator*() && { return std::move(value()); }
  [[nodiscard]] T* operator->() { return &value(); }
  [[nodiscard]] const T* operator->() const { return &value(); }

  [[nodiscard]] Error& error() & {
    assert(!has_value());
    return std::get<1>(state_);
  }
  [[nodiscard]] const Error& error() const& {
    assert(!has_value());
    return std::get<1>(state_);
  }
  [[nodiscard]] Error&& error() && {
    assert(!has_value());
    return std::get<1>(std::move(state_));
  }

 private:
  [[nodiscard]] T& value() {
    assert(has_value());
    return std::get<0>(state_);
  }
  [[nodiscard]] const T& value() const {
    assert(has_value());
    return std::get<0>(state_);
  }

  std::variant<T, Error> state_;
};

/// The outcome of work that yields nothing: success, or an `Error`.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  [[nodiscard]] bool has_value() const { return !error_.has_value(); }
  explicit operator bool() const { return has_value(); }
  [[nodiscard]] Error& error() & {
    assert(error_.has_value());
    return *error_;
  }
  [[nodiscard]] const Error& error() const& {
    assert(error_.has_value());
    return *error_;
  }
  [[nodiscard]] Error&& error() && {
    assert(error_.has_value());
    return *std::move(error_);
  }

 private:
  std::optional<Error> error_;
};

}  // namespace mailcheck
