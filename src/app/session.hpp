#pragma once

// What every command gets: the options, the surroundings, the file system and its two outputs.

#include "app/environment.hpp"
#include "app/options.hpp"
#include "app/output.hpp"
#include "base/file.hpp"
#include "base/result.hpp"

namespace mailcheck {

/// Exit statuses, and nothing else is ever returned (but see `status_closed`).
inline constexpr int status_clean = 0;
inline constexpr int status_findings = 1;
inline constexpr int status_failed = 2;
/// Standard output was closed early; what a shell reports for SIGPIPE.
inline constexpr int status_closed = 141;

struct Session {
  const Options& options;
  const Environment& environment;
  FileSystem& files;
  Output& out;
  Output& err;

  /// Prints an error to `err`, after what was printed so far.
  void report(const Error& error) const;
  [[nodiscard]] TextStyle text_style() const;
};

}  // namespace mailcheck
