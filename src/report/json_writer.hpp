#pragma once

// Writes JSON, and only writes it: commas, indentation and escapes are right by construction.

#include <cstddef>
#include <string>
#include <string_view>

namespace mailcheck {

enum class JsonStyle {
  indented,  ///< Two spaces a level, for people.
  one_line,  ///< No line break at all, for JSON Lines.
};

/// Calls follow the shape of the value: in an object `key` before each value.
class JsonWriter {
 public:
  explicit JsonWriter(JsonStyle style, std::size_t level = 0) : style_(style), level_(level) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }

  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view value);
  JsonWriter& number(std::size_t value);
  /// At most two decimals.
  JsonWriter& fraction(double value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();

  /// What was written since the last call.
  [[nodiscard]] std::string take();

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void begin_value();
  void new_line();

  JsonStyle style_;
  std::size_t level_;
  std::string out_;
  bool first_ = true;  // of its array or object
  bool after_key_ = false;
};

}  // namespace mailcheck
