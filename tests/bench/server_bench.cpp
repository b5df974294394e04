// What an editor waits for: a key is pressed in a draft of 200 words, and its findings come back.
// Milliseconds of the processor's time, the protocol's JSON included. Prints, and judges nothing.

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/embedded.hpp"
#include "base/file.hpp"
#include "lint/config.hpp"
#include "lint/lint.hpp"
#include "lint/rule_set.hpp"
#include "lsp/server.hpp"
#include "report/escape.hpp"
#include "spelling/lexicon.hpp"
#include "spelling/speller.hpp"

using namespace mailcheck;

namespace {

constexpr std::size_t rounds = 500;

/// Without a configuration of its own.
class PlainWorkspace final : public Workspace {
 public:
  PlainWorkspace()
      : rules(RuleSet::build(embedded_rules(), files, config)),
        speller(SpellerOptions{}, embedded_lexicon()) {}

  [[nodiscard]] ProjectSetup setup_for(const std::string& /*folder*/) override {
    ProjectSetup setup;
    setup.config = &config;
    setup.rules = &*rules;
    setup.speller = &speller;
    return setup;
  }
  void forget() override {}
  [[nodiscard]] std::optional<Sending> now() const override { return std::nullopt; }
  [[nodiscard]] std::optional<std::string> read(const std::string& /*path*/) const override {
    return std::nullopt;
  }
  [[nodiscard]] bool is_free(const std::string& /*path*/) const override { return true; }
  [[nodiscard]] std::string user_words() const override { return {}; }
  [[nodiscard]] std::string user_config() const override { return {}; }
  [[nodiscard]] std::string current_folder() const override { return "/"; }

  DiskFileSystem files;
  Config config;
  Result<RuleSet> rules;
  Speller speller;
};

/// Milliseconds of each round, the quickest first.
template <class Work>
std::vector<double> times_of(Work work) {
  std::vector<double> times;
  for (std::size_t i = 0; i < rounds; ++i) {
    const std::clock_t begin = std::clock();
    work(i);
    times.push_back(1e3 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  std::sort(times.begin(), times.end());
  return times;
}

void print(const char* what, const std::vector<double>& times) {
  fmt::print("{:<40}{:>8.2f} ms, 99 of 100 within {:.2f} ms\n", what, times[times.size() / 2],
             times[times.size() * 99 / 100]);
}

/// The draft with one letter more in the middle of its last paragraph, another one each time.
std::string typed(std::string text, std::size_t round) {
  const std::size_t place = text.rfind(' ', text.size() * 3 / 4);
  return text.insert(place, 1, static_cast<char>('a' + round % 26));
}

std::string change(const std::string& text, std::size_t version) {
  return fmt::format(R"({{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{)"
                     R"("textDocument":{{"uri":"file:///d/a.txt","version":{}}},)"
                     R"("contentChanges":[{{"text":{}}}]}}}})",
                     version, json_string(text));
}

void say(Server& server, std::string content) {
  server.receive({.content = std::move(content), .fault = {}});
  while (server.has_work())
    server.step();
  (void)server.take_outgoing();
}

}  // namespace

int main(int count, char** arguments) {
  const DiskFileSystem files;
  const Result<std::string> text = files.read(count > 1 ? arguments[1] : "draft.txt", 1 << 20);
  PlainWorkspace workspace;
  if (!text || !workspace.rules)
    return 1;
  print("lint again", times_of([&](std::size_t i) {
          (void)lint_source({.path = "a.txt", .bytes = typed(*text, i)}, *workspace.rules,
                            workspace.config.given, workspace.speller);
        }));
  Server server(workspace, "bench");
  say(server, R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{}}})");
  say(server, fmt::format(R"({{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{{)"
                          R"("textDocument":{{"uri":"file:///d/a.txt","languageId":"mail",)"
                          R"("version":0,"text":{}}}}}}})",
                          json_string(*text)));
  print("a key in the server, findings published",
        times_of([&](std::size_t i) { say(server, change(typed(*text, i), i + 1)); }));
  return 0;
}
