#include "text/regions.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/utf8.hpp"
#include "mail/ascii.hpp"
#include "text/closing.hpp"
#include "text/greeting.hpp"
#include "text/lines.hpp"
#include "text/quotation.hpp"

namespace mailcheck {

namespace {

// Non-empty lines above a greeting that may be a postal address.
constexpr std::size_t address_block_lines = 15;
// Non-empty lines from the end among which a closing is looked for.
constexpr std::size_t letter_end_lines = 40;
// Non-empty lines below “--” without its space, which may be a mere rule.
constexpr std::size_t signature_lines = 15;
// Lines of a last paragraph that is a signature although no closing stands above it.
constexpr std::size_t bare_signature_lines = 6;

class Finder {
 public:
  Finder(std::string_view text, TextSpan body) : text_(text), lines_(split_lines(text, body)) {
    mark_quotations(text_, lines_);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].is_blank() && lines_[i].is_own())
        own_.push_back(i);
    }
    begin_ = 0;
    end_ = own_.size();
  }

  Layout find() {
    cut_marked_signature();
    find_greeting();
    if (!find_closing() && !find_closing_in_line())
      find_bare_signature();
    return layout();
  }

 private:
  // `k` counts non-empty lines of the writer.
  [[nodiscard]] Line& own(std::size_t k) { return lines_[own_[k]]; }
  [[nodiscard]] const Line& own(std::size_t k) const { return lines_[own_[k]]; }
  [[nodiscard]] std::string_view content(std::size_t k) const {
    return slice(text_, own(k).content);
  }
  // Whether something other than a line of the same paragraph stands above.
  [[nodiscard]] bool begins_block(std::size_t k) const {
    return k == 0 || own_[k - 1] + 1 != own_[k];
  }

  void set_kind(std::size_t begin, std::size_t end, RegionKind kind) {
    for (std::size_t k = begin; k < end; ++k)
      own(k).kind = kind;
  }

  // Below “-- ” (RFC 3676 §4.3), and below what a telephone adds.
  void cut_marked_signature() {
    for (std::size_t k = 0; k < own_.size(); ++k) {
      if (content(k) != "--")
        continue;
      const bool is_standard = slice(text_, own(k).span) == "-- ";
      if (is_standard || own_.size() - k - 1 <= signature_lines) {
        set_kind(k, end_, RegionKind::signature);
        end_ = k;
        break;
      }
    }
    for (std::size_t k = end_ - std::min<std::size_t>(end_, 3); k < end_; ++k) {
      if (is_device_line(content(k))) {
        set_kind(k, end_, RegionKind::signature);
        end_ = k;
      }
    }
  }

  void find_greeting() {
    if (end_ == 0)
      return;
    std::size_t k = 0;
    Greeting greeting = greeting_of(content(0));
    if (greeting.kind == GreetingKind::none) {
      k = greeting_below_address();
      if (k == 0)
        return;
      greeting = greeting_of(content(k));
      set_kind(0, k, RegionKind::address_block);
    }
    set_greeting(k, greeting.length);
    // “Dear Ms. Lee,” above “Dear Mr. Park,”.
    if (begin_ == k + 1 && begin_ < end_) {
      const Greeting second = greeting_of(content(begin_));
      if (second.kind == GreetingKind::clear && second.length == content(begin_).size())
        set_greeting(begin_, second.length);
    }
  }

  void set_greeting(std::size_t k, std::size_t length) {
    if (length == content(k).size()) {
      own(k).kind = RegionKind::greeting;
      begin_ = k + 1;
      return;
    }
    greeting_line_ = own_[k];
    greeting_length_ = length;
    begin_ = k;
  }

  // The line of a greeting that stands below a postal address, a date or a heading; 0: none.
  [[nodiscard]] std::size_t greeting_below_address() const {
    const std::size_t limit = std::min(end_, address_block_lines + 1);
    for (std::size_t k = 0; k < limit; ++k) {
      if (greeting_of(content(k)).kind == GreetingKind::clear)
        return k;
      if (!is_address_line(content(k)))
        return 0;
    }
    return 0;
  }

  static bool is_address_line(std::string_view line) {
    if (line.size() > 400 || count_code_points(line) > 80 || is_closing(line))
      return false;
    const std::vector<LineWord> words = line_words(line, 13);
    if (words.size() > 12 || words.empty())
      return false;
    // “Inc.” and “St.” end lines of addresses.
    static constexpr std::string_view abbreviations[] = {
        "ave", "blvd", "co", "corp", "dr", "inc", "jr", "llc", "ltd", "plc", "rd", "sr", "st"};
    const bool is_abbreviation = std::find(std::begin(abbreviations), std::end(abbreviations),
                                           words.back().key) != std::end(abbreviations);
    const char last = line.back();
    return last != '!' && last != '?' && (last != '.' || words.size() <= 3 || is_abbreviation);
  }

  // The part of a line that no greeting takes.
  [[nodiscard]] TextSpan rest_of(std::size_t line) const {
    TextSpan rest = lines_[line].content;
    if (line == greeting_line_)
      rest.begin += greeting_length_;
    while (!rest.empty() && is_blank(text_[rest.begin]))
      ++rest.begin;
    return rest;
  }

  // A closing on a line of its own, with nothing below but a signature and a postscript.
  bool find_closing() {
    const std::size_t limit = end_ - std::min(end_ - begin_, letter_end_lines);
    std::size_t postscript = end_;
    bool is_signature = true;  // All lines from `k` to the postscript.
    for (std::size_t k = end_; k > limit;) {
      --k;
      const std::string_view line = slice(text_, rest_of(own_[k]));
      const bool is_above_name = k + 1 < postscript && is_name(content(k + 1));
      const bool is_long_closing = is_signature && is_above_name && k > begin_ && begins_block(k) &&
                                   is_closing_above_name(line);
      if (is_long_closing || (is_closing(line) && (is_signature || is_above_name))) {
        set_closing(k, postscript, is_signature);
        return true;
      }
      if (is_postscript(line)) {
        postscript = k;
        is_signature = true;
        continue;
      }
      is_signature = is_signature && is_signature_line(line);
    }
    return false;
  }

  void set_closing(std::size_t k, std::size_t postscript, bool is_signature) {
    own(k).kind = RegionKind::closing;
    for (std::size_t above = k; above > begin_ && is_closing(content(above - 1)); --above)
      own(above - 1).kind = RegionKind::closing;
    const std::size_t end = is_signature ? postscript : end_of_signature(k + 1, postscript);
    set_kind(k + 1, end, RegionKind::signature);
  }

  // A name is followed by text that is no signature: the signature ends with a block of lines.
  [[nodiscard]] std::size_t end_of_signature(std::size_t begin, std::size_t limit) const {
    std::size_t k = begin;
    while (k < limit && is_signature_line(content(k)))
      ++k;
    return k;
  }

  // “… the visit. Best, Dana” or “Kind regards, Dana Park”, at the end or above a signature.
  bool find_closing_in_line() {
    const std::size_t limit = end_ - std::min(end_ - begin_, letter_end_lines);
    std::size_t postscript = end_;
    bool is_signature = true;
    for (std::size_t k = end_; k > limit;) {
      --k;
      if (is_postscript(content(k))) {
        postscript = k;
        is_signature = true;
        continue;
      }
      if (!is_signature)
        continue;  // Only a postscript further up can mend that.
      const TextSpan rest = rest_of(own_[k]);
      if (const auto found = closing_in(slice(text_, rest))) {
        closing_line_ = own_[k];
        closing_ = *found;
        set_kind(k + 1, postscript, RegionKind::signature);
        return true;
      }
      is_signature = is_signature && is_signature_line(content(k));
    }
    return false;
  }

  // A last paragraph, or a last line below a full sentence, that begins with a name.
  void find_bare_signature() {
    if (end_ <= begin_ + 1)
      return;
    std::size_t k = end_;
    while (k > begin_ + 1 && end_ - k < bare_signature_lines) {
      --k;
      if (!is_signature_line(content(k)))
        return;
      if (!is_name(content(k)))
        continue;
      const std::string_view above = content(k - 1);
      const bool is_below_sentence =
          std::string_view(".!?:)").find(above.back()) != std::string_view::npos;
      if (begins_block(k) || is_below_sentence) {
        set_kind(k, end_, RegionKind::signature);
        return;
      }
    }
  }

  [[nodiscard]] Layout layout() const {
    Layout layout;
    bool begins_block = true;
    const auto add = [&](RegionKind kind, TextSpan span) {
      while (!span.empty() && is_blank(text_[span.begin]))
        ++span.begin;
      while (!span.empty() && is_blank(text_[span.end - 1]))
        --span.end;
      if (span.empty())
        return;
      layout.segments.push_back({kind, span, begins_block});
      begins_block = false;
    };
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (line.is_blank()) {
        begins_block = true;
        continue;
      }
      layout.quoted_lines += line.is_own() ? 0U : 1U;
      TextSpan rest = line.content;
      if (i == greeting_line_) {
        rest = rest_of(i);
        add(RegionKind::greeting, {line.content.begin, line.content.begin + greeting_length_});
      }
      if (i == closing_line_) {
        add(line.kind, {rest.begin, rest.begin + closing_.begin});
        add(RegionKind::closing, {rest.begin + closing_.begin, rest.begin + closing_.end});
        add(RegionKind::signature, {rest.begin + closing_.name, rest.end});
        continue;
      }
      add(line.kind, rest);
    }
    return layout;
  }

  static constexpr std::size_t no_line = static_cast<std::size_t>(-1);

  std::string_view text_;
  std::vector<Line> lines_;
  std::vector<std::size_t> own_;  // Indices of the non-empty lines of the writer.
  // Lines [begin_, end_) of `own_` lie between greeting and marked signature.
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t greeting_line_ = no_line;
  std::size_t greeting_length_ = 0;
  std::size_t closing_line_ = no_line;
  ClosingInLine closing_;
};

}  // namespace

Layout find_layout(std::string_view text, TextSpan body) {
  return Finder(text, body).find();
}

}  // namespace mailcheck
