#include "checks/misspelling.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "checks/derived.hpp"
#include "checks/own_text.hpp"
#include "checks/phrase.hpp"
#include "checks/slip_certainty.hpp"
#include "checks/word_shape.hpp"
#include "spelling/edit_cost.hpp"
#include "spelling/frequent_words.hpp"
#include "spelling/proper_words.hpp"

namespace mailcheck {
namespace {

/// Parts of hyphenated words up to this length are prefixes or abbreviations: “co-”, “semi-”.
constexpr std::size_t short_part = 4;
/// Shortest capitalised word that is taken for a slip in someone's name.
constexpr std::size_t shortest_name = 4;
/// From this length on a name may differ in two letters.
constexpr std::size_t long_name = 6;
/// Letters of an adverb that is told from a name by its ending, and of a word in lower case that is
/// told from a name that lacks its capital.
constexpr std::size_t long_adverb = 7;
constexpr std::size_t long_small_name = 5;
/// A long unknown word at the start of a sentence is a slip even when it is not a frequent one.
constexpr std::size_t long_word = 7;

/// Of so many words or more in lower case, when most are unknown, the text is not English.
constexpr std::size_t foreign_words = 20;

/// So many unknown words in a row, none of which is nearly a frequent one, are of another language.
/// Two are when one of them has a letter that English does not write: “Go raibh míle maith agat”.
constexpr std::size_t foreign_row = 3;
/// Shorter words are nearly some frequent word in any language.
constexpr std::size_t telling_letters = 4;

bool is_reply(std::string_view subject) {
  const std::string lower = to_lower(utf8_prefix(subject, 8));
  return lower.starts_with("re:") || lower.starts_with("fw:") || lower.starts_with("fwd:");
}

/// One run over one draft.
class Search {
 public:
  explicit Search(const Context& context)
      : context_(context),
        all_(context.draft.text),
        verbatim_(context.derived.verbatim(context)),
        own_subject_(!is_reply(slice(all_, context.draft.subject))) {
    for (const std::string& name : context.facts.names)
      known_.insert(key_of(name));
    std::set<std::string> subject_words;
    for (const Word& word : context.text.words) {
      const std::string_view written = slice(all_, word.span);
      if (word.region == RegionKind::subject && own_subject_)
        subject_words.insert(key_of(written));
      const Shape shape = shape_of(written);
      if (shape != Shape::other)
        ++times_[key_of(written)];
      if (shape == Shape::capitalized)
        ++capitalized_[key_of(written)];
    }
    for (const std::string& known : context.facts.known_words) {
      // A slip in a subject of one's own is a slip.
      const bool from_subject =
          shape_of(known) == Shape::lower && subject_words.contains(key_of(known));
      if (!from_subject)
        known_.insert(key_of(known));
    }
  }

  std::vector<Hit> run(const std::vector<RegionKind>& regions) {
    if (is_plainly_foreign(regions))
      return {};
    std::vector<Hit> hits;
    const std::vector<Word>& words = context_.text.words;
    std::size_t unknown_words = 0;
    std::size_t foreign_end = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!holds(regions, words[i].region))
        continue;
      const bool first = i == 0 || words[i - 1].sentence != words[i].sentence;
      if (i < foreign_end) {
        ++lower_words_;
        ++unknown_words;
        continue;
      }
      std::optional<Hit> hit = judge(words[i], first);
      if (!hit)
        continue;
      ++unknown_words;
      foreign_end = end_of_foreign_row(i);
      if (i >= foreign_end)
        hits.push_back(*std::move(hit));
    }
    return is_mostly_unknown(unknown_words, lower_words_) ? std::vector<Hit>() : hits;
  }

 private:
  static bool is_mostly_unknown(std::size_t unknown, std::size_t lower) {
    return lower >= foreign_words && 2 * unknown > lower;
  }

  /// Whether the words in lower case already tell that the text is not English, for which no
  /// suggestions are needed.
  bool is_plainly_foreign(const std::vector<RegionKind>& regions) const {
    std::size_t lower = 0;
    std::size_t unknown = 0;
    for (const Word& word : context_.text.words) {
      const std::string_view written = slice(all_, word.span);
      if (!holds(regions, word.region) || is_too_long(written) || shape_of(written) != Shape::lower)
        continue;
      ++lower;
      unknown += is_questionable(word, written) && !is_small_name(written) ? 1U : 0U;
    }
    return is_mostly_unknown(unknown, lower);
  }

  static bool is_too_long(std::string_view written) {
    // The limit in bytes is cheap to test and holds for every word of 64 code points.
    return written.size() > 4 * spelling_word_limit ||
           count_code_points(written) > spelling_word_limit;
  }

  /// An unknown word that is no part of a name, a link or lost text.
  bool is_questionable(const Word& word, std::string_view written) const {
    return !context_.speller.knows(written) && !known_.contains(key_of(written)) &&
           !verbatim_.touches(word.span) && !is_short_part(word) && !touches_lost_bytes(word);
  }

