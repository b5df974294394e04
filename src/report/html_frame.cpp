#include "report/html_frame.hpp"

#include <fmt/format.h>

#include "report/html_text.hpp"

namespace mailcheck {

std::string html_page_begin(std::string_view title) {
  // Nothing is loaded and nothing runs; only this very style sheet applies.
  const std::string policy =
      fmt::format("default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
                  html_style_hash());
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n"
      "<a class=\"skip\" href=\"#main\">Skip to the report</a>\n"
      "<header class=\"top\"><h1>mailcheck <span>what a careful friend would say</span></h1>"
      "</header>\n<main id=\"main\">\n",
      policy, html_text(title), html_style());
}

std::string html_page_end(std::string_view version) {
  return fmt::format(
      "</main>\n<footer><p>Made by mailcheck {}. Nothing in this page loads anything or reports "
      "back.</p></footer>\n</body>\n</html>\n",
      html_text(version));
}

}  // namespace mailcheck
