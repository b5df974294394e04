#include "checks/local_link.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "checks/own_text.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

std::string host_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos)
    return {};
  std::string_view host = address.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  host.remove_prefix(host.rfind('@') == std::string_view::npos ? 0 : host.rfind('@') + 1);
  return to_ascii_lower(host.substr(0, host.find(':')));
}

/// RFC 1918, RFC 5735: networks behind a router, and the machine itself.
bool is_private_network(std::string_view host) {
  if (host.find_first_not_of("0123456789.") != std::string_view::npos)
    return false;
  for (const std::string_view start : {"10.", "127.", "192.168.", "0.0.0.0", "169.254."}) {
    if (host.starts_with(start))
      return true;
  }
  if (!host.starts_with("172.") || host.size() < 7 || host[6] != '.')
    return false;
  const int second = (host[4] - '0') * 10 + (host[5] - '0');
  return second >= 16 && second <= 31;
}

bool is_local_host(std::string_view host) {
  constexpr std::string_view names[] = {
      "localhost",       "example.com", "example.net",  "example.org",     "yourdomain.com",
      "your-domain.com", "domain.com",  "mydomain.com", "yourwebsite.com", "mywebsite.com"};
  constexpr std::string_view suffixes[] = {
      ".localhost", ".local",       ".internal",    ".lan",         ".test",       ".invalid",
      ".example",   ".example.com", ".example.net", ".example.org", ".localdomain"};
  const bool is_www = host.starts_with("www.");
  const std::string_view bare = is_www ? host.substr(4) : host;
  return is_private_network(host) ||
         std::find(std::begin(names), std::end(names), bare) != std::end(names) ||
         std::any_of(std::begin(suffixes), std::end(suffixes),
                     [&](std::string_view suffix) { return host.ends_with(suffix); });
}

/// “C:\Users\…”, “\\server\share”.
bool is_windows_path(std::string_view word) {
  if (word.starts_with("\\\\"))
    return word.find('\\', 3) != std::string_view::npos &&
           (is_ascii_letter(word[2]) || is_ascii_digit(word[2]));
  return word.size() > 3 && is_ascii_letter(word[0]) && word[1] == ':' && word[2] == '\\';
}

bool is_local(std::string_view address) {
  return starts_ignoring_case(address, "file:/") || is_windows_path(address) ||
         is_local_host(host_of(address));
}

TextSpan without_punctuation(std::string_view text, TextSpan word) {
  constexpr std::string_view before = "<([{\"'*_";
  constexpr std::string_view after = ">)]}\"'.,;:!?*_";
  while (!word.empty() && before.find(text[word.begin]) != std::string_view::npos)
    ++word.begin;
  while (!word.empty() && after.find(text[word.end - 1]) != std::string_view::npos)
    --word.end;
  return word;
}

std::vector<Hit> run(const Context& context) {
  const std::string_view all = context.draft.text;
  constexpr std::string_view blanks = " \t\n";
  std::vector<Hit> hits;
  for (const Paragraph& paragraph : context.text.paragraphs) {
    if (!is_own(paragraph.region) && paragraph.region != RegionKind::signature)
      continue;
    const std::string_view text = all.substr(0, paragraph.span.end);
    std::size_t at = paragraph.span.begin;
    while ((at = text.find_first_not_of(blanks, at)) != std::string_view::npos) {
      const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
      const TextSpan word = without_punctuation(text, {at, end});
      at = end;
      if (is_local(slice(text, word)))
        hits.push_back({.place = word});
    }
  }
  for (const HtmlTrait& trait : context.draft.html_traits) {
    if (trait.kind == HtmlTraitKind::link && is_local(trait.value))
      hits.push_back({.place = trait.span});
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_local_link(const Params&) {
  return CheckFunction(run);
}

}  // namespace mailcheck
