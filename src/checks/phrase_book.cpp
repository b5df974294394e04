#include "checks/phrase_book.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include "checks/phrase_code.hpp"

namespace mailcheck {
namespace {

/// Steps one phrase may take at one place; far more than a phrase of any sense needs.
constexpr std::size_t step_limit = 20'000;
/// Tokens to either side that a condition on the sentence looks at.
constexpr std::uint32_t sentence_reach = 200;

/// The 64 bits that stand in two numbers.
std::uint64_t bits_at(std::span<const std::uint32_t> numbers, std::size_t at) {
  return std::uint64_t{numbers[at + 1]} << 32 | numbers[at];
}

/// Numbers of a phrase in `PhraseBookLayout::phrases`, of an entry in `anchors`.
constexpr std::size_t phrase_size = 4;
constexpr std::size_t anchor_size = 6;

/// What the matcher knows of a token: the bit of its number in the book, that, 0 for none, and what
/// stands before it.
struct TokenWord {
  std::uint64_t bit;
  std::uint32_t number;
  Lead lead;
};

/// Runs the code of one phrase at one place of a sentence.
class Matcher {
 public:
  Matcher(const PhraseBookLayout& book, std::string_view draft_text, const Text& text,
          std::span<const TokenWord> words, SearchBudget& budget)
      : book_(book), draft_text_(draft_text), text_(text), words_(words), budget_(budget) {}

  /// The token after the longest match that begins at `start`, if there is one.
  std::optional<std::uint32_t> longest(std::uint32_t code, std::uint32_t start,
                                       const Sentence& sentence) {
    std::optional<std::uint32_t> end;
    start_ = start;
    verdicts_.clear();
    threads_.clear();
    budget_.begin_rule(budget_.origin());
    std::size_t steps = 0;
    threads_.push_back({code, start, true});
    while (!threads_.empty() && steps < step_limit) {
      const Thread thread = threads_.back();
      threads_.pop_back();
      const std::size_t taken = follow(thread, sentence, end);
      if (budget_.origin() == PatternOrigin::own && !budget_.take_steps(taken))
        break;
      steps += taken;
    }
    return end;
  }

 private:
  struct Thread {
    std::uint32_t pc;
    std::uint32_t token;
    bool any_lead;  // whether the next word may follow a comma or a stop
  };

  /// Follows a thread until it ends, which may be at the end of a match; the steps it took.
  std::size_t follow(Thread thread, const Sentence& sentence, std::optional<std::uint32_t>& end) {
    for (std::size_t steps = 1;; ++steps) {
      const PhraseInstruction instruction = decode(book_.code[thread.pc]);
      const bool at_end = thread.token == sentence.last_token;
      switch (instruction.op) {
        case PhraseOp::word:
          if (at_end || words_[thread.token].number != instruction.operand || !take(thread))
            return steps;
          continue;
        case PhraseOp::set:
          if (at_end || !in_set(words_[thread.token], instruction.operand) || !take(thread))
            return steps;
          continue;
        case PhraseOp::gap: {
          const std::uint32_t least = instruction.operand & 0xFF;
          const std::uint32_t most =
              std::min(instruction.operand >> 8, sentence.last_token - thread.token);
          for (std::uint32_t count = least; count <= most; ++count)
            try_later({thread.pc + 1, thread.token + count, true}, sentence);
          return steps;
        }
        case PhraseOp::split:
          // Of many choices most end at their first word, and need not be tried and taken back.
          if (ends_at_once(thread.pc + 1, thread.token, at_end)) {
            thread.pc += instruction.operand;
            continue;
          }
          try_later({thread.pc + instruction.operand, thread.token, thread.any_lead}, sentence);
          break;
        case PhraseOp::jump:
          thread.pc += instruction.operand;
          continue;
        case PhraseOp::branch:
          if (at_end || !enter_branch(thread, instruction.operand))
            return steps;
          continue;
        case PhraseOp::comma:
          if (at_end || words_[thread.token].lead != Lead::comma)
            return steps;
          thread.any_lead = true;
          break;
        case PhraseOp::sentence_start:
          if (thread.token != sentence.first_token)
            return steps;
          break;
        case PhraseOp::sentence_end:
          if (!at_end)
            return steps;
          break;
        case PhraseOp::question:
          if (!at_end || !ends_in(sentence, '?'))
            return steps;
          break;
        case PhraseOp::exclamation:
          if (!at_end || !ends_in(sentence, '!'))
            return steps;
          break;
        case PhraseOp::clause_has:
        case PhraseOp::clause_lacks:
        case PhraseOp::sentence_has:
        case PhraseOp::sentence_lacks:
          if (!holds(thread.pc, sentence))
            return steps;
          thread.pc += instruction.operand;
          break;
        case PhraseOp::accept:
          if (thread.token > start_ && (!end || thread.token > *end))
            end = thread.token;
          return steps;
      }
      ++thread.pc;
    }
  }

  /// Keeps a thread for later, unless it would end at its first word.
  void try_later(const Thread& thread, const Sentence& sentence) {
    if (!ends_at_once(thread.pc, thread.token, thread.token == sentence.last_token))
      threads_.push_back(thread);
  }

