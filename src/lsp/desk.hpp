#pragma once

// The open documents together with what they are checked with, and what is said about them without
// being asked: diagnostics, and mistakes in configurations.

#include <map>
#include <string>
#include <vector>

#include "lsp/client.hpp"
#include "lsp/diagnostics.hpp"
#include "lsp/document.hpp"
#include "lsp/workspace.hpp"
#include "mail/source.hpp"

namespace mailcheck {

class Desk {
 public:
  explicit Desk(Workspace& workspace) : workspace_(workspace) {}

  Client client;
  Documents documents;

  [[nodiscard]] Workspace& workspace() { return workspace_; }

  /// The result for the text as it is now, checked when it has changed. Nullptr when it is no draft
  /// or there is no configuration that can be used.
  const LintResult* check(Document& document);
  /// What is found in a text of a document; for fixes that are tried.
  [[nodiscard]] LintResult lint(const Document& document, const Source& source,
                                const ProjectSetup& setup) const;
  /// Whether a document is a draft, by its language, its name and what the configuration says.
  [[nodiscard]] bool is_draft(const Document& document, const ProjectSetup& setup) const;
  /// Where the page of a rule lies, for diagnostics; empty when there is none or the client would
  /// not show it.
  [[nodiscard]] std::string page_of(const std::string& rule) const;
  [[nodiscard]] RulePages pages() const;
  /// What the drafts in the folder of a document are checked with; a mistake in the configuration
  /// is shown.
  [[nodiscard]] ProjectSetup setup_of(const Document& document);
  /// The text of a document as it is checked.
  [[nodiscard]] static Source source_of(const Document& document);
  /// The path of a document; one that was never saved lies in the workspace.
  [[nodiscard]] std::string path_of(const Document& document) const;
  /// The folder in which a document lies, or that of the workspace when it lies nowhere.
  [[nodiscard]] std::string folder_of(const Document& document) const;

  /// The document has changed. It is checked by `check_next`, when nothing else is to be done.
  void changed(Document& document);
  [[nodiscard]] bool is_waiting() const;
  /// Checks one document that has changed and publishes what was found.
  void check_next();
  void close(const std::string& uri);
  /// Configurations may have changed: everything is checked again.
  void reload();

  void send(std::string message) { outgoing_.push_back(std::move(message)); }
  void show_message(int type, std::string_view text);
  /// Asks the client something whose answer does not matter.
  void ask(std::string_view method, Json params);
  /// The messages to be sent, in order, since the last call.
  [[nodiscard]] std::vector<std::string> take_outgoing();

  /// The text of a file: as it is open in the editor, else as it lies on disk.
  [[nodiscard]] std::optional<std::string> text_of_file(const std::string& path);
  /// The open document of a file; nullptr when it is not open.
  [[nodiscard]] const Document* document_of_file(const std::string& path);
  /// As the client writes it when it has the file open.
  [[nodiscard]] std::string uri_of_file(const std::string& path);

 private:
  struct ShownError {
    std::string message;
    std::string uri;
  };
  void show_error(const ProjectSetup& setup);
  void publish(const std::string& uri, Json diagnostics, std::optional<std::int64_t> version = {});

  Workspace& workspace_;
  std::map<std::string, ShownError> errors_;  // by the configuration that has them
  std::vector<std::string> outgoing_;
  std::int64_t asked_ = 0;
};

}  // namespace mailcheck
