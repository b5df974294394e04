#pragma once

// The commands of mailcheck-dev, the tool that builds the program's data and helps to write rules.
// Each returns an exit status and prints its errors as compilers do.

#include <span>
#include <string>

namespace mailcheck::dev {

using Arguments = std::span<const std::string>;

/// IMAGE OUTPUT HUNSPELL-FOLDER SCOWL-FOLDER WORD-FILE…: compiles the dictionaries en_US and en_GB,
/// SCOWL's lists by frequency and lists of our own into the image of a lexicon, and writes a C++
/// source that embeds it.
int compile_lexicon(Arguments arguments);
/// OUTPUT RULES-FOLDER [IGNORED…]: compiles the rules into a C++ source.
int compile_rules(Arguments arguments);
/// OUTPUT PRESETS-FOLDER: puts the presets into a C++ source.
int embed_presets(Arguments arguments);
/// CATEGORY ID: writes a new rule file to fill in, and lists it in rules/meson.build.
int new_rule(Arguments arguments);
/// [--check]: writes docs/rules/ and the list in rules/meson.build anew, or tells what is out of
/// date.
int docs(Arguments arguments);

}  // namespace mailcheck::dev
