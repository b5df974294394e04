#include "checks/frame_form.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

/// Where the last code point of `text` begins.
std::size_t last_code_point(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80)
      break;
  }
  return at;
}

/// “Dear Prof.” ends in an abbreviation, and there a full stop may be right.
bool is_abbreviation(std::string_view word) {
  constexpr std::string_view known[] = {"Dr.", "Esq.", "Jr.", "Mr.", "Mrs.", "Ms.", "Prof.", "Sr."};
  return std::find(std::begin(known), std::end(known), word) != std::end(known);
}

std::vector<Hit> run_greeting(const Context& context) {
  const Region* greeting = context.text.region(RegionKind::greeting);
  const std::string_view all = context.draft.text;
  if (greeting == nullptr || greeting->span.empty() || greeting->span.end >= all.size() ||
      all[greeting->span.end] != '\n')
    return {};
  const std::string_view line = slice(all, greeting->span);
  const std::size_t at = last_code_point(line);
  const char32_t last = decode_utf8(line, at).value;
  const TextSpan end{greeting->span.end, greeting->span.end};
  if (is_letter(last))
    return {{.place = end, .repairs = {{.edits = {{end, ","}}, .safe = true}}}};
  const TextSpan mark{greeting->span.begin + at, greeting->span.end};
  const std::size_t word = line.rfind(' ', at);
  const std::string_view written = line.substr(word == std::string_view::npos ? 0 : word + 1);
  if (last == U';' || (last == U'.' && !is_abbreviation(written)))
    return {{.place = mark, .repairs = {{.edits = {{mark, ","}}, .safe = true}}}};
  return {};
}

std::vector<Hit> run_signature(const Context& context, std::size_t limit) {
  const std::string_view all = context.draft.text;
  std::size_t lines = 0;
  TextSpan beyond;
  for (const Region& region : context.text.regions) {
    if (region.kind != RegionKind::signature)
      continue;
    std::size_t at = region.span.begin;
    while (at < region.span.end) {
      const std::size_t end = std::min(all.find('\n', at), region.span.end);
      const std::string_view line = trim(slice(all, TextSpan{at, end}));
      const bool is_rule = line.find_first_not_of("-_=*~ ") == std::string_view::npos;
      if (!is_rule && ++lines == limit + 1)
        beyond = {at, end};
      at = end + 1;
    }
  }
  if (lines <= limit)
    return {};
  return {{.place = beyond, .detail = fmt::format("{} lines", lines)}};
}

}  // namespace

Result<CheckFunction> make_greeting_mark(const Params&) {
  return CheckFunction(run_greeting);
}

Result<CheckFunction> make_signature_length(const Params& params) {
  const Result<std::int64_t> lines = params.integer("lines", 6, 1, 1000);
  if (!lines)
    return lines.error();
  return CheckFunction([limit = static_cast<std::size_t>(*lines)](const Context& context) {
    return run_signature(context, limit);
  });
}

}  // namespace mailcheck
