#pragma once

// The affix file of a Hunspell dictionary (`en_US.aff`) as data: what English dictionaries use of
// that format, which is little. Only for compiling the lexicon; a directive that would change which
// words are right, and is not understood here, is an error.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace mailcheck {

/// One place of a condition: a set of characters, in UTF-8 one after another, or all but these.
struct AffixCondition {
  std::string characters;
  bool is_negated = false;  ///< With no characters: any.
};

/// One line of an affix: take `strip` off, put `add` there, if the conditions hold.
struct AffixRule {
  std::string strip;
  std::string add;
  std::vector<AffixCondition> conditions;  ///< Of a suffix they hold for the last characters.
};

struct Affix {
  char flag = 0;
  bool is_prefix = false;
  bool is_combined = false;  ///< Prefixes with suffixes: `Y` in the file.
  std::vector<AffixRule> rules;
};

struct AffixFile {
  std::vector<Affix> affixes;
  char no_suggest = 0;        ///< Flags of entries; 0: none is so marked.
  char only_in_compound = 0;  ///< COMPOUNDRULE itself is left out: it makes ordinal numbers only.
};

/// Reads the content of an affix file in UTF-8 whose flags are single bytes.
[[nodiscard]] Result<AffixFile> parse_affix_file(std::string_view text, const std::string& path);

/// `word` with the affix, or an empty text when the conditions do not hold.
[[nodiscard]] std::string with_prefix(const AffixRule& rule, std::string_view word);
[[nodiscard]] std::string with_suffix(const AffixRule& rule, std::string_view word);

}  // namespace mailcheck
