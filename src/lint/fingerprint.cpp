#include "lint/fingerprint.hpp"

#include <cstdint>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

/// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/.
std::uint64_t hashed(std::uint64_t hash, std::string_view bytes) {
  for (const char c : bytes)
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

}  // namespace

std::string folded_text(std::string_view text) {
  std::string line;
  for (const char c : trim(text)) {
    if (!is_blank(c) && !is_line_end(c))
      line += c;
    else if (!line.ends_with(' '))
      line += ' ';
  }
  return line;
}

std::string fingerprint_of(const Finding& finding) {
  constexpr std::uint64_t start = 14695981039346656037U;
  constexpr std::string_view end_of_rule("\0", 1);
  const std::string text = folded_text(finding.text);
  std::uint64_t hash = hashed(start, finding.rule);
  hash = hashed(hash, end_of_rule);
  return fmt::format("{:016x}", hashed(hash, utf8_prefix(text, fingerprint_text_limit)));
}

}  // namespace mailcheck
