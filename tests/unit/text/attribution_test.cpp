#include "text/attribution.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "base/unicode.hpp"
#include "text/quotation_words.hpp"
#include "text/quoted_header.hpp"

using namespace mailcheck;

TEST_CASE("what mail programs write above a quote is an attribution by itself") {
  const std::string_view texts[] = {
      // Gmail, in the languages of its users.
      "On Thu, Mar 5, 2026 at 9:12 AM Dana Park <dana@example.com> wrote:",
      "On Thu, 5 Mar 2026 at 09:12, Dana Park <dana@example.com> wrote:",
      "2026-03-05 9:12 GMT+01:00 Dana Park <dana@example.com>:",
      "Am Do., 5. März 2026 um 09:12 Uhr schrieb Dana Park <dana@example.com>:",
      "Le jeu. 5 mars 2026 à 09:12, Dana Park <dana@example.com> a écrit :",
      "Le jeu. 5 mars 2026 à 09:12, Dana Park <dana@example.com> a écrit\u00A0:",
      "El jue, 5 mar 2026 a las 9:12, Dana Park (<dana@example.com>) escribió:",
      "Em qui., 5 de mar. de 2026 às 09:12, Dana Park <dana@example.com> escreveu:",
      "Il giorno gio 5 mar 2026 alle ore 09:12 Dana Park <dana@example.com> ha scritto:",
      "Op do 5 mrt 2026 om 09:12 schreef Dana Park <dana@example.com>:",
      "Den tors. 5. mar. 2026 kl. 09.12 skrev Dana Park <dana@example.com>:",
      "tor. 5. mar. 2026 kl. 09:12 skrev Dana Park <dana@example.com>:",
      "Den tors 5 mars 2026 kl 09:12 skrev Dana Park <dana@example.com>:",
      "to 5. maalisk. 2026 klo 9.12 Dana Park (dana@example.com) kirjoitti:",
      "czw., 5 mar 2026 o 09:12 Dana Park <dana@example.com> napisał(a):",
      "čt 5. 3. 2026 v 9:12 odesílatel Dana Park <dana@example.com> napsal:",
      "Dana Park <dana@example.com> ezt írta (időpont: 2026. márc. 5., Cs, 9:12):",
      "Dana Park <dana@example.com>, 5 Mar 2026 Per, 09:12 tarihinde şunu yazdı:",
      "Στις Πέμ 5 Μαρ 2026 στις 9:12 π.μ., ο χρήστης Dana Park <dana@example.com> έγραψε:",
      "чт, 5 мар. 2026 г. в 09:12, Dana Park <dana@example.com>:",
      "чт, 5 бер. 2026 р. о 09:12 Dana Park <dana@example.com> пише:",
      "Dana Park <dana@example.com> 于2026年3月5日周四 09:12写道：",
      "Dana Park <dana@example.com> 於 2026年3月5日 週四 上午9:12寫道：",
      "2026年3月5日(木) 9:12 Dana Park <dana@example.com>:",
      "2026년 3월 5일 (목) 오전 9:12, Dana Park <dana@example.com>님이 작성:",
      "في الخميس، 5 مارس 2026 في 9:12 ص تمت كتابة ما يلي بواسطة \u202ADana "
      "Park\u202C\u200F <dana@example.com>:",
      "\u202Bבתאריך יום ה׳, 5 במרץ 2026 ב-9:12 מאת \u202ADana Park\u202C\u200F "
      "<dana@example.com>:\u202C",
      // Other programs.
      "On 05/03/2026 09:12, Dana Park wrote:",
      "On 2026-03-05 09:12, Dana Park wrote:",
      "On 3/5/26, 9:12 AM, \"Dana Park\" <dana@example.com> wrote:",
      "On Mar 5, 2026, at 9:12 AM, Dana Park <dana@example.com> wrote:",
      "On 5 Mar 2026, at 09:12, Dana Park wrote:",
      "On Thursday, March 5th, 2026 at 9:12 AM, Dana Park <dana@example.com> wrote:",
      "On Thursday, March 5, 2026 at 09:12:00 AM GMT+1, Dana Park <dana@example.com> wrote:",
      "--- On Thu, 3/5/26, Dana Park <dana@example.com> wrote:",
      "On Thu, Mar 05, 2026 at 09:12:00AM +0100, Dana Park wrote:",
      "On Thu Mar 5, 2026 at 9:12 AM CET, Dana Park wrote:",
      "On Thu, 2026-03-05 at 09:12 +0000, Dana Park wrote:",
      "On Thursday, 5 March 2026 09:12:00 CET Dana Park wrote:",
      "On Tuesday 03 March 2026 09:12:33 you wrote:",
      "On 5 Mar 2026 at 9:12 +0100, Dana Park <dana@example.com>, wrote:",
      "On 1/20/11 4:32 PM, danapark wrote:",
      "At 4:12 PM -0600 3/30/00, Dana Park wrote:",
      "Thu, 5 Mar 2026 09:12:00 +0100, Dana Park <dana@example.com> wrote:",
      "Dana Park wrote on 05.03.2026 09:12:",
      "Dana Park/OSL/Nordlys wrote on 03/05/2026 09:12:00 AM:",
      "-----Dana Park <dana@example.com> wrote on 03/05/2026 09:12: -----",
      "Am 05.03.2026 um 09:12 schrieb Dana Park:",
      "Le 05/03/2026 à 09:12, Dana Park a écrit :",
      "Il 05/03/2026 09:12, Dana Park ha scritto:",
      "El 5/3/26 a las 9:12, Dana Park escribió:",
      "Op 05-03-2026 om 09:12 schreef Dana Park:",
      "W dniu 5.03.2026 o 09:12, Dana Park pisze:",
      "Dne 05.03.2026 v 9:12 Dana Park napsal(a):",
      "2026. 03. 05. 9:12 keltezéssel, Dana Park írta:",
      "05.03.2026 09:12, Dana Park пишет:",
      "5 марта 2026 г., 09:12, Dana Park <dana@example.com> написал(а):",
      "05.03.26 09:12, Dana Park пише:",
      "在 2026/3/5 9:12, Dana Park 写道:",
      "在2026-03-05 09:12:00，Dana Park 写道：",
      "2026/03/05 9:12、Dana Parkのメール:",
      "2026. 3. 5. 오전 9:12에 Dana Park 이(가) 쓴 글:",
  };
  for (const std::string_view text : texts) {
    CAPTURE(text);
    CHECK(may_begin_attribution(text));
    CHECK(attribution_of(text) == Attribution::complete);
  }
}

