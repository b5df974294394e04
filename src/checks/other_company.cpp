#include <algorithm>
#include <iterator>
#include <map>
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
#include "facts/sent_mail.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

/// Shorter names are words of their own too often.
constexpr std::size_t shortest_name = 5;
/// Words of a company's name, which a domain writes as one.
constexpr std::size_t longest_run = 4;

/// Organizations that other applications went to, and not this one.
std::map<std::string, const SentMail*> other_organizations(const Context& context) {
  std::set<std::string> own;
  for (const std::vector<Mailbox>* list :
       {&context.draft.to, &context.draft.cc, &context.draft.bcc, &context.draft.from}) {
    for (const Mailbox& mailbox : *list)
      own.insert(organization_of(mailbox.address));
  }
  const std::string company = ascii_letters_and_digits(context.facts.interview.company);
  std::map<std::string, const SentMail*> others;
  for (const SentMail& mail : context.facts.sent->mails) {
    if (!is_sure(mail.stage))
      continue;
    for (const std::string& address : mail.addressee.addresses) {
      std::string name = organization_of(address);
      std::erase(name, '-');
      if (name.size() >= shortest_name && !own.contains(organization_of(address)) &&
          company.find(name) == std::string::npos)
        others.emplace(std::move(name), &mail);
    }
  }
  return others;
}

/// Reads the tokens of one draft.
class Finder {
 public:
  Finder(const Context& context, const std::map<std::string, const SentMail*>& others)
      : context_(context), others_(others) {}

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
        const auto found = others_.find(name);
        if (found == others_.end() || !is_place_of_work(sentence, i, j))
          continue;
        const TextSpan span{token(i).span.begin, token(j).span.end};
        hits.push_back({.place = span, .detail = place_of(*found->second)});
        i = j;
        break;
      }
    }
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
  const std::map<std::string, const SentMail*>& others_;
};

std::vector<Hit> run(const Context& context) {
  if (context.facts.sent == nullptr)
    return {};
  const std::map<std::string, const SentMail*> others = other_organizations(context);
  return others.empty() ? std::vector<Hit>() : Finder(context, others).find();
}

}  // namespace

Result<CheckFunction> make_other_company(const Params&) {
  return CheckFunction(run);
}

}  // namespace mailcheck
