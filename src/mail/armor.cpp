#include "mail/armor.hpp"

#include <algorithm>
#include <string_view>

#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

constexpr std::string_view begin_mark = "-----BEGIN PGP ";
constexpr std::string_view end_mark = "-----END PGP ";
constexpr std::string_view closing_dashes = "-----";

// Signatures around a signed text that are taken off.
constexpr int nested_signature_limit = 4;

// What the line “-----BEGIN PGP … -----” begins, or an empty text.
std::string_view block_name(std::string_view line, std::string_view mark) {
  line = trim(line);
  if (!line.starts_with(mark) || !line.ends_with(closing_dashes) ||
      line.size() < mark.size() + closing_dashes.size())
    return {};
  return line.substr(mark.size(), line.size() - mark.size() - closing_dashes.size());
}

class Remover {
 public:
  explicit Remover(const DecodedText& text) : text_(text) {}

  ArmorFree remove() {
    const std::string_view bytes = text_.text;
    std::size_t at = 0;
    while (at < bytes.size()) {
      const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
      const std::size_t next = std::min(end + 1, bytes.size());
      read(bytes.substr(at, end - at), {at, next});
      at = next;
    }
    return std::move(result_);
  }

 private:
  enum class State { text, signed_header, signed_text, block };

  void read(std::string_view line, TextSpan whole) {
    switch (state_) {
      case State::text:
      case State::signed_text:
        read_text(line, whole);
        return;
      case State::signed_header:  // “Hash: SHA256” and what else stands above the empty line.
        if (trim(line).empty())
          state_ = State::signed_text;
        return;
      case State::block:
        if (!block_name(line, end_mark).empty())
          state_ = State::text;
        return;
    }
  }

  void read_text(std::string_view line, TextSpan whole) {
    const std::string_view name = block_name(line, begin_mark);
    if (name.empty()) {
      // §7.1: lines that begin with a dash are escaped.
      if (state_ == State::signed_text && line.starts_with("- "))
        whole.begin += 2;
      result_.text.append(text_, whole);
      return;
    }
    if (name == "SIGNED MESSAGE") {
      result_.had_signature = true;
      state_ = State::signed_header;
      return;
    }
    (name.starts_with("MESSAGE") ? result_.was_encrypted : result_.had_signature) = true;
    state_ = State::block;
  }

  const DecodedText& text_;
  ArmorFree result_;
  State state_ = State::text;
};

}  // namespace

ArmorFree remove_armor(const DecodedText& text) {
  ArmorFree result = Remover(text).remove();
  // A text that was signed twice has the first signature inside.
  for (int more = 0; more < nested_signature_limit && result.had_signature; ++more) {
    const ArmorFree inner = Remover(result.text).remove();
    if (!inner.had_signature && !inner.was_encrypted)
      break;
    result.text = inner.text;
    result.was_encrypted = result.was_encrypted || inner.was_encrypted;
  }
  return result;
}

}  // namespace mailcheck
