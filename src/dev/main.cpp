#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "dev/commands.hpp"

namespace {

struct Command {
  std::string_view name;
  std::string_view arguments;
  int (*run)(mailcheck::dev::Arguments);
};

constexpr Command commands[] = {
    {"compile-lexicon", "OUTPUT.bin OUTPUT.cpp HUNSPELL-FOLDER SCOWL-FOLDER WORD-FILE…",
     mailcheck::dev::compile_lexicon},
    {"compile-rules", "OUTPUT.cpp RULES-FOLDER", mailcheck::dev::compile_rules},
    {"docs", "[--check]", mailcheck::dev::docs},
    {"embed-presets", "OUTPUT.cpp PRESETS-FOLDER", mailcheck::dev::embed_presets},
    {"new-rule", "CATEGORY ID", mailcheck::dev::new_rule},
};

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  for (const Command& command : commands)
    if (!arguments.empty() && arguments.front() == command.name)
      return command.run(mailcheck::dev::Arguments(arguments).subspan(1));
  std::fputs("Usage, from the project's folder:\n", stderr);
  for (const Command& command : commands)
    std::fprintf(stderr, "  mailcheck-dev %s %s\n", command.name.data(), command.arguments.data());
  return 2;
}
