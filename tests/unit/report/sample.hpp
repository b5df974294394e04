#pragma once

// A draft with findings made by hand, so that reports are tested without rules.

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace mailcheck {

struct Sample {
  Source source;
  LintResult result;

  explicit Sample(std::string bytes) : source{"draft.txt", std::move(bytes)} {
    result.stage = {Stage::thank_you, 0.934, false};
    result.language = "en-US";
    result.stats = {148, 9, 4, 842, 38};
  }

  /// A finding at the first occurrence of `text`.
  Finding& add(std::string_view text, std::string rule, Severity severity, std::string message) {
    Finding finding;
    finding.rule = std::move(rule);
    finding.category = "outcome";
    finding.severity = severity;
    const std::size_t begin = source.bytes.find(text);
    finding.span = {begin, begin + text.size()};
    finding.text = text;
    finding.message = std::move(message);
    result.findings.push_back(std::move(finding));
    return result.findings.back();
  }

  [[nodiscard]] CheckedDraft draft() const { return {source, result}; }
};

}  // namespace mailcheck
