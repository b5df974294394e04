#include "lint/rule_examples.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "facts/sent_mails.hpp"
#include "lint/lint.hpp"

namespace mailcheck {
namespace {

constexpr std::string_view opening = "{|";
constexpr std::string_view closing = "|}";

std::string with_crlf(std::string_view text) {
  std::string crlf;
  for (const char c : text)
    crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return crlf;
}

std::string indented(std::string_view text) {
  std::string lines = "    ";
  for (const char c : text)
    lines += c == '\n' ? std::string("\n    ") : std::string(1, c);
  return lines;
}

/// The mails that an example says were sent, numbered from 1.
SentMails sent_of(const RuleExample& example) {
  std::vector<SentMail> mails;
  for (const std::string& text : example.sent) {
    const Source source{
        .path = "sent", .bytes = text, .message = mails.size() + 1, .is_one_of_many = true};
    const Draft draft = parse_draft(source);
    mails.push_back(describe_mail(source, draft, analyze(draft)));
  }
  return SentMails(std::move(mails));
}

GivenFacts facts_of(const Rule& rule, const RuleExample& example) {
  GivenFacts given;
  given.interview = example.interview;
  if (example.now)
    given.now = Sending{*example.now, SendingSource::given};
  if (!example.stage.empty())
    given.stage = stage_named(example.stage);
  else if (!rule.stages.empty())
    given.stage = rule.stages.front();
  return given;
}

/// The example as this rule marks it.
std::string marked_by(const RuleSet& only, const GivenFacts& given, bool whole_mail,
                      const std::string& text, const Speller& speller) {
  const Source source{"example", text,
                      whole_mail ? SourceFormat::automatic : SourceFormat::plain_text};
  const LintResult result = lint_source(source, only, given, speller);
  std::vector<SourceSpan> spans;
  for (const Finding& finding : result.findings)
    spans.push_back(finding.span);
  return with_marks(text, std::move(spans));
}

/// Nothing, or how the example failed.
std::string failure_of(const RuleSet& only, const Rule& rule, const RuleExample& example,
                       const Speller& speller) {
  const SentMails sent = sent_of(example);
  GivenFacts given = facts_of(rule, example);
  given.sent = example.sent.empty() ? nullptr : &sent;
  const std::string newline = example.text.ends_with('\n') ? "" : "\n";
  for (const bool crlf : {false, true}) {
    if (crlf && example.text.find('\r') != std::string::npos)
      continue;  // the example is about line ends itself
    const std::string wanted = crlf ? with_crlf(example.text + newline) : example.text + newline;
    const Result<MarkedText> marked = parse_marks(wanted);
    if (!marked)
      return marked.error().message;
    const bool bad = example.kind == RuleExample::Kind::bad;
    if (bad == marked->marks.empty())
      return bad ? "a bad example marks nothing with {| |}" : "a good example must not hold marks";
    const std::string got = marked_by(only, given, example.whole_mail, marked->text, speller);
    if (got != wanted)
      return fmt::format("the example is marked differently{}\n  expected:\n{}\n  got:\n{}",
                         crlf ? " with CRLF" : "", indented(wanted), indented(got));
  }
  return {};
}

}  // namespace

Result<MarkedText> parse_marks(std::string_view marked) {
  MarkedText result;
  bool open = false;
  while (!marked.empty()) {
    if (marked.starts_with(opening) && !open) {
      open = true;
      result.marks.push_back({result.text.size(), result.text.size()});
      marked.remove_prefix(opening.size());
    } else if (marked.starts_with(closing) && open) {
      open = false;
      result.marks.back().end = result.text.size();
      marked.remove_prefix(closing.size());
    } else {
      result.text += marked.front();
      marked.remove_prefix(1);
    }
  }
  if (open)
    return Error{.message = "a mark {| is not closed by |}"};
  return result;
}

std::string with_marks(std::string_view text, std::vector<SourceSpan> marks) {
  std::sort(marks.begin(), marks.end());
  std::string marked;
  std::size_t at = 0;
  for (const SourceSpan mark : marks) {
    const std::size_t begin = std::max(at, std::min(mark.begin, text.size()));
    const std::size_t end = std::max(begin, std::min(mark.end, text.size()));
    marked += text.substr(at, begin - at);
    marked += opening;
    marked += text.substr(begin, end - begin);
    marked += closing;
    at = end;
  }
  return marked + std::string(text.substr(at));
}

Result<ExampleReport> run_examples(const RuleFolder& rules, std::string_view pack,
                                   const Speller& speller) {
  ExampleReport report;
  const MemoryFileSystem no_files;
  for (const Rule& rule : rules.rules) {
    Config config;
    config.select = {rule.id};
    if (rule.severity == Severity::off)
      config.severities.push_back({rule.id, Severity::suggestion, {}});
    const Result<RuleSet> only = RuleSet::build(pack, no_files, config);
    if (!only)
      return only.error();
    bool fired = false;
    for (const RuleExample& example : rule.examples) {
      std::string failure = failure_of(*only, rule, example, speller);
      if (failure.empty()) {
        ++report.passed;
        fired |= example.kind == RuleExample::Kind::bad;
        continue;
      }
      report.failures.push_back(
          {.message = std::move(failure), .file = rule.file, .line = example.line, .column = 1});
    }
    if (!fired)
      report.silent_rules.push_back(rule.id);
  }
  std::sort(report.silent_rules.begin(), report.silent_rules.end());
  return report;
}

}  // namespace mailcheck
