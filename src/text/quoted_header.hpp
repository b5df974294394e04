#pragma once

// Recognises line by line what mail programs put above a whole message: the separator
// “-----Original Message-----” in many languages, and the header fields Outlook copies.

#include <string_view>

#include "text/quotation_words.hpp"

namespace mailcheck {

/// Whether the line announces a message: “-----Original Message-----”, “Begin forwarded message:”.
[[nodiscard]] bool is_message_separator(std::string_view line);

/// The field of a copied header that `line` begins with: “From: …”, “*Gesendet:* …”, “De : …”.
[[nodiscard]] QuotedField quoted_field_of(std::string_view line);

}  // namespace mailcheck