  /// Past the last of the unknown words in lower case that follow `begin` in its sentence; `begin`
  /// when they are too few, or too English, to be of another language.
  std::size_t end_of_foreign_row(std::size_t begin) const {
    const std::vector<Word>& words = context_.text.words;
    bool has_accent = false;
    bool has_slip = false;
    std::size_t end = begin;
    for (; end < words.size() && words[end].sentence == words[begin].sentence; ++end) {
      const std::string_view written = slice(all_, words[end].span);
      if (written.size() > spelling_word_limit || shape_of(written) != Shape::lower ||
          context_.speller.knows(written) || known_.contains(key_of(written)))
        break;
      has_accent = has_accent || has_foreign_letter(written);
      has_slip = has_slip || is_nearly_frequent(written);
    }
    const std::size_t length = end - begin;
    const bool is_foreign = (length >= foreign_row && !has_slip) || (length > 1 && has_accent);
    return is_foreign ? end : begin;
  }

  bool is_nearly_frequent(std::string_view written) const {
    if (count_code_points(written) < telling_letters)
      return false;
    const std::string key = key_of(written);
    const std::vector<std::string> words = context_.speller.suggest(written, SearchDepth::near);
    return std::any_of(words.begin(), words.end(), [&](const std::string& meant) {
      const std::string meant_key = key_of(meant);
      return edit_distance(key, meant_key) <= 1 && is_frequent_word(meant_key);
    });
  }

  std::optional<Hit> judge(const Word& word, bool first_of_sentence) {
    const std::string_view written = slice(all_, word.span);
    if (is_too_long(written))
      return std::nullopt;
    const Shape shape = shape_of(written);
    if (shape == Shape::other)
      return std::nullopt;
    lower_words_ += shape == Shape::lower ? 1U : 0U;
    if (first_of_sentence && is_nearly_dear(word, written))
      return hit(word, {"Dear"});
    if (!is_questionable(word, written))
      return std::nullopt;
    if (shape == Shape::lower)
      return judge_lower(word, written);
    if (word.region != RegionKind::greeting) {
      const std::string name = nearly_a_name(written);
      if (!name.empty())
        return hit(word, {name + std::string(ending_of(written))});
    }
    if (first_of_sentence && is_slip_at_start(word, written)) {
      Hit found = hit(word, suggestions(written));
      // A name that nobody knows may stand there, too.
      found.certain = is_frequent_word(to_lower(found.detail)) &&
                      is_sure_slip(context_.speller, key_of(written), suggestions(written), 1);
      return found;
    }
    return judge_proper(word, written);
  }

  std::optional<Hit> judge_lower(const Word& word, std::string_view written) {
    const std::string key = key_of(written);
    const bool small_name = is_small_name(written);
    if (small_name && !is_slip_of_frequent(written))
      return std::nullopt;
    const std::vector<std::string>& words = suggestions(written);
    Hit found = hit(word, words);
    found.certain = is_sure_slip(context_.speller, key, words, times_[key]) &&
                    (!small_name || key.size() >= long_word);
    return found;
  }

  /// What is no name although it is written like one. None of it is certain.
  std::optional<Hit> judge_proper(const Word& word, std::string_view written) {
    if (word.region != RegionKind::body || is_lone_line(word) || follows_capital(word) ||
        capitalized_[key_of(written)] > 1)
      return std::nullopt;
    const std::vector<std::string> meant = proper_meant(written);
    if (meant.empty())
      return std::nullopt;
    Hit found = hit(word, meant);
    found.certain = false;
    return found;
  }

  std::vector<std::string> proper_meant(std::string_view written) {
    const std::string key = key_of(written);
    if (!context_.speller.language().is_english()) {
      // German writes every noun like a name.
      const std::vector<std::string>& words = suggestions(written);
      const bool is_near = key.size() >= long_word && !words.empty() &&
                           edit_distance(key, key_of(words.front())) == 1;
      return is_near ? words : std::vector<std::string>();
    }
    if (const std::string_view proper = nearly_proper_word(key); !proper.empty())
      return {std::string(proper) + std::string(ending_of(written))};
    if (written.size() < long_adverb || !written.ends_with("ly"))
      return {};
    const std::vector<std::string>& words = suggestions(written);
    const bool is_adverb = !words.empty() && words.front().ends_with("ly") &&
                           context_.speller.knows(to_lower(words.front()));
    return is_adverb ? words : std::vector<std::string>();
  }

  /// “Mr. Connolly”, “Anne Connolly”
  bool follows_capital(const Word& word) const {
    const std::vector<Word>& words = context_.text.words;
    const auto before = std::partition_point(words.begin(), words.end(), [&](const Word& other) {
      return other.span.begin < word.span.begin;
    });
    return before != words.begin() &&
           shape_of(slice(all_, std::prev(before)->span)) == Shape::capitalized;
  }

  /// One slip away from a frequent word, though somebody may be called so: in a short word two
  /// letters that changed places.
  bool is_slip_of_frequent(std::string_view written) {
    const std::string key = key_of(written);
    const std::size_t length = count_code_points(key);
    if (length < shortest_name)
      return false;
    const std::vector<std::string>& words = suggestions(written);
    const std::string meant = words.empty() ? std::string() : key_of(words.front());
    return !meant.empty() && edit_distance(key, meant) == 1 && is_frequent_word(meant) &&
           (length >= long_small_name ||
            (meant.size() == key.size() &&
             std::is_permutation(key.begin(), key.end(), meant.begin())));
  }