  /// Goes on where the next token leads among `count` branches; false when that is none of them.
  bool enter_branch(Thread& thread, std::uint32_t count) const {
    const std::uint32_t number = words_[thread.token].number;
    const std::uint32_t* const first = book_.code.data() + thread.pc + 1;
    std::uint32_t low = 0;
    for (std::uint32_t high = count; low < high;) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (first[std::size_t{2} * middle] < number)
        low = middle + 1;
      else
        high = middle;
    }
    if (low == count || first[std::size_t{2} * low] != number)
      return false;
    thread.pc += first[std::size_t{2} * low + 1];
    return true;
  }

  /// Whether the instruction at `pc` takes a word and not the one at `token`.
  [[nodiscard]] bool ends_at_once(std::uint32_t pc, std::uint32_t token, bool at_end) const {
    const PhraseInstruction next = decode(book_.code[pc]);
    if (next.op == PhraseOp::word)
      return at_end || words_[token].number != next.operand;
    // The bits of a set are enough to tell most.
    return next.op == PhraseOp::set &&
           (at_end ||
            (bits_at(book_.set_bits, std::size_t{2} * next.operand) & words_[token].bit) == 0);
  }

  /// Whether the condition at `pc` holds; every thread of a match asks the same.
  bool holds(std::uint32_t pc, const Sentence& sentence) {
    for (const auto& [known, verdict] : verdicts_)
      if (known == pc)
        return verdict;
    const PhraseOp op = decode(book_.code[pc]).op;
    const bool in_clause = op == PhraseOp::clause_has || op == PhraseOp::clause_lacks;
    const bool wanted = op == PhraseOp::clause_has || op == PhraseOp::sentence_has;
    const bool verdict =
        wanted ==
        begins_in(pc + 1, in_clause ? clause_of(text_, start_) : around(sentence), sentence);
    verdicts_.emplace_back(pc, verdict);
    return verdict;
  }

  /// The sentence; of one without end, what is near the match.
  [[nodiscard]] TokenRange around(const Sentence& sentence) const {
    return {std::max(sentence.first_token, start_ - std::min(start_, sentence_reach)),
            std::min(sentence.last_token, start_ + sentence_reach)};
  }

  [[nodiscard]] bool begins_in(std::uint32_t code, TokenRange range,
                               const Sentence& sentence) const {
    const std::uint64_t bits = first_bits(code);
    std::optional<Matcher> probe;
    for (std::uint32_t token = range.first; token < range.last; ++token) {
      if ((bits & words_[token].bit) == 0)
        continue;
      if (!probe)
        probe.emplace(book_, draft_text_, text_, words_, budget_);
      if (probe->longest(code, token, sentence))
        return true;
    }
    return false;
  }

  /// The bits of the words that the code of a condition may begin with; all of them where it is
  /// more than a choice of words.
  [[nodiscard]] std::uint64_t first_bits(std::uint32_t pc) const {
    std::uint64_t bits = 0;
    while (true) {
      PhraseInstruction instruction = decode(book_.code[pc]);
      const bool is_split = instruction.op == PhraseOp::split;
      const std::uint32_t next = pc + instruction.operand;
      if (is_split)
        instruction = decode(book_.code[pc + 1]);
      if (instruction.op == PhraseOp::word)
        bits |= word_bit(instruction.operand);
      else if (instruction.op == PhraseOp::set)
        bits |= bits_at(book_.set_bits, std::size_t{2} * instruction.operand);
      else if (instruction.op == PhraseOp::branch && !is_split)
        for (std::uint32_t i = 0; i < instruction.operand; ++i)
          bits |= word_bit(book_.code[pc + 1 + 2 * i]);
      else
        return any_word;
      if (!is_split)
        return bits;
      pc = next;
    }
  }

  bool take(Thread& thread) const {
    if (!thread.any_lead && words_[thread.token].lead != Lead::nothing)
      return false;
    thread.any_lead = false;
    ++thread.token;
    ++thread.pc;
    return true;
  }

  [[nodiscard]] bool in_set(TokenWord word, std::uint32_t set) const {
    if ((bits_at(book_.set_bits, std::size_t{2} * set) & word.bit) == 0)
      return false;
    const auto words = book_.set_words.subspan(book_.set_begins[set],
                                               book_.set_begins[set + 1] - book_.set_begins[set]);
    return std::binary_search(words.begin(), words.end(), word.number);
  }

  [[nodiscard]] bool ends_in(const Sentence& sentence, char mark) const {
    if (sentence.first_token == sentence.last_token)
      return false;
    const std::size_t last_word = text_.tokens.all[sentence.last_token - 1].span.end;
    return slice(draft_text_, TextSpan{last_word, sentence.span.end}).find(mark) !=
           std::string_view::npos;
  }

