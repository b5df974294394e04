// A session of an editor: documents are opened, changed, asked about and closed as the bytes say,
// and any text may come as a message. The text of a document is the same as that of a simple editor
// that counts from the beginning, and every answer is JSON.

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "lsp/document.hpp"
#include "lsp/server.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/setup.hpp"

using namespace mailcheck;

namespace {

constexpr std::size_t message_count = 24;
constexpr std::size_t text_limit = 4096;
constexpr const char* names[] = {"file:///d/a.txt", "file:///d/b.md", "file:///d/c.eml",
                                 "file:///d/mailcheck.toml"};
constexpr const char* questions[] = {"textDocument/codeAction",   "textDocument/completion",
                                     "textDocument/hover",        "textDocument/diagnostic",
                                     "textDocument/documentLink", "textDocument/codeLens"};
constexpr const char* pieces[] = {"\n", "\r\n", "\r", "é", "😀", "e\u0301", "👩‍👩‍👧",
                                  "",   "ı",    "“"};

class FuzzWorkspace final : public Workspace {
 public:
  [[nodiscard]] ProjectSetup setup_for(const std::string& /*folder*/) override {
    const FuzzSetup& setup = fuzz_setup();
    return {.config_file = {},
            .config = &setup.config,
            .rules = &setup.rules,
            .speller = &setup.speller,
            .error = {}};
  }
  void forget() override {}
  [[nodiscard]] std::optional<Sending> now() const override { return std::nullopt; }
  [[nodiscard]] std::optional<std::string> read(const std::string& /*path*/) const override {
    return std::nullopt;
  }
  [[nodiscard]] bool is_free(const std::string& /*path*/) const override { return true; }
  [[nodiscard]] std::string user_words() const override { return "/home/words.txt"; }
  [[nodiscard]] std::string user_config() const override { return "/home/config.toml"; }
  [[nodiscard]] std::string rule_page(const std::string& id) const override {
    return "/pages/" + id + ".md";
  }
  [[nodiscard]] std::string current_folder() const override { return "/d"; }
};

/// The byte at a position in UTF-16, as LSP 3.17 says it, found the slow way.
std::size_t offset_of(const std::string& text, Position position) {
  std::size_t at = 0;
  for (std::size_t line = 0; line < position.line; ++line) {
    at = text.find_first_of("\r\n", at);
    if (at == std::string::npos)
      return text.size();
    at += text.compare(at, 2, "\r\n") == 0 ? 2U : 1U;
  }
  for (std::size_t units = 0; at < text.size() && text[at] != '\r' && text[at] != '\n';) {
    const CodePoint point = decode_utf8(text, at);
    units += point.value > 0xFFFF ? 2U : 1U;
    if (units > position.character)
      break;
    at += point.length;
  }
  return at;
}

class Session {
 public:
  void say(const std::string& content) {
    server_.receive({.content = content, .fault = {}});
    while (server_.has_work() && !server_.is_done())
      server_.step();
    for (const std::string& message : server_.take_outgoing())
      assert(parse_json(message));
  }

  void open(const char* uri, std::string text) {
    Document& document = documents_[uri];
    document = Document();
    document.uri = uri;
    set_text(document, text);
    notify("textDocument/didOpen",
           Json::Object{
               {"textDocument",
                Json::Object{
                    {"uri", uri}, {"languageId", ""}, {"version", 1}, {"text", std::move(text)}}}});
  }

  void change(const char* uri, Range range, const std::string& text) {
    const Json change = Json::Object{{"range", json_of(range)}, {"text", text}};
    notify("textDocument/didChange",
           Json::Object{{"textDocument", Json::Object{{"uri", uri}, {"version", 2}}},
                        {"contentChanges", Json::Array{change}}});
    const auto known = documents_.find(uri);
    if (known == documents_.end())
      return;
    Document& document = known->second;
    std::string expected = document.text;
    const std::size_t begin = offset_of(expected, range.start);
    const std::size_t end = std::max(begin, offset_of(expected, range.end));
    expected.replace(begin, end - begin, text);
    apply_change(document, change, PositionEncoding::utf16);
    assert(document.text == expected);
  }

  void ask(const char* method, const char* uri, Range range) {
    say(Json(Json::Object{{"jsonrpc", "2.0"},
                          {"id", 1},
                          {"method", method},
                          {"params", Json::Object{{"textDocument", Json::Object{{"uri", uri}}},
                                                  {"position", json_of(range.start)},
                                                  {"range", json_of(range)},
                                                  {"context", Json::Object{}}}}})
            .text());
  }

  void close(const char* uri) {
    documents_.erase(uri);
    notify("textDocument/didClose", Json::Object{{"textDocument", Json::Object{{"uri", uri}}}});
  }

 private:
  void notify(const char* method, Json params) {
    say(Json(Json::Object{{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}})
            .text());
  }

  FuzzWorkspace workspace_;
  Server server_{workspace_, "1"};
  std::map<std::string, Document> documents_;
};

std::string valid(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    append_utf8(out, point.valid ? point.value : U'\uFFFD');
    at += point.length;
  }
  return out;
}

/// A line of the input, in which a byte below 10 stands for something that editors send.
std::string text_of(Input& input) {
  std::string text;
  for (const char c : input.line().substr(0, text_limit)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < std::size(pieces))
      text += pieces[byte];
    else
      text += c;
  }
  return valid(text);
}

Position position_of(Input& input) {
  const std::size_t line = input.number();
  return {line, input.number()};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input input(data, size);
  Session session;
  session.say(
      R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{"workspace":
         {"workspaceEdit":{"documentChanges":true}},"textDocument":{"codeAction":
         {"codeActionLiteralSupport":{"codeActionKind":{"valueSet":[]}}}}}}})");
  for (std::size_t i = 0; i < message_count && !input.is_empty(); ++i) {
    const std::size_t what = input.number();
    const char* uri = names[what / 8 % std::size(names)];
    switch (what % 8) {
      case 0:
        session.say(std::string(input.line()));
        break;
      case 1:
        session.open(uri, text_of(input));
        break;
      case 2:
        session.close(uri);
        break;
      case 3:
      case 4: {
        const Position start = position_of(input);
        const char* question = questions[input.number() % std::size(questions)];
        session.ask(question, uri, {start, position_of(input)});
        break;
      }
      default: {
        const Position start = position_of(input);
        const Position end = position_of(input);
        session.change(uri, {start, end}, text_of(input));
      }
    }
  }
  return 0;
}
