#include "report/html_letter.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "mail/draft.hpp"
#include "report/html_text.hpp"
#include "text/text.hpp"

namespace mailcheck {
namespace {

/// A finding in the text.
struct Mark {
  TextSpan span;
  std::size_t number;  // of the finding, from 1
  Severity severity;
};

/// Fields that a mail program shows above the text, in its order.
constexpr std::string_view shown_fields[] = {"From", "To", "Cc", "Bcc", "Reply-To", "Date"};

class Letter {
 public:
  Letter(const CheckedDraft& checked, std::size_t number)
      : checked_(checked), number_(number), draft_(parse_draft(checked.source)) {
    const std::vector<Finding>& findings = checked.result.findings;
    is_placed_.assign(findings.size(), false);
    for (std::size_t i = 0; i < findings.size(); ++i) {
      const auto& span = findings[i].text_span;
      if (!span || span->end > draft_.text.size())
        continue;
      marks_.push_back({*span, i + 1, findings[i].severity});
      is_placed_[i] = true;
    }
  }

  std::string html() {
    const std::string fields = header();  // places findings, as the parts below do
    const std::string files = attachments();
    const std::string body = this->body();
    return fmt::format(
        "<article class=\"letter\" lang=\"{}\">\n{}<div class=\"text\" dir=\"auto\">{}</div>\n"
        "{}{}</article>\n",
        html_text(checked_.result.language), fields, body, files, elsewhere());
  }

 private:
  std::string header() {
    std::string rows;
    for (const std::string_view name : shown_fields) {
      if (const HeaderField* field = draft_.field(name))
        rows += row(name, html_text(field->value) + badges_within(field->span));
    }
    if (!draft_.subject.empty())
      rows += row("Subject", "<strong>" + marked(draft_.subject, Last::yes) + "</strong>");
    if (rows.empty())
      return {};
    return "<dl class=\"fields\">\n" + rows + "</dl>\n";
  }

  static std::string row(std::string_view name, const std::string& value) {
    return fmt::format("<div><dt>{}</dt><dd dir=\"auto\">{}</dd></div>\n", name, value);
  }

  /// What is quoted is shown as such; all else looks alike in a mail.
  std::string body() const {
    const Text text = analyze(draft_);
    std::string out;
    std::size_t done = draft_.body.begin;
    for (const Region& region : text.regions) {
      const bool is_quoted =
          region.kind == RegionKind::quote || region.kind == RegionKind::attribution;
      if (!is_quoted || region.span.begin < done)
        continue;
      out += marked({done, region.span.begin}, Last::no);
      out += "<span class=\"quoted\">" + marked(region.span, Last::no) + "</span>";
      done = region.span.end;
    }
    return out + marked({done, draft_.text.size()}, Last::yes);
  }

  std::string attachments() {
    std::string items;
    for (const Attachment& attachment : draft_.attachments) {
      const std::string_view name =
          attachment.name.empty() ? std::string_view(attachment.type) : attachment.name;
      items += fmt::format("<li>{}{}</li>\n", html_text(name), badges_within(attachment.span));
    }
    if (items.empty())
      return {};
    return "<ul class=\"attachments\" aria-label=\"Attachments\">\n" + items + "</ul>\n";
  }

  /// Findings of the file that stand nowhere in what is shown.
  std::string elsewhere() {
    std::string out;
    for (std::size_t i = 0; i < is_placed_.size(); ++i) {
      if (!is_placed_[i])
        out += badge(i + 1, checked_.result.findings[i].severity);
    }
    if (out.empty())
      return {};
    return "<p class=\"elsewhere\">About the mail as a whole: " + out + "</p>\n";
  }

  std::string badges_within(SourceSpan span) {
    std::string out;
    const std::vector<Finding>& findings = checked_.result.findings;
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (is_placed_[i] || findings[i].span.begin < span.begin || findings[i].span.end > span.end)
        continue;
      is_placed_[i] = true;
      out += " " + badge(i + 1, findings[i].severity);
    }
    return out;
  }

  std::string number_text(std::size_t finding, Severity severity) const {
    return fmt::format(
        "<span class=\"number\">{0}</span><span class=\"hidden\"> (finding {0}, {1})</span>",
        finding, name_of(severity));
  }

  std::string badge(std::size_t finding, Severity severity) const {
    return fmt::format("<a class=\"badge {}\" href=\"#{}\">{}</a>", name_of(severity),
                       html_finding_id(number_, finding), number_text(finding, severity));
  }

  /// Whether nothing follows, so that what belongs to the very end is shown here.
  enum class Last { no, yes };

  /// Bytes of the text with their marks. Where marks overlap the gravest shows, the inner one of
  /// equals; each has its number at its end.
  std::string marked(TextSpan range, Last last) const {
    std::vector<std::size_t> cuts{range.begin, range.end};
    for (const Mark& mark : marks_) {
      for (const std::size_t at : {mark.span.begin, mark.span.end})
        if (range.contains(at))
          cuts.push_back(at);
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    std::string out;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      out += gaps_at(cuts[i]);
      out += piece({cuts[i], cuts[i + 1]});
    }
    if (last == Last::yes)
      out += gaps_at(range.end);
    return out;
  }

  /// Where something is missing there is nothing to underline.
  std::string gaps_at(std::size_t offset) const {
    std::string out;
    for (const Mark& mark : marks_) {
      if (mark.span.empty() && mark.span.begin == offset)
        out += badge(mark.number, mark.severity);
    }
    return out;
  }

  std::string piece(TextSpan span) const {
    std::string text = html_lines(slice(draft_.text, span));
    const Mark* top = nullptr;
    std::string ends;
    for (const Mark& mark : marks_) {
      if (!mark.span.overlaps(span))
        continue;
      if (top == nullptr || mark.severity >= top->severity)
        top = &mark;
    }
    if (top == nullptr)
      return text;
    for (const Mark& mark : marks_) {
      if (&mark != top && mark.span.overlaps(span) && mark.span.end == span.end)
        ends += badge(mark.number, mark.severity);
    }
    return fmt::format(
        "<a class=\"mark {}\" href=\"#{}\"><span class=\"flagged\">{}</span>{}</a>{}",
        name_of(top->severity), html_finding_id(number_, top->number), text,
        top->span.end == span.end ? number_text(top->number, top->severity) : "", ends);
  }

  const CheckedDraft& checked_;
  std::size_t number_;
  Draft draft_;
  std::vector<Mark> marks_;
  std::vector<bool> is_placed_;  // of each finding
};

}  // namespace

std::string html_draft_id(std::size_t number) {
  return fmt::format("d{}", number);
}

std::string html_finding_id(std::size_t draft, std::size_t finding) {
  return fmt::format("d{}-f{}", draft, finding);
}

std::string html_letter(const CheckedDraft& draft, std::size_t number) {
  return Letter(draft, number).html();
}

}  // namespace mailcheck
