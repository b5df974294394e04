#pragma once

// One session with an editor: from `initialize` to `exit`. It takes messages and gives messages;
// bytes, descriptors and waiting are the caller's.

#include <cstddef>
#include <deque>
#include <string>
#include <variant>
#include <vector>

#include "lsp/desk.hpp"
#include "lsp/framing.hpp"
#include "lsp/rpc.hpp"
#include "lsp/workspace.hpp"

namespace mailcheck {

/// Messages that may wait, and their bytes; a client that sends more has to wait itself.
inline constexpr std::size_t queue_limit = 256;
inline constexpr std::size_t queue_size_limit = message_size_limit;

class Server {
 public:
  /// `version` is the program's. The workspace must outlive the server.
  Server(Workspace& workspace, std::string version);

  /// Takes a message. It is not handled yet, but a request that it cancels is marked.
  void receive(const Frame& frame);
  [[nodiscard]] bool has_room() const {
    return queue_.size() < queue_limit && queue_size_ < queue_size_limit;
  }
  /// Whether `step` has anything to do.
  [[nodiscard]] bool has_work() const { return !queue_.empty() || desk_.is_waiting(); }
  /// Handles the message that has waited longest; when there is none, checks one draft that has
  /// changed. So a burst of changes is checked once.
  void step();
  /// The messages to be sent since the last call.
  [[nodiscard]] std::vector<std::string> take_outgoing() { return desk_.take_outgoing(); }

  /// After `exit`: nothing more is handled.
  [[nodiscard]] bool is_done() const { return state_ == State::done; }
  /// 0 after an orderly end, 1 when the client has not asked to shut down.
  [[nodiscard]] int exit_status() const { return is_shut_down_ ? 0 : 1; }
  /// The process without which there is nobody to answer to.
  [[nodiscard]] std::optional<std::int64_t> client_process() const { return desk_.client.process; }

 private:
  enum class State { starting, running, shut_down, done };
  struct Received {
    std::variant<Message, InvalidMessage> message;
    std::size_t size = 0;  // in bytes, as it came in
  };
  using Answer = std::variant<Json, RpcError>;

  void handle(const Message& message);
  void handle_notification(const Message& message);
  [[nodiscard]] Answer answer(const Message& message);
  [[nodiscard]] Answer initialize(const Json& params);
  [[nodiscard]] Answer answer_feature(const Message& message);
  void cancel(const Json& id);

  void initialized();
  void did_open(const Json& params);
  void did_change(const Json& params);
  void did_save(const Json& params);
  void did_close(const Json& params);
  void did_change_folders(const Json& params);

  State state_ = State::starting;
  bool is_shut_down_ = false;
  std::deque<Received> queue_;
  std::size_t queue_size_ = 0;
  Desk desk_;
  std::string version_;
};

}  // namespace mailcheck
