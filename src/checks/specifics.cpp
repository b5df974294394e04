#include "checks/specifics.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/one_of.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "checks/common_words.hpp"
#include "checks/own_text.hpp"
#include "checks/report_words.hpp"
#include "checks/stage_limit.hpp"
#include "text/possessive.hpp"

namespace mailcheck {
namespace {

using Names = std::set<std::string, std::less<>>;

/// Words before an employer's name: “the position with Acme”.
constexpr std::string_view before_employer[] = {
    "career",  "culture",  "contribute",  "contributing", "chat",         "future", "goals",
    "growth",  "interest", "interview",   "interviewed",  "interviewing", "job",    "member",
    "mission", "opening",  "opportunity", "part",         "position",     "role",   "success",
    "team",    "values",   "work",        "working"};

/// Words that a role or a team stands before: “the data analyst position”.
constexpr std::string_view after_role[] = {
    "apprenticeship", "candidate", "department", "fellowship",  "group",
    "internship",     "interview", "job",        "opening",     "opportunity",
    "placement",      "position",  "post",       "program",     "programme",
    "residency",      "role",      "team",       "traineeship", "vacancy"};

/// Words that begin the noun phrase a role stands in.
constexpr std::string_view determiners[] = {"a",    "an",    "the", "this", "that",
                                            "your", "our",   "my",  "for",  "of",
                                            "as",   "about", "any", "in",   "new"};

/// Words by which a writer speaks of the employer's side.
constexpr std::string_view employer_words[] = {"you", "your", "yours", "we", "our", "us", "team's"};

/// Words by which a writer speaks of the own past.
constexpr std::string_view own_words[] = {"i",    "i'm", "i've", "i'd", "i’m",
                                          "i’ve", "i’d", "my",   "me"};

/// Job titles as they stand in title case, where the word “position” does not follow.
constexpr std::string_view title_words[] = {
    "accountant", "accounting", "administrative", "administrator", "analyst",        "architect",
    "assistant",  "associate",  "chef",           "clerk",         "consultant",     "coordinator",
    "designer",   "developer",  "driver",         "editor",        "engineer",       "engineering",
    "finance",    "financial",  "head",           "intern",        "junior",         "librarian",
    "marketing",  "nurse",      "officer",        "operator",      "physician",      "pilot",
    "planner",    "producer",   "programmer",     "registered",    "representative", "sales",
    "scientist",  "secretary",  "senior",         "specialist",    "teacher",        "technician",
    "trainee",    "vp"};

/// Words of an unfilled slot that say something particular was meant to stand there.
constexpr std::string_view slot_words[] = {"specific", "topic",     "project",   "insight",
                                           "mention",  "challenge", "discussed", "initiative"};

/// A word of the body with what its neighbourhood says about it.
struct Piece {
  TextSpan span;
  std::string folded;
  std::uint32_t sentence = 0;
  bool capital = false;  ///< begins with an upper-case letter
  bool inside = false;   ///< not the first word of its sentence
  bool named = false;    ///< part of the name of a person, the employer or the role
  bool linked = false;   ///< only a space stands before it
  bool has_digit = false;
};

bool has_capital_inside(std::string_view word) {
  bool lower = false;
  for (std::size_t offset = 0; offset < word.size();) {
    const CodePoint point = decode_utf8(word, offset);
    if (is_upper(point.value) && (lower || offset > 0))
      return true;
    lower = is_lower(point.value);
    offset += point.length;
  }
  return false;
}

bool only_spaces(std::string_view between) {
  return !between.empty() && between.find_first_not_of(" \n\t") == std::string_view::npos;
}

std::vector<Piece> pieces_of_body(const Context& context) {
  const std::string_view all = context.draft.text;
  std::vector<Piece> pieces;
  for (const Word& word : context.text.words) {
    if (word.region != RegionKind::body)
      continue;
    const std::string_view written = slice(all, word.span);
    Piece piece{.span = word.span, .folded = to_lower(written), .sentence = word.sentence};
    piece.capital = is_upper(decode_utf8(written, 0).value);
    piece.has_digit = written.find_first_of("0123456789") != std::string_view::npos;
    if (!pieces.empty() && pieces.back().sentence == word.sentence) {
      piece.inside = true;
      piece.linked =
          only_spaces(all.substr(pieces.back().span.end, word.span.begin - pieces.back().span.end));
    }
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

void add_words(Names& names, std::string_view text) {
  for (const Range range : word_ranges(text))
    names.insert(to_lower(text.substr(range.begin, range.end - range.begin)));
}

/// Words that only say who, where and for what: people, company, role, subject, the recipient's
/// domain.
Names known_names(const Context& context) {
  Names names;
  for (const std::string& name : context.facts.names)
    add_words(names, name);
  for (const std::string& name : context.facts.interview.interviewers)
    add_words(names, name);
  add_words(names, context.facts.interview.company);
  add_words(names, context.facts.interview.role);
  add_words(names, slice(std::string_view(context.draft.text), context.draft.subject));
  for (const Mailbox& mailbox : context.draft.to) {
    const std::size_t at = mailbox.address.find('@');
    if (at != std::string::npos)
      add_words(names, mailbox.address.substr(at + 1, mailbox.address.find('.', at) - at - 1));
  }
  return names;
}

bool same_sentence(const std::vector<Piece>& pieces, std::size_t a, std::size_t b) {
  return b < pieces.size() && pieces[a].sentence == pieces[b].sentence;
}

/// Marks the capitalised words that follow “at”, “joining” or “the position with”, and learns them.
void mark_employers(std::vector<Piece>& pieces, Names& names) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string& word = pieces[i].folded;
    bool leads = word == "at" || word == "join" || word == "joining";
    if ((word == "with" || word == "for" || word == "to" || word == "of" || word == "from") &&
        i > 0 && same_sentence(pieces, i, i - 1))
      leads = is_one_of(pieces[i - 1].folded, before_employer);
    if (word == "mr" || word == "ms" || word == "mrs" || word == "dr" || word == "professor")
      leads = true;
    if (!leads)
      continue;
    std::size_t next = i + 1;
    if (same_sentence(pieces, i, next) && pieces[next].folded == "the")
      ++next;
    for (; same_sentence(pieces, i, next) && pieces[next].capital; ++next) {
      pieces[next].named = true;
      names.insert(pieces[next].folded);
    }
  }
}

/// “The swim programme that you described” is no role, though “programme” may stand behind one.
bool is_described(const std::vector<Piece>& pieces, std::size_t i) {
  constexpr std::string_view also_works[] = {"department", "group", "program", "programme", "team"};
  if (!is_one_of(pieces[i].folded, also_works) || !same_sentence(pieces, i, i + 1))
    return false;
  const std::string& next = pieces[i + 1].folded;
  return next == "you" ||
         (next == "that" && same_sentence(pieces, i, i + 2) && pieces[i + 2].folded == "you");
}

/// Marks the role: up to four words before “position”, back to the article, and up to three words
/// after “position of” or “as a”.
void mark_roles(std::vector<Piece>& pieces) {
  constexpr std::size_t words_before = 4;
  constexpr std::size_t words_after = 3;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (is_one_of(pieces[i].folded, after_role) && !is_described(pieces, i)) {
      std::size_t first = i;
      while (first > 0 && i - first < words_before && pieces[first].linked &&
             !is_one_of(pieces[first - 1].folded, determiners))
        --first;
      const bool closed = first > 0 && pieces[first].linked;
      for (std::size_t k = first; k < i; ++k)
        pieces[k].named = pieces[k].named || closed || pieces[k].capital;
    }
    const bool of = pieces[i].folded == "of" && i > 0 && same_sentence(pieces, i, i - 1) &&
                    is_one_of(pieces[i - 1].folded, after_role);
    const bool as = pieces[i].folded == "as" && same_sentence(pieces, i, i + 1) &&
                    (pieces[i + 1].folded == "a" || pieces[i + 1].folded == "an");
    if (!of && !as)
      continue;
    for (std::size_t k = i + 1; k <= i + words_after + (as ? 1 : 0) && same_sentence(pieces, i, k);
         ++k) {
      if (!pieces[k].linked || is_one_of(pieces[k].folded, after_role) ||
          pieces[k].folded == "with" || pieces[k].folded == "in")
        break;
      pieces[k].named = true;
    }
  }
}

/// An unknown word may be a term, “onboarding”, or a slip of the pen, “oportunity”.
class SlipTest {
 public:
  explicit SlipTest(const Speller& speller) : speller_(speller) {}

