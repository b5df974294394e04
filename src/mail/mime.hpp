#pragma once

// Takes a message apart into its MIME parts (RFC 2046 §5): where each begins and ends and what its
// header says. Raw bytes only; decoding is done in mail/body.cpp.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "mail/draft.hpp"
#include "mail/header/header_block.hpp"
#include "mail/header/media_type.hpp"

namespace mailcheck {

/// Multiparts within multiparts; a deeper one is not opened.
inline constexpr std::size_t part_depth_limit = 32;
/// Parts of one message; what follows is not read.
inline constexpr std::size_t part_limit = 1000;

struct MimePart {
  SourceSpan span;            ///< Header and body.
  SourceSpan type_field;      ///< Its Content-Type field, or the beginning of the body.
  SourceSpan encoding_field;  ///< Likewise Content-Transfer-Encoding.
  SourceSpan body;            ///< Without the line break before the delimiter that ends it.
  ParameterizedValue type;    ///< Of Content-Type, or the default where that is missing or broken.
  ParameterizedValue disposition;  ///< Of Content-Disposition; an empty value when there is none.
  std::string encoding;            ///< Of Content-Transfer-Encoding, in lower case.
  std::size_t parent = 0;          ///< Index of the multipart it stands in; the root's is its own.
  std::size_t end = 0;             ///< One past the index of its last descendant.
  bool is_first = true;            ///< The first part of its parent.

  /// Whether it was taken apart: its children follow it.
  [[nodiscard]] bool is_opened(std::size_t index) const { return end > index + 1; }
  /// As the recipient sees it: the file name of the disposition, or the name of the type.
  [[nodiscard]] std::string_view name() const;
};

/// The message whose header block is `block` and all its parts, each before its children; never
/// empty. `default_type` is what the message is when it does not say. Messages within the message
/// are not taken apart. Faults are noted: a multipart without its delimiters is kept whole, with
/// the type text/plain.
[[nodiscard]] std::vector<MimePart> find_parts(std::string_view bytes, const HeaderBlock& block,
                                               std::string_view default_type,
                                               std::vector<Note>& notes);

}  // namespace mailcheck
