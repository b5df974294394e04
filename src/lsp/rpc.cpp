#include "lsp/rpc.hpp"

#include <utility>

#include "report/escape.hpp"

namespace mailcheck {
namespace {

bool is_id(const Json& value) {
  return value.string() != nullptr || value.integer().has_value();
}

bool has(const Json& message, std::string_view name) {
  const Json::Object* members = message.object();
  if (members == nullptr)
    return false;
  for (const JsonMember& member : *members) {
    if (member.name == name)
      return true;
  }
  return false;
}

Json::Object envelope() {
  return {{"jsonrpc", "2.0"}};
}

InvalidMessage invalid(Json id, std::string message) {
  return {std::move(id), {RpcCode::invalid_request, std::move(message)}};
}

}  // namespace

std::variant<Message, InvalidMessage> read_message(std::string_view content) {
  const Result<Json> parsed = parse_json(content);
  if (!parsed) {
    std::string text = parsed.error().message + ".";
    text.front() = 'T';
    return InvalidMessage{{}, {RpcCode::parse_error, std::move(text)}};
  }
  const Json& json = *parsed;
  if (json.array() != nullptr)
    return invalid({}, "Several messages in one are not part of the protocol.");
  if (json.object() == nullptr)
    return invalid({}, "A message is an object.");
  const Json id = is_id(json["id"]) ? json["id"] : Json();
  const std::string* version = json["jsonrpc"].string();
  if (version == nullptr || *version != "2.0")
    return invalid(id, "A message says “jsonrpc”: “2.0”.");
  if (!has(json, "method") && (has(json, "result") || has(json, "error")))
    return Message{MessageKind::response, id, {}, {}};
  const std::string* method = json["method"].string();
  if (method == nullptr)
    return invalid(id, "A message names its method.");
  if (has(json, "id") && id.is_null())
    return invalid({}, "The id of a request is a string or a whole number.");
  const Json& params = json["params"];
  if (!params.is_null() && params.object() == nullptr && params.array() == nullptr)
    return invalid(id, "The parameters of a message are an object.");
  const MessageKind kind = id.is_null() ? MessageKind::notification : MessageKind::request;
  return Message{kind, id, *method, params};
}

std::string response(const Json& id, Json result) {
  Json::Object message = envelope();
  message.push_back({"id", id});
  message.push_back({"result", std::move(result)});
  return Json(std::move(message)).text();
}

std::string error_response(const Json& id, const RpcError& error) {
  Json::Object message = envelope();
  message.push_back({"id", id});
  message.push_back(
      {"error", Json::Object{{"code", static_cast<int>(error.code)}, {"message", error.message}}});
  return Json(std::move(message)).text();
}

std::string notification(std::string_view method, Json params) {
  Json::Object message = envelope();
  message.push_back({"method", method});
  message.push_back({"params", std::move(params)});
  return Json(std::move(message)).text();
}

std::string request(const Json& id, std::string_view method, Json params) {
  Json::Object message = envelope();
  message.push_back({"id", id});
  message.push_back({"method", method});
  message.push_back({"params", std::move(params)});
  return Json(std::move(message)).text();
}

}  // namespace mailcheck
