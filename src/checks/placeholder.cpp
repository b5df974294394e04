#include "checks/placeholder.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <string>

#include "base/one_of.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "checks/own_text.hpp"
#include "checks/pattern_search.hpp"
#include "checks/phrase.hpp"

namespace mailcheck {
namespace {

/// Bytes between two brackets that can be a slot; also what keeps the search linear.
constexpr std::size_t longest_slot = 120;

/// What the content between two marks must be to be a slot.
enum class Content {
  words,    ///< words or an identifier
  field,    ///< a word or two, or words with a slot word among them
  slot,     ///< the same, with a slot word among them
  bracket,  ///< what square brackets hold, see is_bracket_slot
  remark,   ///< what parentheses hold: an instruction, or a line that is a slot
};

struct Marks {
  std::string_view open;
  std::string_view close;
  Content content;
};

/// A longer opening mark stands before a shorter one that it begins with.
constexpr Marks marks[] = {
    {"{{", "}}", Content::words},   {"${", "}", Content::words},  {"{%", "%}", Content::words},
    {"{", "}", Content::slot},      {"<<", ">>", Content::field}, {"<", ">", Content::slot},
    {"«", "»", Content::slot},      {"((", "))", Content::slot},  {"::", "::", Content::slot},
    {"*|", "|*", Content::words},   {"@@", "@@", Content::slot},  {"##", "##", Content::slot},
    {"#", "#", Content::slot},      {"%%", "%%", Content::slot},  {"%", "%", Content::slot},
    {"[[", "]]", Content::bracket}, {"[", "]", Content::bracket}, {"［", "］", Content::bracket},
    {"【", "】", Content::bracket}, {"｛", "｝", Content::slot},  {"＜", "＞", Content::slot},
    {"(", ")", Content::remark},    {"（", "）", Content::remark}};

/// By byte: whether a mark, or inline code, begins with it.
constexpr auto begins_mark = [] {
  std::array<bool, 256> begins{};
  begins['`'] = true;
  for (const Marks& pair : marks)
    begins[static_cast<unsigned char>(pair.open.front())] = true;
  return begins;
}();

/// Words of a slot that does not begin with an instruction; a longer bracket is an aside.
constexpr std::size_t longest_noun_slot = 12;

/// Words of a merge field that needs no slot word; more is what a mail program writes for a file.
constexpr std::size_t longest_field = 2;

/// Verbs that begin an instruction to the writer.
constexpr std::string_view instructions[] = {
    "insert",  "fill",      "enter",   "add",    "mention", "describe", "include",
    "specify", "highlight", "replace", "choose", "select",  "name",     "list"};

/// What square brackets hold in finished mails.
constexpr std::string_view innocent[] = {
    "sic",    "external", "internal", "image",     "cid",          "attached", "attachment", "edit",
    "edited", "redacted", "spam",     "draft",     "confidential", "secure",   "encrypted",  "note",
    "quote",  "snip",     "cont",     "continued", "translation",  "emphasis"};

/// What the names of attached files end in.
constexpr std::string_view file_endings[] = {"csv", "doc", "docx", "gif", "htm",  "html", "jpeg",
                                             "jpg", "odt", "pdf",  "png", "pps",  "ppt",  "pptx",
                                             "rtf", "txt", "vcf",  "xls", "xlsx", "zip"};

/// Words in order, made once for a run.
class Words {
 public:
  explicit Words(std::vector<std::string> words) : words_(std::move(words)) {
    if (!std::is_sorted(words_.begin(), words_.end()))
      std::sort(words_.begin(), words_.end());
  }
  [[nodiscard]] bool contains(std::string_view word) const {
    return std::binary_search(words_.begin(), words_.end(), word, std::less<>());
  }

 private:
  std::vector<std::string> words_;
};

struct Slots {
  Words slots;
  Words lines;
  PhraseGroup phrases;
  PatternSearch patterns;
  std::vector<RegionKind> regions;
};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_upper_byte(char c) {
  return c >= 'A' && c <= 'Z';
}

/// The words of a slot in lower case, “recipientFirstName” and “candidate_name” taken apart.
std::vector<std::string> parts_of(std::string_view content) {
  std::vector<std::string> parts;
  std::string part;
  for (std::size_t i = 0; i < content.size(); ++i) {
    const bool hump = i > 0 && is_upper_byte(content[i]) && !is_upper_byte(content[i - 1]);
    if (!is_word_byte(content[i]) || hump) {
      if (!part.empty())
        parts.push_back(to_lower(part));
      part.clear();
    }
    if (is_word_byte(content[i]))
      part += content[i];
  }
  if (!part.empty())
    parts.push_back(to_lower(part));
  return parts;
}

bool has_slot_word(const Slots& slots, const std::vector<std::string>& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
    return slots.slots.contains(part) || slots.slots.contains(std::string_view(part).substr(
                                             0, part.size() - (part.ends_with('s') ? 1 : 0)));
  });
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view edge = " \t\n.,:;*_";
  const std::size_t begin = text.find_first_not_of(edge);
  if (begin == std::string_view::npos)
    return {};
  return text.substr(begin, text.find_last_not_of(edge) - begin + 1);
}

