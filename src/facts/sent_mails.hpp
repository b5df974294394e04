#pragma once

// The mails beside the draft, put in order once, so that what a draft costs does not grow with how
// many there are: who stands where is looked up rather than compared mail by mail.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/sent_mail.hpp"

namespace mailcheck {

/// An organization by the addresses of mails, and the mails that went there.
struct Organization {
  std::string name;  ///< As `organization_of` gives it.
  /// Indices into `SentMails::mails()`, ascending, each once.
  std::vector<std::uint32_t> mails;
};

struct SentMails {
 public:
  SentMails() = default;
  explicit SentMails(std::vector<SentMail> mails);

  [[nodiscard]] const std::vector<SentMail>& mails() const { return mails_; }
  /// How many of `shingles`, each of which is there once, stand in each of the mails.
  [[nodiscard]] std::vector<std::uint32_t> count_shared(
      std::span<const std::uint64_t> shingles) const;
  /// All organizations, in the order in which the mails name them first.
  [[nodiscard]] const std::vector<Organization>& organizations() const { return organizations_; }
  /// Those whose name is `name` when its hyphens are left out.
  [[nodiscard]] std::vector<const Organization*> organizations_without_hyphen(
      std::string_view name) const;

 private:
  /// A shingle, and a mail that has it.
  using Place = std::pair<std::uint64_t, std::uint32_t>;

  std::vector<SentMail> mails_;
  std::vector<Place> places_;  // Sorted.
  std::vector<Organization> organizations_;
  /// Names without hyphens, sorted, and indices into `organizations_`.
  std::vector<std::pair<std::string, std::uint32_t>> plain_names_;
};

}  // namespace mailcheck
