#include <algorithm>
#include <iterator>

#include "checks/article.hpp"
#include "checks/attached_files.hpp"
#include "checks/check.hpp"
#include "checks/double_space.hpp"
#include "checks/doubled_word.hpp"
#include "checks/earlier_mails.hpp"
#include "checks/emoji.hpp"
#include "checks/exclamation_marks.hpp"
#include "checks/follow_ups.hpp"
#include "checks/frame_form.hpp"
#include "checks/greeting_name.hpp"
#include "checks/greeting_title.hpp"
#include "checks/header_field.hpp"
#include "checks/html_styling.hpp"
#include "checks/interviewers_not_named.hpp"
#include "checks/local_link.hpp"
#include "checks/lower_case_start.hpp"
#include "checks/missing.hpp"
#include "checks/missing_specifics.hpp"
#include "checks/misspelled_interviewer.hpp"
#include "checks/misspelling.hpp"
#include "checks/mixed_spelling.hpp"
#include "checks/note.hpp"
#include "checks/paragraphs.hpp"
#include "checks/phrase.hpp"
#include "checks/phrase_count.hpp"
#include "checks/phrase_share.hpp"
#include "checks/placeholder.hpp"
#include "checks/quote_share.hpp"
#include "checks/recipients.hpp"
#include "checks/same_note.hpp"
#include "checks/sending_time.hpp"
#include "checks/sentence_length.hpp"
#include "checks/shouting.hpp"
#include "checks/spacing.hpp"
#include "checks/stance.hpp"
#include "checks/stock_phrases.hpp"
#include "checks/subject_length.hpp"
#include "checks/unbalanced_mark.hpp"
#include "checks/unused_waiver.hpp"
#include "checks/weekday_mismatch.hpp"
#include "checks/word_count.hpp"
#include "checks/wrong_company.hpp"
#include "checks/wrong_interview_date.hpp"
#include "checks/wrong_recipient.hpp"
#include "checks/wrong_role.hpp"

