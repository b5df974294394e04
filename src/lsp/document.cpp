#include "lsp/document.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "mail/ascii.hpp"
#include "mail/mbox/mbox.hpp"

namespace mailcheck {
namespace {

// What editors call mail and text: Vim and Helix say “mail” and “text”, Emacs “message” and “text”.
constexpr std::string_view mail_languages[] = {"mail", "eml", "message", "email"};
constexpr std::string_view text_languages[] = {"markdown", "plaintext", "text"};

/// Names without what follows the first full stop, in lower case, of texts that belong to a program
/// and not to a mail.
constexpr std::string_view program_texts[] = {
    "authors",         "changelog",   "cmakelists",   "code_of_conduct",
    "commit_editmsg",  "copying",     "contributing", "contributors",
    "license",         "maintainers", "merge_msg",    "pull_request_template",
    "pullreq_editmsg", "readme",      "requirements", "robots",
    "squash_msg",      "tag_editmsg", "todo",         "words"};

template <std::size_t count>
bool holds(const std::string_view (&list)[count], std::string_view value) {
  return std::find(std::begin(list), std::end(list), value) != std::end(list);
}

}  // namespace

bool is_mail_language(std::string_view language) {
  return holds(mail_languages, language);
}

DocumentKind kind_of_document(std::string_view language, std::string_view name) {
  if (name == "mailcheck.toml" || name == ".mailcheck.toml")
    return DocumentKind::configuration;
  if (is_mbox_name(name))
    return DocumentKind::other;
  if (is_mail_language(language))
    return DocumentKind::draft;
  if (!holds(text_languages, language))
    return DocumentKind::other;
  const std::string stem = to_ascii_lower(name.substr(0, name.find('.')));
  return holds(program_texts, stem) ? DocumentKind::text : DocumentKind::draft;
}

void set_text(Document& document, std::string text) {
  document.is_too_large = text.size() > document_size_limit;
  document.text = document.is_too_large ? std::string() : std::move(text);
}

bool apply_change(Document& document, const Json& change, PositionEncoding encoding) {
  const std::string* text = change["text"].string();
  if (text == nullptr)
    return false;
  if (change["range"].is_null()) {
    set_text(document, *text);
    return true;
  }
  const std::optional<Range> range = read_range(change["range"]);
  if (!range)
    return false;
  if (document.is_too_large)
    return true;
  const SourceSpan span = PositionMap(document.text, encoding).span(*range);
  std::string changed = document.text.substr(0, span.begin);
  changed.append(*text).append(document.text, span.end);
  set_text(document, std::move(changed));
  return true;
}

Document* Documents::open(Document document) {
  const auto known = documents_.find(document.uri);
  if (known == documents_.end() && documents_.size() >= document_limit)
    return nullptr;
  Document& kept = documents_[document.uri];
  kept = std::move(document);
  return &kept;
}

void Documents::close(const std::string& uri) {
  documents_.erase(uri);
}

Document* Documents::find(const std::string& uri) {
  const auto known = documents_.find(uri);
  return known == documents_.end() ? nullptr : &known->second;
}

}  // namespace mailcheck
