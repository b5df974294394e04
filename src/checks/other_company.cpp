#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/one_of.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "checks/own_text.hpp"
#include "checks/same_note.hpp"
#include "checks/stage_limit.hpp"
#include "facts/sent_mails.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

/// Shorter names are words of their own too often.
constexpr std::size_t shortest_name = 5;
/// Words of a company's name, which a domain writes as one.
constexpr std::size_t longest_run = 4;

/// The organizations that the draft itself goes to or comes from.
std::set<std::string> own_organizations(const Draft& draft) {
  std::set<std::string> own;
  for (const std::vector<Mailbox>* list : {&draft.to, &draft.cc, &draft.bcc, &draft.from}) {
    for (const Mailbox& mailbox : *list)
      own.insert(organization_of(mailbox.address));
  }
  return own;
}

/// Reads the tokens of one draft.
class Finder {
 public:
  explicit Finder(const Context& context)
      : context_(context),
        sent_(*context.facts.sent),
        own_(own_organizations(context.draft)),
        company_(ascii_letters_and_digits(context.facts.interview.company)) {}

  std::vector<Hit> find() const {
    std::vector<Hit> hits;
    for (const Sentence& sentence : context_.text.sentences) {
      const bool wanted = sentence.region == RegionKind::body ||
                          sentence.region == RegionKind::subject ||
                          sentence.region == RegionKind::closing;
      if (wanted)
        find_in(sentence, hits);
    }
    return hits;
  }

 private:
  void find_in(const Sentence& sentence, std::vector<Hit>& hits) const {
    for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
      std::string name;
      for (std::uint32_t j = i; j < sentence.last_token && j < i + longest_run; ++j) {
        if (!is_capital(j))
          break;
        name += ascii_letters_and_digits(key(j));
        const SentMail* const mail = mail_to(name);
        if (mail == nullptr || !is_place_of_work(sentence, i, j))
          continue;
        const TextSpan span{token(i).span.begin, token(j).span.end};
        hits.push_back({.place = span, .detail = place_of(*mail)});
        i = j;
        break;
      }
    }
  }

  /// The first other application that went to an organization of this name, unless the draft is of
  /// that organization, too.
  [[nodiscard]] const SentMail* mail_to(std::string_view name) const {
    if (name.size() < shortest_name || company_.find(name) != std::string::npos)
      return nullptr;
    const SentMail* first = nullptr;
    for (const Organization* organization : sent_.organizations_without_hyphen(name)) {
      if (own_.contains(organization->name))
        continue;
      const auto& mails = organization->mails;
      const auto sure = std::find_if(mails.begin(), mails.end(), [&](std::uint32_t index) {
        return is_sure(sent_.mails()[index].stage);
      });
      if (sure != mails.end() && (first == nullptr || &sent_.mails()[*sure] < first))
        first = &sent_.mails()[*sure];
    }
    return first;
  }

  /// “at Nordlys”, “joining the Nordlys team”; and nothing of one's past or of another offer.
  [[nodiscard]] bool is_place_of_work(const Sentence& sentence, std::uint32_t first,
                                      std::uint32_t last) const {
    constexpr std::string_view before[] = {"at", "for", "in",   "join",  "joining",
                                           "of", "to",  "with", "within"};
    constexpr std::string_view after[] = {"interview", "job",  "office", "opening",
                                          "position",  "role", "team"};
    constexpr std::string_view past[] = {
        "client",    "clients",  "colleague", "colleagues", "competitor", "current",
        "currently", "customer", "employer",  "former",     "formerly",   "internship",
        "offer",     "offered",  "partner",   "previous",   "previously", "worked"};
    for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
      if (is_one_of(key(i), past))
        return false;
    }
    std::uint32_t at = first;
    if (at > sentence.first_token && key(at - 1) == "the")
      --at;
    const bool is_led = at > sentence.first_token && is_one_of(key(at - 1), before);
    const bool is_followed = last + 1 < sentence.last_token && is_one_of(key(last + 1), after);
    return is_led || is_followed || sentence.region == RegionKind::subject;
  }

  [[nodiscard]] const Token& token(std::uint32_t index) const {
    return context_.text.tokens.all[index];
  }
  [[nodiscard]] std::string_view key(std::uint32_t index) const {
    return context_.text.tokens.key(token(index));
  }
  [[nodiscard]] bool is_capital(std::uint32_t index) const {
    return !token(index).span.empty() &&
           is_upper(decode_utf8(context_.draft.text, token(index).span.begin).value);
  }

  const Context& context_;
  const SentMails& sent_;
  std::set<std::string> own_;
  std::string company_;
};

std::vector<Hit> run(const Context& context) {
  if (context.facts.sent == nullptr)
    return {};
  return Finder(context).find();
}

}  // namespace

Result<CheckFunction> make_other_company(const Params&) {
  return CheckFunction(run);
}

}  // namespace mailcheck
