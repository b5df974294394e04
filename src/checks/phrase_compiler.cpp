#include "checks/phrase_compiler.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <span>

#include "checks/phrase_anchor.hpp"
#include "checks/phrase_book.hpp"
#include "checks/phrase_code.hpp"

namespace mailcheck {
namespace {

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
  const std::optional<PhraseAnchor> anchor = anchor_of(*sequence);
  if (!anchor)
    return Error{.message = "a phrase needs a word that must always be there", .column = 1};
  phrases_.emplace_back(groups_ - 1, static_cast<std::uint32_t>(code_.size()));
  std::uint32_t code_of_anchor = 0;
  for (std::size_t i = 0; i < sequence->size(); ++i) {
    if (i == anchor->node)
      code_of_anchor = static_cast<std::uint32_t>(code_.size());
    compile((*sequence)[i]);
  }
  code_.push_back(encode({PhraseOp::accept}));
  add_anchors(*anchor, code_of_anchor);
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
  const auto [set, is_new] = sets_.try_emplace(std::move(words), next);
  if (is_new)
    bits_of_sets_.push_back(bits_of(set->first));
  return set->second;
}

/// For each word by which the phrase may be found: what can stand around it.
void PhraseBookBuilder::add_anchors(const PhraseAnchor& anchor, std::uint32_t code) {
  std::uint64_t before = any_word;
  if (anchor.words_before) {
    before = 0;
    for (const std::string& word : *anchor.words_before)
      before |= word_bit(number_of(word));
  }
  const auto phrase = static_cast<std::uint32_t>(phrases_.size() - 1);
  for (const std::string& text : anchor.words) {
    const std::uint32_t word = number_of(text);
    anchors_[word].push_back(
        {phrase, anchor.least_before, anchor.most_before, before, bits_after(code, word)});
  }
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

/// All one-word alternatives become one set, those that begin with a word one branch by that word;
/// the others are tried one after the other:
///   split A;  <first>;  jump END;  A: split B;  <second>;  jump END;  B: <last>;  END:
void PhraseBookBuilder::emit_choice(const PhraseNode& node) {
  std::vector<std::uint32_t> single;
  std::vector<const PhraseSequence*> others;
  Branches branches;
  for (const PhraseSequence& choice : node.choices) {
    const bool begins_with_word = !choice.empty() && choice.front().kind == PhraseNode::Kind::word;
    if (begins_with_word && choice.size() == 1)
      single.push_back(number_of(choice.front().word));
    else if (begins_with_word && branch_depth_ < phrase_nesting_limit)
      branches[number_of(choice.front().word)].push_back(&choice);
    else
      others.push_back(&choice);
  }
  std::vector<std::size_t> jumps;
  const std::size_t alternatives =
      others.size() + (single.empty() ? 0 : 1) + (branches.empty() ? 0 : 1);
  for (std::size_t i = 0; i < alternatives; ++i) {
    const std::size_t split = code_.size();
    const bool last = i + 1 == alternatives;
    if (!last)
      code_.push_back(0);
    if (i < others.size())
      compile(*others[i]);
    else if (i == others.size() && !single.empty())
      emit_words(single);
    else
      emit_branches(branches);
    if (last)
      break;
    jumps.push_back(code_.size());
    code_.push_back(0);
    code_[split] = encode({PhraseOp::split, static_cast<std::uint32_t>(code_.size() - split)});
  }
  for (const std::size_t jump : jumps)
    code_[jump] = encode({PhraseOp::jump, static_cast<std::uint32_t>(code_.size() - jump)});
}

void PhraseBookBuilder::emit_words(const std::vector<std::uint32_t>& words) {
  if (words.size() == 1)
    code_.push_back(encode({PhraseOp::word, words.front()}));
  else
    code_.push_back(encode({PhraseOp::set, set_of(words)}));
}

/// Sequences that begin with the same word share it. Of one branch:
///   branch 2;  <first word>, A;  <second word>, B;  A: …;  jump END;  B: …;  END:
void PhraseBookBuilder::emit_branches(const Branches& branches) {
  const std::size_t begin = code_.size();
  if (branches.size() > 1) {
    code_.push_back(encode({PhraseOp::branch, static_cast<std::uint32_t>(branches.size())}));
    code_.resize(code_.size() + 2 * branches.size());
  }
  std::vector<std::size_t> jumps;
  std::size_t entry = begin + 1;
  ++branch_depth_;
  for (const auto& [word, sequences] : branches) {
    if (branches.size() > 1) {
      code_[entry] = word;
      code_[entry + 1] = static_cast<std::uint32_t>(code_.size() - begin);
      entry += 2;
    }
    code_.push_back(encode({PhraseOp::word, word}));
    PhraseNode rests{.kind = PhraseNode::Kind::choice};
    for (const PhraseSequence* sequence : sequences)
      rests.choices.emplace_back(sequence->begin() + 1, sequence->end());
    if (rests.choices.size() == 1)
      compile(rests.choices.front());
    else
      emit_choice(rests);
    if (word == branches.rbegin()->first)
      break;
    jumps.push_back(code_.size());
    code_.push_back(0);
  }
  --branch_depth_;
  for (const std::size_t jump : jumps)
    code_[jump] = encode({PhraseOp::jump, static_cast<std::uint32_t>(code_.size() - jump)});
}

/// Calls `visit` with the place of each instruction that may be the first to take a word or to end
/// the code.
template <class Visit>
void PhraseBookBuilder::for_each_first(std::uint32_t code, Visit visit) const {
  std::vector<std::uint32_t> places = {code};
  while (!places.empty()) {
    const std::uint32_t at = places.back();
    places.pop_back();
    const PhraseInstruction instruction = decode(code_[at]);
    switch (instruction.op) {
      case PhraseOp::word:
      case PhraseOp::set:
      case PhraseOp::gap:
      case PhraseOp::accept:
        visit(at);
        break;
      case PhraseOp::split:
        places.push_back(at + instruction.operand);
        places.push_back(at + 1);
        break;
      case PhraseOp::jump:
        places.push_back(at + instruction.operand);
        break;
      case PhraseOp::branch:
        for (std::uint32_t i = 0; i < instruction.operand; ++i)
          places.push_back(at + code_[at + 2 + 2 * i]);
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
}

/// The bits of the words that an instruction takes; all where it takes any, or none.
std::uint64_t PhraseBookBuilder::bits_taken(std::uint32_t at) const {
  const PhraseInstruction instruction = decode(code_[at]);
  if (instruction.op == PhraseOp::word)
    return word_bit(instruction.operand);
  return instruction.op == PhraseOp::set ? bits_of_sets_[instruction.operand] : any_word;
}

/// The bits of the words that a match of the code may begin with.
std::uint64_t PhraseBookBuilder::first_bits(std::uint32_t code) const {
  std::uint64_t bits = 0;
  for_each_first(code, [&](std::uint32_t at) { bits |= bits_taken(at); });
  return bits;
}

/// The bits of the words that may follow where a match of the code begins with `word`.
std::uint64_t PhraseBookBuilder::bits_after(std::uint32_t code, std::uint32_t word) const {
  std::uint64_t bits = 0;
  for_each_first(code, [&](std::uint32_t at) {
    if ((bits_taken(at) & word_bit(word)) != 0)
      bits |= first_bits(at + 1);
  });
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
        anchors.insert(
            anchors.end(),
            {anchor.phrase, anchor.least_before << 16 | anchor.most_before, low_half(anchor.before),
             high_half(anchor.before), low_half(anchor.after), high_half(anchor.after)});
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
