#pragma once

// The little of CSS that decides what a reader of a mail sees and where paragraphs end.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace mailcheck {

/// What a declaration block says; what it does not mention has no value.
struct HtmlStyle {
  std::optional<bool> is_hidden;
  std::optional<bool> is_tiny;      ///< `font-size: 0`, until an element inside sets another.
  std::optional<bool> keeps_space;  ///< `white-space: pre`, `pre-wrap` and the like.
  std::optional<bool> has_margin;   ///< An empty line above or below.
  std::optional<bool> has_border;   ///< A line at the left, as quoted mail has.

  /// Takes over what `later` says.
  void override_with(const HtmlStyle& later);
};

/// Reads the declarations of a `style` attribute or of a rule: “a: b; c: d”.
[[nodiscard]] HtmlStyle parse_html_style(std::string_view declarations);

/// Rules of `<style>` elements whose selector is an element, a class, an id, or an element with a
/// class. Others, and those that depend on the medium, are skipped.
class HtmlStyleSheet {
 public:
  void add(std::string_view css);
  /// `classes` is the `class` attribute.
  [[nodiscard]] HtmlStyle style_of(std::string_view element, std::string_view classes,
                                   std::string_view id) const;

 private:
  void add_rule(std::string_view selectors, std::string_view declarations);
  void apply(HtmlStyle& style, const std::string& selector) const;

  std::unordered_map<std::string, HtmlStyle> rules_;
};

}  // namespace mailcheck