/// Words, with what stands between words in a template. Code and addresses hold other characters.
bool is_wording(std::string_view content) {
  if (content.empty() || content.front() == ' ' || content.back() == ' ')
    content = trimmed(content);
  return !content.empty() && std::all_of(content.begin(), content.end(), [](char c) {
    return is_word_byte(c) || std::string_view(" \n_-./'&,").find(c) != std::string_view::npos;
  }) && std::any_of(content.begin(), content.end(), [](char c) {
    return is_word_byte(c) && !(c >= '0' && c <= '9');
  });
}

/// “[Hospital]”, “[Insight 1]”: the first word and every longer one is capitalised.
bool is_title(std::string_view content) {
  bool starts = true;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < content.size(); ++i) {
    if (starts && content[i] >= 'a' && content[i] <= 'z' &&
        content.substr(i, content.find(' ', i) - i).size() > 3)
      return false;
    starts = !is_word_byte(content[i]) && content[i] != '\'';
    if (is_word_byte(content[i]))
      ++letters;
  }
  return letters > 1 && is_upper_byte(content.front());
}

/// “offer letter.doc”: mail programs leave the names of attachments in the text.
bool is_file_name(std::string_view content) {
  const std::size_t dot = content.rfind('.');
  return dot != std::string_view::npos &&
         is_one_of(to_lower(content.substr(dot + 1)), file_endings);
}

bool is_bracket_slot(const Slots& slots, std::string_view content, bool tag_place) {
  if (content.find("://") != std::string_view::npos || content.find('@') != std::string_view::npos)
    return false;
  if (content.size() == 1)
    return content == "X" || content == "Y" || content == "Z";
  const std::vector<std::string> parts = parts_of(content);
  if (parts.empty() || is_one_of(parts.front(), innocent))
    return false;
  const bool digits = content.find_first_of("0123456789") != std::string_view::npos;
  const bool instructs = is_one_of(parts.front(), instructions);
  if (has_slot_word(slots, parts) && (instructs || parts.size() <= longest_noun_slot))
    return !(tag_place && (digits || parts.size() == 1));
  if (tag_place || !is_wording(content))
    return false;
  return instructs || is_title(content);
}

bool is_slot(const Slots& slots, Content kind, std::string_view content, bool tag_place) {
  const std::vector<std::string> parts = parts_of(content);
  if (parts.empty() || is_file_name(content))
    return false;
  switch (kind) {
    case Content::words:
      return is_wording(content) && content.front() != ' ';
    case Content::field:
      return is_wording(content) && content.front() != ' ' &&
             (parts.size() <= longest_field || has_slot_word(slots, parts));
    case Content::slot:
      return is_wording(content) && content.front() != ' ' && has_slot_word(slots, parts);
    case Content::bracket:
      return is_bracket_slot(slots, content, tag_place);
    case Content::remark:
      return slots.lines.contains(to_lower(trimmed(content))) ||
             (parts.size() > 1 && has_slot_word(slots, parts) &&
              (parts.front() == "insert" || parts.front() == "fill" || parts.front() == "enter"));
  }
  return false;
}

/// Whether the marks can stand at `at`: not within a word (`a[i]`, `50%`), an entity or a C++ name.
bool may_open(std::string_view all, std::size_t at, const Marks& pair) {
  if (at == 0)
    return true;
  const char before = all[at - 1];
  if (before == '\\' || before == pair.open.front())
    return false;
  const bool ascii_word = is_word_byte(before) && static_cast<unsigned char>(before) < 0x80;
  return !ascii_word || pair.content == Content::words || pair.open.front() == '(';
}

/// “555 0100 [Pager]”: says what the number before it is.
bool explains_number(std::string_view all, std::size_t at) {
  const std::size_t last = at == 0 ? std::string_view::npos : all.find_last_not_of(" \t", at - 1);
  return last != std::string_view::npos && all[last] >= '0' && all[last] <= '9';
}

