#include "checks/earlier_mails.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "checks/stage_limit.hpp"
#include "facts/sent_mails.hpp"

namespace mailcheck {
namespace {

constexpr std::int64_t minutes_of_day = 24 * 60;

std::set<std::string> organizations_of(const Addressee& addressee) {
  std::set<std::string> organizations;
  for (const std::string& address : addressee.addresses) {
    if (std::string organization = organization_of(address); !organization.empty())
      organizations.insert(std::move(organization));
  }
  return organizations;
}

template <class A, class B>
bool share_one(const A& a, const B& b) {
  return std::any_of(a.begin(), a.end(), [&](const auto& item) {
    return std::find(b.begin(), b.end(), item) != b.end();
  });
}

/// When the draft goes out, as `minutes_of` counts; none when nobody says.
std::optional<std::int64_t> sending_minutes(const Context& context) {
  const std::optional<Sending>& sending = context.facts.timeline.sending;
  if (!sending)
    return std::nullopt;
  const std::chrono::seconds utc = local_time_of(sending->moment).time_since_epoch() -
                                   sending->moment.offset.value_or(std::chrono::minutes(0));
  return std::chrono::duration_cast<std::chrono::minutes>(utc).count();
}

/// Follow-ups to the draft's recipients that were sent before it. Thank-you notes go to each
/// interviewer, so that for them only the same person counts; otherwise the company does. What else
/// was sent there (dates, documents) is no follow-up. `sending` is when the draft goes out.
std::vector<const SentMail*> earlier_mails(const Context& context, std::int64_t sending) {
  const Draft& draft = context.draft;
  if (context.facts.sent == nullptr)
    return {};
  const Addressee addressee = addressee_of(draft, context.text);
  const bool by_company = context.facts.stage.stage != Stage::thank_you;
  const std::set<std::string> organizations =
      by_company ? organizations_of(addressee) : std::set<std::string>();
  std::vector<const SentMail*> mails;
  for (const SentMail& mail : context.facts.sent->mails()) {
    if (mail.is_draft || !mail.date || !is_sure(mail.stage) || minutes_of(*mail.date) >= sending)
      continue;
    if (share_one(mail.addressee.addresses, addressee.addresses) ||
        share_one(organizations_of(mail.addressee), organizations))
      mails.push_back(&mail);
  }
  return mails;
}

/// Where the draft says whom it is for.
SourceSpan place_in(const Draft& draft) {
  const HeaderField* to = draft.field("To");
  const HeaderField* place = to != nullptr ? to : draft.field("Date");
  return place == nullptr ? SourceSpan{} : place->value_span;
}

std::vector<Hit> run_count(const Context& context, std::size_t most, std::int64_t days) {
  const std::optional<std::int64_t> sending = sending_minutes(context);
  if (!sending)
    return {};
  std::set<std::int64_t> mail_days;
  for (const SentMail* mail : earlier_mails(context, *sending)) {
    const std::int64_t sent = minutes_of(*mail->date);
    if (*sending - sent <= days * minutes_of_day)
      mail_days.insert(sent / minutes_of_day);
  }
  if (mail_days.size() < most)
    return {};
  return {{.place = place_in(context.draft), .detail = fmt::format("{}", mail_days.size())}};
}

std::string duration(std::int64_t minutes) {
  const auto counted = [](std::int64_t count, const char* noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
  };
  if (minutes < 60)
    return counted(minutes, "minute");
  if (minutes < minutes_of_day)
    return counted(minutes / 60, "hour");
  return counted(minutes / minutes_of_day, "day");
}

std::vector<Hit> run_distance(const Context& context, std::int64_t days, std::int64_t from_days) {
  const std::optional<std::int64_t> sending = sending_minutes(context);
  if (!sending)
    return {};
  const std::vector<const SentMail*> mails = earlier_mails(context, *sending);
  if (mails.empty())
    return {};
  const auto last =
      std::max_element(mails.begin(), mails.end(), [](const SentMail* a, const SentMail* b) {
        return minutes_of(*a->date) < minutes_of(*b->date);
      });
  const std::int64_t minutes = *sending - minutes_of(*(*last)->date);
  if (minutes >= days * minutes_of_day || minutes < from_days * minutes_of_day)
    return {};
  return {{.place = place_in(context.draft),
           .detail = duration(minutes),
           .remarks = {fmt::format("The last mail to them is {}", place_of(**last))}}};
}

}  // namespace

Result<CheckFunction> make_mail_count(const Params& params) {
  const Result<std::int64_t> mails = params.integer("mails", 3, 1, 1000);
  if (!mails)
    return mails.error();
  const Result<std::int64_t> days = params.integer("days", 60, 1, 3650);
  if (!days)
    return days.error();
  return CheckFunction([most = static_cast<std::size_t>(*mails), window = *days](
                           const Context& context) { return run_count(context, most, window); });
}

Result<CheckFunction> make_mail_distance(const Params& params) {
  const Result<std::int64_t> days = params.integer("days", 5, 1, 365);
  if (!days)
    return days.error();
  const Result<std::int64_t> from = params.integer("from-days", 0, 0, 365);
  if (!from)
    return from.error();
  return CheckFunction([below = *days, least = *from](const Context& context) {
    return run_distance(context, below, least);
  });
}

}  // namespace mailcheck
