#include "lsp/path.hpp"

#include "base/file.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

/// Percent-encoding undone; what is no escape stays.
std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low < 0) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

}  // namespace

std::string path_of_uri(std::string_view uri) {
  constexpr std::string_view scheme = "file://";
  if (!starts_ignoring_case(uri, scheme))
    return {};
  uri.remove_prefix(scheme.size());
  constexpr std::string_view here = "localhost";
  if (starts_ignoring_case(uri, here))
    uri.remove_prefix(here.size());
  if (!uri.starts_with('/'))
    return {};
  std::string path = decoded(uri.substr(0, uri.find_first_of("?#")));
  while (path.size() > 1 && path.ends_with('/'))
    path.pop_back();
  return path.find('\0') == std::string::npos ? path : std::string();
}

std::string name_of_uri(std::string_view uri) {
  uri = uri.substr(0, uri.find_first_of("?#"));
  if (const std::size_t slash = uri.rfind('/'); slash != std::string_view::npos)
    uri.remove_prefix(slash + 1);
  else if (const std::size_t colon = uri.find(':'); colon != std::string_view::npos)
    uri.remove_prefix(colon + 1);
  return decoded(uri);
}

}  // namespace mailcheck
