#include "checks/emoji.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "checks/own_text.hpp"
#include "checks/phrase.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

/// Faces typed with letters and signs; a longer one stands before its beginning.
constexpr std::string_view emoticons[] = {
    ":'-)", ":'-(", ":-))", ":-)",  ":-(", ":-D", ":-P", ":-p", ":-/",        ":-|", ":-O",
    ":-o",  ":-*",  ";-)",  ";-D",  ";-P", ":'(", ":')", ":))", ":((",        ":)",  ":(",
    ":D",   ":P",   ":p",   ":*",   ":O",  ":o",  ":3",  ":]",  ":[",         ":/",  ":|",
    ";)",   ";D",   ";P",   "=)",   "=D",  "=(",  "8-)", "^_^", "^^",         "-_-", "o_O",
    "O_o",  "<3",   "</3",  "\\o/", "xD",  "XD",  "(:",  "(-:", "¯\\_(ツ)_/¯"};

constexpr std::string_view shortcodes[] = {
    ":+1:",          ":blush:",        ":clap:",     ":fire:",   ":grin:",     ":grinning:",
    ":heart:",       ":joy:",          ":laughing:", ":muscle:", ":pray:",     ":raised_hands:",
    ":rocket:",      ":slight_smile:", ":smile:",    ":smiley:", ":sparkles:", ":star:",
    ":sweat_smile:", ":tada:",         ":thumbsup:", ":wave:",   ":wink:"};

constexpr char32_t variation_picture = 0xFE0F;
constexpr char32_t joiner = 0x200D;

bool is_skin_or_joiner(char32_t value) {
  return value == variation_picture || value == joiner || (value >= 0x1F3FB && value <= 0x1F3FF);
}

/// The end of the run of emoji at `at`, spaces between them included; `at` when there is none.
std::size_t emoji_end(std::string_view all, std::size_t at, std::size_t limit) {
  std::size_t end = at;
  for (std::size_t next = at; next < limit;) {
    const CodePoint point = decode_utf8(all, next);
    const std::size_t after = next + point.length;
    const bool asked =
        point.value >= 0x80 && after < limit && decode_utf8(all, after).value == variation_picture;
    if (point.value >= 0x80 && (is_emoji(point.value) || asked))
      end = after;
    else if (end > at && is_skin_or_joiner(point.value))
      end = after;
    else if (end == at || point.value != ' ')
      break;
    next = after;
  }
  return end;
}

bool is_space_or_end(std::string_view all, std::size_t at, std::size_t limit) {
  return at >= limit || all[at] == ' ' || all[at] == '\n' || all[at] == '\t';
}

/// Whether what looks like a face is one: it stands alone, and is neither “<3 years” nor Adobe XD
/// nor the end of a parenthesis.
bool stands_alone(std::string_view all, TextSpan paragraph, TextSpan face) {
  const std::string_view written = slice(all, face);
  if (face.begin > paragraph.begin) {
    const char before = all[face.begin - 1];
    const bool letters = written == "xD" || written == "XD";
    const bool after_mark = before == '.' || before == '!' || before == '?';
    if (before != ' ' && before != '\n' && !(after_mark && written != ":/"))
      return false;
    if (letters && before == ' ' && face.begin >= 2 &&
        std::string_view(".!?").find(all[face.begin - 2]) == std::string_view::npos)
      return false;
  }
  std::size_t after = face.end;
  if (after < paragraph.end && std::string_view(".!?,").find(all[after]) != std::string_view::npos)
    ++after;
  if (!is_space_or_end(all, after, paragraph.end))
    return false;
  if (written == "(:" || written == "(-:" || written == "^^" || written == ":3" ||
      written == ":o" || written == ":O" || written == ":|" || written == ":[")
    return after >= paragraph.end || all[after] == '\n';
  if (written != "<3")
    return true;
  return after + 1 >= paragraph.end || all[after] == '\n' ||
         (all[after + 1] >= 'A' && all[after + 1] <= 'Z');
}

/// By byte: whether an emoji or a face may begin with it.
constexpr auto may_begin = [] {
  std::array<bool, 256> begins{};
  for (std::size_t byte = 0x80; byte < begins.size(); ++byte)
    begins[byte] = true;
  for (const char c : std::string_view(":;=8^-oO<\\xX("))
    begins[static_cast<unsigned char>(c)] = true;
  return begins;
}();

/// Few of the letters that a face may begin with begin one: “o_O”, “xD”.
bool may_begin_at(std::string_view all, std::size_t at, std::size_t limit) {
  const char c = all[at];
  if (!may_begin[static_cast<unsigned char>(c)])
    return false;
  const char next = at + 1 < limit ? all[at + 1] : ' ';
  if (c == 'o' || c == 'O')
    return next == '_';
  return (c != 'x' && c != 'X') || next == 'D';
}

std::size_t face_end(std::string_view all, TextSpan paragraph, std::size_t at) {
  const char second = at + 1 < paragraph.end ? all[at + 1] : '\0';
  if (is_ascii_letter(all[at]) && second != '_' && second != 'D')
    return at;  // Nearly all letters, and only two faces.
  for (const std::string_view code : shortcodes) {
    if (code[0] == all[at] && code[1] == second && all.substr(at, code.size()) == code)
      return at + code.size();
  }
  for (const std::string_view face : emoticons) {
    const TextSpan span{at, at + face.size()};
    if (face[0] == all[at] && face[1] == second && span.end <= paragraph.end &&
        slice(all, span) == face && stands_alone(all, paragraph, span))
      return span.end;
  }
  return at;
}

/// A “(” before the face on the same line: “(see the list :)” closes it and is no smile.
bool closes_parenthesis(std::string_view all, TextSpan paragraph, TextSpan face) {
  if (!slice(all, face).ends_with(')'))
    return false;
  constexpr std::size_t window = 200;
  const std::size_t from = std::max(paragraph.begin, face.begin > window ? face.begin - window : 0);
  const std::string_view before = all.substr(from, face.begin - from);
  return std::count(before.begin(), before.end(), '(') >
         std::count(before.begin(), before.end(), ')');
}

std::vector<Hit> run(const Context& context, const std::vector<RegionKind>& regions) {
  const std::string_view all = context.draft.text;
  std::vector<Hit> hits;
  for (const Paragraph& paragraph : context.text.paragraphs) {
    if (!holds(regions, paragraph.region))
      continue;
    for (std::size_t at = paragraph.span.begin; at < paragraph.span.end;) {
      if (!may_begin_at(all, at, paragraph.span.end)) {
        ++at;
        continue;
      }
      std::size_t end = emoji_end(all, at, paragraph.span.end);
      if (end == at) {
        end = face_end(all, paragraph.span, at);
        if (end != at && closes_parenthesis(all, paragraph.span, {at, end}))
          end = at;
      }
      if (end != at)
        hits.push_back({.place = TextSpan{at, end}});
      at = end != at ? end : at + decode_utf8(all, at).length;
    }
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_emoji(const Params& params) {
  Result<std::vector<RegionKind>> regions =
      region_list(params, "in",
                  {RegionKind::subject, RegionKind::greeting, RegionKind::body, RegionKind::closing,
                   RegionKind::signature});
  if (!regions)
    return regions.error();
  return CheckFunction(
      [kinds = *std::move(regions)](const Context& context) { return run(context, kinds); });
}

}  // namespace mailcheck