TEST_CASE("a shorter attribution needs quoted lines below it") {
  const std::string_view texts[] = {
      "Dana Park wrote:",
      "Dana wrote:",
      "Dana Park <dana@example.com> writes:",
      "\"Dana Park\" <dana@example.com> writes:",
      "dana@example.com (Dana Park) wrote:",
      "Quoting Dana Park <dana@example.com>:",
      "On Tuesday, Dana wrote:",
      "On Thu, Mar 05 2026, Dana Park wrote:",
      "On Wed, 19 Jan 2011, Dana Park wrote:",
      "In message <123@example.com> Dana Park writes:",
      "Dana Park schrieb:",
      "Dana Park a écrit :",
      "Dana Park escribió:",
      "Dana van der Berg schreef:",
      "Dana Park skrev:",
      "Am 3. März 2026 schrieb Dana Park:",
      "You wrote:",
  };
  for (const std::string_view text : texts) {
    CAPTURE(text);
    CHECK(may_begin_attribution(text));
    CHECK(attribution_of(text) == Attribution::above_quote);
  }
}

TEST_CASE("a sentence of the writer's is no attribution") {
  const std::string_view texts[] = {
      "On Tuesday I spoke with Dana, who wrote:",
      "On Tuesday I spoke with Dana, who wrote: the lab is open.",
      "On the train home I wrote:",
      "On the whiteboard you wrote:",
      "On your question, my colleague wrote:",
      "On your question, my colleague wrote: yes.",
      "On 3 March 2026 I wrote:",
      "On 3 March 2026 at 9:00 my colleague wrote:",
      "On 3 March 2026 I was in Oslo, and Dana wrote:",
      "On March 3, 2026 at 9:12 AM you told me that Dana wrote:",
      "As you wrote:",
      "As Dana wrote:",
      "What Dana wrote:",
      "Am Montag war ich in Oslo:",
      "Am Montag schrieb ich:",
      "Le poste me plaît :",
      "Le poste décrit à 9:00 :",
      "El 5 de marzo de 2026 a las 9:12 estuve en la oficina:",
      "Here is what I have done since 2019:",
      "My times on 5 March 2026: 9:00, 10:00 or 11:00:",
      "I met Dana at 9:12 on 5 March 2026. Dana wrote:",
      "Dana Park <dana@example.com> told me, and I wrote:",
      "Please write to Dana Park <dana@example.com>:",
      "On Thu, Mar 5, 2026 at 9:12 AM Dana Park wrote",
      "",
      ":",
      " : ",
      "wrote:",
      "--",
  };
  for (const std::string_view text : texts) {
    CAPTURE(text);
    CHECK(attribution_of(text) == Attribution::none);
  }
}