/// The end of the slot that opens at `at`.
std::optional<std::size_t> slot_end(const Slots& slots, std::string_view all, std::size_t at,
                                    std::size_t limit, const Marks& pair, bool tag_place) {
  const std::size_t begin = at + pair.open.size();
  if (begin >= limit)
    return std::nullopt;
  const std::string_view window = all.substr(begin, std::min(limit - begin, longest_slot));
  const std::size_t length = window.find(pair.close);
  if (length == std::string_view::npos || length == 0)
    return std::nullopt;
  const std::string_view content = window.substr(0, length);
  const std::size_t end = begin + length + pair.close.size();
  if (pair.content != Content::remark && content.find(pair.open) != std::string_view::npos)
    return std::nullopt;
  const bool link = end < limit && (all[end] == '(' || (all[end] == '[' && pair.open == "["));
  const bool goes_on = end < limit && is_word_byte(all[end]) && content.size() == 1;
  if (pair.open.starts_with('[') && (link || goes_on))
    return std::nullopt;
  if (!is_slot(slots, pair.content, content, tag_place))
    return std::nullopt;
  if (pair.content == Content::bracket && explains_number(all, at) &&
      !has_slot_word(slots, parts_of(content)))
    return std::nullopt;
  return end;
}

/// Whether list tags stand here: in a subject with nothing but reply marks and other tags before.
bool is_tag_place(std::string_view all, const Paragraph& paragraph, std::size_t at) {
  if (paragraph.region != RegionKind::subject || at - paragraph.span.begin > longest_slot)
    return false;
  const std::string_view before = all.substr(paragraph.span.begin, at - paragraph.span.begin);
  std::string outside;
  bool inside = false;
  for (const char c : before) {
    inside = c == '[' || (inside && c != ']');
    if (!inside)
      outside += c == ']' ? ' ' : c;
  }
  const std::vector<std::string> parts = parts_of(outside);
  return std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
    return part == "re" || part == "fwd" || part == "fw" || part == "aw" || part == "wg";
  });
}

void find_marked(const Slots& slots, const Context& context, const Paragraph& paragraph,
                 std::vector<TextSpan>& spans) {
  const std::string_view all = context.draft.text;
  const std::size_t limit = paragraph.span.end;
  for (std::size_t at = paragraph.span.begin; at < limit;) {
    if (!begins_mark[static_cast<unsigned char>(all[at])]) {
      ++at;
      continue;
    }
    if (all[at] == '`') {  // inline code
      const std::size_t close = all.substr(0, limit).find('`', at + 1);
      at = close == std::string_view::npos ? at + 1 : close + 1;
      continue;
    }
    std::optional<std::size_t> end;
    for (const Marks& pair : marks) {
      if (!all.substr(at, pair.open.size()).starts_with(pair.open))
        continue;
      if (may_open(all, at, pair))
        end = slot_end(slots, all, at, limit, pair, is_tag_place(all, paragraph, at));
      if (end)
        break;
    }
    if (end)
      spans.push_back({at, *end});
    at = end.value_or(at + 1);
  }
}

void find_lines(const Slots& slots, const Context& context, const Paragraph& paragraph,
                std::vector<TextSpan>& spans) {
  // After a line this long, in bytes, a short one is the wrapped rest of its sentence.
  constexpr std::size_t shortest_wrapped = 32;
  const std::string_view all = context.draft.text;
  std::size_t before = 0;
  for (std::size_t begin = paragraph.span.begin; begin < paragraph.span.end;) {
    const std::size_t end = std::min(all.find('\n', begin), paragraph.span.end);
    const std::string_view line = all.substr(begin, end - begin);
    const std::string_view kept = trimmed(line);
    const bool wrapped = before >= shortest_wrapped;
    // “Name:” is a field of a form, which the reader is to fill in.
    const bool is_field = line.substr(0, line.find_last_not_of(" \t\r") + 1).ends_with(':');
    before = line.size();
    if (!wrapped && !is_field && kept.size() <= longest_slot &&
        slots.lines.contains(to_lower(kept))) {
      const std::size_t from = begin + static_cast<std::size_t>(kept.data() - line.data());
      spans.push_back({from, from + kept.size()});
    }
    begin = end + 1;
  }
}

/// Whether a gap is one of a form, which the reader is to fill in: it begins its line, after a
/// number or a bullet, or follows a label.
bool is_form_field(std::string_view all, std::size_t at) {
  const std::size_t line = at == 0 ? std::string_view::npos : all.rfind('\n', at - 1);
  const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
  std::string_view before = all.substr(begin, at - begin);
  before = before.substr(0, before.find_last_not_of(" \t") + 1);
  return before.ends_with(':') ||
         before.find_first_not_of(" \t0123456789.)(*-•abcd") == std::string_view::npos;
}

