#pragma once

// What people write at each stage when they do not use one of the set phrases of
// facts/stage_cues.hpp: combinations of words with gaps between them. Only the table and its index.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "facts/facts.hpp"

namespace mailcheck {

/// One token for each word of `words`: “a/b” is one of these words, “*” up to four words. The first
/// is never “*”. All in one sentence, as tokens (text/tokens.hpp).
struct StagePattern {
  std::string_view words;
  Stage stage;
  double weight;
};

inline constexpr auto stage_patterns = std::to_array<StagePattern>({
    {"made/make/making up my mind to stay/remain/go/take/leave/keep/move", Stage::withdrawal, 4},
    {"give/offer the place/post/job/position to * somebody/someone/another/else", Stage::withdrawal,
     3},
    {"not keep/hold/reserve the/a/my * post/place/position/open", Stage::withdrawal, 4},
    {"not be coming/come/attending/attend to/for/the * talk/interview/round/meeting/second/visit",
     Stage::withdrawal, 4},
    {"has/have taken me on", Stage::withdrawal, 4},
    {"giving/give/given up my candidacy/application", Stage::withdrawal, 5},
    {"with regret i", Stage::withdrawal, 2},
    {"i * will/shall remain/stay in/at/with/where/here", Stage::withdrawal, 3.5},
    {"withdraw/withdrawing/withdrawn * my/from/application/candidacy/myself", Stage::withdrawal, 5},
    {"i * withdraw/withdrawing", Stage::withdrawal, 4},
    {"not/no * take/taking part * round/selection/process/interview/procedure/further",
     Stage::withdrawal, 4},
    {"will/can/shall not * take/taking part", Stage::withdrawal, 4},
    {"not/no/longer * go/going/carry/carrying on with * "
     "application/process/selection/interview/candidacy",
     Stage::withdrawal, 4.5},
    {"not/longer * continue/continuing/proceed/proceeding/pursue/pursuing * "
     "application/process/selection/candidacy/round/position/role/opportunity",
     Stage::withdrawal, 4.5},
    {"take/remove/strike/delete/cross/drop me/my * off/from/out", Stage::withdrawal, 4.5},
    {"not/longer/stop consider/considering me", Stage::withdrawal, 4.5},
    {"not/longer be considered", Stage::withdrawal, 4.5},
    {"i/we * decided against", Stage::withdrawal, 4},
    {"i * decided/chosen/choose not to * take/continue/proceed/go/pursue/come/move",
     Stage::withdrawal, 4},
    {"pull/pulling/pulled/step/stepping/drop/dropping/bow/bowing/back/backing/stand/standing "
     "out/back/down/aside * of/from/for",
     Stage::withdrawal, 4},
    {"cancel/cancelling/canceling/close/end/retract/retracting my application/candidacy",
     Stage::withdrawal, 5},
    {"no longer * candidate/applicant/interested/available/running/looking/searching",
     Stage::withdrawal, 4},
    {"i * have/had signed * with/at/another/contract/elsewhere", Stage::withdrawal, 4.5},
    {"i * have found/taken/started * work/job/position/place/post/role/employment/elsewhere",
     Stage::withdrawal, 4},
    {"i * accepted * offer/position/job/role/post/contract/place/elsewhere/another/one",
     Stage::withdrawal, 5},
    {"am/be accepting * offer/position/job/role/post/place", Stage::withdrawal, 4.5},
    {"not the right * for me", Stage::withdrawal, 3},
    {"stay/staying/remain/remaining * where i am", Stage::withdrawal, 4},
    {"stay/staying/remain/remaining with/at/in my present/current/old", Stage::withdrawal, 4},
    {"turn/turning down * your/offer/invitation/position", Stage::withdrawal, 4.5},
    {"decline/declining * your/invitation/position/second/further", Stage::withdrawal, 4.5},
    {"not be able to/accept * your offer/position/role", Stage::withdrawal, 4},
    {"give/free * place/chance * someone/somebody/another else", Stage::withdrawal, 1.5},

    {"thank/thanks * for your/the * job/written/formal/generous/kind/firm/attractive offer",
     Stage::offer_reply, 4},
    {"thank/thanks * for offering me * position/post/job/role/place/chair/contract/internship",
     Stage::offer_reply, 4},
    {"happy/glad/delighted/pleased/honored/honoured/thrilled/excited/proud/like/write/writing/love "
     "to * accept * your/the offer",
     Stage::offer_reply, 4},
    {"i gladly/gratefully/formally/hereby/happily accept", Stage::offer_reply, 1.5},
    {"i * accept your * offer", Stage::offer_reply, 4},
    {"received/got/read/reviewed/considered/studied your/the * offer/contract/letter of/and/for/"
     "from/on/this/yesterday/today/with",
     Stage::offer_reply, 1.5},
    {"return/returning/send/sending/enclose/enclosed/attach/attached/find * signed",
     Stage::offer_reply, 2},
    {"contract/letter/offer * signed", Stage::offer_reply, 2},
    {"your offer/proposal of/for/dated/from", Stage::offer_reply, 2.5},
    {"before i accept/sign/commit", Stage::offer_reply, 1},

    {"move/shift/change/postpone/put/bring/push * "
     "interview/conversation/meeting/appointment/call/talk/talks/visit * "
     "to/by/back/forward/until/earlier/later/off",
     Stage::scheduling, 3},
    {"postpone/reschedule * interview/conversation/meeting/appointment/call/talk/visit/it",
     Stage::scheduling, 3},
    {"confirm/confirming * interview/appointment/meeting/visit/call/conversation/attendance/time/"
     "date/slot/monday/tuesday/wednesday/thursday/friday/availability",
     Stage::scheduling, 3},
    {"invitation/invite/invited/inviting * "
     "second/next/final/further/third/another/trial/assessment/panel",
     Stage::scheduling, 2},
    {"cannot/unable/not * make/attend/come/keep/manage * "
     "interview/appointment/meeting/thursday/monday/tuesday/wednesday/friday/tomorrow/time/date/"
     "morning/afternoon",
     Stage::scheduling, 2.5},
    {"i * be there/at on/at/in/from/by", Stage::scheduling, 1.5},
    {"available/free on/at/from/after/between * "
     "monday/tuesday/wednesday/thursday/friday/saturday/morning/afternoon/clock/am/pm",
     Stage::scheduling, 1.5},
    {"different/other/later/earlier/new/alternative * day/time/date/slot/appointment",
     Stage::scheduling, 1},
    {"should i bring/prepare/come/report/ring/ask/take", Stage::scheduling, 1},
    {"is there * parking", Stage::scheduling, 1},

    {"said/say/says yes to me", Stage::other_offer, 4},
    {"job/work/firm/written/formal/standing offer", Stage::other_offer, 2.5},
    {"offer/contract * runs/run/expires/ends/lapses/stands/open * out/on/until/by/for",
     Stage::other_offer, 3.5},
    {"promised/promises me * class/post/place/job/position/contract/role", Stage::other_offer, 3.5},
    {"for/have my signature/word by/before/this/until/on/soon", Stage::other_offer, 3.5},
    {"you are * my first", Stage::other_offer, 1.5},
    {"i would * choose/prefer * yours/you", Stage::other_offer, 2},
    {"another/other/different/second/competing/rival * "
     "firm/company/bank/clinic/school/hospital/employer/house/studio/office/organisation/"
     "organization/institute/university/team/shop/hotel/agency * "
     "offered/wants/asked/made/given/sent/offering me/my",
     Stage::other_offer, 4},
    {"clinic/school/hospital/bank/firm/company/hotel/theatre/university/agency/office/group/they * "
     "wants/want/needs/need/expects/expect/asks/ask * my/me * "
     "answer/reply/decision/start/sign/signature",
     Stage::other_offer, 4},
    {"has/have/was/been * offered me * post/position/job/place/role/contract/chair",
     Stage::other_offer, 4},
    {"i * been/was offered * post/position/job/place/role/contract/chair/another",
     Stage::other_offer, 4},
    {"been/was made an * offer", Stage::other_offer, 4},
    {"offer/contract/proposal * elsewhere", Stage::other_offer, 4},
    {"hold/holding/have/got/received * offer/contract * from/by/at/elsewhere/until/with",
     Stage::other_offer, 4},
    {"contract/offer from/of * lies/waiting/waits/arrived/came/desk", Stage::other_offer, 4},
    {"i * have/must/need/am * to reply/answer/decide/sign/respond/commit/tell "
     "by/until/before/within/to/them/on",
     Stage::other_offer, 3},
    {"i have until/till", Stage::other_offer, 3},
    {"i/they * must/have to/need to * tell/give/let them", Stage::other_offer, 2},
    {"need/needs/want/wants/expect/expects/ask/asks/asked * my answer/reply/decision/signature",
     Stage::other_offer, 4},
    {"before i answer/sign/decide/reply/accept/commit/respond", Stage::other_offer, 3},
    {"not * signed/answered/replied/accepted * because/yet/it/them", Stage::other_offer, 2.5},
    {"will/shall/must sign with * other/another", Stage::other_offer, 4},
    {"by/until * they * expect/need/want", Stage::other_offer, 2},
    {"rather/prefer/much * work/with/join/be you/your/yours", Stage::other_offer, 2},
    {"my first choice", Stage::other_offer, 1.5},
    {"first choice", Stage::other_offer, 1},
    {"sign * elsewhere/other", Stage::other_offer, 2.5},
    {"their offer/contract/deadline", Stage::other_offer, 3},
    {"answer/decide/reply * them by", Stage::other_offer, 3},

    {"wish/wishing the/them * winner/candidate/colleague/chosen", Stage::rejection_reply, 3},
    {"form letter", Stage::rejection_reply, 3},
    {"close/shut/slam the door", Stage::rejection_reply, 2},
    {"if there is/are * another/again/other * place/post/opening/vacancy/position/role/future",
     Stage::rejection_reply, 2.5},
    {"if you * look/search/hire/recruit/need * again", Stage::rejection_reply, 2.5},
    {"not what i * wished/hoped/wanted", Stage::rejection_reply, 3.5},
    {"other/another one/person/candidate in the end", Stage::rejection_reply, 3.5},
    {"congratulations/congratulate to/on * her/him/them/winner/choice", Stage::rejection_reply, 3},
    {"take/accept * the/your no/rejection/refusal/verdict", Stage::rejection_reply, 3.5},
    {"second of two/three", Stage::rejection_reply, 3.5},
    {"tipped/tip the scales/balance", Stage::rejection_reply, 3},
    {"if you ever * need/look/search/want", Stage::rejection_reply, 2.5},
    {"runner up", Stage::rejection_reply, 3},
    {"came/come second/close", Stage::rejection_reply, 2.5},
    {"may/might/could i * apply/write/try * next/again/later", Stage::rejection_reply, 2.5},
    {"understand/respect/accept/regret * your/the decision/choice", Stage::rejection_reply, 3.5},
    {"led/leads * your decision", Stage::rejection_reply, 3},
    {"explain/explaining/explained/reasons * your/for/the decision", Stage::rejection_reply, 3},
    {"you/panel/board/committee * chose/chosen/appointed/hired/found/preferred/selected/picked * "
     "someone/somebody/another/else/her/him",
     Stage::rejection_reply, 3.5},
    {"you/panel * settled/decided/gone/went/opted * on/for/with "
     "someone/somebody/another/her/him/the",
     Stage::rejection_reply, 3},
    {"person/candidate/colleague/woman/man/applicant/one * you * "
     "chose/chosen/settled/picked/appointed/hired/selected/preferred/took/found",
     Stage::rejection_reply, 3.5},
    {"person/candidate/colleague/woman/man/applicant/one who won/got/gets/won/was/has "
     "chosen/the/appointed",
     Stage::rejection_reply, 3},
    {"congratulate/congratulations * "
     "colleague/candidate/person/successful/winner/chosen/her/him/whoever/one",
     Stage::rejection_reply, 3.5},
    {"wish/wishing her/him/them/your * well/luck/success/all/every/best/candidate/colleague",
     Stage::rejection_reply, 3},
    {"did/do/could/have not make/made it", Stage::rejection_reply, 3.5},
    {"will/was/would not be me", Stage::rejection_reply, 3.5},
    {"it * not be/been me", Stage::rejection_reply, 3.5},
    {"not this time", Stage::rejection_reply, 3},
    {"was/am/been/were not * successful/chosen/selected/enough/picked/accepted",
     Stage::rejection_reply, 3},
    {"unsuccessful", Stage::rejection_reply, 3.5},
    {"turned me down", Stage::rejection_reply, 4},
    {"turned down my", Stage::rejection_reply, 4},
    {"without me", Stage::rejection_reply, 2},
    {"hoped for * better/different/another/other", Stage::rejection_reply, 3.5},
    {"hoping for * different/another/other/better answer/outcome/result/news",
     Stage::rejection_reply, 3.5},
    {"sorry/sad/disappointed/disappointing/sadly to read/learn/see * "
     "not/decision/someone/chose/without/else",
     Stage::rejection_reply, 3.5},
    {"made me/us sad", Stage::rejection_reply, 3},
    {"your answer/letter/reply/decision/mail/email * "
     "sad/disappointed/disappoints/hurts/blow/disappointment",
     Stage::rejection_reply, 3.5},
    {"what a pity/shame", Stage::rejection_reply, 3},
    {"try again", Stage::rejection_reply, 2.5},
    {"apply/applying again", Stage::rejection_reply, 2.5},
    {"next time", Stage::rejection_reply, 1.5},
    {"if/when/should/once/whenever * "
     "opening/vacancy/post/position/place/role/job/chair/something/another * "
     "opens/open/again/free/comes/come/future/arises/arise/becomes",
     Stage::rejection_reply, 2.5},
    {"keep/hold/leave * papers/details/documents/number/name/application/cv/resume/address * "
     "file/case/drawer/mind",
     Stage::rejection_reply, 2.5},
    {"think of me * next/again/when/if/another", Stage::rejection_reply, 2.5},
    {"feedback on/about my", Stage::rejection_reply, 1.5},
    {"i would have loved/liked/enjoyed", Stage::rejection_reply, 2},
    {"although/though/even * i/it * not/did", Stage::rejection_reply, 1.5},
    {"all the same", Stage::rejection_reply, 1},
    {"go/look/going/looking over/at/through * marks/application/decision/scores * again/more",
     Stage::rejection_reply, 2.5},
    {"rethink/reconsider/review/revisit * decision/application/choice", Stage::rejection_reply, 3},
    {"for telling/informing/answering/notifying me", Stage::rejection_reply, 2.5},
    {"for writing to me * yourself/personally/so", Stage::rejection_reply, 2},
    {"for/thank * being honest/frank/open/candid * about/with", Stage::rejection_reply, 2.5},
    {"your honest/frank/kind/candid/prompt/friendly letter/answer/reply", Stage::rejection_reply,
     2},
    {"for your letter", Stage::rejection_reply, 1.5},
    {"someone/somebody * more experience/experienced", Stage::rejection_reply, 2.5},
    {"not/cannot accept * your answer/decision/refusal", Stage::rejection_reply, 4},
    {"place/post/job/position/role * gone/went/goes/given/going to * "
     "someone/somebody/another/else/other",
     Stage::rejection_reply, 3},
    {"not be/get working/work together", Stage::rejection_reply, 2.5},
    {"you have found * someone/somebody/your", Stage::rejection_reply, 3},
    {"glad/happy you * found/filled/chosen", Stage::rejection_reply, 2.5},
    {"your refusal/no/rejection/negative", Stage::rejection_reply, 3},

    {"since my mail/email/message/letter/note/e/call", Stage::second_nudge, 3.5},
    {"gone/remained/been/stayed unanswered", Stage::second_nudge, 3},
    {"my mail/email/message/letter/note of", Stage::second_nudge, 2.5},
    {"not * seen/got/received/had * answer/reply to/yet/since/from", Stage::second_nudge, 2.5},
    {"reach you again/once", Stage::second_nudge, 2.5},
    {"for the second/third/fourth/fifth/last/final/nth time", Stage::second_nudge, 4},
    {"second/third/fourth/fifth/another/final/last reminder/mail/email/message/letter/attempt",
     Stage::second_nudge, 3.5},
    {"second/third/fourth/another e mail", Stage::second_nudge, 3.5},
    {"i * sent * messages/mails/emails/letters/reminders/notes", Stage::second_nudge, 3},
    {"i * sent two/three/several/four", Stage::second_nudge, 3},
    {"my two/three/both/previous/earlier/last/first/several * "
     "mails/emails/letters/messages/notes/letter/message/mail/email/reminder",
     Stage::second_nudge, 3.5},
    {"my last/two/previous/earlier/first/three/both * e mails/mail", Stage::second_nudge, 3.5},
    {"answer/reply/response/word * to/on my "
     "mail/email/message/letter/messages/letters/mails/emails",
     Stage::second_nudge, 3},
    {"reply/answer/response to my e", Stage::second_nudge, 3},
    {"me again", Stage::second_nudge, 3},
    {"ask/asking/write/writing/try/trying/inquire/inquiring/enquire/knock/knocking once more",
     Stage::second_nudge, 3.5},
    {"ask/asking/try/trying/inquire/enquiring again", Stage::second_nudge, 3.5},
    {"i * asked/wrote/mailed/emailed/rang/phoned/telephoned * "
     "on/last/week/twice/before/already/and * "
     "again/week/yesterday/monday/tuesday/wednesday/thursday/friday",
     Stage::second_nudge, 3},
    {"i asked on", Stage::second_nudge, 3},
    {"already asked/written/wrote/rung/mailed/emailed", Stage::second_nudge, 3},
    {"following my/up e/email/message/letter/mail/note", Stage::second_nudge, 3},
    {"have had no answer/reply/response", Stage::second_nudge, 3},
    {"had no answer/reply/response", Stage::second_nudge, 3},
    {"went/gone/go astray", Stage::second_nudge, 2.5},
    {"spam/junk folder/filter", Stage::second_nudge, 2.5},
    {"not have reached you", Stage::second_nudge, 2.5},
    {"i have * asked/written/called/rung/tried/mailed/phoned * twice/times/already/before",
     Stage::second_nudge, 3},
    {"i * left * message/messages", Stage::second_nudge, 3},
    {"i wrote * and * again", Stage::second_nudge, 3.5},
    {"bother/disturb/trouble you * again/second/more", Stage::second_nudge, 3},
    {"since my last/first/previous", Stage::second_nudge, 2},

    {"whether/if * been/is/are * made/decided/known/taken/chosen/completed/over",
     Stage::status_inquiry, 3},
    {"how much/many longer/more", Stage::status_inquiry, 2.5},
    {"has/have anything/something * been/decided/happened", Stage::status_inquiry, 3},
    {"results/result/decision/answer/outcome * would/should be/have * "
     "out/made/known/ready/by/within",
     Stage::status_inquiry, 2.5},
    {"you were going to make/decide/choose/tell/let/call/write", Stage::status_inquiry, 2.5},
    {"if/whether they/it are/is known", Stage::status_inquiry, 2.5},
    {"without a peep/word/sign", Stage::status_inquiry, 2.5},
    {"time/days/weeks/while/month * gone/passed * since", Stage::status_inquiry, 3},
    {"what/whatever became/become of", Stage::status_inquiry, 3},
    {"what has happened to/with", Stage::status_inquiry, 2.5},
    {"how long * take/takes/last/need", Stage::status_inquiry, 2.5},
    {"were/was/are hoping to * have/decide/choose/know/finish", Stage::status_inquiry, 2},
    {"has/have there been", Stage::status_inquiry, 2.5},
    {"is it still/already on/open/free/vacant/possible/undecided", Stage::status_inquiry, 2.5},
    {"is the * post/position/job/place/role/search/choice * decided/filled/taken/over/settled/gone",
     Stage::status_inquiry, 3},
    {"short/quick/brief sign/word/line/answer", Stage::status_inquiry, 2},
    {"still interests me", Stage::status_inquiry, 1.5},
    {"whether/if * been/be/is * progress/decision/news/development/result", Stage::status_inquiry,
     3},
    {"decision * been/be/was/has * made/reached/taken", Stage::status_inquiry, 3},
    {"has/have * panel/board/committee/team/you/school/jury * "
     "met/decided/reached/chosen/made/got/come/settled",
     Stage::status_inquiry, 3},
    {"ask/know/wondering/wondered/wonder/hear/tell * how/where * "
     "things/matters/process/application/decision/selection/search/it/post * "
     "look/looks/stand/stands/going/got/stood/coming/are/is",
     Stage::status_inquiry, 3},
    {"where i stand", Stage::status_inquiry, 3},
    {"how far you/the * are/have/is/got", Stage::status_inquiry, 2.5},
    {"it has been * days/weeks/week/month/fortnight * since", Stage::status_inquiry, 3},
    {"days/weeks/week/fortnight/month * since * interview/met/spoke/talked/visit/conversation",
     Stage::status_inquiry, 2.5},
    {"that/which/date/day/week/deadline * has/have/is * passed/gone", Stage::status_inquiry, 2},
    {"post/position/job/place/role/vacancy/seat * still * "
     "open/free/going/available/vacant/undecided",
     Stage::status_inquiry, 3},
    {"is the job/post/position/place/role/vacancy still", Stage::status_inquiry, 3},
    {"not/never * heard from/back/anything/since/yet/more/whether/again/further",
     Stage::status_inquiry, 3},
    {"nobody/no/one * rung/called/written/contacted/phoned/answered me", Stage::status_inquiry,
     2.5},
    {"had any/no word/news/answer/reply/call", Stage::status_inquiry, 2.5},
    {"i interviewed * week/weeks/month/months/fortnight/days ago", Stage::status_inquiry, 2.5},
    {"interview was * week/weeks/month/months/fortnight/days ago", Stage::status_inquiry, 2.5},
    {"not had * word/news/answer/reply/call/letter", Stage::status_inquiry, 3},
    {"idea of/about when", Stage::status_inquiry, 2.5},
    {"when/whether * candidates/applicants * told/informed/know/notified/hear",
     Stage::status_inquiry, 2.5},
    {"is/are there * result/results/outcome/decision/news/progress/update/updates/development",
     Stage::status_inquiry, 3},
    {"progress on your", Stage::status_inquiry, 3},
    {"any progress/development/movement", Stage::status_inquiry, 2.5},
    {"got/come any further", Stage::status_inquiry, 3},
    {"already * result/results/outcome/decided", Stage::status_inquiry, 2},
    {"is still under/being", Stage::status_inquiry, 1.5},
    {"status/state/progress of * application/process/search/selection/position/candidacy",
     Stage::status_inquiry, 3},
    {"about the status/state/outcome/result/progress", Stage::status_inquiry, 2.5},
    {"when * might/can/may/could/should/will i hear/expect/know/learn", Stage::status_inquiry, 2},
    {"thought/said/expected/hoped/planned/told * decide/decision/let/answer/reply/know * "
     "within/by/in/last/before * weeks/days/week/month/friday/monday",
     Stage::status_inquiry, 2},
    {"still * considered/running/race/consideration", Stage::status_inquiry, 2.5},
    {"ask after/about * my application/position/post/interview/role/job", Stage::status_inquiry, 2},
});

/// A pattern and one of the words it may begin with.
struct StagePatternStart {
  std::string_view word;
  std::uint32_t pattern;
};

constexpr std::string_view first_of(std::string_view words) {
  return words.substr(0, words.find(' '));
}

inline constexpr std::size_t stage_pattern_start_count = [] {
  std::size_t count = 0;
  for (const StagePattern& pattern : stage_patterns) {
    const std::string_view first = first_of(pattern.words);
    count += 1 + static_cast<std::size_t>(std::count(first.begin(), first.end(), '/'));
  }
  return count;
}();

/// Sorted by word, so that the patterns that begin with a token stand together.
inline constexpr auto stage_pattern_starts = [] {
  std::array<StagePatternStart, stage_pattern_start_count> starts{};
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < stage_patterns.size(); ++i) {
    std::string_view first = first_of(stage_patterns[i].words);
    while (!first.empty()) {
      const std::string_view word = first.substr(0, first.find('/'));
      starts[next++] = {word, i};
      first.remove_prefix(std::min(first.size(), word.size() + 1));
    }
  }
  std::sort(starts.begin(), starts.end(),
            [](const StagePatternStart& a, const StagePatternStart& b) { return a.word < b.word; });
  return starts;
}();

}  // namespace mailcheck
