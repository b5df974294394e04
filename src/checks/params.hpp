#pragma once

// The parameters of a check, as its rule file's `[check]` table and the user's `[options.<rule>]`
// give them: typed getters with good errors, and a list of the keys that nobody asked for.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/pattern_needs.hpp"
#include "base/result.hpp"

namespace mailcheck {

/// A number of a group of phrases in the rule set's phrase books; see checks/phrase_book.hpp.
struct PhraseGroup {
  std::uint32_t index = 0;
  bool present = false;  ///< False when the rule gives no such phrases.
};

/// A PCRE2 pattern and what a text must hold for it to match.
struct PatternSource {
  std::string source;
  PatternNeeds needs;
};

using ParamValue = std::variant<std::string, std::int64_t, bool, std::vector<std::string>,
                                PhraseGroup, std::vector<PatternSource>>;

/// Where a value was written, for errors; all zero when it comes from the compiled rules.
struct ParamPlace {
  std::string file = {};
  std::size_t line = 0;
  std::size_t column = 0;
  std::string source_line = {};
};

class Params {
 public:
  void set(std::string key, ParamValue value, ParamPlace place = {});
  /// Where item `index` of a list was written.
  void set_item_place(const std::string& key, std::size_t index, ParamPlace place);

  /// The value of `key`, or `fallback` when there is none. An Error when it has another type or
  /// is outside [min, max].
  [[nodiscard]] Result<std::int64_t> integer(std::string_view key, std::int64_t fallback,
                                             std::int64_t min = 0,
                                             std::int64_t max = 1'000'000) const;
  [[nodiscard]] Result<std::string> text(std::string_view key, std::string_view fallback) const;
  [[nodiscard]] Result<bool> boolean(std::string_view key, bool fallback) const;
  [[nodiscard]] Result<std::vector<std::string>> list(std::string_view key) const;
  /// Patterns, with their needs told when the rules were compiled, or else now.
  [[nodiscard]] Result<std::vector<PatternSource>> patterns(std::string_view key) const;
  /// Compiled phrases; `present` is false when the rule has none under `key`.
  [[nodiscard]] Result<PhraseGroup> phrases(std::string_view key) const;

  /// An error at the place of `key`, or at no place when it is not set.
  [[nodiscard]] Error error_at(std::string_view key, std::string message) const;
  /// Keys that were set but never asked for, sorted.
  [[nodiscard]] std::vector<std::string> unused() const;
  [[nodiscard]] const std::map<std::string, ParamValue, std::less<>>& values() const {
    return values_;
  }
  [[nodiscard]] ParamPlace place(std::string_view key) const;
  [[nodiscard]] ParamPlace item_place(std::string_view key, std::size_t index) const;

 private:
  [[nodiscard]] const ParamValue* find(std::string_view key) const;

  std::map<std::string, ParamValue, std::less<>> values_;
  std::map<std::string, ParamPlace, std::less<>> places_;
  std::map<std::pair<std::string, std::size_t>, ParamPlace> item_places_;
  mutable std::set<std::string, std::less<>> asked_;
};

}  // namespace mailcheck
