#pragma once

// Bytes of a charset to UTF-8 and back (ICU behind it), keeping for each piece of the text the
// bytes it came from. Which charset a mail means by a name is decided in mail/encoding/charset.hpp.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/unicode.hpp"

namespace mailcheck {

/// Some decoded text and the bytes it stands for.
struct ConvertedPiece {
  enum class Kind {
    same,       ///< A run of ASCII that is the very same bytes before and after.
    character,  ///< A character, or the few that one sequence of bytes stands for.
    invalid,    ///< U+FFFD for bytes that are no character of the charset.
  };
  Kind kind;
  std::string_view text;  ///< Valid UTF-8, only until the function that gets the piece returns.
  Range bytes;            ///< Of the input. Shift sequences between characters belong to no piece.
};

/// Gets the pieces of a text in order; false stops the decoding.
using PieceSink = std::function<bool(const ConvertedPiece& piece)>;

class Converter {
 public:
  /// Opens the converter that ICU knows by `name` or alias; none when there is no such.
  [[nodiscard]] static std::optional<Converter> open(std::string_view name);

  Converter(Converter&&) noexcept;
  Converter& operator=(Converter&&) noexcept;
  ~Converter();

  /// Decodes all of `bytes`, at most 1 GiB. Byte ranges of pieces do not overlap and increase.
  void decode(std::string_view bytes, const PieceSink& sink);

  /// `text`, which is valid UTF-8, in the charset; none when a character cannot be written in it,
  /// and for charsets with shift states or a byte order mark, where a piece of a text cannot be
  /// written without knowing what stands before it.
  [[nodiscard]] std::optional<std::string> encode(std::string_view text);

 private:
  struct Handle;
  explicit Converter(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> handle_;
};

/// ICU's own name of the converter with that name or alias, or an empty view. The name lives as
/// long as the program.
[[nodiscard]] std::string_view converter_name(std::string_view alias);

}  // namespace mailcheck
