#include "checks/recipients.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "facts/sent_mail.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

std::string domain_of(std::string_view address) {
  const std::size_t at = address.rfind('@');
  return at == std::string_view::npos ? std::string() : to_ascii_lower(address.substr(at + 1));
}

/// What two addresses of one employer have in common.
std::string owner_of(std::string_view address) {
  std::string organization = organization_of(address);
  return organization.empty() ? domain_of(address) : organization;
}

std::vector<Hit> run_group(const Context& context, std::size_t limit) {
  const Draft& draft = context.draft;
  std::set<std::string> own;
  for (const std::vector<Mailbox>* list : {&draft.from, &draft.reply_to}) {
    for (const Mailbox& mailbox : *list)
      own.insert(to_ascii_lower(mailbox.address));
  }
  std::set<std::string> people;
  std::set<std::string> owners;
  for (const std::vector<Mailbox>* list : {&draft.to, &draft.cc, &draft.bcc}) {
    for (const Mailbox& mailbox : *list) {
      std::string address = to_ascii_lower(mailbox.address);
      if (address.empty() || own.contains(address))
        continue;
      if (std::string owner = owner_of(address); !owner.empty())
        owners.insert(std::move(owner));
      people.insert(std::move(address));
    }
  }
  if (people.size() <= limit && owners.size() < 2)
    return {};
  const HeaderField* field = nullptr;
  for (const std::string_view name : {"Bcc", "Cc", "To"}) {
    const HeaderField* candidate = draft.field(name);
    field = candidate != nullptr && !candidate->value.empty() ? candidate : field;
  }
  if (field == nullptr)
    return {};
  return {{.place = field->value_span,
           .detail = people.size() > limit ? fmt::format("{} people", people.size())
                                           : "people of different companies"}};
}

/// The letters and digits of each word of “jobs-no_reply+12”: “jobs”, “no”, “reply”, “12”.
std::vector<std::string> words_of(std::string_view local_part) {
  std::vector<std::string> words(1);
  for (const char c : local_part) {
    if (is_ascii_letter(c) || is_ascii_digit(c))
      words.back() += ascii_lower(c);
    else if (!words.back().empty())
      words.emplace_back();
  }
  return words;
}

/// Whether some words in a row, joined, are one of `names`.
bool holds_name(std::string_view local_part, const std::vector<std::string>& names) {
  constexpr std::size_t longest = 3;  // “do not reply”
  const std::vector<std::string> words = words_of(local_part);
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string joined;
    for (std::size_t j = i; j < std::min(words.size(), i + longest); ++j) {
      joined += words[j];
      if (std::find(names.begin(), names.end(), joined) != names.end())
        return true;
    }
  }
  return false;
}

std::vector<Hit> run_name(const Context& context, const std::vector<std::string>& names) {
  const HeaderField* field = context.draft.field("To");
  if (field == nullptr)
    return {};
  for (const Mailbox& mailbox : context.draft.to) {
    const std::string_view address = mailbox.address;
    if (holds_name(address.substr(0, address.rfind('@')), names))
      return {{.place = field->value_span, .detail = mailbox.address}};
  }
  return {};
}

std::vector<Hit> run_missing(const Context& context) {
  const Draft& draft = context.draft;
  const bool is_kept = draft.field("Message-ID") != nullptr || draft.field("Date") != nullptr ||
                       draft.field("MIME-Version") != nullptr;
  if (!is_kept || draft.from.empty() || draft.subject.empty())
    return {};
  const HeaderField* place = nullptr;
  for (const HeaderField& field : draft.fields) {
    for (const std::string_view name : {"To", "Cc", "Bcc", "Apparently-To", "Newsgroups"}) {
      if (!equal_ignoring_case(field.name, name))
        continue;
      if (!field.value.empty())
        return {};
      place = &field;
    }
  }
  if (place == nullptr)
    place = draft.field("From");
  if (place == nullptr)
    return {};
  return {{.place = place->span}};
}

}  // namespace

Result<CheckFunction> make_group_mail(const Params& params) {
  const Result<std::int64_t> limit = params.integer("recipients", 2, 1, 1000);
  if (!limit)
    return limit.error();
  return CheckFunction([most = static_cast<std::size_t>(*limit)](const Context& context) {
    return run_group(context, most);
  });
}

Result<CheckFunction> make_recipient_name(const Params& params) {
  Result<std::vector<std::string>> names = params.list("names");
  if (!names)
    return std::move(names).error();
  return CheckFunction(
      [wanted = *std::move(names)](const Context& context) { return run_name(context, wanted); });
}

Result<CheckFunction> make_missing_recipient(const Params&) {
  return CheckFunction(run_missing);
}

}  // namespace mailcheck
