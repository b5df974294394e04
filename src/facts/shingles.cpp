#include "facts/shingles.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_set>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

constexpr std::string_view mask = "*";

// Whole sentences that say nothing of the person they are for: tokens, sorted.
constexpr std::string_view courtesies[] = {
    "i am looking forward to hearing from you",
    "i hope this email finds you well",
    "i hope this message finds you well",
    "i hope you are doing well",
    "i hope you are well",
    "i look forward to hearing from you",
    "i look forward to hearing from you soon",
    "i look forward to your reply",
    "if you need any further information please let me know",
    "looking forward to hearing from you",
    "please do not hesitate to contact me",
    "please let me know if you have any questions",
    "please let me know if you have any questions or need anything else",
    "please let me know if you need any additional information",
    "please let me know if you need any further information",
    "please let me know if you need anything else from me",
    "thank you",
    "thank you again",
    "thank you again for your time",
    "thank you again for your time and consideration",
    "thank you for your time",
    "thank you for your time and consideration",
};

class SentenceReader {
 public:
  SentenceReader(const Draft& draft, const Text& text, std::span<const std::string> names)
      : draft_(draft), text_(text) {
    for (const std::string& name : names)
      names_.insert(fold_case(name));
  }

  /// The words of a sentence, those that change from copy to copy as one `mask` for a run of them.
  [[nodiscard]] std::vector<std::string_view> words_of(const Sentence& sentence) const {
    std::vector<std::string_view> words;
    for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
      const std::string_view word =
          is_masked(text_.tokens.all[i], i == sentence.first_token) ? mask : key(i);
      if (word != mask || words.empty() || words.back() != mask)
        words.push_back(word);
    }
    return words;
  }

 private:
  [[nodiscard]] std::string_view key(std::uint32_t token) const {
    return text_.tokens.key(text_.tokens.all[token]);
  }

  [[nodiscard]] bool is_masked(const Token& token, bool is_first) const {
    const std::string_view folded = text_.tokens.key(token);
    if (std::any_of(folded.begin(), folded.end(), is_ascii_digit) ||
        names_.contains(std::string(folded)))
      return true;
    if (is_first || folded == "i" || token.span.empty())
      return false;
    return is_upper(decode_utf8(draft_.text, token.span.begin).value) && !follows_i(token);
  }

  // Both halves of “I’m” stand where the capital does.
  [[nodiscard]] bool follows_i(const Token& token) const {
    const char second = token.span.size() > 1 ? draft_.text[token.span.begin + 1] : ' ';
    return draft_.text[token.span.begin] == 'I' && !is_ascii_letter(second);
  }

  const Draft& draft_;
  const Text& text_;
  std::unordered_set<std::string> names_;
};

// FNV-1a, 64 bits.
class Hash {
 public:
  void add(std::string_view bytes) {
    for (const char byte : bytes)
      value_ = (value_ ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

std::uint64_t hash_of(std::span<const std::string_view> words) {
  Hash hash;
  for (const std::string_view word : words) {
    hash.add(word);
    hash.add(" ");
  }
  return hash.value();
}

bool is_courtesy(std::span<const std::string_view> words) {
  std::string joined;
  for (const std::string_view word : words)
    joined.append(joined.empty() ? "" : " ").append(word);
  return std::binary_search(std::begin(courtesies), std::end(courtesies), std::string_view(joined));
}

}  // namespace

std::vector<ShingledSentence> shingled_sentences(const Draft& draft, const Text& text,
                                                 std::span<const std::string> names) {
  const SentenceReader reader(draft, text, names);
  std::vector<ShingledSentence> sentences;
  for (const Sentence& sentence : text.sentences) {
    if (sentence.region != RegionKind::body)
      continue;
    const std::vector<std::string_view> words = reader.words_of(sentence);
    if (words.size() < 2 || is_courtesy(words))
      continue;
    ShingledSentence shingled{sentence.span, {}};
    const std::size_t length = std::min(shingle_words, words.size());
    for (std::size_t i = 0; i + length <= words.size(); ++i)
      shingled.shingles.push_back(hash_of(std::span(words).subspan(i, length)));
    sentences.push_back(std::move(shingled));
  }
  return sentences;
}

std::vector<std::uint64_t> all_shingles(std::span<const ShingledSentence> sentences) {
  std::vector<std::uint64_t> all;
  for (const ShingledSentence& sentence : sentences)
    all.insert(all.end(), sentence.shingles.begin(), sentence.shingles.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::size_t count_shared(std::span<const std::uint64_t> shingles,
                         std::span<const std::uint64_t> others) {
  return static_cast<std::size_t>(
      std::count_if(shingles.begin(), shingles.end(), [&](std::uint64_t shingle) {
        return std::binary_search(others.begin(), others.end(), shingle);
      }));
}

}  // namespace mailcheck
