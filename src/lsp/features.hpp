#pragma once

// What an editor may ask about an open document, one function and one file each. All are called by
// lsp/features.cpp, which knows their methods.

#include <optional>
#include <string_view>

#include "lsp/desk.hpp"
#include "lsp/document.hpp"
#include "lsp/json.hpp"

namespace mailcheck {

/// The result of a request; none when its parameters have not the shape they must have.
using FeatureAnswer = std::optional<Json>;
using Feature = FeatureAnswer (*)(Desk&, Document&, const Json& params);

/// The kind of the action that applies all safe fixes.
inline constexpr std::string_view fix_all_kind = "source.fixAll.mailcheck";

[[nodiscard]] FeatureAnswer pull_diagnostics(Desk& desk, Document& document, const Json& params);
[[nodiscard]] FeatureAnswer code_actions(Desk& desk, Document& document, const Json& params);
[[nodiscard]] FeatureAnswer hover(Desk& desk, Document& document, const Json& params);
[[nodiscard]] FeatureAnswer completion(Desk& desk, Document& document, const Json& params);
[[nodiscard]] FeatureAnswer document_links(Desk& desk, Document& document, const Json& params);
[[nodiscard]] FeatureAnswer code_lenses(Desk& desk, Document& document, const Json& params);

/// The feature that answers a method; nullptr when there is none.
[[nodiscard]] Feature feature_named(std::string_view method);

/// What the server can do for this client: the `capabilities` of the answer to `initialize`.
[[nodiscard]] Json capabilities_for(const Client& client);

}  // namespace mailcheck
