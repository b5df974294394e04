#pragma once

// Patterns of paths, as shells and git write them: `*.eml`, `letters/**/*.txt`.

#include <string_view>

namespace mailcheck {

/// Whether `path` is one that `pattern` means. `*` stands for any characters but the slash, `?` for
/// one of them, `**/` for any number of folders and `**` for anything; all else stands for itself.
/// A pattern without a slash is compared with the last component of the path alone, one that ends
/// with a slash means all that is below, and `./draft.txt` is one in the first folder alone. Takes
/// time linear in the product of both lengths.
[[nodiscard]] bool matches_glob(std::string_view pattern, std::string_view path);

/// Whether a pattern names one path only.
[[nodiscard]] bool is_literal_glob(std::string_view pattern);

}  // namespace mailcheck
