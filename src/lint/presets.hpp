#pragma once

// The configurations that come with the program, `extends = ["preset:uk"]`: files as any other, one
// for each way of writing such mails, kept in the program as they were written.

#include <string>
#include <string_view>
#include <vector>

#include "base/file.hpp"
#include "base/result.hpp"

namespace mailcheck {

struct Preset {
  std::string_view name;  ///< "uk"
  std::string_view text;  ///< TOML; its first comment says what it is for.
};

/// What `extends` puts before the name of a preset.
inline constexpr std::string_view preset_prefix = "preset:";

/// The files `<name>.toml` in `folder` as one block of bytes.
[[nodiscard]] Result<std::string> pack_presets(const FileSystem& files, const std::string& folder);

class Presets {
 public:
  /// None.
  Presets() = default;
  /// `bytes` as `pack_presets` gives them; they must be 4-aligned and outlive this.
  explicit Presets(std::string_view bytes);

  /// Sorted by name.
  [[nodiscard]] const std::vector<Preset>& all() const { return presets_; }
  [[nodiscard]] const Preset* find(std::string_view name) const;

 private:
  std::vector<Preset> presets_;
};

}  // namespace mailcheck
