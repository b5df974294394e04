#pragma once

// Which waivers of the configuration were used in a run, so that those which waive nothing any more
// can be reported.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/setup.hpp"
#include "base/result.hpp"

namespace mailcheck {

class WaiverUses {
 public:
  /// `roots`: the paths that the command line names, absolute.
  explicit WaiverUses(std::vector<std::string> roots) : roots_(std::move(roots)) {}

  /// The draft at `path`, absolute, was looked at, and these waivers of its setup waived something.
  void add(const Setup& setup, std::string_view path, const std::vector<std::size_t>& used);

  /// A remark for each waiver that was not used although its rule was on and every draft that it is
  /// about was looked at: each path that it names, or the whole folder of the configuration.
  [[nodiscard]] std::vector<Error> unused() const;

 private:
  struct Use {
    ConfigWaiver waiver;
    bool is_on = false;
    bool is_used = false;
    std::vector<bool> looked_at = {};  // by its patterns
  };
  [[nodiscard]] bool is_complete(const Use& use) const;

  std::vector<std::string> roots_;
  std::map<const Setup*, std::vector<Use>> uses_;  // the keys are only compared
};

}  // namespace mailcheck
