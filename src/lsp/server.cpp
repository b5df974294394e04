#include "lsp/server.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "lsp/features.hpp"
#include "lsp/path.hpp"
#include "report/uri.hpp"

namespace mailcheck {
namespace {

RpcError not_allowed(std::string message) {
  return {RpcCode::invalid_request, std::move(message)};
}

RpcError invalid_params(std::string_view method) {
  return {RpcCode::invalid_params,
          fmt::format("The parameters of {} have not the shape they must have.", method)};
}

const std::string* uri_in(const Json& params) {
  return params["textDocument"]["uri"].string();
}

/// `client/registerCapability`: the files whose change means that drafts are to be checked again.
Json watched_files(const Workspace& workspace) {
  Json::Array watchers;
  for (const char* pattern : {"**/*.toml", "**/words.txt", "**/*.words"})
    watchers.push_back(Json::Object{{"globPattern", pattern}});
  for (const std::string& path : {workspace.user_config(), workspace.user_words()}) {
    if (!path.empty())
      watchers.push_back(Json::Object{{"globPattern", path}});
  }
  return Json::Object{{"registrations",
                       Json::Array{Json::Object{
                           {"id", "configurations"},
                           {"method", "workspace/didChangeWatchedFiles"},
                           {"registerOptions", Json::Object{{"watchers", std::move(watchers)}}}}}}};
}

}  // namespace

Server::Server(Workspace& workspace, std::string version)
    : desk_(workspace), version_(std::move(version)) {}

void Server::receive(const Frame& frame) {
  Received received{.message = {}, .size = frame.content.size()};
  if (frame.fault.empty())
    received.message = read_message(frame.content);
  else
    received.message = InvalidMessage{{}, {RpcCode::parse_error, frame.fault}};
  if (const auto* message = std::get_if<Message>(&received.message);
      message != nullptr && message->method == "$/cancelRequest") {
    cancel(message->params["id"]);
    return;
  }
  queue_size_ += received.size;
  queue_.push_back(std::move(received));
}

/// A request that is still waiting is answered with an error, in its turn.
void Server::cancel(const Json& id) {
  for (Received& waiting : queue_) {
    const auto* message = std::get_if<Message>(&waiting.message);
    if (message == nullptr || message->kind != MessageKind::request || !(message->id == id))
      continue;
    waiting.message =
        InvalidMessage{id, {RpcCode::request_cancelled, "The request was cancelled."}};
    return;
  }
}

void Server::step() {
  if (is_done())
    return;
  if (queue_.empty()) {
    desk_.check_next();
    return;
  }
  const Received received = std::move(queue_.front());
  queue_.pop_front();
  queue_size_ -= received.size;
  if (const auto* invalid = std::get_if<InvalidMessage>(&received.message))
    desk_.send(error_response(invalid->id, invalid->error));
  else
    handle(std::get<Message>(received.message));
}

void Server::handle(const Message& message) {
  switch (message.kind) {
    case MessageKind::response:
      return;  // nothing that the client answers changes anything
    case MessageKind::notification:
      handle_notification(message);
      return;
    case MessageKind::request:
      break;
  }
  Answer answered = answer(message);
  if (const auto* error = std::get_if<RpcError>(&answered))
    desk_.send(error_response(message.id, *error));
  else
    desk_.send(response(message.id, std::get<Json>(std::move(answered))));
}

Server::Answer Server::answer(const Message& message) {
  switch (state_) {
    case State::starting:
      if (message.method == "initialize")
        return initialize(message.params);
      return RpcError{RpcCode::server_not_initialized, "The session has not been initialized."};
    case State::shut_down:
    case State::done:
      return not_allowed("The session was shut down.");
    case State::running:
      break;
  }
  if (message.method == "initialize")
    return not_allowed("The session was initialized before.");
  if (message.method == "shutdown") {
    state_ = State::shut_down;
    is_shut_down_ = true;
    return Json();
  }
  return answer_feature(message);
}

Server::Answer Server::initialize(const Json& params) {
  if (params.object() == nullptr)
    return invalid_params("initialize");
  desk_.client = read_client(params);
  state_ = State::running;
  return Json(
      Json::Object{{"capabilities", capabilities_for(desk_.client)},
                   {"serverInfo", Json::Object{{"name", "mailcheck"}, {"version", version_}}}});
}

Server::Answer Server::answer_feature(const Message& message) {
  const Feature feature = feature_named(message.method);
  if (feature == nullptr)
    return RpcError{RpcCode::method_not_found,
                    fmt::format("There is no method “{}”.", message.method)};
  const std::string* uri = uri_in(message.params);
  if (uri == nullptr)
    return invalid_params(message.method);
  Document* document = desk_.documents.find(*uri);
  if (document == nullptr)
    return RpcError{RpcCode::invalid_params, "The document is not open."};
  FeatureAnswer answered = feature(desk_, *document, message.params);
  if (!answered)
    return invalid_params(message.method);
  return *std::move(answered);
}

void Server::handle_notification(const Message& message) {
  if (message.method == "exit") {
    state_ = State::done;
    return;
  }
  if (state_ != State::running)
    return;
  const Json& params = message.params;
  if (message.method == "initialized")
    initialized();
  else if (message.method == "textDocument/didOpen")
    did_open(params);
  else if (message.method == "textDocument/didChange")
    did_change(params);
  else if (message.method == "textDocument/didSave")
    did_save(params);
  else if (message.method == "textDocument/didClose")
    did_close(params);
  else if (message.method == "workspace/didChangeWorkspaceFolders")
    did_change_folders(params);
  else if (message.method == "workspace/didChangeConfiguration" ||
           message.method == "workspace/didChangeWatchedFiles")
    desk_.reload();
}

void Server::initialized() {
  if (desk_.client.watches_files)
    desk_.ask("client/registerCapability", watched_files(desk_.workspace()));
}

void Server::did_open(const Json& params) {
  const Json& opened = params["textDocument"];
  const std::string* uri = uri_in(params);
  const std::string* text = opened["text"].string();
  const std::string* language = opened["languageId"].string();
  if (uri == nullptr || text == nullptr)
    return;
  Document document;
  document.uri = *uri;
  document.language = language == nullptr ? std::string() : *language;
  document.kind = kind_of_document(document.language, name_of_uri(*uri));
  document.version = opened["version"].integer();
  // Of what is not ours the text would only take room.
  if (document.kind != DocumentKind::other)
    set_text(document, *text);
  if (Document* kept = desk_.documents.open(std::move(document)))
    desk_.changed(*kept);
  else
    desk_.show_message(2, fmt::format("More than {} documents are open; {} is not checked.",
                                      document_limit, name_of_uri(*uri)));
}

void Server::did_change(const Json& params) {
  const std::string* uri = uri_in(params);
  Document* document = uri == nullptr ? nullptr : desk_.documents.find(*uri);
  const Json::Array* changes = params["contentChanges"].array();
  if (document == nullptr || changes == nullptr || document->kind == DocumentKind::other)
    return;
  const std::optional<std::int64_t> version = params["textDocument"]["version"].integer();
  // A change of an older text would be applied to the wrong one.
  if (version && document->version && *version < *document->version)
    return;
  if (version)
    document->version = version;
  for (const Json& change : *changes)
    apply_change(*document, change, desk_.client.encoding);
  desk_.changed(*document);
}

/// A configuration, a list of words or a rule may have been saved. When a draft was, its
/// configuration may have changed behind the back of a client that watches no files.
void Server::did_save(const Json& params) {
  if (uri_in(params) != nullptr)
    desk_.reload();
}

void Server::did_close(const Json& params) {
  if (const std::string* uri = uri_in(params))
    desk_.close(*uri);
}

void Server::did_change_folders(const Json& params) {
  std::vector<std::string>& folders = desk_.client.folders;
  const std::vector<std::string> removed = read_folders(params["event"]["removed"]);
  std::erase_if(folders, [&](const std::string& folder) {
    return std::find(removed.begin(), removed.end(), folder) != removed.end();
  });
  const std::vector<std::string> added = read_folders(params["event"]["added"]);
  folders.insert(folders.end(), added.begin(), added.end());
  desk_.reload();
}

}  // namespace mailcheck
