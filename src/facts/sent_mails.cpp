#include "facts/sent_mails.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace mailcheck {

SentMails::SentMails(std::vector<SentMail> mails) : mails_(std::move(mails)) {
  std::map<std::string, std::uint32_t, std::less<>> numbers;
  for (std::uint32_t index = 0; index < mails_.size(); ++index) {
    for (const std::uint64_t shingle : mails_[index].shingles)
      places_.emplace_back(shingle, index);
    for (const std::string& address : mails_[index].addressee.addresses) {
      std::string name = organization_of(address);
      const auto [place, is_new] =
          numbers.emplace(name, static_cast<std::uint32_t>(organizations_.size()));
      if (is_new)
        organizations_.push_back({std::move(name), {}});
      std::vector<std::uint32_t>& known = organizations_[place->second].mails;
      if (known.empty() || known.back() != index)
        known.push_back(index);
    }
  }
  std::sort(places_.begin(), places_.end());
  for (const auto& [name, number] : numbers) {
    std::string plain = name;
    std::erase(plain, '-');
    plain_names_.emplace_back(std::move(plain), number);
  }
  std::sort(plain_names_.begin(), plain_names_.end());
}

std::vector<std::uint32_t> SentMails::count_shared(std::span<const std::uint64_t> shingles) const {
  std::vector<std::uint32_t> counts(mails_.size(), 0);
  for (const std::uint64_t shingle : shingles) {
    auto place = std::lower_bound(places_.begin(), places_.end(), Place{shingle, 0});
    for (; place != places_.end() && place->first == shingle; ++place)
      ++counts[place->second];
  }
  return counts;
}

std::vector<const Organization*> SentMails::organizations_without_hyphen(
    std::string_view name) const {
  std::vector<const Organization*> found;
  auto entry = std::lower_bound(
      plain_names_.begin(), plain_names_.end(), name,
      [](const auto& candidate, std::string_view wanted) { return candidate.first < wanted; });
  for (; entry != plain_names_.end() && entry->first == name; ++entry)
    found.push_back(&organizations_[entry->second]);
  return found;
}

}  // namespace mailcheck
