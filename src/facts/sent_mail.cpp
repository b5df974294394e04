#include "facts/sent_mail.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "facts/names.hpp"
#include "facts/shingles.hpp"
#include "facts/stage.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

// Providers at which anybody has an address; sorted.
constexpr std::string_view providers[] = {
    "aol",        "btinternet", "comcast",    "fastmail", "free",    "freenet",    "gmail",
    "gmx",        "google",     "googlemail", "hey",      "hotmail", "hushmail",   "icloud",
    "libero",     "live",       "mac",        "mail",     "mailbox", "me",         "msn",
    "orange",     "outlook",    "pm",         "posteo",   "proton",  "protonmail", "qq",
    "rediffmail", "t-online",   "tutanota",   "verizon",  "web",     "yahoo",      "yandex",
    "ymail",      "zoho",
};

// Second-level names under which countries register: “co.uk”, “com.au”; sorted.
constexpr std::string_view second_levels[] = {"ac", "co",  "com", "edu", "gob", "gov", "gv", "ltd",
                                              "ne", "net", "nhs", "or",  "org", "plc", "sch"};

// Words of greetings that name nobody, folded; sorted.
constexpr std::string_view greeting_words[] = {
    "afternoon", "all", "dear", "dr",     "evening",   "everyone", "folks", "good",    "greetings",
    "hello",     "hey", "hi",   "hiring", "madam",     "manager",  "miss",  "morning", "mr",
    "mrs",       "ms",  "mx",   "prof",   "professor", "sir",      "team",  "there",   "to"};

template <std::size_t count>
bool is_one_of(std::string_view word, const std::string_view (&words)[count]) {
  return std::binary_search(std::begin(words), std::end(words), word);
}

template <class T>
void sort_once(std::vector<T>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

template <class T>
bool share_one(const std::vector<T>& a, const std::vector<T>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const T& item) { return std::binary_search(b.begin(), b.end(), item); });
}

}  // namespace

Addressee addressee_of(const Draft& draft, const Text& text) {
  Addressee addressee;
  for (const std::vector<Mailbox>* list : {&draft.to, &draft.cc, &draft.bcc}) {
    for (const Mailbox& mailbox : *list) {
      if (mailbox.address.empty())
        continue;
      if (addressee.shown.empty())
        addressee.shown = mailbox.display_name.empty() ? mailbox.address : mailbox.display_name;
      addressee.addresses.push_back(to_ascii_lower(mailbox.address));
    }
  }
  for (const Word& word : text.words) {
    if (word.region != RegionKind::greeting)
      continue;
    const std::string_view written = slice(std::string_view(draft.text), word.span);
    std::string folded = fold_case(written);
    if (!is_upper(decode_utf8(written, 0).value) || is_one_of(folded, greeting_words))
      continue;
    if (addressee.addresses.empty())
      addressee.shown.append(addressee.shown.empty() ? "" : " ").append(written);
    addressee.greeted.push_back(std::move(folded));
  }
  sort_once(addressee.addresses);
  sort_once(addressee.greeted);
  return addressee;
}

bool are_different_people(const Addressee& a, const Addressee& b) {
  if (!a.addresses.empty() && !b.addresses.empty())
    return !share_one(a.addresses, b.addresses);
  return !a.greeted.empty() && !b.greeted.empty() && !share_one(a.greeted, b.greeted);
}

SentMail describe_mail(const Source& source, const Draft& draft, const Text& text) {
  const std::vector<std::string> names = collect_names(draft, text, {});
  const std::vector<ShingledSentence> sentences = shingled_sentences(draft, text, names);
  return {.path = source.path,
          .message = source.is_one_of_many ? source.message : 0,
          .addressee = addressee_of(draft, text),
          .date = draft.date,
          .stage = guess_stage(draft, text),
          .shingles = all_shingles(sentences)};
}

std::string place_of(const SentMail& mail) {
  return mail.message == 0 ? mail.path : fmt::format("{}, message {}", mail.path, mail.message);
}

std::string organization_of(std::string_view address) {
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos)
    return {};
  const std::string domain = to_ascii_lower(address.substr(at + 1));
  std::vector<std::string_view> labels;
  std::string_view rest = domain;
  while (!rest.empty()) {
    const std::size_t dot = std::min(rest.find('.'), rest.size());
    labels.push_back(rest.substr(0, dot));
    rest.remove_prefix(std::min(dot + 1, rest.size()));
  }
  if (labels.size() < 2)
    return {};
  std::size_t owner = labels.size() - 2;
  if (owner > 0 && labels.back().size() == 2 && is_one_of(labels[owner], second_levels))
    --owner;
  return is_one_of(labels[owner], providers) ? std::string() : std::string(labels[owner]);
}

std::int64_t minutes_of(const DateTime& date) {
  const std::chrono::sys_days day{std::chrono::year{date.year} / date.month / date.day};
  return std::int64_t{day.time_since_epoch().count()} * 24 * 60 + date.hour * 60 + date.minute -
         date.zone_minutes.value_or(0);
}

}  // namespace mailcheck
