#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/setup.hpp"
#include "base/unicode.hpp"
#include "report/escape.hpp"
#include "report/paint.hpp"

namespace mailcheck {
namespace {

/// Who knows a word, in words.
std::vector<std::string> sources_of(const WordOrigin& origin) {
  constexpr std::uint8_t american = 1;
  constexpr std::uint8_t british = 2;
  std::vector<std::string> sources;
  if (origin.user_words)
    sources.emplace_back("your own words");
  if (origin.own_lists)
    sources.emplace_back("mailcheck’s own lists");
  if ((origin.languages & american) != 0)
    sources.emplace_back("American English");
  if ((origin.languages & british) != 0)
    sources.emplace_back("British English");
  return sources;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts)
    out += (out.empty() ? "" : ", ") + part;
  return out;
}

std::string hundredths(std::size_t cost) {
  return fmt::format("{:>6}.{:02}", cost / 100, cost % 100);
}

/// A table of what may have been meant and what speaks against each.
std::string proposals(const std::vector<Candidate>& candidates, Color color) {
  if (candidates.empty())
    return "  No word is near it.\n";
  std::size_t width = 0;
  for (const Candidate& candidate : candidates)
    width = std::max(width, display_width(candidate.text));
  std::string out = paint(Ink::dim,
                          fmt::format("  {:<{}}{:>9}{:>9}{:>9}{:>9}", "meant", width, "cost",
                                      "slips", "rarity", "other"),
                          color) +
                    "\n";
  for (const Candidate& candidate : candidates) {
    const std::string padding(width - display_width(candidate.text), ' ');
    out += fmt::format("  {}{}{}{}{}{}\n", terminal_safe(candidate.text), padding,
                       hundredths(candidate.cost()), hundredths(candidate.edits),
                       hundredths(candidate.rarity), hundredths(candidate.other));
  }
  return out;
}

std::string explain(const Speller& speller, const std::string& word, Color color) {
  const bool is_known = speller.knows(word);
  const std::vector<std::string> sources = sources_of(speller.origin_of(word));
  std::string out = fmt::format(
      "{}  {}\n", paint(Ink::strong, terminal_safe_line(word), color),
      paint(is_known ? Ink::good : Ink::warning, is_known ? "known" : "unknown", color));
  if (!sources.empty())
    out += fmt::format("  {}{}\n", is_known ? "by " : "but right in ", joined(sources));
  else if (is_known)
    out += "  not judged: too long, or nothing but marks\n";
  return is_known ? out : out + proposals(speller.weigh(word, SearchDepth::far), color);
}

}  // namespace

int run_explain_word(const Session& session) {
  const Result<std::unique_ptr<Setup>> setup = make_setup(session, project_config(session, ""));
  if (!setup) {
    session.report(setup.error());
    return status_failed;
  }
  const Color color = session.text_style().color;
  std::string out;
  for (const std::string& word : session.options.arguments)
    out += explain((*setup)->speller, word, color);
  session.out.write(out);
  return status_clean;
}

}  // namespace mailcheck
