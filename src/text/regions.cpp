#include "text/regions.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "mail/ascii.hpp"
#include "text/closing.hpp"
#include "text/footer.hpp"
#include "text/greeting.hpp"
#include "text/lines.hpp"
#include "text/quotation.hpp"
#include "text/sender.hpp"

namespace mailcheck {

namespace {

// Non-empty lines above a greeting that may be a postal address.
constexpr std::size_t address_block_lines = 15;
// Non-empty lines from the end among which a closing is looked for.
constexpr std::size_t letter_end_lines = 40;
// Non-empty lines below “--” without its space, which may be a mere rule.
constexpr std::size_t signature_lines = 15;
// Non-empty lines below any other rule that may be a signature.
constexpr std::size_t ruled_signature_lines = 8;
// Paragraphs at the end that may be notices.
constexpr std::size_t notice_paragraphs = 4;
// Lines of a last paragraph that is a signature although no closing stands above it.
constexpr std::size_t bare_signature_lines = 6;

class Finder {
 public:
  Finder(std::string_view text, TextSpan body, std::span<const Mailbox> from)
      : text_(text), lines_(split_lines(text, body)), sender_(from) {
    mark_quotations(text_, lines_);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].is_blank() && lines_[i].is_own())
        own_.push_back(i);
    }
    end_ = own_.size();
  }

  Layout find() {
    cut_notices();
    cut_marked_signatures();
    cut_device_line();
    find_greeting();
    if (!find_closing() && !find_closing_in_line() && !take_marked_closing())
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

  // The lines from `begin` on are a signature; nothing else is looked for in them.
  void cut_signature(std::size_t begin) {
    set_kind(begin, own_.size(), RegionKind::signature);
    own_.resize(begin);
    end_ = begin;
  }

  // What companies add at the very end, with a rule above it.
  void cut_notices() {
    for (std::size_t count = 0; count < notice_paragraphs && end_ > 1; ++count) {
      std::size_t begin = end_ - 1;
      while (begin > 0 && !begins_block(begin))
        --begin;
      if (begin == 0)
        return;
      const TextSpan paragraph{own(begin).content.begin, own(end_ - 1).content.end};
      if (!is_notice(slice(text_, paragraph)) && !is_rule_line(slice(text_, paragraph)))
        return;
      cut_signature(begin);
    }
  }

  // Below “-- ” (RFC 3676 §4.3) and below what people write instead, up to a quote.
  void cut_marked_signatures() {
    std::vector<std::size_t> kept;
    std::size_t end = 0;  // Of the lines from `k` on without a quote between them.
    for (std::size_t k = 0; k < own_.size(); ++k) {
      if (k >= end) {
        end = k + 1;
        while (end < own_.size() && !has_quote_above(end))
          ++end;
      }
      if (!is_rule_line(content(k)) || !is_signature_mark(k, end)) {
        kept.push_back(own_[k]);
        continue;
      }
      if (k + 1 < end)
        below_mark_ = own_[k + 1];
      set_kind(k, end, RegionKind::signature);
      k = end - 1;
    }
    own_ = std::move(kept);
    end_ = own_.size();
  }

  // Whether other people's text stands between `k` and the line before it.
  [[nodiscard]] bool has_quote_above(std::size_t k) const {
    for (std::size_t i = own_[k]; i > own_[k - 1] + 1; --i) {
      if (!lines_[i - 1].is_blank() && !lines_[i - 1].is_own())
        return true;
    }
    return false;
  }

  [[nodiscard]] bool is_signature_mark(std::size_t k, std::size_t end) const {
    if (slice(text_, own(k).span) == "-- ")
      return true;
    const std::size_t count = end - k - 1;
    if (content(k) == "--")
      return count <= signature_lines;
    if (k == 0 || count == 0 || count > ruled_signature_lines)
      return false;
    bool names_somebody = false;
    for (std::size_t i = k + 1; i < end; ++i) {
      const std::string_view line = content(i);
      if (!is_signature_line(line) || is_closing(line) || is_postscript(line))
        return false;
      names_somebody = names_somebody || is_name(line) || sender_.signs(line) ||
                       line.find_first_of("@|") != line.npos || line.find("://") != line.npos;
    }
    return names_somebody;
  }

  // “Kind regards,” below the mark of a signature, as some programs' signatures have it.
  bool take_marked_closing() {
    if (below_mark_ == no_line || !is_closing(slice(text_, lines_[below_mark_].content)))
      return false;
    lines_[below_mark_].kind = RegionKind::closing;
    return true;
  }

  // What a telephone adds.
  void cut_device_line() {
    for (std::size_t k = end_ - std::min<std::size_t>(end_, 3); k < end_; ++k) {
      if (is_device_line(content(k))) {
        cut_signature(k);
        return;
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
      const bool is_above_name = k + 1 < postscript && is_signed(content(k + 1));
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
      if (!is_signature_line(content(k)) && !sender_.signs(content(k)))
        return;
      // “Indeed.” below a quote answers it.
      const bool answers = content(k).ends_with('.') && has_quote_above(k);
      if (!is_signed(content(k)) || (answers && !sender_.signs(content(k))))
        continue;
      const std::string_view above = content(k - 1);
      const bool is_below_sentence =
          std::string_view(".!?:)").find(above.back()) != std::string_view::npos;
      if (begins_block(k) || is_below_sentence || sender_.signs(content(k))) {
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

  [[nodiscard]] bool is_signed(std::string_view line) const {
    return is_name(line) || sender_.signs(line) || is_name_with_details(line);
  }

  static constexpr std::size_t no_line = static_cast<std::size_t>(-1);

  std::string_view text_;
  std::vector<Line> lines_;
  Sender sender_;
  std::vector<std::size_t> own_;  // Indices of the non-empty lines of the writer.
  // Lines [begin_, end_) of `own_` are searched: below the greeting, without marked signatures.
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t greeting_line_ = no_line;
  std::size_t greeting_length_ = 0;
  std::size_t closing_line_ = no_line;
  ClosingInLine closing_;
  std::size_t below_mark_ = no_line;  // The line below the last mark of a signature.
};

}  // namespace

Layout find_layout(std::string_view text, TextSpan body, std::span<const Mailbox> from) {
  return Finder(text, body, from).find();
}

}  // namespace mailcheck
