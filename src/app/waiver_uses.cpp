#include "app/waiver_uses.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/glob.hpp"

namespace mailcheck {
namespace {

bool is_on(const RuleSet& rules, std::string_view target) {
  return std::any_of(rules.active().begin(), rules.active().end(), [&](const ActiveRule& active) {
    return active.rule->id == target || active.rule->category == target;
  });
}

/// Whether `folder` is `root` or lies below it.
bool lies_in(std::string_view folder, std::string_view root) {
  return folder == root ||
         (folder.starts_with(root) && (root.ends_with('/') || folder[root.size()] == '/'));
}

}  // namespace

void WaiverUses::add(const Setup& setup, std::string_view path,
                     const std::vector<std::size_t>& used) {
  const std::vector<ConfigWaiver>& waivers = setup.config.waivers;
  if (waivers.empty())
    return;
  std::vector<Use>& uses = uses_[&setup];
  for (std::size_t i = uses.size(); i < waivers.size(); ++i)
    uses.push_back({waivers[i], is_on(setup.rules, waivers[i].target), false,
                    std::vector<bool>(waivers[i].paths.patterns.size())});
  for (const std::size_t number : used)
    uses[number].is_used = true;
  for (Use& use : uses) {
    const PathPatterns& paths = use.waiver.paths;
    for (std::size_t i = 0; i < paths.patterns.size(); ++i)
      use.looked_at[i] = use.looked_at[i] || means_path(paths.folder, paths.patterns[i], path);
  }
}

bool WaiverUses::is_complete(const Use& use) const {
  const PathPatterns& paths = use.waiver.paths;
  const bool walked = std::any_of(roots_.begin(), roots_.end(), [&](const std::string& root) {
    return lies_in(paths.folder, root);
  });
  if (walked || paths.patterns.empty())
    return walked;
  for (std::size_t i = 0; i < paths.patterns.size(); ++i) {
    if (!is_literal_glob(paths.patterns[i]) || !use.looked_at[i])
      return false;
  }
  return true;
}

std::vector<Error> WaiverUses::unused() const {
  std::vector<Error> unused;
  for (const auto& [setup, uses] : uses_) {
    for (const Use& use : uses) {
      if (!use.is_used && use.is_on && is_complete(use))
        unused.push_back(Error{fmt::format("the waiver of “{}” on line {} waives nothing",
                                           use.waiver.target, use.waiver.place.line),
                               use.waiver.place.file});
    }
  }
  return unused;
}

}  // namespace mailcheck
