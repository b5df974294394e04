#pragma once

// JSON values as the protocol sends them (nlohmann-json behind it, in json.cpp alone). Text that
// comes in is repaired first: bytes that are not UTF-8 and lone surrogates become U+FFFD, because
// an editor must not lose its server to a draft with half a character in it.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace mailcheck {

/// Arrays and objects within one another.
inline constexpr std::size_t json_depth_limit = 64;
/// Values of one text, names of members not counted.
inline constexpr std::size_t json_value_limit = std::size_t{1} << 18;

struct JsonMember;

class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::vector<JsonMember>;

  /// null
  Json() = default;
  Json(bool value);
  Json(int value);
  Json(std::int64_t value);
  Json(std::size_t value);
  Json(double value);
  Json(const char* value);
  Json(std::string_view value);
  Json(std::string value);
  Json(Array value);
  Json(Object value);

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(data_); }
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&data_); }
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&data_); }
  [[nodiscard]] const Array* array() const { return std::get_if<Array>(&data_); }
  [[nodiscard]] const Object* object() const { return std::get_if<Object>(&data_); }
  /// A whole number, also one that is written as a fraction, `1.0`.
  [[nodiscard]] std::optional<std::int64_t> integer() const;

  /// The member of that name, the last of several; null when there is none or this is no object.
  [[nodiscard]] const Json& operator[](std::string_view name) const;
  /// Whether the member of that name is `true`.
  [[nodiscard]] bool flag(std::string_view name) const;

  /// Adds a member to an object.
  void add(std::string name, Json value);

  /// Equal strings or equal whole numbers; nothing else is ever compared.
  friend bool operator==(const Json& a, const Json& b) {
    return a.string() != nullptr && b.string() != nullptr
               ? *a.string() == *b.string()
               : a.integer() && a.integer() == b.integer();
  }

  /// As one line. Numbers that are not whole are left out: nothing that is sent has any.
  [[nodiscard]] std::string text() const;

 private:
  friend class JsonBuilder;
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> data_;
};

struct JsonMember {
  std::string name;
  Json value;
};

/// Reads a JSON text. Errors say what is wrong and, in code points from 1, in which column.
[[nodiscard]] Result<Json> parse_json(std::string_view text);

}  // namespace mailcheck