bool ends_in_gap(std::string_view line) {
  line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
  return line.ends_with("__") && line.find_first_not_of("_ \t") != std::string_view::npos;
}

/// Whether several lines end in a gap: “I will attend ___”, to be answered by the reader.
bool has_form(std::string_view all) {
  constexpr std::size_t fewest_lines = 3;
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin < all.size() && lines < fewest_lines;) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    lines += ends_in_gap(all.substr(begin, end - begin)) ? 1U : 0U;
    begin = end + 1;
  }
  return lines >= fewest_lines;
}

/// Whether the line around `at` ends in a gap.
bool is_form_line(std::string_view all, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : all.rfind('\n', at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return ends_in_gap(all.substr(begin, std::min(all.find('\n', at), all.size()) - begin));
}

/// A gap to write in: three underscores or more, or a long row of dots, beside other text.
void find_gaps(const Context& context, bool form, const Paragraph& paragraph,
               std::vector<TextSpan>& spans) {
  constexpr std::size_t shortest_rule = 3;
  const std::string_view all = context.draft.text;
  for (std::size_t at = paragraph.span.begin; at < paragraph.span.end;) {
    if (all[at] != '_') {
      ++at;
      continue;
    }
    const std::size_t end = std::min(all.find_first_not_of('_', at), paragraph.span.end);
    const bool touches = (at > paragraph.span.begin && is_word_byte(all[at - 1])) ||
                         (end < paragraph.span.end && is_word_byte(all[end]));
    const bool whole_line = (at == 0 || all[at - 1] == '\n') &&
                            (end == all.size() || all[end] == '\n' || all[end] == '\r');
    if (end - at >= shortest_rule && !touches && !whole_line && !is_form_field(all, at) &&
        !(form && is_form_line(all, at)))
      spans.push_back({at, end});
    at = end;
  }
}

bool overlaps_any(const std::vector<TextSpan>& sorted, TextSpan span) {
  const auto next = std::lower_bound(sorted.begin(), sorted.end(), span);
  return (next != sorted.end() && next->overlaps(span)) ||
         (next != sorted.begin() && std::prev(next)->overlaps(span));
}

std::vector<Hit> run(const Context& context, const Slots& slots) {
  const bool form = has_form(context.draft.text);
  std::vector<TextSpan> spans;
  for (const Paragraph& paragraph : context.text.paragraphs) {
    if (!holds(slots.regions, paragraph.region))
      continue;
    find_marked(slots, context, paragraph, spans);
    find_lines(slots, context, paragraph, spans);
    find_gaps(context, form, paragraph, spans);
  }
  std::sort(spans.begin(), spans.end());

  // Marks show where a slot begins and ends; wordings only add what has none.
  std::vector<TextSpan> wordings = slots.patterns.find(context, slots.regions);
  for (const PhraseMatch& match : context.phrases.of(slots.phrases)) {
    if (holds(slots.regions, match.region))
      wordings.push_back(match.span);
  }
  std::erase_if(wordings, [&](TextSpan span) { return overlaps_any(spans, span); });
  spans.insert(spans.end(), wordings.begin(), wordings.end());
  std::sort(spans.begin(), spans.end(), [](TextSpan a, TextSpan b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });

  std::vector<Hit> hits;
  std::size_t covered = 0;
  for (const TextSpan span : spans) {
    if (span.begin < covered)
      continue;
    hits.push_back({.place = span});
    covered = span.end;
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_placeholder(const Params& params) {
  Result<std::vector<std::string>> words = params.list("slots");
  if (!words)
    return words.error();
  Result<std::vector<std::string>> lines = params.list("lines");
  if (!lines)
    return lines.error();
  const Result<PhraseGroup> phrases = params.phrases("phrases");
  if (!phrases)
    return phrases.error();
  Result<std::vector<PatternSource>> patterns = params.patterns("patterns");
  if (!patterns)
    return patterns.error();
  Result<std::vector<RegionKind>> regions =
      region_list(params, "in",
                  {RegionKind::subject, RegionKind::address_block, RegionKind::greeting,
                   RegionKind::body, RegionKind::closing, RegionKind::signature});
  if (!regions)
    return regions.error();
  // Shared, because a CheckFunction is copied and compiled patterns are not.
  auto slots = std::make_shared<Slots>(Slots{.slots = Words(*std::move(words)),
                                             .lines = Words(*std::move(lines)),
                                             .phrases = *phrases,
                                             .patterns = PatternSearch(*std::move(patterns)),
                                             .regions = *std::move(regions)});
  return CheckFunction([slots](const Context& context) { return run(context, *slots); });
}

}  // namespace mailcheck
