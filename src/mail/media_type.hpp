#pragma once

// Values with parameters: Content-Type (RFC 2045 §5), Content-Disposition (RFC 2183), with the
// continuations and charsets of RFC 2231, leniently.

#include <string>
#include <string_view>
#include <vector>

namespace mailcheck {

struct Parameter {
  std::string name;   ///< In lower case, without the marks of RFC 2231.
  std::string value;  ///< Decoded, valid UTF-8, without controls.
};

/// “text/plain; charset=utf-8”: what stands before the first semicolon, and what follows.
struct ParameterizedValue {
  std::string value;  ///< In lower case, without white space and comments.
  std::vector<Parameter> parameters;

  /// The value of the first parameter of that name (in lower case), or an empty text.
  [[nodiscard]] std::string_view parameter(std::string_view name) const;
};

/// Parameters read of one value; the rest is left out.
inline constexpr std::size_t parameter_limit = 100;

/// Reads an unfolded field value. Quotes and comments are understood; missing quotes, doubled
/// semicolons and encoded words inside quotes (which many programs write) are forgiven.
[[nodiscard]] ParameterizedValue parse_parameterized(std::string_view value);

}  // namespace mailcheck
