#pragma once

// A pattern that is compiled when it is first asked for: most drafts ask for few.

#include <cassert>
#include <optional>
#include <string_view>
#include <utility>

#include "base/once.hpp"
#include "base/regex.hpp"

namespace mailcheck {

/// May be asked by several threads at once; can neither be copied nor moved.
class LazyRegex {
 public:
  /// The arguments must be the same each time, and `source` a valid pattern (`Regex::compile`).
  const Regex& get(std::string_view source, RegexUse use, PatternOrigin origin) {
    once_.call([&] {
      Result<Regex> result = Regex::compile(source, use, origin);
      assert(result.has_value());
      regex_ = *std::move(result);
    });
    return *regex_;
  }

 private:
  Once once_;
  std::optional<Regex> regex_;
};

}  // namespace mailcheck
