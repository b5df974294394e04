#include "checks/html_styling.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "mail/ascii.hpp"
#include "mail/draft.hpp"

namespace mailcheck {
namespace {

using Color = std::array<int, 3>;  // red, green, blue, 0 to 255

// Colours by name that nobody gets without choosing them; sorted.
constexpr std::string_view bright_names[] = {
    "aqua",       "chartreuse",  "coral",       "cornflowerblue", "crimson",   "cyan",
    "darkorange", "deeppink",    "deepskyblue", "dodgerblue",     "fuchsia",   "gold",
    "goldenrod",  "greenyellow", "hotpink",     "khaki",          "lawngreen", "lightblue",
    "lightgreen", "lightpink",   "lightyellow", "lime",           "limegreen", "magenta",
    "orange",     "orangered",   "orchid",      "pink",           "plum",      "red",
    "royalblue",  "salmon",      "skyblue",     "springgreen",    "tomato",    "turquoise",
    "violet",     "yellow",      "yellowgreen"};

// What mail programs give to links and replies.
constexpr Color program_colors[] = {{0x05, 0x63, 0xC1}, {0x00, 0x00, 0xEE}, {0x00, 0x00, 0xFF},
                                    {0x11, 0x55, 0xCC}, {0x00, 0x78, 0xD4}, {0x00, 0x78, 0xD7},
                                    {0x95, 0x4F, 0x72}, {0x46, 0x78, 0x86}, {0x1F, 0x49, 0x7D},
                                    {0x1A, 0x73, 0xE8}, {0x00, 0x66, 0xCC}, {0x2F, 0x54, 0x96}};

// Fonts for posters and invitations.
constexpr std::string_view showy_fonts[] = {"algerian",
                                            "bradley hand",
                                            "brush script",
                                            "chalkboard",
                                            "comic sans",
                                            "curlz",
                                            "freestyle",
                                            "jokerman",
                                            "kristen",
                                            "lucida calligraphy",
                                            "lucida handwriting",
                                            "marker felt",
                                            "monotype corsiva",
                                            "papyrus",
                                            "segoe print",
                                            "segoe script",
                                            "snap itc"};

std::optional<Color> hex_color(std::string_view digits) {
  if (digits.size() != 3 && digits.size() != 6)
    return std::nullopt;
  const std::size_t width = digits.size() / 3;
  Color color{};
  for (std::size_t i = 0; i < color.size(); ++i) {
    const int high = hex_value(digits[i * width]);
    const int low = hex_value(digits[i * width + width - 1]);
    if (high < 0 || low < 0)
      return std::nullopt;
    color[i] = high * 16 + low;
  }
  return color;
}

/// “rgb(1, 2, 3)”, “rgba(1 2 3 / 50%)”; percentages are not read.
std::optional<Color> rgb_color(std::string_view value) {
  if (!value.starts_with("rgb") || value.find('%') < value.find('/'))
    return std::nullopt;
  Color color{};
  std::size_t at = value.find('(');
  for (int& part : color) {
    at = value.find_first_of("0123456789", std::min(at, value.size()));
    if (at == std::string_view::npos)
      return std::nullopt;
    for (; at < value.size() && is_ascii_digit(value[at]) && part < 256; ++at)
      part = part * 10 + (value[at] - '0');
    part = std::min(part, 255);
  }
  return color;
}

std::optional<Color> color_of(std::string_view value) {
  if (value.starts_with('#'))
    return hex_color(value.substr(1, value.find_first_of(" !", 1) - 1));
  return rgb_color(value);
}

std::string_view first_word(std::string_view value) {
  return value.substr(0, value.find_first_of(" !"));
}

bool is_bright_name(std::string_view value) {
  return std::binary_search(std::begin(bright_names), std::end(bright_names), first_word(value));
}

bool is_bright(std::string_view value) {
  const std::optional<Color> color = color_of(value);
  if (!color)
    return is_bright_name(value);
  const auto [least, most] = std::minmax_element(color->begin(), color->end());
  const bool by_program = std::find(std::begin(program_colors), std::end(program_colors), *color) !=
                          std::end(program_colors);
  return *most > 0x80 && *most - *least > 0x40 && !by_program;
}

bool is_background(std::string_view value) {
  constexpr int nearly_white = 0xF0;
  if (const std::optional<Color> color = color_of(value))
    return *std::min_element(color->begin(), color->end()) < nearly_white &&
           !value.starts_with("rgba(0, 0, 0, 0");
  return is_bright_name(value) || value.starts_with("url(") || value.starts_with("http") ||
         value.starts_with("cid:");
}

/// The first of a list of families, without quotes; empty for one that says nothing.
std::string family_of(std::string_view value) {
  constexpr std::string_view generic[] = {"cursive", "fantasy",   "inherit",
                                          "initial", "monospace", "sans-serif",
                                          "serif",   "system-ui", "unset"};
  std::string_view first = trim(value.substr(0, value.find(',')));
  while (!first.empty() && (first.front() == '"' || first.front() == '\''))
    first.remove_prefix(1);
  while (!first.empty() && (first.back() == '"' || first.back() == '\''))
    first.remove_suffix(1);
  const bool says_nothing =
      first.starts_with('-') || first.starts_with("var(") ||
      first.find("emoji") != std::string_view::npos ||
      first.find("symbol") != std::string_view::npos ||
      std::find(std::begin(generic), std::end(generic), first) != std::end(generic);
  return says_nothing ? std::string() : std::string(first);
}

bool is_showy(std::string_view family) {
  return std::any_of(std::begin(showy_fonts), std::end(showy_fonts),
                     [&](std::string_view font) { return family.starts_with(font); });
}

/// The first font for show; else the first that is not the one before it.
std::optional<Hit> odd_font(const std::vector<HtmlTrait>& traits) {
  std::string known;
  std::optional<Hit> second;
  for (const HtmlTrait& trait : traits) {
    if (trait.kind != HtmlTraitKind::font)
      continue;
    const std::string family = family_of(trait.value);
    if (family.empty())
      continue;
    if (is_showy(family))
      return Hit{.place = trait.span, .detail = "the font “" + family + "”"};
    if (known.empty())
      known = family;
    else if (family != known && !second)
      second = Hit{.place = trait.span, .detail = "a second font, “" + family + "”"};
  }
  return second;
}

std::vector<Hit> run(const Context& context) {
  const std::vector<HtmlTrait>& traits = context.draft.html_traits;
  std::vector<Hit> hits;
  const auto first = [&](HtmlTraitKind kind, bool (*is_odd)(std::string_view),
                         std::string_view noun) {
    const auto found = std::find_if(traits.begin(), traits.end(), [&](const HtmlTrait& trait) {
      return trait.kind == kind && is_odd(trait.value);
    });
    if (found != traits.end())
      hits.push_back({.place = found->span, .detail = std::string(noun)});
  };
  first(HtmlTraitKind::color, is_bright, "coloured text");
  first(HtmlTraitKind::background, is_background, "a background");
  if (std::optional<Hit> font = odd_font(traits))
    hits.push_back(*std::move(font));
  return hits;
}

}  // namespace

Result<CheckFunction> make_html_styling(const Params&) {
  return CheckFunction(run);
}

}  // namespace mailcheck
