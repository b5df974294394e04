#include "base/regex.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <algorithm>
#include <array>
#include <utility>

#include <pcre2.h>

#include "base/utf8.hpp"

namespace mailcheck {

namespace {

struct Free {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

PCRE2_SPTR units(std::string_view text) {
  // PCRE2 10.42 refuses a null subject even when its length is 0.
  static constexpr const char* nothing = "";
  return reinterpret_cast<PCRE2_SPTR>(text.data() == nullptr ? nothing : text.data());
}

std::string message_of(int code) {
  std::array<PCRE2_UCHAR, 256> buffer{};
  const int length = pcre2_get_error_message(code, buffer.data(), buffer.size());
  std::string message;
  for (int i = 0; i < length; ++i)
    message.push_back(static_cast<char>(buffer[static_cast<std::size_t>(i)]));
  return message.empty() ? "not a valid pattern" : message;
}

}  // namespace

struct Regex::Code {
  std::unique_ptr<pcre2_code, Free> code;
  std::unique_ptr<pcre2_match_context, Free> context;
  std::size_t match_group = 0;  ///< Number of the group named `match`, else 0: the whole match.
};

Regex::Regex(std::unique_ptr<Code> code) : code_(std::move(code)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

Result<Regex> Regex::compile(std::string_view pattern, RegexUse use) {
  if (pattern.empty())
    return Error{.message = "empty pattern"};
  if (pattern.size() > regex_pattern_limit)
    return Error{.message =
                     "pattern of more than " + std::to_string(regex_pattern_limit) + " bytes"};
  int code = 0;
  PCRE2_SIZE place = 0;
  // \C would match half a code point and so yield a range that is not UTF-8.
  constexpr std::uint32_t options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C;
  auto compiled = std::make_unique<Code>();
  compiled->code.reset(
      pcre2_compile(units(pattern), pattern.size(), options, &code, &place, nullptr));
  if (!compiled->code) {
    const std::string_view before = pattern.substr(0, std::min(place, pattern.size()));
    return Error{.message = message_of(code), .column = count_code_points(before) + 1};
  }
  compiled->context.reset(pcre2_match_context_create(nullptr));
  if (!compiled->context)
    return Error{.message = "out of memory"};
  pcre2_set_match_limit(compiled->context.get(), regex_match_limit);
  pcre2_set_depth_limit(compiled->context.get(), regex_depth_limit);
  pcre2_set_heap_limit(compiled->context.get(), regex_heap_limit);
  const int group = pcre2_substring_number_from_name(compiled->code.get(), units("match"));
  if (group > 0)
    compiled->match_group = static_cast<std::size_t>(group);
  // Where the system allows no machine code, the pattern is interpreted as ever.
  if (use == RegexUse::long_texts)
    pcre2_jit_compile(compiled->code.get(), PCRE2_JIT_COMPLETE);
  return Regex(std::move(compiled));
}

std::vector<Range> Regex::find_all(std::string_view text) const {
  std::vector<Range> found;
  if (find_invalid_utf8(text) != text.size())
    return found;
  const std::unique_ptr<pcre2_match_data, Free> data(
      pcre2_match_data_create_from_pattern(code_->code.get(), nullptr));
  if (!data)
    return found;
  // The text was checked once above; PCRE2 would check the rest of it again for every match.
  constexpr std::uint32_t options = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
  std::size_t offset = 0;
  while (offset < text.size()) {
    int groups = pcre2_match(code_->code.get(), units(text), text.size(), offset, options,
                             data.get(), code_->context.get());
    // Machine code has a small stack; the interpreter then decides, as it would have without.
    if (groups == PCRE2_ERROR_JIT_STACKLIMIT)
      groups = pcre2_match(code_->code.get(), units(text), text.size(), offset,
                           options | PCRE2_NO_JIT, data.get(), code_->context.get());
    if (groups <= 0)
      return found;
    const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(data.get());
    const std::size_t group = code_->match_group;
    // A group beyond the last that took part has no entry to trust.
    if (group < static_cast<std::size_t>(groups)) {
      const Range range{ends[2 * group], ends[2 * group + 1]};
      const bool is_set = range.begin != PCRE2_UNSET && range.begin < range.end;
      if (is_set && (found.empty() || range.begin >= found.back().end))
        found.push_back(range);
    }
    // \K can set the end of a match before its beginning; a step of one code point always ends.
    offset = ends[1] > offset ? ends[1] : offset + decode_utf8(text, offset).length;
  }
  return found;
}

bool Regex::matches_empty() const {
  std::uint32_t answer = 0;
  pcre2_pattern_info(code_->code.get(), PCRE2_INFO_MATCHEMPTY, &answer);
  return answer != 0;
}

}  // namespace mailcheck
