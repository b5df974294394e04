#pragma once

// What mailcheck writes into a hook: a block between two marked lines, so that it can stand beside
// what others have written there, and be taken out again without touching that.

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace mailcheck {

enum class Hook {
  pre_commit,          ///< git's `pre-commit`: staged drafts, as they are staged.
  sendemail_validate,  ///< git send-email's `sendemail-validate`: each mail before it is sent.
};

/// The file's name among the hooks.
[[nodiscard]] std::string_view file_name_of(Hook hook);

/// `content`, a hook or nothing, with the block of `hook` in its newest form, after the first line.
/// Fails when the hook is no shell script, or when somebody has cut the block.
[[nodiscard]] Result<std::string> with_block(Hook hook, std::string_view content);

/// `content` without the block, empty when nothing but the first line is left; none when it has no
/// block. Fails when somebody has cut the block.
[[nodiscard]] Result<std::optional<std::string>> without_block(std::string_view content);

}  // namespace mailcheck
