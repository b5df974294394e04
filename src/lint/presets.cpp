#include "lint/presets.hpp"

#include <algorithm>

#include "lint/pack_bytes.hpp"
#include "lint/toml.hpp"

namespace mailcheck {
namespace {

constexpr std::string_view ending = ".toml";

}  // namespace

Result<std::string> pack_presets(const FileSystem& files, const std::string& folder) {
  const Result<std::vector<std::string>> names = files.list(folder);
  if (!names)
    return names.error();
  PackWriter pack;
  for (const std::string& name : *names) {
    if (!name.ends_with(ending))
      continue;
    const Result<std::string> text = files.read(join_path(folder, name), toml_size_limit);
    if (!text)
      return text.error();
    pack.text(name.substr(0, name.size() - ending.size()));
    pack.text(*text);
  }
  return pack.bytes();
}

Presets::Presets(std::string_view bytes) {
  PackReader pack(bytes);
  while (true) {
    const std::string_view name = pack.text();
    const std::string_view text = pack.text();
    if (pack.failed())
      break;
    presets_.push_back({name, text});
  }
  std::sort(presets_.begin(), presets_.end(),
            [](const Preset& a, const Preset& b) { return a.name < b.name; });
}

const Preset* Presets::find(std::string_view name) const {
  const auto found = std::find_if(presets_.begin(), presets_.end(),
                                  [&](const Preset& preset) { return preset.name == name; });
  return found == presets_.end() ? nullptr : &*found;
}

}  // namespace mailcheck
