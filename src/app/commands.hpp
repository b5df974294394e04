#pragma once

// The commands, one file each. They print through the session and return the exit status.

#include "app/session.hpp"

namespace mailcheck {

[[nodiscard]] int run_check(const Session& session);
[[nodiscard]] int run_completions(const Session& session);
[[nodiscard]] int run_config(const Session& session);
[[nodiscard]] int run_dump(const Session& session);
[[nodiscard]] int run_explain(const Session& session);
[[nodiscard]] int run_explain_word(const Session& session);
[[nodiscard]] int run_hook(const Session& session);
[[nodiscard]] int run_init(const Session& session);
[[nodiscard]] int run_lsp(const Session& session);
[[nodiscard]] int run_rules(const Session& session);
[[nodiscard]] int run_stats(const Session& session);
[[nodiscard]] int run_test_rules(const Session& session);

/// Runs the command that `arguments` (without the program's name) ask for, and looks after what
/// went wrong with the outputs.
[[nodiscard]] int run_program(const std::vector<std::string>& arguments,
                              const Environment& environment, FileSystem& files, Output& out,
                              Output& err);

}  // namespace mailcheck
