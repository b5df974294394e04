#pragma once

// Colours for a terminal, by meaning, and lines of running text that fit its width. The plain
// sixteen colours only, so that the user's own theme decides what is readable.

#include <cstddef>
#include <string>
#include <string_view>

#include "lint/severity.hpp"

namespace mailcheck {

enum class Ink { plain, strong, dim, error, warning, suggestion, good };

enum class Color { never, always };

[[nodiscard]] Ink ink_of(Severity severity);

/// `text`, which must be safe to print already, in the ink's colour.
[[nodiscard]] std::string paint(Ink ink, std::string_view text, Color color);

/// `text` (safe, without line breaks) cut at spaces into lines of at most `width` columns, each
/// with its line break. The first line begins with `first_indent`, the others with `indent` spaces.
/// A word longer than a line keeps a line of its own.
[[nodiscard]] std::string wrap(std::string_view text, std::size_t width, std::size_t indent,
                               std::string_view first_indent);
/// The same with every line indented alike.
[[nodiscard]] std::string wrap(std::string_view text, std::size_t width, std::size_t indent);

/// "1 warning", "2 warnings".
[[nodiscard]] std::string count_of(std::size_t count, std::string_view noun);

}  // namespace mailcheck
