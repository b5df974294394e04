#pragma once

// The documents that the editor has open, with the text as it stands there, saved or not.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "lint/finding.hpp"
#include "lsp/json.hpp"
#include "lsp/position.hpp"

namespace mailcheck {

/// Documents that may be open at once; the text of more is not kept.
inline constexpr std::size_t document_limit = 500;
/// Bytes of one document; of a longer one the text is not kept until it is sent anew. A draft is
/// too large long before.
inline constexpr std::size_t document_size_limit = std::size_t{4} << 20;

enum class DocumentKind {
  draft,
  text,  ///< By its name a text of a program; a draft when the configuration says so.
  configuration,
  other,  ///< Not ours: never checked.
};

/// Whether a language is that of mails, whatever their name.
[[nodiscard]] bool is_mail_language(std::string_view language);

/// What a document is, by the language that the editor gives it and by its name.
[[nodiscard]] DocumentKind kind_of_document(std::string_view language, std::string_view name);

struct Document {
  std::string uri;       ///< As the client writes it.
  std::string language;  ///< As the client names it.
  DocumentKind kind = DocumentKind::other;
  std::optional<std::int64_t> version;
  std::string text;           ///< UTF-8
  bool is_too_large = false;  ///< Its text is not known.

  std::optional<LintResult> result;  ///< Of `text`, with the configuration that holds now.
  bool is_waiting = false;           ///< It has changed and is to be checked.
  bool is_shown = false;             ///< Something was published about it.
};

/// Applies one change of `textDocument/didChange`: a range and its new text, or all of the text.
/// False when it has not that shape; then nothing changes.
bool apply_change(Document& document, const Json& change, PositionEncoding encoding);

class Documents {
 public:
  /// Keeps a document that was opened, in the place of one with the same name. Nullptr when there
  /// are too many.
  Document* open(Document document);
  void close(const std::string& uri);
  /// Nullptr when it is not open.
  [[nodiscard]] Document* find(const std::string& uri);
  [[nodiscard]] std::map<std::string, Document>& all() { return documents_; }
  [[nodiscard]] const std::map<std::string, Document>& all() const { return documents_; }

 private:
  std::map<std::string, Document> documents_;  // by URI
};

/// Gives a document its text, or none when it is too large.
void set_text(Document& document, std::string text);

}  // namespace mailcheck
