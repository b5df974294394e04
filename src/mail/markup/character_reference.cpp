#include "mail/markup/character_reference.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <gumbo.h>

#include "base/out_of_memory.hpp"
#include "base/utf8.hpp"
#include "mail/ascii.hpp"
#include "mail/decoded_text.hpp"

namespace mailcheck {

namespace {

// “CounterClockwiseContourIntegral” is the longest, “&Aacute” the longest that needs no “;”.
constexpr std::size_t longest_name = 31;
constexpr std::size_t longest_open_name = 6;

GumboOptions options() {
  GumboOptions options = kGumboDefaultOptions;
  // gumbo does not look whether it got any.
  options.allocator = [](void* /*data*/, std::size_t size) { return allocate_or_end(size); };
  options.deallocator = [](void* /*data*/, void* memory) { std::free(memory); };
  return options;
}

struct OutputDeleter {
  void operator()(GumboOutput* output) const {
    const GumboOptions used = options();
    gumbo_destroy_output(&used, output);
  }
};

// `text` without markup, as the body of a document.
std::string parsed(const std::string& text) {
  const GumboOptions used = options();
  const std::unique_ptr<GumboOutput, OutputDeleter> output(
      gumbo_parse_with_options(&used, text.data(), text.size()));
  const GumboVector& sections = output->root->v.element.children;
  for (unsigned i = 0; i < sections.length; ++i) {
    const auto* section = static_cast<const GumboNode*>(sections.data[i]);
    if (section->type != GUMBO_NODE_ELEMENT || section->v.element.tag != GUMBO_TAG_BODY ||
        section->v.element.children.length == 0)
      continue;
    const auto* node = static_cast<const GumboNode*>(section->v.element.children.data[0]);
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
      return node->v.text.text;
  }
  return {};
}

CharacterReference look_up(const std::string& text) {
  const std::string value = parsed(text);
  if (value.empty() || value == text)
    return {};
  // What the parser did not take stands unchanged at the end.
  std::size_t rest = 0;
  const std::size_t most = std::min(text.size(), value.size()) - 1;
  while (rest < most && text[text.size() - 1 - rest] == value[value.size() - 1 - rest])
    ++rest;
  return {text.size() - rest, value.substr(0, value.size() - rest)};
}

}  // namespace

// HTML §13.2.5.80: what is no character becomes U+FFFD, C1 controls are read as Windows-1252.
const CharacterReference& CharacterReferences::numeric(std::string_view text) {
  number_ = {};
  std::size_t at = 2;
  const bool is_hex = at < text.size() && ascii_lower(text[at]) == 'x';
  at += is_hex ? 1 : 0;
  const std::size_t first_digit = at;
  char32_t value = 0;
  for (; at < text.size(); ++at) {
    const int digit = hex_value(text[at]);
    if (digit < 0 || (!is_hex && digit > 9))
      break;
    value =
        std::min<char32_t>(value * (is_hex ? 16U : 10U) + static_cast<char32_t>(digit), 0x110000);
  }
  if (at == first_digit)
    return number_;
  number_.length = at + (at < text.size() && text[at] == ';' ? 1 : 0);
  if (value == 0)
    value = 0xFFFD;
  std::string raw;
  Charset charset = Charset::utf8;
  if (value >= 0x80 && value < 0xA0) {
    raw = static_cast<char>(static_cast<unsigned char>(value));
    charset = Charset::windows_1252;
  } else {
    append_utf8(raw, value);
  }
  DecodedText bytes;
  bytes.append_verbatim(raw, {0, raw.size()});
  DecodedText readable;
  std::vector<Note> ignored;
  append_readable(readable, bytes, charset, ignored);
  number_.value = std::move(readable.text);
  return number_;
}

const CharacterReference& CharacterReferences::named(std::string_view text) {
  std::size_t end = 1;
  const auto is_name = [&](std::size_t i) {
    return i < text.size() && (is_ascii_letter(text[i]) || is_ascii_digit(text[i]));
  };
  while (end <= longest_name && is_name(end))
    ++end;
  const bool is_closed = end < text.size() && text[end] == ';';
  std::string key(text.substr(0, is_closed ? end + 1 : std::min(end, 1 + longest_open_name)));
  const auto found = names_.find(key);
  if (found != names_.end())
    return found->second;
  CharacterReference reference = look_up(key);
  return names_.emplace(std::move(key), std::move(reference)).first->second;
}

const CharacterReference& CharacterReferences::at_start_of(std::string_view text) {
  if (text.size() > 1 && text[1] == '#')
    return numeric(text);
  return named(text);
}

}  // namespace mailcheck
