#pragma once

// What checks of structure share: which text is the writer's own, how it is cut into blocks, and
// whether a draft is a whole mail, so that something can be missing from it.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "checks/check.hpp"
#include "text/text.hpp"

namespace mailcheck {

/// Greeting, body and closing: what counts as words of the mail.
[[nodiscard]] bool is_own(RegionKind kind);

/// Words of the writer's own text.
[[nodiscard]] std::size_t count_own_words(const Text& text);

/// Words within `span`, of any region.
[[nodiscard]] std::size_t count_words(const Text& text, TextSpan span);

/// A block of body text between blank lines; a list and the line above it are one. Spans from the
/// first paragraph to the end of the last.
struct Block {
  TextSpan span;
  bool has_list = false;
};
[[nodiscard]] std::vector<Block> body_blocks(const Context& context);

/// Whether the first block holds one of `words`, which are in lower case.
[[nodiscard]] bool first_block_holds(const Context& context,
                                     std::span<const std::string_view> words);

/// Whether a paragraph is an item of a list: it begins with a bullet or “1.”, “a)”.
[[nodiscard]] bool is_list_item(std::string_view paragraph);

/// True when the draft looks like a whole mail and not like a fragment someone wants to try: it has
/// a greeting or a closing and some body, a header block, two blocks of body or 25 own words. What
/// is not there can only be missing from a whole mail.
[[nodiscard]] bool looks_like_whole_mail(const Context& context);

/// Whether `kind` is one of `kinds`.
[[nodiscard]] bool holds(const std::vector<RegionKind>& kinds, RegionKind kind);

}  // namespace mailcheck
