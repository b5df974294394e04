#pragma once

// The rules and the words of the program, for targets that check drafts.

#include <cstdlib>
#include <utility>

#include "app/embedded.hpp"
#include "base/file.hpp"
#include "lint/config.hpp"
#include "lint/rule_set.hpp"
#include "spelling/lexicon.hpp"
#include "spelling/speller.hpp"

/// As a run without configuration has it.
struct FuzzSetup {
  mailcheck::Config config;
  mailcheck::RuleSet rules;
  mailcheck::Speller speller;
};

inline const FuzzSetup& fuzz_setup() {
  static const FuzzSetup setup = [] {
    using namespace mailcheck;
    Config config;
    Result<RuleSet> rules = RuleSet::build(embedded_rules(), MemoryFileSystem(), config);
    if (!rules)
      std::abort();
    return FuzzSetup{std::move(config), *std::move(rules),
                     Speller(SpellerOptions(), embedded_lexicon())};
  }();
  return setup;
}
