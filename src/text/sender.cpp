#include "text/sender.hpp"

#include <algorithm>
#include <cstddef>

#include "base/utf8.hpp"
#include "mail/ascii.hpp"
#include "text/closing.hpp"
#include "text/lines.hpp"

namespace mailcheck {

namespace {

// Words of a display name; more are no name.
constexpr std::size_t name_words = 6;

std::vector<std::string> keys_of(std::string_view line) {
  std::vector<std::string> keys;
  for (LineWord& word : line_words(line, name_words + 1)) {
    if (!word.key.empty())
      keys.push_back(std::move(word.key));
  }
  return keys;
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
  std::string out;
  for (const std::string& word : words)
    out.append(out.empty() ? "" : separator).append(word);
  return out;
}

// “Holm, Kim” as “Kim Holm”.
std::string in_order(std::string_view name) {
  const std::size_t comma = name.find(',');
  if (comma == std::string_view::npos)
    return std::string(name);
  return std::string(name.substr(comma + 1)) + " " + std::string(name.substr(0, comma));
}

}  // namespace

Sender::Sender(std::span<const Mailbox> from) {
  const auto named = std::find_if(from.begin(), from.end(), [](const Mailbox& mailbox) {
    return !trim(mailbox.display_name).empty();
  });
  if (named == from.end())
    return;
  const std::vector<std::string> words = keys_of(in_order(named->display_name));
  if (words.empty() || words.size() > name_words)
    return;
  std::vector<std::string> initials;
  initials.reserve(words.size());
  for (const std::string& word : words)
    initials.emplace_back(utf8_prefix(word, 1));
  forms_ = {joined(words, " "), words.front()};
  if (words.size() > 1) {
    forms_.push_back(joined(initials, ""));
    forms_.push_back(joined(initials, " "));
    forms_.push_back(joined(initials, "."));
    forms_.push_back(words.front() + " " + initials.back());
    forms_.push_back(words.front() + " " + words.back());
  }
}

bool Sender::signs(std::string_view line) const {
  if (forms_.empty() || line.empty() || line.back() == '?' || line.back() == ':')
    return false;
  const std::string form = joined(keys_of(line), " ");
  return std::find(forms_.begin(), forms_.end(), form) != forms_.end();
}

bool is_name_with_details(std::string_view line) {
  for (const std::string_view separator : {" | ", " \u00B7 ", " \u2022 ", " // "}) {
    const std::size_t at = line.find(separator);
    if (at != std::string_view::npos)
      return is_name(trim(line.substr(0, at))) && is_signature_line(line);
  }
  return false;
}

}  // namespace mailcheck
