#include "mail/markup/address_text.hpp"

#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

// Without scheme, “www.” and what stands at the end of a shortened address.
std::string_view core(std::string_view address) {
  for (const std::string_view prefix : {"https://", "http://", "mailto:", "tel:", "www."}) {
    if (starts_ignoring_case(address, prefix))
      address.remove_prefix(prefix.size());
  }
  for (const std::string_view suffix : {"...", "\u2026", "/"}) {
    if (address.ends_with(suffix))
      address.remove_suffix(suffix.size());
  }
  return address;
}

}  // namespace

bool is_address_text(std::string_view text, std::string_view address) {
  if (text.empty() || text.find_first_of(" \t\n") != std::string_view::npos)
    return false;
  for (const std::string_view prefix : {"https://", "http://", "mailto:", "www."}) {
    if (starts_ignoring_case(text, prefix) && text.size() > prefix.size())
      return true;
  }
  const std::string_view shown = core(text);
  return shown.find_first_of(".@") != std::string_view::npos &&
         starts_ignoring_case(core(address), shown);
}

}  // namespace mailcheck