TEST_CASE("an attribution has a longest length") {
  const std::string start = "On Thu, Mar 5, 2026 at 9:12 AM ";
  const std::string end = " <dana@example.com> wrote:";
  const std::string name(attribution_bytes - start.size() - end.size(), 'D');
  CHECK(attribution_of(start + name + end) == Attribution::complete);
  CHECK(attribution_of(start + name + "D" + end) == Attribution::none);
  CHECK_FALSE(may_begin_attribution(std::string(attribution_bytes + 1, '1')));
}

TEST_CASE("the tables of words are folded and sorted") {
  const auto check = [](const auto& table) {
    CHECK(std::is_sorted(table.begin(), table.end()));
    for (const std::string_view word : table)
      CHECK(fold_case(word) == word);
  };
  check(attribution_openers);
  check(attribution_verbs);
  check(no_senders);
  check(message_separators);
  check(forwarding_lines);
  for (std::size_t i = 0; i < quoted_field_names.size(); ++i) {
    const std::string_view name = quoted_field_names[i].name;
    CHECK(fold_case(name) == name);
    if (i > 0)
      CHECK(quoted_field_names[i - 1].name < name);
  }
}

TEST_CASE("separators of messages are known in many languages") {
  const std::string_view separators[] = {
      "-----Original Message-----",
      "------- Original Message -------",
      "---------- Forwarded message ---------",
      "-------- Forwarded Message --------",
      "----- Forwarded by Dana Park/OSL/Nordlys on 03/05/2026 09:12 AM -----",
      "-----Ursprüngliche Nachricht-----",
      "-----Message d’origine-----",
      "-----Mensaje original-----",
      "-----Mensagem Original-----",
      "-----Messaggio originale-----",
      "-----Oorspronkelijk bericht-----",
      "-----Ursprungligt meddelande-----",
      "-----Alkuperäinen viesti-----",
      "-----Исходное сообщение-----",
      "------------------ 原始邮件 ------------------",
      "-----邮件原件-----",
      "-----원본 메시지-----",
      "________ Original Message ________",
      "Begin forwarded message:",
      "Anfang der weitergeleiteten Nachricht:",
      "Début du message réexpédié :",
      "İleti başlangıcı:",
  };
  for (const std::string_view line : separators) {
    CAPTURE(line);
    CHECK(is_message_separator(line));
  }
  for (const std::string_view line :
       {"Original message", "- Original message from Dana", "--", "-----", "The original message",
        "-- Dana", "Forwarded message", "", "*"}) {
    CAPTURE(line);
    CHECK_FALSE(is_message_separator(line));
  }
}

TEST_CASE("fields of a copied header are known in many languages") {
  const std::pair<std::string_view, QuotedField> lines[] = {
      {"From: Dana Park", QuotedField::from},
      {"*From:* Dana Park", QuotedField::from},
      {"Von: Dana Park", QuotedField::from},
      {"De : Dana Park", QuotedField::from},
      {"De\u00A0: Dana Park", QuotedField::from},
      {"发件人：Dana", QuotedField::from},
      {"От: Dana", QuotedField::from},
      {"Από: Dana", QuotedField::from},
      {"\u200Fמאת: Dana", QuotedField::from},
      {"Προς: Kim", QuotedField::to},
      {"Envoyé : jeudi", QuotedField::date},
      {"Gesendet: Donnerstag", QuotedField::date},
      {"送信日時: 2026年", QuotedField::date},
      {"Oggetto: Visita", QuotedField::subject},
      {"제목: Visit", QuotedField::subject},
      {"Kopi: Kim", QuotedField::cc},
      {"Importance: High", QuotedField::other},
      {"Here: it is", QuotedField::none},
      {"From Dana", QuotedField::none},
      {":", QuotedField::none},
      {"", QuotedField::none},
  };
  for (const auto& row : lines) {
    const auto& line = row.first;
    const auto& field = row.second;
    CAPTURE(line);
    CHECK(quoted_field_of(line) == field);
  }
}
