#pragma once

// Changes of text that the editor is asked to make. The server itself writes nothing.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/finding.hpp"
#include "lsp/client.hpp"
#include "lsp/document.hpp"
#include "lsp/json.hpp"
#include "lsp/position.hpp"

namespace mailcheck {

/// `text` with the edits, which must be sorted and must not overlap.
[[nodiscard]] std::string edited(std::string_view text, const std::vector<SourceEdit>& edits);

/// The one edit that makes `after` of `before`: what both begin and end with stays.
[[nodiscard]] SourceEdit difference(std::string_view before, std::string_view after);

/// A `WorkspaceEdit` of an open document. None when an edit is no UTF-8: a charset of the mail that
/// the editor has decoded already.
[[nodiscard]] std::optional<Json> edit_of_document(const Client& client, const Document& document,
                                                   const std::vector<SourceEdit>& edits);

/// A file beside the open documents, which may be missing.
struct TargetFile {
  std::string uri;
  std::string text;
  std::optional<std::int64_t> version;  ///< When it is open.
  bool is_missing = false;
};

/// A `WorkspaceEdit` of such a file; none when the client cannot make a file that is missing.
[[nodiscard]] std::optional<Json> edit_of_file(const Client& client, const TargetFile& file,
                                               const SourceEdit& edit);

/// The line break of a text: that of its first line.
[[nodiscard]] std::string_view line_break_of(std::string_view text);

}  // namespace mailcheck
