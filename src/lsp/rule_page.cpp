#include "lsp/rule_page.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "mail/ascii.hpp"
#include "report/escape.hpp"
#include "report/rule_words.hpp"

namespace mailcheck {
namespace {

/// What begins a list, a heading or a rule at the start of a line.
bool begins_block(std::string_view text) {
  if (text.empty())
    return false;
  if (std::string_view("#+-=").find(text.front()) != std::string_view::npos)
    return true;
  const std::size_t digits = text.find_first_not_of("0123456789");
  return digits != 0 && digits != std::string_view::npos &&
         (text[digits] == '.' || text[digits] == ')');
}

class Page {
 public:
  explicit Page(Markup markup) : is_markdown_(markup == Markup::markdown) {}

  void title(std::string_view message, std::string_view remark) {
    line(is_markdown_ ? fmt::format("**{}**", shown(message)) : shown(message));
    line(shown(remark));
  }

  void paragraphs(std::string_view heading, std::string_view text) {
    bool is_first = true;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find("\n\n"), text.size());
      const std::string_view paragraph = trim(text.substr(0, end));
      text.remove_prefix(std::min(end + 2, text.size()));
      if (paragraph.empty())
        continue;
      line(is_first && !heading.empty() ? fmt::format("{} {}", strong(heading), shown(paragraph))
                                        : shown(paragraph));
      is_first = false;
    }
  }

  void links(std::string_view heading, const std::vector<std::string_view>& urls) {
    if (urls.empty())
      return;
    std::string list = strong(heading);
    for (const std::string_view url : urls)
      list += fmt::format("\n{} {}", is_markdown_ ? "-" : " ", link(url));
    line(list);
  }

  void example(std::string_view sign, const PackedExample& example) {
    std::string text(example.text);
    for (const std::string_view mark : {"{|", "|}"}) {
      for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
        text.erase(at, mark.size());
    }
    line(fmt::format("{} {}", sign, shown(trim(text))));
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  [[nodiscard]] std::string shown(std::string_view text) const {
    return is_markdown_ ? markdown_text(text) : terminal_safe_line(text);
  }
  [[nodiscard]] std::string strong(std::string_view text) const {
    return is_markdown_ ? fmt::format("**{}**", text) : std::string(text);
  }
  [[nodiscard]] std::string link(std::string_view url) const {
    const bool is_plain = std::all_of(url.begin(), url.end(), [](char c) {
      return c > ' ' && c < '\x7F' && c != '<' && c != '>';
    });
    const bool is_web = url.starts_with("https://") || url.starts_with("http://");
    return is_markdown_ && is_plain && is_web ? fmt::format("<{}>", url) : shown(url);
  }
  void line(std::string_view text) {
    if (!out_.empty())
      out_ += "\n\n";
    out_ += text;
  }

  bool is_markdown_;
  std::string out_;
};

/// The first example of its kind that is one line.
const PackedExample* short_example(const RuleDetails& details, bool bad) {
  const auto found = std::find_if(
      details.examples.begin(), details.examples.end(), [&](const PackedExample& example) {
        return example.bad == bad && trim(example.text).find('\n') == std::string_view::npos;
      });
  return found == details.examples.end() ? nullptr : &*found;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  constexpr std::string_view special = "\\`*_[]<>&~|";
  const std::string line = terminal_safe_line(text);
  std::string out;
  for (const char c : line) {
    if (special.find(c) != std::string_view::npos)
      out += '\\';
    out += c;
  }
  if (begins_block(out))
    out.insert(is_ascii_digit(out.front()) ? out.find_first_of(".)") : 0, 1, '\\');
  return out;
}

std::string rule_page(const PackedRule& rule, const RuleDetails& details, Severity severity,
                      const Finding* finding, Markup markup) {
  Page page(markup);
  const Severity shown = finding == nullptr ? severity : finding->severity;
  page.title(finding == nullptr ? summary_of(rule) : finding->message,
             fmt::format("{}, {}, {}", rule.id, name_of(shown), rule.category));
  page.paragraphs("", rule.help);
  page.paragraphs("Why:", details.rationale);
  if (const PackedExample* bad = short_example(details, true))
    page.example("✗", *bad);
  if (const PackedExample* good = short_example(details, false))
    page.example("✓", *good);
  page.links("Sources:", details.sources);
  page.links("Who disagrees:", details.disputed_by);
  return page.take();
}

}  // namespace mailcheck
