#include "checks/phrase_compiler.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <set>
#include <span>

#include "checks/phrase_book.hpp"
#include "checks/phrase_code.hpp"

namespace mailcheck {
namespace {

/// Words so common in such mail that a phrase should be looked for by another of its words.
constexpr std::string_view common_words[] = {
    "a",    "about", "am",   "an",   "and",  "are",  "as",    "at",   "be",   "been", "but",
    "can",  "do",    "for",  "from", "had",  "has",  "have",  "i",    "if",   "in",   "is",
    "it",   "me",    "my",   "no",   "not",  "of",   "on",    "or",   "our",  "so",   "some",
    "that", "the",   "this", "to",   "very", "was",  "we",    "were", "will", "with", "would",
    "you",  "your",  "us",   "all",  "any",  "more", "thank", "time", "just", "there"};

std::size_t cost_of(const std::string& word) {
  constexpr std::size_t common = 1000;
  const bool is_common =
      std::find(std::begin(common_words), std::end(common_words), word) != std::end(common_words);
  return is_common ? common : 10;
}

/// How many tokens a node can take.
struct Extent {
  std::uint32_t least = 0;
  std::uint32_t most = 0;
};

Extent extent_of(const PhraseSequence& sequence);

Extent extent_of(const PhraseNode& node) {
  switch (node.kind) {
    case PhraseNode::Kind::word:
      return {1, 1};
    case PhraseNode::Kind::gap:
      return {node.min, node.max};
    case PhraseNode::Kind::choice: {
      Extent extent{UINT32_MAX, 0};
      for (const PhraseSequence& choice : node.choices) {
        const Extent one = extent_of(choice);
        extent.least = std::min(extent.least, one.least);
        extent.most = std::max(extent.most, one.most);
      }
      return extent;
    }
    case PhraseNode::Kind::comma:
    case PhraseNode::Kind::sentence_start:
    case PhraseNode::Kind::sentence_end:
    case PhraseNode::Kind::question:
    case PhraseNode::Kind::exclamation:
    case PhraseNode::Kind::clause_has:
    case PhraseNode::Kind::clause_lacks:
    case PhraseNode::Kind::sentence_has:
    case PhraseNode::Kind::sentence_lacks:
      break;
  }
  return {};
}

Extent extent_of(const PhraseSequence& sequence) {
  Extent extent;
  for (const PhraseNode& node : sequence) {
    const Extent one = extent_of(node);
    extent.least += one.least;
    extent.most += one.most;
  }
  return extent;
}

std::optional<std::set<std::string>> first_words(const PhraseNode& node);

/// The words a match of the sequence must begin with, past what it may leave out; nothing when it
/// can begin with any.
std::optional<std::set<std::string>> first_words(const PhraseSequence& sequence) {
  std::set<std::string> words;
  for (const PhraseNode& node : sequence) {
    if (node.kind == PhraseNode::Kind::gap)
      return std::nullopt;
    for (const PhraseSequence& choice : node.choices) {
      if (choice.empty())
        continue;
      const std::optional<std::set<std::string>> first = first_words(choice);
      if (!first)
        return std::nullopt;
      words.insert(first->begin(), first->end());
    }
    if (node.kind == PhraseNode::Kind::word)
      words.insert(node.word);
    if (extent_of(node).least > 0)
      return words;
  }
  return std::nullopt;
}

/// The same of a node; nothing when it may be left out.
std::optional<std::set<std::string>> first_words(const PhraseNode& node) {
  if (extent_of(node).least == 0)
    return std::nullopt;
  return first_words(PhraseSequence{node});
}

std::uint64_t bits_of(const std::vector<std::uint32_t>& words) {
  std::uint64_t bits = 0;
  for (const std::uint32_t word : words)
    bits |= word_bit(word);
  return bits;
}

std::uint32_t low_half(std::uint64_t bits) {
  return static_cast<std::uint32_t>(bits);
}

std::uint32_t high_half(std::uint64_t bits) {
  return static_cast<std::uint32_t>(bits >> 32);
}

void append_section(std::vector<std::uint32_t>& book, std::span<const std::uint32_t> section) {
  book.push_back(static_cast<std::uint32_t>(section.size()));
  book.insert(book.end(), section.begin(), section.end());
}

}  // namespace

std::uint32_t PhraseBookBuilder::add_group() {
  return groups_++;
}

Result<void> PhraseBookBuilder::add_phrase(std::string_view phrase, const PhraseWordLists& lists) {
  assert(groups_ > 0);
  const Result<PhraseSequence> sequence = parse_phrase(phrase, lists);
  if (!sequence)
    return sequence.error();
  if (Result<void> anchored = anchor(*sequence); !anchored)
    return anchored;
  phrases_.emplace_back(groups_ - 1, static_cast<std::uint32_t>(code_.size()));
  compile(*sequence);
  code_.push_back(encode({PhraseOp::accept}));
  return {};
}

std::uint32_t PhraseBookBuilder::number_of(const std::string& word) {
  const auto next = static_cast<std::uint32_t>(numbers_.size() + 1);
  return numbers_.emplace(word, next).first->second;
}

std::uint32_t PhraseBookBuilder::set_of(std::vector<std::uint32_t> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const auto next = static_cast<std::uint32_t>(sets_.size());
  return sets_.emplace(std::move(words), next).first->second;
}

/// Chooses the part of a phrase by which it is found: one that every match has, as rare as
/// possible.
Result<void> PhraseBookBuilder::anchor(const PhraseSequence& sequence) {
  std::size_t best_cost = SIZE_MAX;
  std::set<std::string> best_words;
  Extent best_before;
  Extent before;
  for (const PhraseNode& node : sequence) {
    if (const std::optional<std::set<std::string>> words = first_words(node)) {
      std::size_t cost = before.most - before.least;
      for (const std::string& word : *words)
        cost += cost_of(word);
      if (cost < best_cost) {
        best_cost = cost;
        best_words = *words;
        best_before = before;
      }
    }
    const Extent extent = extent_of(node);
    before.least += extent.least;
    before.most += extent.most;
  }
  if (best_words.empty())
    return Error{.message = "a phrase needs a word that must always be there", .column = 1};
  const auto phrase = static_cast<std::uint32_t>(phrases_.size());
  for (const std::string& word : best_words)
    anchors_[number_of(word)].push_back({phrase, best_before.least, best_before.most});
  return {};
}

void PhraseBookBuilder::compile(const PhraseSequence& sequence) {
  for (const PhraseNode& node : sequence)
    compile(node);
}

void PhraseBookBuilder::compile(const PhraseNode& node) {
  switch (node.kind) {
    case PhraseNode::Kind::word:
      code_.push_back(encode({PhraseOp::word, number_of(node.word)}));
      return;
    case PhraseNode::Kind::choice:
      emit_choice(node);
      return;
    case PhraseNode::Kind::gap:
      code_.push_back(encode({PhraseOp::gap, node.min | node.max << 8}));
      return;
    case PhraseNode::Kind::comma:
      code_.push_back(encode({PhraseOp::comma}));
      return;
    case PhraseNode::Kind::sentence_start:
      code_.push_back(encode({PhraseOp::sentence_start}));
      return;
    case PhraseNode::Kind::sentence_end:
      code_.push_back(encode({PhraseOp::sentence_end}));
      return;
    case PhraseNode::Kind::question:
      code_.push_back(encode({PhraseOp::question}));
      return;
    case PhraseNode::Kind::exclamation:
      code_.push_back(encode({PhraseOp::exclamation}));
      return;
    case PhraseNode::Kind::clause_has:
      emit_condition(PhraseOp::clause_has, node);
      return;
    case PhraseNode::Kind::clause_lacks:
      emit_condition(PhraseOp::clause_lacks, node);
      return;
    case PhraseNode::Kind::sentence_has:
      emit_condition(PhraseOp::sentence_has, node);
      return;
    case PhraseNode::Kind::sentence_lacks:
      emit_condition(PhraseOp::sentence_lacks, node);
      return;
  }
}

void PhraseBookBuilder::emit_condition(PhraseOp op, const PhraseNode& node) {
  const std::size_t begin = code_.size();
  code_.push_back(0);
  compile(node.choices.front());
  code_.push_back(encode({PhraseOp::accept}));
  code_[begin] = encode({op, static_cast<std::uint32_t>(code_.size() - begin - 1)});
}

/// All one-word alternatives become one set; the others are tried one after the other:
///   split A;  <first>;  jump END;  A: split B;  <second>;  jump END;  B: <last>;  END:
void PhraseBookBuilder::emit_choice(const PhraseNode& node) {
  std::vector<std::uint32_t> single;
  std::vector<const PhraseSequence*> others;
  for (const PhraseSequence& choice : node.choices) {
    if (choice.size() == 1 && choice.front().kind == PhraseNode::Kind::word)
      single.push_back(number_of(choice.front().word));
    else
      others.push_back(&choice);
  }
  std::vector<std::size_t> jumps;
  const std::size_t alternatives = others.size() + (single.empty() ? 0 : 1);
  for (std::size_t i = 0; i < alternatives; ++i) {
    const std::size_t split = code_.size();
    const bool last = i + 1 == alternatives;
    if (!last)
      code_.push_back(0);
    if (i < others.size())
      compile(*others[i]);
    else if (single.size() == 1)
      code_.push_back(encode({PhraseOp::word, single.front()}));
    else
      code_.push_back(encode({PhraseOp::set, set_of(single)}));
    if (last)
      break;
    jumps.push_back(code_.size());
    code_.push_back(0);
    code_[split] = encode({PhraseOp::split, static_cast<std::uint32_t>(code_.size() - split)});
  }
  for (const std::size_t jump : jumps)
    code_[jump] = encode({PhraseOp::jump, static_cast<std::uint32_t>(code_.size() - jump)});
}

/// The bits of the words that a match of the code may begin with; all bits where any may.
std::uint64_t PhraseBookBuilder::first_bits(std::uint32_t code) const {
  constexpr std::uint64_t any = ~std::uint64_t{0};
  std::uint64_t bits = 0;
  std::vector<std::uint32_t> places = {code};
  while (!places.empty()) {
    const std::uint32_t at = places.back();
    places.pop_back();
    const PhraseInstruction instruction = decode(code_[at]);
    switch (instruction.op) {
      case PhraseOp::word:
        bits |= word_bit(instruction.operand);
        break;
      case PhraseOp::set:
        for (const auto& [words, number] : sets_)
          if (number == instruction.operand)
            bits |= bits_of(words);
        break;
      case PhraseOp::gap:
      case PhraseOp::accept:
        return any;
      case PhraseOp::split:
        places.push_back(at + instruction.operand);
        places.push_back(at + 1);
        break;
      case PhraseOp::jump:
        places.push_back(at + instruction.operand);
        break;
      case PhraseOp::comma:
      case PhraseOp::sentence_start:
      case PhraseOp::sentence_end:
      case PhraseOp::question:
      case PhraseOp::exclamation:
        places.push_back(at + 1);
        break;
      case PhraseOp::clause_has:
      case PhraseOp::clause_lacks:
      case PhraseOp::sentence_has:
      case PhraseOp::sentence_lacks:
        places.push_back(at + instruction.operand + 1);
        break;
    }
  }
  return bits;
}

std::vector<std::uint32_t> PhraseBookBuilder::finish() const {
  std::vector<std::uint32_t> phrases;
  for (const auto& [group, offset] : phrases_) {
    const std::uint64_t bits = first_bits(offset);
    phrases.insert(phrases.end(), {group, offset, low_half(bits), high_half(bits)});
  }

  std::vector<const std::vector<std::uint32_t>*> sets(sets_.size());
  for (const auto& [words, number] : sets_)
    sets[number] = &words;
  std::vector<std::uint32_t> set_bits;
  std::vector<std::uint32_t> set_begins = {0};
  std::vector<std::uint32_t> set_words;
  for (const std::vector<std::uint32_t>* words : sets) {
    set_words.insert(set_words.end(), words->begin(), words->end());
    set_begins.push_back(static_cast<std::uint32_t>(set_words.size()));
    set_bits.insert(set_bits.end(), {low_half(bits_of(*words)), high_half(bits_of(*words))});
  }

  std::vector<std::string_view> words(numbers_.size() + 1);
  for (const auto& [word, number] : numbers_)
    words[number] = word;
  std::vector<std::uint32_t> anchor_begins;
  std::vector<std::uint32_t> anchors;
  std::vector<std::uint32_t> word_begins;
  std::string letters;
  std::vector<std::uint32_t> table(std::bit_ceil(2 * words.size()));
  for (std::uint32_t number = 0; number < words.size(); ++number) {
    anchor_begins.push_back(static_cast<std::uint32_t>(anchors.size()));
    word_begins.push_back(static_cast<std::uint32_t>(letters.size()));
    letters += words[number];
    if (const auto found = anchors_.find(number); found != anchors_.end())
      for (const Anchor& anchor : found->second)
        anchors.insert(anchors.end(),
                       {anchor.phrase, anchor.least_before << 16 | anchor.most_before});
    if (number == 0)
      continue;
    std::size_t slot = phrase_word_hash(words[number]) & (table.size() - 1);
    while (table[slot] != 0)
      slot = (slot + 1) & (table.size() - 1);
    table[slot] = number;
  }
  anchor_begins.push_back(static_cast<std::uint32_t>(anchors.size()));
  word_begins.push_back(static_cast<std::uint32_t>(letters.size()));
  std::vector<std::uint32_t> packed((letters.size() + 3) / 4);
  for (std::size_t i = 0; i < letters.size(); ++i)
    packed[i / 4] |= std::uint32_t{static_cast<unsigned char>(letters[i])} << (i % 4 * 8);

  std::vector<std::uint32_t> book = {phrase_book_magic, phrase_book_version, groups_};
  using Section = std::span<const std::uint32_t>;
  for (const Section section :
       {Section(phrases), Section(code_), Section(set_begins), Section(set_words),
        Section(set_bits), Section(anchor_begins), Section(anchors), Section(word_begins),
        Section(packed), Section(table)})
    append_section(book, section);
  return book;
}

}  // namespace mailcheck
