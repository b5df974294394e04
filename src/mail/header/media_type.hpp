#pragma once

// Values with parameters: Content-Type (RFC 2045 §5), Content-Disposition (RFC 2183), with the
// continuations and charsets of RFC 2231, leniently.

#include <cstddef>
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
  std::string value;                  ///< In lower case, without white space and comments.
  std::vector<Parameter> parameters;  ///< Each name once, in order of the value.
  bool is_cut = false;                ///< There were more parameters than `parameter_limit`.

  /// The value of the parameter of that name (in lower case), or an empty text.
  [[nodiscard]] std::string_view parameter(std::string_view name) const;
};

/// Parameters read of one value, each piece of RFC 2231 counted; the rest is left out.
inline constexpr std::size_t parameter_limit = 100;

/// Reads an unfolded field value, its encoded words not yet decoded. Quotes and comments are
/// understood; missing quotes, missing and doubled semicolons and encoded words inside quotes
/// (which many programs write) are forgiven. Of two parameters of one name the first counts, but
/// one in the form of RFC 2231 (`name*`) before a plain one. Percent-encoded bytes of a charset
/// that is unknown here are read as UTF-8.
[[nodiscard]] ParameterizedValue parse_parameterized(std::string_view value);

}  // namespace mailcheck
