#pragma once

// What the client says of itself when the session begins, as far as answers depend on it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/json.hpp"
#include "lsp/position.hpp"

namespace mailcheck {

struct Client {
  PositionEncoding encoding = PositionEncoding::utf16;
  bool edits_by_version = false;        ///< `documentChanges`
  bool creates_files = false;           ///< as part of an edit
  bool reads_markdown = false;          ///< in hovers
  bool shows_pages = false;             ///< of rules, as links of diagnostics
  bool knows_actions = false;           ///< code actions that are no commands
  bool pulls = false;                   ///< asks for diagnostics itself
  bool pulls_anew = false;              ///< when it is told to
  bool refreshes_lenses = false;        ///< likewise code lenses
  bool watches_files = false;           ///< when it is asked to
  std::vector<std::string> folders;     ///< Absolute paths of the workspace.
  std::optional<std::int64_t> process;  ///< The process that must not be survived.
};

/// The client of an `initialize` request.
[[nodiscard]] Client read_client(const Json& params);

/// The absolute paths of an array of workspace folders; those that are no files are left out.
[[nodiscard]] std::vector<std::string> read_folders(const Json& folders);

}  // namespace mailcheck
