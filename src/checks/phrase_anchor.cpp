#include "checks/phrase_anchor.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>

namespace mailcheck {
namespace {

struct CommonWord {
  std::string_view word;
  std::size_t count;
};

/// How often the commonest words stand in 10,000 words of such mail, roughly: a phrase should be
/// looked for by another of its words.
constexpr CommonWord common_words[] = {
    {"the", 500},        {"i", 430},       {"to", 320},      {"and", 300},         {"you", 300},
    {"a", 220},          {"for", 210},     {"of", 170},      {"in", 150},          {"that", 130},
    {"me", 110},         {"with", 110},    {"your", 110},    {"my", 110},          {"is", 90},
    {"it", 90},          {"am", 80},       {"on", 80},       {"we", 80},           {"have", 80},
    {"be", 70},          {"about", 70},    {"would", 70},    {"thank", 70},        {"was", 60},
    {"as", 60},          {"at", 60},       {"this", 60},     {"not", 60},          {"will", 60},
    {"interview", 60},   {"position", 50}, {"if", 50},       {"from", 50},         {"do", 50},
    {"time", 45},        {"are", 40},      {"team", 40},     {"very", 40},         {"can", 40},
    {"role", 40},        {"work", 40},     {"had", 35},      {"how", 35},          {"an", 35},
    {"so", 35},          {"by", 35},       {"like", 30},     {"has", 30},          {"there", 30},
    {"job", 30},         {"when", 30},     {"us", 30},       {"please", 30},       {"any", 30},
    {"no", 25},          {"our", 25},      {"but", 25},      {"all", 25},          {"more", 25},
    {"let", 25},         {"know", 25},     {"or", 25},       {"one", 20},          {"just", 20},
    {"what", 20},        {"dear", 20},     {"much", 20},     {"up", 20},           {"been", 20},
    {"regards", 20},     {"hear", 20},     {"forward", 20},  {"look", 20},         {"best", 20},
    {"first", 20},       {"company", 20},  {"were", 20},     {"need", 20},         {"they", 15},
    {"could", 15},       {"out", 15},      {"some", 15},     {"again", 15},        {"which", 15},
    {"next", 15},        {"other", 15},    {"get", 15},      {"take", 15},         {"hearing", 15},
    {"opportunity", 15}, {"meet", 15},     {"talk", 15},     {"conversation", 15}, {"only", 15},
    {"should", 15},      {"may", 15},      {"did", 15},      {"than", 15},         {"who", 15},
    {"really", 10},      {"day", 10},      {"week", 10},     {"questions", 10},    {"send", 10},
    {"happy", 10},       {"glad", 10},     {"further", 10},  {"enjoyed", 10},      {"learn", 10},
    {"interested", 10},  {"manager", 10},  {"decision", 10}, {"also", 10},         {"here", 10},
    {"thanks", 10},      {"then", 10},     {"now", 10},      {"because", 10},      {"make", 10},
    {"well", 10},        {"good", 10},     {"see", 10},      {"say", 10},          {"ask", 10},
};

std::size_t count_of(std::string_view word) {
  const auto* const found = std::find_if(std::begin(common_words), std::end(common_words),
                                         [&](const CommonWord& one) { return one.word == word; });
  return found == std::end(common_words) ? 1 : found->count;
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

enum class Side { begin, end };

/// The words that a match of the nodes must begin or end with, past what it may leave out; nothing
/// when these can be any, or when it may be empty.
std::optional<std::set<std::string>> words_at(Side side, std::span<const PhraseNode> nodes) {
  std::set<std::string> words;
  while (!nodes.empty()) {
    const PhraseNode& node = side == Side::begin ? nodes.front() : nodes.back();
    nodes = side == Side::begin ? nodes.subspan(1) : nodes.first(nodes.size() - 1);
    if (node.kind == PhraseNode::Kind::gap)
      return std::nullopt;
    if (node.kind == PhraseNode::Kind::word)
      words.insert(node.word);
    if (node.kind == PhraseNode::Kind::choice) {
      for (const PhraseSequence& choice : node.choices) {
        if (choice.empty())
          continue;
        const std::optional<std::set<std::string>> of_choice = words_at(side, choice);
        if (!of_choice)
          return std::nullopt;
        words.insert(of_choice->begin(), of_choice->end());
      }
    }
    if (extent_of(node).least > 0)
      return words;
  }
  return std::nullopt;
}

/// How often a match would be looked for.
std::size_t cost_of(const std::set<std::string>& words, Extent before) {
  std::size_t cost = 0;
  for (const std::string& word : words)
    cost += count_of(word);
  return cost * (1 + before.most - before.least);
}

}  // namespace

std::optional<PhraseAnchor> anchor_of(const PhraseSequence& phrase) {
  std::optional<PhraseAnchor> best;
  std::size_t best_cost = SIZE_MAX;
  const std::span<const PhraseNode> nodes(phrase);
  Extent before;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Extent extent = extent_of(nodes[i]);
    std::optional<std::set<std::string>> words;
    if (extent.least > 0)
      words = words_at(Side::begin, nodes.subspan(i, 1));
    if (words && !words->empty()) {
      const std::size_t cost = cost_of(*words, before);
      if (cost < best_cost) {
        best_cost = cost;
        best = PhraseAnchor{i, *std::move(words), before.least, before.most, std::nullopt};
      }
    }
    before.least += extent.least;
    before.most += extent.most;
  }
  if (best)
    best->words_before = words_at(Side::end, nodes.first(best->node));
  return best;
}

}  // namespace mailcheck