  /// Whether `word` is a common word misspelt; false for unknown words beyond the limit.
  bool is_misspelt_common_word(std::string_view word) {
    if (speller_.knows(word))
      return false;
    const auto found = answers_.find(word);
    if (found != answers_.end())
      return found->second;
    if (answers_.size() == weighed_unknown_words_limit)
      return false;
    const std::vector<std::string> words = speller_.suggest(word, SearchDepth::near);
    const bool answer = std::any_of(words.begin(), words.end(), [](const std::string& meant) {
      return is_common_word(to_lower(meant));
    });
    return answers_.emplace(word, answer).first->second;
  }

 private:
  const Speller& speller_;
  std::map<std::string, bool, std::less<>> answers_;
};

/// What `piece` is if few thank-you letters hold it.
std::optional<SpecificKind> particular_kind(const Context& context, const Piece& piece,
                                            const Names& names, SlipTest& slips) {
  if (piece.named || is_common_word(piece.folded))
    return std::nullopt;
  const std::string_view bare = without_possessive(piece.folded);
  const auto when = [](bool is_particular, SpecificKind kind) {
    return is_particular ? std::optional(kind) : std::nullopt;
  };
  if (names.contains(bare))
    return std::nullopt;
  const std::string_view written = slice(std::string_view(context.draft.text), piece.span);
  if (piece.capital && piece.inside)
    return when(!is_one_of(bare, title_words), SpecificKind::name);
  if (has_capital_inside(written))
    return SpecificKind::name;
  if (piece.has_digit)
    return when(bare.size() < 4 || bare.find_first_not_of("0123456789") != std::string_view::npos,
                SpecificKind::number);
  if (count_code_points(written) < 3)
    return std::nullopt;
  return when(!slips.is_misspelt_common_word(written), SpecificKind::term);
}

bool is_time(const std::vector<Piece>& pieces, std::size_t i) {
  if (!pieces[i].has_digit)
    return false;
  constexpr std::string_view units[] = {
      "am",     "pm",        "january", "february", "march",    "april",   "may", "june", "july",
      "august", "september", "october", "november", "december", "o'clock", "p.m", "a.m",  "at"};
  const bool after =
      i > 0 && same_sentence(pieces, i, i - 1) && is_one_of(pieces[i - 1].folded, units);
  const bool before = same_sentence(pieces, i, i + 1) && is_one_of(pieces[i + 1].folded, units);
  const std::string_view word = pieces[i].folded;
  return after || before || word.ends_with("th") || word.ends_with("st") || word.ends_with("nd") ||
         word.ends_with("rd") || word.ends_with("am") || word.ends_with("pm");
}

/// So many particular words decide a sentence; further ones change nothing.
constexpr std::size_t deciding_words = 3;

/// What the words of one sentence say together.
struct Weight {
  std::size_t particular = 0;
  bool reports = false;
  bool employer = false;
  bool own = false;
};

Specificity judge(const Weight& weight) {
  if (weight.particular == 0)
    return Specificity::none;
  if (weight.reports && (weight.employer || weight.own))
    return Specificity::interview;
  if (weight.particular < 2)
    return Specificity::none;
  // “My work in wards would help your patients” is still about the writer.
  if (weight.own && (!weight.employer || weight.particular < deciding_words))
    return Specificity::own;
  return Specificity::interview;
}

/// Topics that the user named count wherever they stand. A slot for a topic only promises one.
void raise_named_topics(const Context& context, Specifics& specifics) {
  const std::string_view all = context.draft.text;
  for (std::size_t i = 0; i < context.text.sentences.size(); ++i) {
    const Sentence& sentence = context.text.sentences[i];
    if (sentence.region != RegionKind::body)
      continue;
    const std::string folded = to_lower(slice(all, sentence.span));
    // Small letters may take more bytes than capitals; then the sentence is the place.
    const bool same_places = folded.size() == sentence.span.size();
    for (const std::string& topic : context.facts.interview.topics) {
      const std::size_t at = topic.empty() ? std::string::npos : folded.find(to_lower(topic));
      if (at == std::string::npos)
        continue;
      specifics.sentences[i] = Specificity::interview;
      const std::size_t begin = sentence.span.begin + at;
      specifics.evidence.push_back(
          {same_places ? TextSpan{begin, begin + topic.size()} : sentence.span, SpecificKind::topic,
           static_cast<std::uint32_t>(i)});
    }
    const std::size_t open = folded.find('[');
    const std::size_t close = open == std::string::npos ? open : folded.find(']', open);
    if (close == std::string::npos)
      continue;
    const std::string_view slot = std::string_view(folded).substr(open, close - open);
    for (const std::string_view word : slot_words) {
      if (slot.find(word) != std::string_view::npos)
        specifics.sentences[i] = std::max(specifics.sentences[i], Specificity::promised);
    }
  }
}

/// Whether a mail could be about an interview at all; thanks are given for much else.
bool speaks_of_hiring(const Context& context) {
  constexpr std::string_view words[] = {
      "applicant",  "applicants",  "application", "applied",     "applying",     "apprenticeship",
      "candidacy",  "candidate",   "candidates",  "chat",        "colleagues",   "conversation",
      "discussed",  "discussion",  "employment",  "fellowship",  "hire",         "hiring",
      "internship", "interview",   "interviewed", "interviewer", "interviewers", "interviewing",
      "interviews", "job",         "joining",     "meet",        "meeting",      "met",
      "opening",    "opportunity", "panel",       "position",    "post",         "residency",
      "role",       "speak",       "speaking",    "spoke",       "talk",         "talked",
      "talking",    "team",        "time",        "tour",        "traineeship",  "vacancy",
      "visit"};
  const std::string_view all = context.draft.text;
  return std::any_of(context.text.words.begin(), context.text.words.end(), [&](const Word& word) {
    return (word.region == RegionKind::subject || is_own(word.region)) &&
           is_one_of(to_lower(slice(all, word.span)), words);
  });
}

}  // namespace

