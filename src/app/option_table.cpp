#include "app/option_table.hpp"

#include <initializer_list>

namespace mailcheck {
namespace {

constexpr CommandRow commands[] = {
    {"check", Command::check, "PATH…", "Check drafts; it is what happens without a command"},
    {"completions", Command::completions, "bash|zsh|fish",
     "Print what completes mailcheck in a shell"},
    {"config", Command::config, "", "Show the configuration that holds in this folder"},
    {"dump", Command::dump, "PATH…", "Show drafts as mailcheck reads them, for bug reports"},
    {"explain", Command::explain, "ID|CATEGORY", "Say why a rule is there, with its sources"},
    {"explain-word", Command::explain_word, "WORD…",
     "Say who knows a word, or what it may be meant as"},
    {"hook", Command::hook, "install|uninstall git|sendemail-validate",
     "Let git check drafts before they are committed or sent"},
    {"init", Command::init, "", "Write a commented mailcheck.toml into this folder"},
    {"lsp", Command::lsp, "", "Serve an editor (Language Server Protocol)"},
    {"rules", Command::rules, "", "List every rule"},
    {"stats", Command::stats, "PATH…", "Count words, show what the mail has and what it lacks"},
    {"test-rules", Command::test_rules, "PATH…", "Run the examples inside rule files"},
};

constexpr unsigned in(std::initializer_list<Command> members) {
  unsigned bits = 0;
  for (const Command command : members)
    bits |= 1U << static_cast<unsigned>(command);
  return bits;
}

constexpr unsigned check = in({Command::check});
constexpr unsigned readers = in({Command::check, Command::dump, Command::stats});
constexpr unsigned painters =
    in({Command::check, Command::explain, Command::explain_word, Command::rules, Command::stats});
constexpr unsigned configured =
    in({Command::check, Command::config, Command::dump, Command::explain, Command::explain_word,
        Command::lsp, Command::rules, Command::stats});
constexpr unsigned spellers =
    in({Command::check, Command::dump, Command::explain_word, Command::stats});

constexpr OptionRow options[] = {
    {"--format", "", &RawOptions::format,
     "text|html|gnu|json|jsonl|sarif|checkstyle|junit|github|lsp", "How to print findings", check,
     true},
    {"--columns", "", &RawOptions::columns, "characters|bytes|utf-16",
     "What columns of --format gnu count", check},
    {"--format", "", &RawOptions::format, "text|json", "How to print it",
     in({Command::dump, Command::rules})},
    {"--stage", "", &RawOptions::stage,
     "auto|thank-you|status-inquiry|second-nudge|rejection-reply|other-offer|withdrawal|"
     "offer-reply|scheduling",
     "What the mail is for, when the guess is wrong", readers, true},
    {"--lang", "", &RawOptions::language, "en-US|en-GB|TAG",
     "The language to spell in; either English when left out", spellers, true},
    {"--fix", "", &RawOptions::fix, "", "Apply fixes that cannot change what you mean", check,
     true},
    {"--unsafe-fixes", "", &RawOptions::unsafe_fixes, "",
     "With --fix or --diff: the most likely repairs too", check, true},
    {"--diff", "", &RawOptions::diff, "", "Show what --fix would change, and change nothing", check,
     true},
    {"--baseline", "", &RawOptions::baseline, "FILE", "Pass over the findings in this file", check},
    {"--write-baseline", "", &RawOptions::writes_baseline, "",
     "Put what is found into the file of --baseline", check},
    {"--select", "", &RawOptions::select, "ID|CATEGORY", "Only these rules; a list with commas",
     check, true, true},
    {"--ignore", "", &RawOptions::ignore, "ID|CATEGORY", "All but these rules; a list with commas",
     check, true, true},
    {"--severity", "", &RawOptions::severities, "ID=LEVEL",
     "Change the severity of a rule or category", check, true, true},
    {"--fail-on", "", &RawOptions::fail_on, "error|warning|suggestion|never",
     "Least severity that makes the exit status 1", check, true},
    {"--sent", "", &RawOptions::sent, "PATH",
     "Compare with mails that were sent: a Maildir, mbox, folder", check, true},
    {"--context", "", &RawOptions::context_file, "FILE",
     "Facts about the interview, over the configuration", readers, true},
    {"--config", "", &RawOptions::config_file, "FILE", "Use this file instead of searching for one",
     configured, true},
    {"--no-config", "", &RawOptions::no_config, "", "Use no configuration at all", configured,
     true},
    {"--now", "", &RawOptions::now, "TIME", "When the mail goes out, 2026-03-05T09:00:00+01:00",
     readers},
    {"--files-from", "", &RawOptions::files_from, "FILE",
     "Read more paths from this file, one a line; “-” is standard input", readers},
    {"--null", "-0", &RawOptions::ends_with_nul, "", "Paths of --files-from end with NUL", readers},
    {"--jobs", "-j", &RawOptions::jobs, "N",
     "Drafts looked at at once; 0: as many as there are cores", readers},
    {"--stdin-filename", "", &RawOptions::stdin_filename, "NAME", "What to call standard input",
     readers},
    {"--all", "", &RawOptions::all, "", "All messages of a Maildir, not only its drafts (flag D)",
     in({Command::check, Command::stats})},
    {"--progress", "", &RawOptions::progress, "auto|always|never",
     "When to show a bar on standard error", check},
    {"--color", "", &RawOptions::color, "auto|always|never", "When to use colours", painters},
    {"--quiet", "-q", &RawOptions::quiet, "", "Print findings and nothing else", check, true},
    {"--verbose", "-v", &RawOptions::verbose, "", "Also print the stage, and what was not checked",
     check, true},
    {"--origin", "", &RawOptions::origin, "", "Say where each value comes from",
     in({Command::config})},
    {"--coverage", "", &RawOptions::coverage, "", "Fail a rule that no example fires",
     in({Command::test_rules})},
    // Editors' libraries say how they talk to a server; this is the only way here.
    {"--stdio", "", &RawOptions::stdio, "", "Use standard input and output, as always",
     in({Command::lsp})},
};

}  // namespace

bool OptionRow::is_of(Command command) const {
  return (commands & 1U << static_cast<unsigned>(command)) != 0;
}

std::span<const CommandRow> command_rows() {
  return commands;
}

std::span<const OptionRow> option_rows() {
  return options;
}

}  // namespace mailcheck
