#pragma once

// What rules may know of a mail beside the draft: one that was sent before, or another draft of the
// same run. A compact record, so that a folder of them can be held; the mail itself is not kept.
// Many of them are in facts/sent_mails.hpp.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/facts.hpp"
#include "mail/draft.hpp"
#include "mail/source.hpp"
#include "text/text.hpp"

namespace mailcheck {

/// Whom a mail is for, as far as it says so.
struct Addressee {
  std::vector<std::string> addresses;  ///< Of To, Cc and Bcc, in lower case, sorted, each once.
  std::vector<std::string> greeted;    ///< Folded words of names in the greeting, sorted.
  std::string shown;  ///< For messages: name or address of the first recipient, or who is greeted.
};

struct SentMail {
  std::string path;         ///< As shown to the user.
  std::size_t message = 0;  ///< Its number in a file of many; 0 when it is the only one.
  bool is_draft = false;    ///< Another draft of this run, not a mail that was sent.
  Addressee addressee;
  std::optional<DateTime> date;
  StageGuess stage;
  std::vector<std::uint64_t> shingles;  ///< Of the body, sorted; see facts/shingles.hpp.
};

[[nodiscard]] Addressee addressee_of(const Draft& draft, const Text& text);

/// Whether two mails are certainly for different people: none of their addresses is the same, or,
/// where one of them has none, they greet others.
[[nodiscard]] bool are_different_people(const Addressee& a, const Addressee& b);

/// The record of a mail that was parsed from `source`.
[[nodiscard]] SentMail describe_mail(const Source& source, const Draft& draft, const Text& text);

/// Where a mail stands, for messages: “sent.mbox, message 3”.
[[nodiscard]] std::string place_of(const SentMail& mail);

/// The part of an address's domain that names its owner, in lower case: “brightline” for
/// “hr.brightline.co.uk”. Empty where it belongs to a provider of mail for everyone (gmail.com), or
/// is not to be told.
[[nodiscard]] std::string organization_of(std::string_view address);

/// Minutes since 1970 (UTC; a date without a zone counts as UTC).
[[nodiscard]] std::int64_t minutes_of(const DateTime& date);

}  // namespace mailcheck
