#pragma once

// JSON-RPC 2.0 as the protocol uses it: what a message is, and the messages that go back.

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "lsp/json.hpp"

namespace mailcheck {

/// Codes of errors (JSON-RPC 2.0 §5.1, LSP 3.17 `ErrorCodes`).
enum class RpcCode {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  server_not_initialized = -32002,
  request_cancelled = -32800,
};

enum class MessageKind { request, notification, response };

struct Message {
  MessageKind kind = MessageKind::notification;
  Json id;  ///< A string or a whole number; null for a notification.
  std::string method;
  Json params;
};

/// Why something cannot be done for a request.
struct RpcError {
  RpcCode code = RpcCode::invalid_request;
  std::string message;  ///< Complete, with the period.
};

/// What a message that is none is answered with: the id if it has one that can be used.
struct InvalidMessage {
  Json id;
  RpcError error;
};

/// What came in: a message, or the answer to what is none.
[[nodiscard]] std::variant<Message, InvalidMessage> read_message(std::string_view content);

[[nodiscard]] std::string response(const Json& id, Json result);
[[nodiscard]] std::string error_response(const Json& id, const RpcError& error);
[[nodiscard]] std::string notification(std::string_view method, Json params);
[[nodiscard]] std::string request(const Json& id, std::string_view method, Json params);

}  // namespace mailcheck
