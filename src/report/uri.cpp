#include "report/uri.hpp"

#include <fmt/format.h>

namespace mailcheck {
namespace {

/// RFC 3986 §2.3, and the slash between folders.
bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::string uri_of(std::string_view path) {
  std::string uri(path.starts_with('/') ? "file://" : "");
  for (const char c : path) {
    if (is_plain(c))
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

}  // namespace mailcheck