bool asks_for_specifics(const Context& context) {
  if (context.facts.stage.given)
    return true;
  if (!speaks_of_hiring(context))
    return false;
  if (is_sure(context.facts.stage))
    return true;
  constexpr std::string_view thanks[] = {"appreciate", "appreciated", "enjoyed",
                                         "grateful",   "gratitude",   "pleasure",
                                         "thank",      "thankful",    "thanks"};
  return first_block_holds(context, thanks);
}

std::size_t Specifics::count(Specificity least) const {
  return static_cast<std::size_t>(std::count_if(sentences.begin(), sentences.end(),
                                                [&](Specificity found) { return found >= least; }));
}

Specifics find_specifics(const Context& context) {
  Specifics specifics;
  specifics.sentences.assign(context.text.sentences.size(), Specificity::none);
  std::vector<Piece> pieces = pieces_of_body(context);
  Names names = known_names(context);
  mark_employers(pieces, names);
  mark_roles(pieces);
  SlipTest slips(context.speller);

  for (std::size_t first = 0; first < pieces.size();) {
    Weight weight;
    std::size_t i = first;
    for (; i < pieces.size() && pieces[i].sentence == pieces[first].sentence; ++i) {
      const Piece& piece = pieces[i];
      const bool reports = is_report(i > first ? pieces[i - 1].folded : "", piece.folded);
      if (reports && !weight.reports)
        specifics.evidence.push_back({piece.span, SpecificKind::report, piece.sentence});
      weight.reports = weight.reports || reports;
      weight.employer = weight.employer || is_one_of(piece.folded, employer_words);
      // After so much about the matter, “I would try” is a thought about it.
      weight.own =
          weight.own || (weight.particular < deciding_words && is_one_of(piece.folded, own_words));
      if (weight.particular == deciding_words || is_time(pieces, i))
        continue;
      if (const std::optional<SpecificKind> kind = particular_kind(context, piece, names, slips)) {
        ++weight.particular;
        specifics.evidence.push_back({piece.span, *kind, piece.sentence});
      }
    }
    specifics.sentences[pieces[first].sentence] = judge(weight);
    first = i;
  }
  raise_named_topics(context, specifics);
  std::stable_sort(specifics.evidence.begin(), specifics.evidence.end(),
                   [](const SpecificEvidence& a, const SpecificEvidence& b) {
                     return a.span.begin < b.span.begin;
                   });
  return specifics;
}

}  // namespace mailcheck
