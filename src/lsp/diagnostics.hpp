#pragma once

// Findings as diagnostics: the same words as on the command line, at the places as the editor
// counts them.

#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "lint/finding.hpp"
#include "lsp/document.hpp"
#include "lsp/json.hpp"
#include "lsp/position.hpp"

namespace mailcheck {

/// Where the page of a rule lies; empty when it has none.
using RulePages = std::function<std::string(const std::string& rule)>;

/// `page`: where the page of its rule lies, or empty.
[[nodiscard]] Json diagnostic_of(const Finding& finding, const PositionMap& map,
                                 const std::string& page);

/// All that is to be said about a document that was checked: its findings, and what could not be
/// checked, in its first line. An array.
[[nodiscard]] Json diagnostics_of(const Document& document, PositionEncoding encoding,
                                  const RulePages& pages);

/// A mistake in a configuration, at its place.
[[nodiscard]] Json diagnostic_of(const Error& error, PositionEncoding encoding);

/// What went wrong, as a sentence.
[[nodiscard]] std::string sentence_of(std::string_view message);

}  // namespace mailcheck
