#pragma once

// Cuts the body of a mail into runs of words, so that two mails can be compared: what was written
// for one person and what was sent to everyone. Names, numbers and other words with a capital are
// taken out first, for these are what people change in a copy.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "mail/draft.hpp"
#include "text/text.hpp"

namespace mailcheck {

/// Words of a shingle; a shorter sentence is one shingle.
inline constexpr std::size_t shingle_words = 3;

/// A sentence of the body and the hashes of its shingles.
struct ShingledSentence {
  TextSpan span;
  std::vector<std::uint64_t> shingles;
};

/// The sentences of the body but for courtesies that every mail may hold (“I look forward to
/// hearing from you.”). `names` are those of `collect_names`. Linear in the length of the text.
[[nodiscard]] std::vector<ShingledSentence> shingled_sentences(const Draft& draft, const Text& text,
                                                               std::span<const std::string> names);

/// All shingles of the sentences, each once, sorted.
[[nodiscard]] std::vector<std::uint64_t> all_shingles(std::span<const ShingledSentence> sentences);

/// How many of `shingles` stand in `others`, which are sorted.
[[nodiscard]] std::size_t count_shared(std::span<const std::uint64_t> shingles,
                                       std::span<const std::uint64_t> others);

}  // namespace mailcheck
