#pragma once

// Recognises the end of a letter line by line: closings (“Kind regards,”), names, and the lines of
// a signature. Where in the letter they count is decided in text/regions.

#include <cstddef>
#include <optional>
#include <string_view>

namespace mailcheck {

/// Whether the whole line is a closing: “Sincerely,”, “Thanks again!”, “Cheers”.
[[nodiscard]] bool is_closing(std::string_view line);

/// Whether the line, which stands above a name, is a closing of the writer's own wording: “Thanks
/// again for the tour of the yard,”. Anywhere else it may be the beginning of a sentence.
[[nodiscard]] bool is_closing_above_name(std::string_view line);

/// A closing with something beside it on its line: “… the visit. Best, Dana”.
struct ClosingInLine {
  std::size_t begin = 0;  ///< Of the closing, in bytes of the line.
  std::size_t end = 0;    ///< With its comma or dash.
  std::size_t name = 0;  ///< Where the signature begins; the length of the line when there is none.
};
[[nodiscard]] std::optional<ClosingInLine> closing_in(std::string_view line);

/// Whether the line is but a name: “Dana Park”, “- Dana”, “[Your Name]”, “Dana Park, MBA”.
[[nodiscard]] bool is_name(std::string_view line);

/// Whether the line may stand in a signature: a name, a title, an address, a phone number. It is
/// short and no sentence.
[[nodiscard]] bool is_signature_line(std::string_view line);

/// “P.S. …”, which is text again.
[[nodiscard]] bool is_postscript(std::string_view line);

/// “Sent from my phone” and what else mail programs add.
[[nodiscard]] bool is_device_line(std::string_view line);

}  // namespace mailcheck
