#include "base/regex.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include <pcre2.h>

#include "base/out_of_memory.hpp"
#include "base/utf8.hpp"

namespace mailcheck {

namespace {

struct Free {
  void operator()(pcre2_general_context* memory) const { pcre2_general_context_free(memory); }
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
  void operator()(pcre2_compile_context* context) const { pcre2_compile_context_free(context); }
};

using Memory = std::unique_ptr<pcre2_general_context, Free>;

/// What is made with it never fails for want of memory, and frees itself.
Memory watched_memory() {
  return Memory(pcre2_general_context_create(
      [](PCRE2_SIZE size, void* /*data*/) { return allocate_or_end(size); },
      [](void* memory, void* /*data*/) { std::free(memory); }, nullptr));
}

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

extern "C" int count_step(pcre2_callout_block* /*place*/, void* budget) {
  return static_cast<SearchBudget*>(budget)->take_step() ? 0 : PCRE2_ERROR_CALLOUT;
}

}  // namespace

struct Regex::Code {
  std::unique_ptr<pcre2_code, Free> code;
  std::unique_ptr<pcre2_match_context, Free> context;
  std::size_t match_group = 0;  ///< Number of the group named `match`, else 0: the whole match.
  bool is_counted = false;

  /// One search from `offset`; as pcre2_match.
  int search(std::string_view text, std::size_t offset, std::uint32_t options,
             pcre2_match_data* data, pcre2_match_context* limits) const {
    const int groups =
        pcre2_match(code.get(), units(text), text.size(), offset, options, data, limits);
    // Machine code has a small stack; the interpreter then decides, as it would have without.
    if (groups != PCRE2_ERROR_JIT_STACKLIMIT)
      return groups;
    return pcre2_match(code.get(), units(text), text.size(), offset, options | PCRE2_NO_JIT, data,
                       limits);
  }
};

Regex::Regex(std::unique_ptr<Code> code) : code_(std::move(code)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

Result<Regex> Regex::compile(std::string_view pattern, RegexUse use, PatternOrigin origin) {
  if (pattern.empty())
    return Error{.message = "empty pattern"};
  if (pattern.size() > regex_pattern_limit)
    return Error{.message =
                     "pattern of more than " + std::to_string(regex_pattern_limit) + " bytes"};
  int code = 0;
  PCRE2_SIZE place = 0;
  // \C would match half a code point and so yield a range that is not UTF-8.
  std::uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C;
  auto compiled = std::make_unique<Code>();
  compiled->is_counted = origin == PatternOrigin::own;
  if (compiled->is_counted)
    options |= PCRE2_AUTO_CALLOUT;
  const Memory memory = watched_memory();
  const std::unique_ptr<pcre2_compile_context, Free> limits(
      pcre2_compile_context_create(memory.get()));
  pcre2_set_parens_nest_limit(limits.get(), regex_nesting_limit);
  compiled->code.reset(
      pcre2_compile(units(pattern), pattern.size(), options, &code, &place, limits.get()));
  if (!compiled->code) {
    const std::string_view before = pattern.substr(0, std::min(place, pattern.size()));
    return Error{.message = message_of(code), .column = count_code_points(before) + 1};
  }
  compiled->context.reset(pcre2_match_context_create(memory.get()));
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

std::vector<Range> Regex::find_all(std::string_view text, SearchBudget& budget) const {
  std::vector<Range> found;
  if (budget.gave_up() || find_invalid_utf8(text) != text.size())
    return found;
  const std::unique_ptr<pcre2_match_data, Free> data(
      pcre2_match_data_create_from_pattern(code_->code.get(), nullptr));
  // Each search counts for its own draft, while other threads search with the same pattern.
  const std::unique_ptr<pcre2_match_context, Free> counting(
      code_->is_counted ? pcre2_match_context_copy(code_->context.get()) : nullptr);
  if (counting)
    pcre2_set_callout(counting.get(), count_step, &budget);
  // The text was checked once above; PCRE2 would check the rest of it again for every match.
  constexpr std::uint32_t options = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
  std::size_t offset = 0;
  while (offset < text.size()) {
    const int groups = code_->search(text, offset, options, data.get(),
                                     counting ? counting.get() : code_->context.get());
    if (groups == PCRE2_ERROR_NOMATCH)
      return found;
    if (groups <= 0) {
      budget.give_up();
      return found;
    }
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
