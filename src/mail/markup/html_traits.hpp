#pragma once

// Reads from HTML what its text does not show: colours, backgrounds, fonts, and addresses of links.
// It judges none of them.

#include <vector>

#include "mail/decoded_text.hpp"
#include "mail/draft.hpp"

namespace mailcheck {

/// Appends the traits of `html` to `traits`, see `HtmlTrait`; up to `html_trait_limit`. Linear.
void append_html_traits(std::vector<HtmlTrait>& traits, const DecodedText& html);

}  // namespace mailcheck
