#include "lsp/server.hpp"

#include <algorithm>

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

/// A world without a configuration that can be used: nothing is checked.
class BrokenWorkspace final : public Workspace {
 public:
  [[nodiscard]] ProjectSetup setup_for(const std::string& folder) override {
    ProjectSetup setup;
    setup.config_file = folder + "/mailcheck.toml";
    if (is_broken)
      setup.error = Error{"no such key", setup.config_file, 2, 3, 2, "é abc"};
    return setup;
  }
  void forget() override { ++forgotten; }
  [[nodiscard]] std::optional<Sending> now() const override { return std::nullopt; }
  [[nodiscard]] std::optional<std::string> read(const std::string& /*path*/) const override {
    return std::nullopt;
  }
  [[nodiscard]] bool is_free(const std::string& /*path*/) const override { return true; }
  [[nodiscard]] std::string user_words() const override { return {}; }
  [[nodiscard]] std::string user_config() const override { return {}; }
  [[nodiscard]] std::string rule_page(const std::string& id) const override {
    return "file:///pages/" + id + ".md";
  }
  [[nodiscard]] std::string current_folder() const override { return "/here"; }

  bool is_broken = true;
  int forgotten = 0;
};

class Talk {
 public:
  /// Everything that is said until nothing is left to do.
  std::vector<std::string> say(std::string content) {
    server.receive({.content = std::move(content), .fault = {}});
    return rest();
  }
  std::vector<std::string> rest() {
    while (server.has_work() && !server.is_done())
      server.step();
    return server.take_outgoing();
  }
  void begin() {
    say(R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{}}})");
  }

  BrokenWorkspace workspace;
  Server server{workspace, "1"};
};

bool holds(const std::vector<std::string>& messages, std::string_view part) {
  return std::any_of(messages.begin(), messages.end(), [&](const std::string& message) {
    return message.find(part) != std::string::npos;
  });
}

constexpr const char* open_draft =
    R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":
       {"uri":"file:///d/a.txt","languageId":"mail","version":1,"text":"Hey"}}})";

TEST_CASE("nothing is answered before initialize, and nothing done after shutdown") {
  Talk talk;
  CHECK(holds(talk.say(R"({"jsonrpc":"2.0","id":"a","method":"shutdown"})"), "-32002"));
  CHECK(talk.say(open_draft).empty());
  talk.begin();
  CHECK(holds(talk.say(R"({"jsonrpc":"2.0","id":1,"method":"shutdown"})"), "\"result\":null"));
  CHECK(holds(talk.say(R"({"jsonrpc":"2.0","id":2,"method":"shutdown"})"), "-32600"));
  CHECK(talk.server.exit_status() == 0);
  talk.say(R"({"jsonrpc":"2.0","method":"exit"})");
  CHECK(talk.server.is_done());
}

TEST_CASE("an end without shutdown is status 1") {
  Talk talk;
  talk.begin();
  talk.say(R"({"jsonrpc":"2.0","method":"exit"})");
  CHECK(talk.server.is_done());
  CHECK(talk.server.exit_status() == 1);
}

TEST_CASE("a mistake in a configuration is said once, and taken away when it is mended") {
  Talk talk;
  talk.begin();
  const std::vector<std::string> first = talk.say(open_draft);
  CHECK(holds(first, "file:///d/mailcheck.toml"));
  CHECK(holds(first, R"("start":{"line":1,"character":2},"end":{"line":1,"character":4})"));
  CHECK(holds(first, "window/showMessage"));
  const char* reload =
      R"({"jsonrpc":"2.0","method":"workspace/didChangeConfiguration","params":{}})";
  CHECK_FALSE(holds(talk.say(reload), "mailcheck.toml"));
  CHECK(talk.workspace.forgotten == 1);
  talk.workspace.is_broken = false;
  CHECK(holds(talk.say(reload), R"("uri":"file:///d/mailcheck.toml","diagnostics":[])"));
}

TEST_CASE("only the newest text of a burst is published") {
  Talk talk;
  talk.begin();
  talk.server.receive({.content = open_draft, .fault = {}});
  for (int version = 2; version < 9; ++version)
    talk.server.receive(
        {.content = R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":
           {"uri":"file:///d/a.txt","version":)" +
                    std::to_string(version) + R"(},"contentChanges":[{"text":"Hey"}]}})",
         .fault = {}});
  const std::vector<std::string> said = talk.rest();
  CHECK(holds(said, "\"version\":8"));
  CHECK_FALSE(holds(said, "\"version\":7"));
}

TEST_CASE("a client that sends too much has to wait") {
  Talk talk;
  while (talk.server.has_room())
    talk.server.receive({.content = "{}", .fault = {}});
  CHECK(talk.rest().size() == queue_limit);
  CHECK(talk.server.has_room());
}

}  // namespace
}  // namespace mailcheck
