#pragma once

// Finds the header block of a source: where its fields stand and where the body begins. Raw bytes
// only; decoding a value is done in mail/header/field_value.hpp.

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "mail/draft.hpp"
#include "mail/source.hpp"

namespace mailcheck {

/// Fields of one header; further ones are left out.
inline constexpr std::size_t field_count_limit = 1000;
/// Bytes of one field, and of one line of it; the value ends there.
inline constexpr std::size_t field_size_limit = std::size_t{100} * 1024;
inline constexpr std::size_t field_line_limit = std::size_t{64} * 1024;

/// A field as it lies in the source.
struct RawField {
  std::string_view name;  ///< Views the source's bytes.
  SourceSpan span;        ///< The whole field without its final line break.
  SourceSpan value;       ///< After the colon, still folded, without white space around it.
};

struct HeaderBlock {
  std::vector<RawField> fields;  ///< Empty: the source has no header block.
  std::size_t body = 0;          ///< Offset of the first byte of the body.
};

/// Reads the header block of `bytes` from `begin` (after a byte order mark). With
/// `SourceFormat::automatic` the first line must be a field that mails are known to have, after an
/// optional mbox line (“From dana@example.com Tue …”); with `message` any valid field will do, and
/// lines before the first one that are empty or blank are passed over.
/// The block ends at the first empty line, or at a line that is no field, which then is body: a
/// draft may lack the empty line. When the line after that one is a known field again, the line is
/// noted as malformed instead; one of nothing but blanks belongs to the field above (RFC 5322
/// §4.2), even when that one goes on below it. The line Emacs draws below the fields (“--text
/// follows this line--”) ends it too; comments of git (“GIT: …”) among the fields are passed over.
/// What is beyond the limits is passed over and noted.
[[nodiscard]] HeaderBlock find_header_block(std::string_view bytes, std::size_t begin,
                                            SourceFormat format, std::vector<Note>& notes);

}  // namespace mailcheck