namespace mailcheck {
namespace {

/// Sorted by name; a test checks it.
const CheckKind checks[] = {
    {"announced-attachment",
     "an attachment that the text announces and the mail has not",
     {"phrases", "unless", "unless-sentence"},
     {"patterns"},
     make_announced_attachment,
     true},
    {"article", "“a” before a vowel sound and “an” before a consonant", {}, {}, make_article},
    {"attachment-count",
     "more, or larger, attachments than a limit, unless the text says they are wanted",
     {"phrases"},
     {},
     make_attachment_count},
    {"attachment-name",
     "names of attached files that show a draft, a copy or another company",
     {},
     {"patterns"},
     make_attachment_name},
    {"double-space", "two spaces between two words", {}, {}, make_double_space},
    {"doubled-word", "a word written twice in a row", {}, {}, make_doubled_word},
    {"early-inquiry",
     "a question sent before an answer can be expected",
     {},
     {},
     make_early_inquiry},
    {"early-thanks", "thanks sent within hours of the interview", {}, {}, make_early_thanks},
    {"emoji", "emoji and emoticons", {}, {}, make_emoji},
    {"exclamation-marks",
     "exclamation marks beyond a number of them",
     {},
     {},
     make_exclamation_marks},
    {"follow-up-count", "one mail too many", {}, {}, make_follow_up_count},
    {"greeting-mark", "a greeting without its comma", {}, {}, make_greeting_mark},
    {"greeting-name",
     "a greeting that misspells the name of the only recipient",
     {},
     {},
     make_greeting_name},
    {"group-mail", "one mail to many people, or to different companies", {}, {}, make_group_mail},
    {"header-field", "header fields, or some of their values", {}, {}, make_header_field},
    {"html-styling", "colours, backgrounds and fonts for show", {}, {}, make_html_styling},
    {"interviewers-not-named",
     "a mail that names none of several interviewers",
     {},
     {},
     make_interviewers_not_named},
    {"late-thanks", "thanks sent too long after the interview", {}, {}, make_late_thanks},
    {"local-link", "links that work for nobody but the writer", {}, {}, make_local_link},
    {"lower-case-start", "sentences that begin in lower case", {}, {}, make_lower_case_start},
    {"mail-count",
     "more mails to the same people than a limit (needs --sent)",
     {},
     {},
     make_mail_count},
    {"mail-distance",
     "a mail too soon after the last one to the same people (needs --sent)",
     {},
     {},
     make_mail_distance},
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
    {"missing-recipient", "a mail without a recipient", {}, {}, make_missing_recipient},
    {"missing-specifics",
     "a whole mail in which nothing refers to what was said or seen",
     {},
     {},
     make_missing_specifics},
    {"misspelled-interviewer",
     "a name a letter or two away from that of an interviewer",
     {},
     {},
     make_misspelled_interviewer},
    {"misspelling", "words that no dictionary knows, with suggestions", {}, {}, make_misspelling},
    {"mixed-spelling", "British and American spelling in one draft", {}, {}, make_mixed_spelling},
    {"note", "strange things that reading the draft has noticed", {}, {}, make_note},
    {"office-hours", "a mail that arrives at night or on a weekend", {}, {}, make_office_hours},
    {"other-company",
     "the name of a company that another mail went to (needs --sent)",
     {},
     {},
     make_other_company},
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
     make_phrase,
     true},
    {"phrase-count",
     "a phrase that stands in too many sentences",
     {"phrases"},
     {"patterns"},
     make_phrase_count,
     true},
    {"phrase-share",
     "a phrase that stands in too large a share of the sentences",
     {"phrases"},
     {},
     make_phrase_share,
     true},
    {"placeholder",
     "slots of a template that nobody filled in",
     {"phrases"},
     {"patterns"},
     make_placeholder},
    {"quote-share", "quoted text instead of one's own", {}, {}, make_quote_share},
    {"recipient-name",
     "recipients whose address holds a word, such as “noreply”",
     {},
     {},
     make_recipient_name},
    {"reply-thread",
     "a reply that answers nothing, or an answer that is no reply",
     {},
     {},
     make_reply_thread},
    {"same-note",
     "text that also stands in a mail to somebody else (needs --sent, or several drafts)",
     {},
     {},
     make_same_note},
    {"sender-domain", "a sender of one of some domains", {}, {}, make_sender_domain},
    {"sentence-length", "sentences of too many words", {}, {}, make_sentence_length},
    {"shouting", "words in capitals that are no acronyms", {}, {}, make_shouting},
    {"signature-length", "a signature of too many lines", {}, {}, make_signature_length},
    {"spacing", "spaces and full stops that slipped", {}, {}, make_spacing},
    {"stance",
     "clauses whose words add up to a judgement",
     {"about", "strong", "clear", "faint", "against", "expected", "turn", "harmless", "unless",
      "unless-sentence", "unless-mail"},
     {},
     make_stance},
    {"stock-phrases",
     "a mail or a fragment that is made of stock phrases only",
     {"phrases"},
     {},
     make_stock_phrases,
     true},
    {"subject-length", "a subject of too many characters", {}, {}, make_subject_length},
    {"title-with-first-name",
     "“Mr.” or “Ms.” before a first name in the greeting",
     {},
     {},
     make_title_with_first_name},
    {"unbalanced-mark",
     "brackets and quotation marks without their other half",
     {},
     {},
     make_unbalanced_mark},
    {"unused-waiver", "a waiver in the header that waives nothing", {}, {}, make_unused_waiver},
    {"weekday-mismatch", "a weekday beside a date that is none", {}, {}, make_weekday_mismatch},
    {"word-count", "too many or too few words, by stage", {}, {}, make_word_count},
    {"wrong-company", "another company than that of the facts", {}, {}, make_wrong_company},
    {"wrong-interview-date",
     "another date for the interview than that of the facts",
     {},
     {},
     make_wrong_interview_date},
    {"wrong-recipient",
     "a greeting that greets somebody else than the mail goes to",
     {},
     {},
     make_wrong_recipient},
    {"wrong-role", "another job title than that of the facts", {}, {}, make_wrong_role},
    {"wrong-title", "a title in the greeting that the facts contradict", {}, {}, make_wrong_title},
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
