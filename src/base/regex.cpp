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

bool is_ascii_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Reads a pattern from left to right and collects the runs that stand outside every group. It
/// gives up (`ok` becomes false) on anything whose extent it does not know.
class LiteralScanner {
 public:
  explicit LiteralScanner(std::string_view pattern) : pattern_(pattern) {}

  std::string scan() {
    while (ok_ && at_ < pattern_.size())
      step();
    end_run();
    return ok_ && depth_ == 0 ? best_ : std::string();
  }

 private:
  void step() {
    const char c = pattern_[at_++];
    switch (c) {
      case '\\':
        return escape();
      case '[':
        end_run();
        return skip_class();
      case '(':
        return open_group();
      case ')':
        end_run();
        ok_ = ok_ && depth_-- > 0;
        return;
      case '|':
        ok_ = ok_ && depth_ > 0;
        return;
      case '?':
      case '*':
      case '{':
        return optional();
      default:
        break;
    }
    if (depth_ == 0 && (is_ascii_alnum(c) || c == ' '))
      run_.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    else
      end_run();
  }

  /// The character before a quantifier need not be there.
  void optional() {
    if (!run_.empty())
      run_.pop_back();
    end_run();
    if (pattern_[at_ - 1] == '{')
      skip_count();
  }

  /// Skips the rest of `{2}`, `{2,}` or `{2,5}`; any other brace stands for itself.
  void skip_count() {
    const std::size_t comma = pattern_.find_first_not_of("0123456789", at_);
    if (comma == std::string_view::npos || comma == at_)
      return;
    const std::size_t end =
        pattern_[comma] == ',' ? pattern_.find_first_not_of("0123456789", comma + 1) : comma;
    if (end != std::string_view::npos && pattern_[end] == '}')
      at_ = end + 1;
  }

  void escape() {
    if (at_ == pattern_.size()) {
      ok_ = false;
      return;
    }
    const char c = pattern_[at_++];
    if (std::string_view("bBAzZG").find(c) != std::string_view::npos)
      return;  // takes no text, so that a run goes on across it
    end_run();
    const bool simple =
        !is_ascii_alnum(c) || std::string_view("dDwWsShHvVRntr").find(c) != std::string_view::npos;
    ok_ = ok_ && simple;
  }

  void open_group() {
    end_run();
    ++depth_;
    const std::string_view rest = pattern_.substr(at_);
    if (rest.starts_with('*') || rest.starts_with("?#")) {
      ok_ = false;  // a verb may end the match early; a comment may hold anything
      return;
    }
    if (!rest.starts_with('?'))
      return;
    // Options: “x” changes what a space means, and “^” or a letter before “)” lasts to the end.
    const std::size_t letters = rest.find_first_not_of("?^-imsnxJUa");
    const std::string_view options = rest.substr(0, letters);
    if (options.find('x') != std::string_view::npos)
      ok_ = false;
  }

  void skip_class() {
    if (at_ < pattern_.size() && pattern_[at_] == '^')
      ++at_;
    if (at_ < pattern_.size() && pattern_[at_] == ']')
      ++at_;
    while (at_ < pattern_.size() && pattern_[at_] != ']') {
      if (pattern_[at_] == '\\' && pattern_.substr(at_).starts_with("\\Q")) {
        ok_ = false;
        return;
      }
      if (pattern_.substr(at_).starts_with("[:")) {
        const std::size_t end = pattern_.find(":]", at_ + 2);
        if (end != std::string_view::npos)
          at_ = end + 1;
      }
      at_ += pattern_[at_] == '\\' ? 2U : 1U;
    }
    ok_ = ok_ && at_ < pattern_.size();
    ++at_;
  }

  void end_run() {
    if (run_.size() > best_.size())
      best_ = run_;
    run_.clear();
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  bool ok_ = true;
  std::string run_;
  std::string best_;
};

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

std::string required_literal(std::string_view pattern) {
  return LiteralScanner(pattern).scan();
}

}  // namespace mailcheck
