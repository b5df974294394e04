#include <algorithm>
#include <iterator>

#include "checks/article.hpp"
#include "checks/check.hpp"
#include "checks/doubled_word.hpp"
#include "checks/emoji.hpp"
#include "checks/exclamation_marks.hpp"
#include "checks/greeting_name.hpp"
#include "checks/missing.hpp"
#include "checks/missing_specifics.hpp"
#include "checks/misspelling.hpp"
#include "checks/note.hpp"
#include "checks/paragraphs.hpp"
#include "checks/phrase.hpp"
#include "checks/phrase_share.hpp"
#include "checks/placeholder.hpp"
#include "checks/sentence_length.hpp"
#include "checks/shouting.hpp"
#include "checks/spacing.hpp"
#include "checks/stock_phrases.hpp"
#include "checks/subject_length.hpp"
#include "checks/unused_waiver.hpp"
#include "checks/word_count.hpp"

namespace mailcheck {
namespace {

/// Sorted by name; a test checks it.
const CheckKind checks[] = {
    {"article", "“a” before a vowel sound and “an” before a consonant", {}, {}, make_article},
    {"doubled-word", "a word written twice in a row", {}, {}, make_doubled_word},
    {"emoji", "emoji and emoticons", {}, {}, make_emoji},
    {"exclamation-marks",
     "exclamation marks beyond a number of them",
     {},
     {},
     make_exclamation_marks},
    {"greeting-name",
     "a greeting that misspells the name of the only recipient",
     {},
     {},
     make_greeting_name},
    {"missing",
     "wordings that a whole mail should hold, in given regions, and does not",
     {"phrases"},
     {"patterns"},
     make_missing},
    {"missing-part",
     "a whole mail without its greeting, closing, name or subject",
     {},
     {},
     make_missing_part},
    {"missing-specifics",
     "a whole mail in which nothing refers to what was said or seen",
     {},
     {},
     make_missing_specifics},
    {"misspelling", "words that no dictionary knows, with suggestions", {}, {}, make_misspelling},
    {"note", "strange things that reading the draft has noticed", {}, {}, make_note},
    {"paragraph-count",
     "more paragraphs than a limit, which may depend on the stage",
     {},
     {},
     make_paragraph_count},
    {"paragraph-length",
     "paragraphs of too many words or sentences",
     {},
     {},
     make_paragraph_length},
    {"phrase",
     "words and patterns in given regions, silent where a guard stands in the same clause",
     {"phrases", "unless", "unless-sentence"},
     {"patterns"},
     make_phrase},
    {"phrase-share",
     "a phrase that stands in too large a share of the sentences",
     {"phrases"},
     {},
     make_phrase_share},
    {"placeholder",
     "slots of a template that nobody filled in",
     {"phrases"},
     {"patterns"},
     make_placeholder},
    {"sentence-length", "sentences of too many words", {}, {}, make_sentence_length},
    {"shouting", "words in capitals that are no acronyms", {}, {}, make_shouting},
    {"spacing", "spaces and full stops that slipped", {}, {}, make_spacing},
    {"stock-phrases",
     "a mail or a fragment that is made of stock phrases only",
     {"phrases"},
     {},
     make_stock_phrases},
    {"subject-length", "a subject of too many characters", {}, {}, make_subject_length},
    {"unused-waiver", "a waiver in the header that waives nothing", {}, {}, make_unused_waiver},
    {"word-count", "too many or too few words, by stage", {}, {}, make_word_count},
};

}  // namespace

std::span<const CheckKind> all_checks() {
  return checks;
}

const CheckKind* find_check(std::string_view name) {
  const auto* found = std::lower_bound(
      std::begin(checks), std::end(checks), name,
      [](const CheckKind& check, std::string_view wanted) { return check.name < wanted; });
  return found != std::end(checks) && found->name == name ? found : nullptr;
}

}  // namespace mailcheck
