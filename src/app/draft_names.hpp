#pragma once

// What the configuration says a draft is called: `drafts` and `exclude`, for the files of a folder
// that is walked. A file that is named on the command line is a draft whatever it is called.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "app/session.hpp"
#include "lint/config_waivers.hpp"

namespace mailcheck {

class DraftNames {
 public:
  explicit DraftNames(const Session& session) : session_(session) {}

  /// Whether a file is a draft; nothing where the configuration leaves that to its name, or is
  /// broken, which is reported when the drafts there are checked.
  [[nodiscard]] std::optional<bool> is_draft(const std::string& path);

 private:
  struct Patterns {
    PathPatterns drafts;
    PathPatterns exclude;
  };
  const Patterns& patterns_of(std::string_view folder);

  const Session& session_;
  std::map<std::string, std::string, std::less<>> file_by_folder_;
  std::map<std::string, Patterns> patterns_by_file_;
};

}  // namespace mailcheck
