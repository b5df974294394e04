#include "text/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.hpp"
#include "mail/ascii.hpp"
#include "text/regions.hpp"

namespace mailcheck {

namespace {

// Length of the mark a list item begins with (“- ”, “• ”, “2. ”), white space included; 0: none.
std::size_t item_mark(std::string_view line) {
  std::size_t length = 0;
  for (const std::string_view bullet : {"-", "*", "\u2022", "\u00B7", "\u2023", "\u2013"}) {
    if (line.starts_with(bullet))
      length = bullet.size();
  }
  if (length == 0) {
    while (length < line.size() && length < 3 && is_ascii_digit(line[length]))
      ++length;
    if (length == 0 || length == line.size() || (line[length] != '.' && line[length] != ')'))
      return 0;
    ++length;
  }
  const std::size_t mark = length;
  while (length < line.size() && is_blank(line[length]))
    ++length;
  return length > mark ? length : 0;
}

bool is_linted(RegionKind kind) {
  return kind != RegionKind::quote && kind != RegionKind::attribution;
}

// Lines of a body run on; every line of the other regions stands for itself.
bool runs_on(RegionKind kind) {
  return kind == RegionKind::body;
}

class Analyzer {
 public:
  explicit Analyzer(std::string_view text) : text_(text) {}

  Text analyze(const Draft& draft) {
    if (!draft.subject.empty())
      add_region(std::array{Segment{RegionKind::subject, draft.subject, true}});
    const Layout layout = find_layout(text_, draft.body, draft.from);
    result_.quoted_lines = layout.quoted_lines;
    const std::span<const Segment> segments = layout.segments;
    for (std::size_t begin = 0; begin < segments.size();) {
      std::size_t end = begin + 1;
      while (end < segments.size() && segments[end].kind == segments[begin].kind)
        ++end;
      add_region(segments.subspan(begin, end - begin));
      begin = end;
    }
    return std::move(result_);
  }

 private:
  void add_region(std::span<const Segment> segments) {
    const RegionKind kind = segments.front().kind;
    const TextSpan span{segments.front().span.begin, segments.back().span.end};
    result_.regions.push_back({kind, span});
    if (!is_linted(kind))
      return;
    const std::size_t first_sentence = result_.sentences.size();
    for (std::size_t begin = 0; begin < segments.size();) {
      std::size_t end = begin + 1;
      while (end < segments.size() && !segments[end].begins_block)
        ++end;
      add_paragraph(segments.subspan(begin, end - begin));
      begin = end;
    }
    add_words(span, first_sentence);
  }

  void add_paragraph(std::span<const Segment> lines) {
    const RegionKind kind = lines.front().kind;
    result_.paragraphs.push_back({kind, {lines.front().span.begin, lines.back().span.end}});
    TextSpan chunk{lines.front().span.begin, lines.front().span.begin};
    bool is_item = false;
    std::string_view above;
    for (const Segment& line : lines) {
      const std::string_view content = slice(text_, line.span);
      // A dash may also be the first character of a wrapped line; then a sentence runs on above it.
      const bool may_begin =
          above.empty() || is_item || std::string_view(".:;,!?").find(above.back()) != above.npos;
      const std::size_t mark = may_begin && runs_on(kind) ? item_mark(content) : 0;
      if (mark > 0 || !runs_on(kind)) {
        add_sentences(kind, chunk);
        chunk.begin = line.span.begin + mark;
        is_item = mark > 0;
      }
      chunk.end = line.span.end;
      above = content;
    }
    add_sentences(kind, chunk);
  }

  void add_sentences(RegionKind kind, TextSpan chunk) {
    if (chunk.empty())
      return;
    if (!runs_on(kind)) {
      add_sentence(kind, chunk);
      return;
    }
    for (const Range& range : sentence_ranges(slice(text_, chunk)))
      add_sentence(kind, {chunk.begin + range.begin, chunk.begin + range.end});
  }

  void add_sentence(RegionKind kind, TextSpan span) {
    const auto paragraph = static_cast<std::uint32_t>(result_.paragraphs.size() - 1);
    result_.sentences.push_back({kind, span, paragraph, 0, 0});
  }

  // Words and tokens of the sentences from `first` on, which lie in `region`.
  void add_words(TextSpan region, std::size_t first) {
    const std::vector<TextSpan> words = words_in(text_, region);
    auto next = words.begin();
    for (std::size_t i = first; i < result_.sentences.size(); ++i) {
      Sentence& sentence = result_.sentences[i];
      const auto index = static_cast<std::uint32_t>(i);
      const auto begin = std::find_if(
          next, words.end(), [&](TextSpan word) { return word.begin >= sentence.span.begin; });
      const auto end = std::find_if(begin, words.end(),
                                    [&](TextSpan word) { return word.begin >= sentence.span.end; });
      for (auto word = begin; word != end; ++word)
        result_.words.push_back({sentence.region, *word, index});
      sentence.first_token = static_cast<std::uint32_t>(result_.tokens.all.size());
      append_tokens(result_.tokens, text_, sentence.span, index, std::span(begin, end));
      sentence.last_token = static_cast<std::uint32_t>(result_.tokens.all.size());
      next = end;
    }
  }

  std::string_view text_;
  Text result_;
};

}  // namespace

std::string_view name_of(RegionKind kind) {
  switch (kind) {
    case RegionKind::header:
      return "header";
    case RegionKind::subject:
      return "subject";
    case RegionKind::address_block:
      return "address-block";
    case RegionKind::greeting:
      return "greeting";
    case RegionKind::body:
      return "body";
    case RegionKind::closing:
      return "closing";
    case RegionKind::signature:
      return "signature";
    case RegionKind::attribution:
      return "attribution";
    case RegionKind::quote:
      return "quote";
  }
  return {};
}

const Region* Text::region(RegionKind kind) const {
  for (const Region& region : regions) {
    if (region.kind == kind)
      return &region;
  }
  return nullptr;
}

RegionKind Text::region_at(std::size_t offset) const {
  const auto after = std::upper_bound(
      regions.begin(), regions.end(), offset,
      [](std::size_t wanted, const Region& region) { return wanted < region.span.begin; });
  if (after == regions.begin())
    return RegionKind::body;
  const Region& candidate = *std::prev(after);
  return candidate.span.contains(offset) ? candidate.kind : RegionKind::body;
}

Text analyze(const Draft& draft) {
  return Analyzer(draft.text).analyze(draft);
}

}  // namespace mailcheck