  /// “Daer Dana,”, which the facts take for a name.
  bool is_nearly_dear(const Word& word, std::string_view written) const {
    const Sentence& sentence = context_.text.sentences[word.sentence];
    return word.region == RegionKind::greeting && sentence.last_token - sentence.first_token > 1 &&
           edit_distance(written, "dear") == 1 && !context_.speller.knows(written);
  }

  /// Half of a word whose other bytes are not text; that alone is reported.
  bool touches_lost_bytes(const Word& word) const {
    constexpr std::string_view lost = "\uFFFD";
    return all_.substr(0, word.span.begin).ends_with(lost) ||
           all_.substr(word.span.end).starts_with(lost);
  }

  /// A part of a hyphenated word that is too short to judge.
  bool is_short_part(const Word& word) const {
    const bool before = word.span.begin > 0 && all_[word.span.begin - 1] == '-';
    const bool after = word.span.end < all_.size() && all_[word.span.end] == '-';
    return (before || after) && word.span.size() <= short_part;
  }

  /// A name that lacks its capital. “monday” lacks it, too, but is no one's name.
  bool is_small_name(std::string_view written) const {
    const std::string capitalized = capitalize(written);
    return context_.speller.knows(capitalized) && !is_frequent_word(key_of(written));
  }

  /// The name of the facts that `written` is one or two slips away from; empty when there is none.
  std::string nearly_a_name(std::string_view written) const {
    const std::string key = key_of(written);
    const std::size_t length = count_code_points(key);
    std::string nearest;
    std::size_t least = length >= long_name ? 3 : 2;
    for (const std::string& name : context_.facts.names) {
      const std::size_t name_length = count_code_points(name);
      const bool comparable = name_length >= shortest_name && length >= shortest_name &&
                              name_length <= length + 2 && length <= name_length + 2;
      if (!comparable || shape_of(name) != Shape::capitalized)
        continue;
      const std::size_t allowed = std::min(name_length, length) >= long_name ? 2 : 1;
      const std::size_t distance = edit_distance(key, name);
      if (distance <= allowed && distance < least) {
        nearest = name;
        least = distance;
      }
    }
    return nearest;
  }

  /// An unknown word that begins a sentence is a name unless everything speaks for a slip.
  bool is_slip_at_start(const Word& word, std::string_view written) {
    const std::string key = key_of(written);
    if (capitalized_[key] > 1 || is_lone_line(word))
      return false;
    const std::vector<std::string>& words = suggestions(written);
    return std::any_of(words.begin(), words.end(), [&](const std::string& meant) {
      const std::string lower = to_lower(meant);
      return edit_distance(key, key_of(lower)) <= 1 && context_.speller.knows(lower) &&
             (is_frequent_word(lower) || count_code_points(lower) >= long_word);
    });
  }

  /// One or two words without a full stop: a name, a heading, an address.
  bool is_lone_line(const Word& word) const {
    const Sentence& sentence = context_.text.sentences[word.sentence];
    const std::string_view text = slice(all_, sentence.span);
    const std::uint32_t tokens = sentence.last_token - sentence.first_token;
    return tokens <= 2 && word.region == RegionKind::body &&
           std::string_view(".!?,").find(text.empty() ? ' ' : text.back()) == text.npos;
  }

  const std::vector<std::string>& suggestions(std::string_view written) {
    const auto found = suggested_.find(written);
    if (found != suggested_.end())
      return found->second;
    std::vector<std::string> words;
    if (suggested_.size() < suggested_words_limit)
      words = context_.speller.suggest(written);
    return suggested_.emplace(written, std::move(words)).first->second;
  }

  static Hit hit(const Word& word, const std::vector<std::string>& words) {
    Hit hit{.place = word.span};
    if (!words.empty())
      hit.detail = words.front();
    for (const std::string& meant : words)
      hit.repairs.push_back({.edits = {{word.span, meant}}, .safe = false});
    return hit;
  }

  const Context& context_;
  std::string_view all_;
  const Verbatim& verbatim_;
  bool own_subject_;
  std::size_t lower_words_ = 0;
  std::set<std::string, std::less<>> known_;
  std::map<std::string, int, std::less<>> capitalized_;
  std::map<std::string, std::size_t, std::less<>> times_;
  std::map<std::string, std::vector<std::string>, std::less<>> suggested_;
};

}  // namespace

Result<CheckFunction> make_misspelling(const Params& params) {
  Result<std::vector<RegionKind>> regions = region_list(
      params, "in",
      {RegionKind::greeting, RegionKind::body, RegionKind::closing, RegionKind::subject});
  if (!regions)
    return regions.error();
  return CheckFunction(
      [kinds = *std::move(regions)](const Context& context) { return Search(context).run(kinds); });
}

}  // namespace mailcheck