  const PhraseBookLayout& book_;
  std::string_view draft_text_;
  const Text& text_;
  std::span<const TokenWord> words_;
  SearchBudget& budget_;
  std::vector<Thread> threads_;
  std::uint32_t start_ = 0;
  std::vector<std::pair<std::uint32_t, bool>> verdicts_;  // conditions already looked at
};

/// Keeps the leftmost, then longest of overlapping matches.
void drop_overlaps(std::vector<PhraseMatch>& matches) {
  if (matches.size() < 2)
    return;
  std::sort(matches.begin(), matches.end(), [](const PhraseMatch& a, const PhraseMatch& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  std::uint32_t covered = 0;
  std::erase_if(matches, [&](const PhraseMatch& match) {
    if (match.first < covered)
      return true;
    covered = match.last;
    return false;
  });
}

}  // namespace

Result<PhraseBook> PhraseBook::open(std::span<const std::uint32_t> words) {
  const Error broken{.message = "the compiled phrases are damaged"};
  if (words.size() < 3 || words[0] != phrase_book_magic || words[1] != phrase_book_version)
    return broken;
  PhraseBook book;
  book.layout_.group_count = words[2];
  words = words.subspan(3);
  for (std::span<const std::uint32_t>* section :
       {&book.layout_.phrases, &book.layout_.code, &book.layout_.set_begins,
        &book.layout_.set_words, &book.layout_.set_bits, &book.layout_.anchor_begins,
        &book.layout_.anchors, &book.layout_.word_begins, &book.layout_.letters,
        &book.layout_.hash_table}) {
    if (words.empty() || words[0] > words.size() - 1)
      return broken;
    *section = words.subspan(1, words[0]);
    words = words.subspan(1 + section->size());
  }
  if (!std::has_single_bit(book.layout_.hash_table.size()))
    return broken;
  return book;
}

std::uint32_t PhraseBook::word_number(std::string_view key) const {
  static_assert(std::endian::native == std::endian::little, "the letters are read where they lie");
  const char* const letters = reinterpret_cast<const char*>(layout_.letters.data());
  const std::size_t mask = layout_.hash_table.size() - 1;
  for (std::size_t slot = phrase_word_hash(key) & mask;; slot = (slot + 1) & mask) {
    const std::uint32_t number = layout_.hash_table[slot];
    if (number == 0)
      return 0;
    const std::uint32_t begin = layout_.word_begins[number];
    const std::uint32_t length = layout_.word_begins[number + 1] - begin;
    if (length == key.size() && std::memcmp(letters + begin, key.data(), length) == 0)
      return number;
  }
}

void PhraseBook::match(std::string_view draft_text, const Text& text, PhraseMatches& matches,
                       std::size_t first_group, SearchBudget& budget) const {
  if (layout_.phrases.empty())
    return;
  std::vector<TokenWord> words;
  words.reserve(text.tokens.all.size());
  for (const Token& token : text.tokens.all) {
    const std::uint32_t number = word_number(text.tokens.key(token));
    words.push_back({word_bit(number), number, token.lead});
  }

  Matcher matcher(layout_, draft_text, text, words, budget);
  std::vector<std::uint32_t> next_start;  // of each phrase: no start is tried twice
  for (std::uint32_t token = 0; token < words.size() && !budget.gave_up(); ++token) {
    const std::uint32_t number = words[token].number;
    if (number == 0)
      continue;
    const Sentence& sentence = text.sentences[text.tokens.all[token].sentence];
    const std::uint64_t before = token == sentence.first_token ? word_bit(0) : words[token - 1].bit;
    const std::uint64_t after =
        token + 1 == sentence.last_token ? word_bit(0) : words[token + 1].bit;
    const auto anchors =
        layout_.anchors.subspan(layout_.anchor_begins[number],
                                layout_.anchor_begins[number + 1] - layout_.anchor_begins[number]);
    for (std::size_t i = 0; i < anchors.size(); i += anchor_size) {
      if ((bits_at(anchors, i + 2) & before) == 0 || (bits_at(anchors, i + 4) & after) == 0)
        continue;
      const std::uint32_t least_before = anchors[i + 1] >> 16;
      if (token - sentence.first_token < least_before)
        continue;
      const std::uint32_t most_before =
          std::min(token - sentence.first_token, anchors[i + 1] & 0xFFFF);
      const std::uint32_t phrase = anchors[i];
      const auto numbers = layout_.phrases.subspan(phrase * phrase_size, phrase_size);
      const std::uint64_t first_bits = bits_at(numbers, 2);
      if (next_start.empty())
        next_start.resize(layout_.phrases.size() / phrase_size);
      std::uint32_t& next = next_start[phrase];
      for (next = std::max(next, token - most_before); next <= token - least_before; ++next) {
        if ((first_bits & words[next].bit) == 0)
          continue;
        const std::optional<std::uint32_t> end = matcher.longest(numbers[1], next, sentence);
        if (!end)
          continue;
        const TextSpan span{text.tokens.all[next].span.begin, text.tokens.all[*end - 1].span.end};
        matches.at(first_group + numbers[0]).push_back({span, next, *end, sentence.region});
      }
    }
  }
  for (std::size_t group = 0; group < layout_.group_count; ++group)
    drop_overlaps(matches.at(first_group + group));
}

}  // namespace mailcheck
