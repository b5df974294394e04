#pragma once

// Where in a draft or a configuration a name stands or may be written: a rule, a category, a stage,
// a person in the greeting.

#include <string>
#include <string_view>
#include <vector>

#include "lint/rule_set.hpp"
#include "lsp/document.hpp"

namespace mailcheck {

enum class NamePlace {
  none,
  waiver,          ///< In `X-Mailcheck-Ignore:`.
  stage,           ///< In `X-Mailcheck-Stage:`.
  greeting,        ///< Behind “Dear ”.
  severity_key,    ///< A rule, a category or a level, in `[severity]`.
  severity_value,  ///< Behind its equals sign.
  options_heading  ///< In `[options.`.
};

/// What may be written at the end of `before`, which is the beginning of line `number` of the
/// document.
[[nodiscard]] NamePlace place_of_name(DocumentKind kind, const PositionMap& map, std::size_t number,
                                      std::string_view before);

/// Whether a line of a draft lies in its header block: only fields stand above it.
[[nodiscard]] bool is_in_header(const PositionMap& map, std::size_t number);

/// The letters, digits and hyphens around a byte of a line.
[[nodiscard]] std::string_view name_around(std::string_view line, std::size_t offset);

/// The letters, digits and hyphens at the end of a text.
[[nodiscard]] std::string_view name_at_end(std::string_view text);

}  // namespace mailcheck
