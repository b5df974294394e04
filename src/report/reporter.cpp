#include "report/reporter.hpp"

#include <utility>

#include "report/checkstyle.hpp"
#include "report/github.hpp"
#include "report/gnu.hpp"
#include "report/html.hpp"
#include "report/json.hpp"
#include "report/jsonl.hpp"
#include "report/junit.hpp"
#include "report/lsp.hpp"
#include "report/rule_words.hpp"
#include "report/sarif.hpp"

namespace mailcheck {
namespace {

class TextReporter : public Reporter {
 public:
  explicit TextReporter(TextStyle style) : style_(style) {}
  std::string draft(const CheckedDraft& draft, const Checking&) override {
    return text_report(draft, style_);
  }
  std::string end(const Totals& totals, const std::string& example) override {
    return text_summary(totals, style_, example);
  }

 private:
  TextStyle style_;
};

class JsonReporter : public Reporter {
 public:
  explicit JsonReporter(std::string version) : version_(std::move(version)) {}
  std::string begin() override { return json_.begin(version_); }
  std::string draft(const CheckedDraft& draft, const Checking&) override {
    return json_.draft(draft);
  }
  std::string end(const Totals& totals, const std::string&) override { return json_.end(totals); }

 private:
  std::string version_;
  JsonReport json_;
};

class SarifReporter : public Reporter {
 public:
  explicit SarifReporter(std::string version) : version_(std::move(version)) {}
  std::string begin() override { return sarif_.begin(); }
  std::string draft(const CheckedDraft& draft, const Checking& checking) override {
    return sarif_.draft(draft, [&](const std::string& id) -> SarifRule {
      const PackedRule* rule = checking.rules.find(id);
      if (rule == nullptr)
        return {.id = id};
      return {id,
              std::string(rule->category),
              summary_of(*rule),
              std::string(rule->help),
              std::string(rule->details().rationale),
              rule->severity};
    });
  }
  std::string end(const Totals&, const std::string&) override { return sarif_.end(version_); }

 private:
  std::string version_;
  SarifReport sarif_;
};

class CheckstyleReporter : public Reporter {
 public:
  explicit CheckstyleReporter(std::string version) : version_(std::move(version)) {}
  std::string begin() override { return checkstyle_begin(version_); }
  std::string draft(const CheckedDraft& draft, const Checking&) override {
    return checkstyle_draft(draft);
  }
  std::string end(const Totals&, const std::string&) override { return checkstyle_end(); }

 private:
  std::string version_;
};

class JunitReporter : public Reporter {
 public:
  std::string begin() override { return junit_begin(); }
  std::string draft(const CheckedDraft& draft, const Checking& checking) override {
    return junit_draft(draft, checking.fail_on);
  }
  std::string end(const Totals&, const std::string&) override { return junit_end(); }
};

class GnuReporter : public Reporter {
 public:
  explicit GnuReporter(ColumnUnit columns) : columns_(columns) {}
  std::string draft(const CheckedDraft& draft, const Checking&) override {
    return gnu_report(draft, columns_);
  }

 private:
  ColumnUnit columns_;
};

/// A format that only has drafts.
class DraftReporter : public Reporter {
 public:
  explicit DraftReporter(std::string (*report)(const CheckedDraft&)) : report_(report) {}
  std::string draft(const CheckedDraft& draft, const Checking&) override { return report_(draft); }

 private:
  std::string (*report_)(const CheckedDraft&);
};

class LspReporter : public Reporter {
 public:
  explicit LspReporter(std::string folder) : folder_(std::move(folder)) {}
  std::string draft(const CheckedDraft& draft, const Checking&) override {
    return lsp_report(draft, folder_);
  }

 private:
  std::string folder_;
};

class HtmlReporter : public Reporter {
 public:
  explicit HtmlReporter(std::string version) : version_(std::move(version)) {}
  std::string draft(const CheckedDraft& draft, const Checking& checking) override {
    html_.add(draft, checking);
    return {};
  }
  std::string end(const Totals& totals, const std::string&) override {
    return html_.page(totals, version_);
  }

 private:
  std::string version_;
  HtmlReport html_;
};

}  // namespace

std::string Reporter::end(const Totals&, const std::string&) {
  return {};
}

std::unique_ptr<Reporter> make_reporter(ReportSettings settings) {
  switch (settings.format) {
    case Format::text:
      return std::make_unique<TextReporter>(settings.style);
    case Format::gnu:
      return std::make_unique<GnuReporter>(settings.columns);
    case Format::json:
      return std::make_unique<JsonReporter>(std::move(settings.version));
    case Format::jsonl:
      return std::make_unique<DraftReporter>(jsonl_report);
    case Format::sarif:
      return std::make_unique<SarifReporter>(std::move(settings.version));
    case Format::checkstyle:
      return std::make_unique<CheckstyleReporter>(std::move(settings.version));
    case Format::junit:
      return std::make_unique<JunitReporter>();
    case Format::github:
      return std::make_unique<DraftReporter>(github_report);
    case Format::lsp:
      return std::make_unique<LspReporter>(std::move(settings.folder));
    case Format::html:
      return std::make_unique<HtmlReporter>(std::move(settings.version));
  }
  return nullptr;
}

}  // namespace mailcheck
