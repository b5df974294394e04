#pragma once

// TOML as values with places (toml++ behind it, in toml.cpp alone). A gate looks at the text first,
// because toml++ 3.3 can be made to abort by a few bytes; what it refuses is an error like any
// other.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace mailcheck {

/// Limits of a TOML file; exceeding one is an error that names it.
inline constexpr std::size_t toml_size_limit = 256 * 1024;
inline constexpr std::size_t toml_dotted_key_limit = 16;
inline constexpr std::size_t toml_nesting_limit = 32;

class TomlValue;

/// A table; entries in order of the file.
struct TomlTable {
  struct Entry;
  std::vector<Entry> entries;
  /// The value of a key, or nullptr.
  [[nodiscard]] const TomlValue* find(std::string_view key) const;
};

/// A date or time, as written.
struct TomlDate {
  std::string text;
};

using TomlArray = std::vector<TomlValue>;

class TomlValue {
 public:
  std::variant<std::string, std::int64_t, double, bool, TomlDate, TomlArray, TomlTable> data;
  std::size_t line = 0;  ///< Where the value begins, from 1.
  std::size_t column = 0;

  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&data); }
  [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&data); }
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&data); }
  [[nodiscard]] const TomlArray* array() const { return std::get_if<TomlArray>(&data); }
  [[nodiscard]] const TomlTable* table() const { return std::get_if<TomlTable>(&data); }
  /// "a string", "an integer", …, for messages.
  [[nodiscard]] std::string_view type_name() const;
};

struct TomlTable::Entry {
  std::string key;
  std::size_t line = 0;  ///< Where the key begins, from 1.
  std::size_t column = 0;
  TomlValue value;
};

struct TomlDocument {
  std::string file;
  std::string text;
  TomlTable root;

  /// An error at a place of this file, with its source line; `length` code points are underlined.
  [[nodiscard]] Error error_at(std::size_t line, std::size_t column, std::string message,
                               std::size_t length = 1) const;
  /// An error at a key, underlining it.
  [[nodiscard]] Error error_at(const TomlTable::Entry& entry, std::string message) const;
  [[nodiscard]] Error error_at(const TomlValue& value, std::string message) const;
};

/// Parses a file's text. `file` is only for messages.
[[nodiscard]] Result<TomlDocument> parse_toml(std::string file, std::string text);

/// The string or the list of strings at `value`; an error at its place when it is neither.
[[nodiscard]] Result<std::vector<std::string>> toml_strings(const TomlDocument& document,
                                                            const TomlValue& value);

/// The candidate nearest to `word` (Damerau-Levenshtein distance of at most a third of its length),
/// as “; did you mean “x”?”; empty when none is near.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       const std::vector<std::string>& candidates);

}  // namespace mailcheck
