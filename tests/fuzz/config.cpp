// Any bytes as a project's configuration, as a file of facts, as a word list and as a rule: each is
// taken or refused with a place in the file, and nothing outside of the project is read.

#include "lint/config.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>

#include "app/embedded.hpp"
#include "base/file.hpp"
#include "lint/presets.hpp"
#include "lint/rule_set.hpp"
#include "lint/toml.hpp"

using namespace mailcheck;

namespace {

/// Files of which those outside of the project must never be asked for.
class Project final : public FileSystem {
 public:
  explicit Project(const std::string& bytes)
      : files_({{"project/mailcheck.toml", bytes},
                {"project/words.txt", bytes},
                {"project/rules/generic/own.toml", bytes}}) {}

  [[nodiscard]] FileKind kind(const std::string& path) const override {
    return files_.kind(inside(path));
  }
  [[nodiscard]] Result<std::string> read(const std::string& path,
                                         std::size_t limit) const override {
    return files_.read(inside(path), limit);
  }
  [[nodiscard]] Result<std::unique_ptr<ByteStream>> open(const std::string& path) const override {
    return files_.open(inside(path));
  }
  [[nodiscard]] Result<std::vector<std::string>> list(const std::string& folder) const override {
    return files_.list(inside(folder));
  }
  Result<void> create(const std::string& /*path*/, std::string_view /*content*/) override {
    std::abort();
  }
  Result<void> replace(const std::string& /*path*/, std::string_view /*expected*/,
                       std::string_view /*content*/) override {
    std::abort();
  }

 private:
  static const std::string& inside(const std::string& path) {
    assert(path.starts_with("project/") || path == "project");
    assert(path.find("/..") == std::string::npos);
    return path;
  }
  MemoryFileSystem files_;
};

void require_place(const Error& error) {
  assert(!error.message.empty());
  assert(error.line == 0 || error.column > 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const Project files(bytes);
  static const Presets presets(embedded_presets());

  Config config;
  const Result<void> applied =
      apply_config_file(config, files, "project/mailcheck.toml", ConfigAuthor::project, presets);
  if (!applied) {
    require_place(applied.error());
  } else if (const Result<RuleSet> rules = RuleSet::build(embedded_rules(), files, config);
             !rules) {
    require_place(rules.error());
  }

  Config facts;
  if (const Result<void> done = apply_context_file(facts, files, "project/mailcheck.toml"); !done)
    require_place(done.error());
  Config words;
  static_cast<void>(apply_word_file(words, files, "project/words.txt"));
  Config rules;
  rules.rule_paths = {"project/rules"};
  if (const Result<RuleSet> done = RuleSet::build(embedded_rules(), files, rules); !done)
    require_place(done.error());
  return 0;
}
