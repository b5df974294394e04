#include "sendmail/outgoing.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "app/setup.hpp"
#include "app/version.hpp"
#include "base/unicode.hpp"
#include "checks/stage_limit.hpp"
#include "lint/lint.hpp"
#include "report/reporter.hpp"

namespace mailcheck {
namespace {

constexpr std::string_view own_field = "x-mailcheck-";

bool is_blocking(const LintResult& result, Severity limit) {
  return limit != Severity::off &&
         std::any_of(result.findings.begin(), result.findings.end(),
                     [&](const Finding& finding) { return finding.severity >= limit; });
}

/// Past the end of the line that begins at `begin`.
std::size_t next_line(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find('\n', begin);
  return end == std::string_view::npos ? text.size() : end + 1;
}

bool is_own_field(std::string_view line) {
  return line.size() > own_field.size() && to_lower(line.substr(0, own_field.size())) == own_field;
}

}  // namespace

std::optional<SendmailMode> sendmail_mode_named(std::string_view name) {
  if (name.empty() || name == "ask")
    return SendmailMode::ask;
  if (name == "refuse")
    return SendmailMode::refuse;
  return name == "warn" ? std::optional(SendmailMode::warn) : std::nullopt;
}

Verdict check_outgoing(const Session& session, const std::string& message) {
  Verdict verdict;
  if (message.size() > draft_size_limit) {
    verdict.report = fmt::format("mailcheck: not checked, since it has more than {} MiB\n",
                                 draft_size_limit >> 20U);
    return verdict;
  }
  const Result<std::unique_ptr<Setup>> setup = make_setup(session, project_config(session, ""));
  if (!setup) {
    session.report(setup.error());
    verdict.problem = "its configuration cannot be used";
    return verdict;
  }
  const Source source{.path = "message", .bytes = message, .format = SourceFormat::message};
  const Config& config = (*setup)->config;
  LintResult result = lint_source(source, (*setup)->rules, config.given, (*setup)->speller);
  apply_config_waivers(config.waivers, source.path, result.findings);
  if (!is_sure(result.stage))
    return verdict;
  const std::unique_ptr<Reporter> reporter = make_reporter(
      {Format::gnu, {}, std::string(program_version()), session.environment.current_folder});
  verdict.report =
      reporter->begin() + reporter->draft({source, result}, {(*setup)->rules, config.fail_on});
  verdict.may_go = !is_blocking(result, config.fail_on);
  return verdict;
}

std::string without_own_fields(std::string_view message) {
  std::string kept;
  std::size_t at = 0;
  bool dropped = false;
  while (at < message.size()) {
    const std::size_t end = next_line(message, at);
    const std::string_view line = message.substr(at, end - at);
    if (line == "\n" || line == "\r\n")
      break;
    const bool continues = line.front() == ' ' || line.front() == '\t';
    dropped = continues ? dropped : is_own_field(line);
    if (!dropped)
      kept += line;
    at = end;
  }
  return kept.append(message.substr(at));
}

}  // namespace mailcheck
