#pragma once

// The instructions that a phrase is compiled to, shared by the compiler that writes them and the
// matcher that runs them. An instruction is one 32-bit word: the operation, then a 24-bit operand.

#include <cstdint>
#include <string_view>

namespace mailcheck {

enum class PhraseOp : std::uint32_t {
  word,   ///< the next token is word number <operand>
  set,    ///< the next token is in set <operand>
  gap,    ///< between <operand low byte> and <operand second byte> tokens of any kind
  split,  ///< go on, and also at the code <operand> instructions ahead
  jump,   ///< go on <operand> instructions ahead
  /// <operand> pairs follow, sorted: the number of a word, and how many instructions ahead of this
  /// one to go on where that is the next token.
  branch,
  comma,  ///< a comma stands before the next token
  sentence_start,
  sentence_end,
  question,
  exclamation,
  accept,
  /// Conditions: the <operand> instructions that follow, up to their own `accept`, match at some
  /// token of the clause or the sentence of the match, or at none; then go on after them.
  clause_has,
  clause_lacks,
  sentence_has,
  sentence_lacks,
};

struct PhraseInstruction {
  PhraseOp op;
  std::uint32_t operand = 0;
};

inline constexpr unsigned phrase_operand_bits = 24;

[[nodiscard]] constexpr std::uint32_t encode(PhraseInstruction instruction) {
  return static_cast<std::uint32_t>(instruction.op) << phrase_operand_bits | instruction.operand;
}
[[nodiscard]] constexpr PhraseInstruction decode(std::uint32_t word) {
  return {static_cast<PhraseOp>(word >> phrase_operand_bits),
          word & ((std::uint32_t{1} << phrase_operand_bits) - 1)};
}

/// FNV-1a over the bytes of a folded word (Fowler, Noll, Vo; 32 bit).
[[nodiscard]] constexpr std::uint32_t phrase_word_hash(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word)
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

/// "MCPB" and the version of the layout.
inline constexpr std::uint32_t phrase_book_magic = 0x4250434DU;
inline constexpr std::uint32_t phrase_book_version = 4;

/// Sets of words in 64 bits, each word for one bit: most words that are not in a set have their bit
/// unset, too. The lowest bit is that of words without a number, and of no word.
[[nodiscard]] constexpr std::uint64_t word_bit(std::uint32_t number) {
  return number == 0 ? 1 : std::uint64_t{2} << (number % 63);
}
/// The set that holds any word, and none.
inline constexpr std::uint64_t any_word = ~std::uint64_t{0};

}  // namespace mailcheck
