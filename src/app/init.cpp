#include "app/commands.hpp"
#include "report/escape.hpp"

namespace mailcheck {
namespace {

constexpr const char* file_name_of_config = "mailcheck.toml";

constexpr std::string_view content =
    R"(# What mailcheck should know about your drafts in this folder and below.
# Every line is optional. Take away the “# ” in front of what you want to set.

# What is expected differs by country and trade: us, uk, dach, jp, academia, residency, and strict or gentle;
# “mailcheck explain preset:uk” shows one.
# extends = ["preset:uk"]

# Which English to spell in; without it American and British spelling both count.
# language = "en-US"

# The least severity that makes “mailcheck” fail: "error", "warning", "suggestion" or "never".
# fail-on = "warning"

# Which files in folders are drafts, and which are not.
# drafts = ["letters/*.txt"]
# exclude = ["notes/"]

# Your own rule files, in the same format as the shipped ones.
# rules = ["my-rules/"]

# Facts about the interview. They are never sent anywhere; each one makes some rules sharper.
[interview]
# company = "Nordlys AS"
# role = "Data Analyst"
# interviewers = ["Dr. Marisol Okafor", "Jun Takeda"]
# When the interview began, when they said they would decide, and where they are.
# date = 2026-03-03T10:00:00
# decision-by = 2026-03-17
# time-zone = "Europe/Oslo"
# topics = ["churn dashboard"]
# How many mails you have sent them since the interview.
# previous-mails = 1

# Words that are spelt right, and files with one such word a line.
[spelling]
# words = ["Brightline", "dbt"]
# dictionaries = ["words.txt"]

# Another severity for a rule or a whole category: "error", "warning", "suggestion" or "off".
# “mailcheck rules” lists them all.
[severity]
# timing = "suggestion"

# What to keep for some drafts only, or for some words.
# [[waiver]]
# rule = "salary-mention"
# paths = ["./offer.txt"]

# The parameters of a rule; “mailcheck explain RULE” names them.
# [options.too-long]
# words = 180
)";

}  // namespace

int run_init(const Session& session) {
  if (session.files.kind(file_name_of_config) != FileKind::missing) {
    session.report(Error{"exists already and was left as it is", file_name_of_config});
    return status_failed;
  }
  if (const Result<void> done = session.files.create(file_name_of_config, content); !done) {
    session.report(done.error());
    return status_failed;
  }
  session.out.write(
      "Wrote mailcheck.toml. Fill in what you know about the interview, then run "
      "“mailcheck draft.txt”.\n");
  return status_clean;
}

}  // namespace mailcheck
