#pragma once

// The structure of a draft's text: regions, paragraphs, sentences, clauses, words. Spans only; the
// text itself stays with the Draft, which must outlive it.

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "mail/draft.hpp"
#include "text/tokens.hpp"

namespace mailcheck {

enum class RegionKind : std::uint8_t {
  header,  ///< a header field other than the subject; has no text, only findings
  subject,
  address_block,  ///< postal addresses or a date line above the greeting
  greeting,  ///< “Dear Ms. Okafor,” up to its comma, even when text follows on the same line
  body,
  closing,      ///< “Kind regards,”
  signature,    ///< names, titles, phone numbers below the closing, or all below `-- `
  attribution,  ///< “On Tuesday, Dana wrote:”
  quote,        ///< other people's text; never linted
};

/// The name a rule file uses: "subject", "address-block", "greeting", ….
[[nodiscard]] std::string_view name_of(RegionKind kind);

struct Region {
  RegionKind kind;
  TextSpan span;
};

/// A block of lines between blank lines, or one list item. Never crosses a region.
struct Paragraph {
  RegionKind region;
  TextSpan span;
};

/// A sentence (UAX #29) without the white space around it. Never crosses a paragraph.
struct Sentence {
  RegionKind region;
  TextSpan span;
  std::uint32_t paragraph;    ///< Index into `Text::paragraphs`.
  std::uint32_t first_token;  ///< [first_token, last_token) of `Text::tokens.all`.
  std::uint32_t last_token;
};

/// A word as counted and spelt (UAX #29); “don’t” is one.
struct Word {
  RegionKind region;
  TextSpan span;
  std::uint32_t sentence;
};

/// Everything in order of the text. Quotes and attributions are regions, but have no paragraphs,
/// sentences, words or tokens: nobody can lint them by mistake.
struct Text {
  std::vector<Region> regions;
  std::vector<Paragraph> paragraphs;
  std::vector<Sentence> sentences;
  std::vector<Word> words;
  Tokens tokens;
  std::size_t quoted_lines = 0;

  /// The first region of that kind, or nullptr.
  [[nodiscard]] const Region* region(RegionKind kind) const;
  /// The region at a byte of the text; `body` between regions.
  [[nodiscard]] RegionKind region_at(std::size_t offset) const;
};

/// Finds the structure of a draft. Linear in its length.
[[nodiscard]] Text analyze(const Draft& draft);

/// The clauses of a sentence as token ranges [first, last): it is cut at `Lead::stop`, and before
/// “and”, “but”, “so” or “yet” (with or without a comma) when a new subject follows (“… and I …”).
/// A subordinate clause (“if …, I …”) stays with its main clause. Returns the one that holds
/// `token`.
struct TokenRange {
  std::uint32_t first;
  std::uint32_t last;
};
[[nodiscard]] TokenRange clause_of(const Text& text, std::uint32_t token);

}  // namespace mailcheck
