// A pattern of a rule in the first line, a text in the others: what is found lies inside and is
// made of whole code points, and a text that lacks what the pattern needs has no match.

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/regex.hpp"
#include "base/utf8.hpp"
#include "checks/pattern_text.hpp"
#include "tests/fuzz/input.hpp"

using namespace mailcheck;

namespace {

bool begins_code_point(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

std::vector<Range> found(std::string_view pattern, const std::string& text, RegexUse use,
                         SearchBudget& budget) {
  const Result<Regex> regex = Regex::compile(pattern, use, PatternOrigin::own);
  if (!regex)
    return {};
  budget.begin_rule(PatternOrigin::own);
  return regex->find_all(text, budget);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t longest_text = 8192;
  Input input(data, size);
  const std::string pattern(input.line());
  const PatternNeeds needs = pattern_needs(pattern);
  const std::string text(input.rest().substr(0, longest_text));
  SearchBudget budget;
  const std::vector<Range> ranges = found(pattern, text, RegexUse::short_texts, budget);
  std::size_t done = 0;
  for (const Range range : ranges) {
    assert(done <= range.begin && range.begin < range.end && range.end <= text.size());
    assert(begins_code_point(text, range.begin) && begins_code_point(text, range.end));
    done = range.end;
  }
  if (find_invalid_utf8(text) != text.size() || text.find('\n') != std::string::npos)
    return 0;
  if (!ranges.empty())
    assert(PatternText(text).may_match(needs, {0, text.size()}));
  return 0;
}
