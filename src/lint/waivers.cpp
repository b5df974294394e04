#include "lint/waivers.hpp"

#include "mail/ascii.hpp"

namespace mailcheck {

std::vector<Waiver> waivers_of(const Draft& draft) {
  constexpr std::string_view separators = ", \t";
  std::vector<Waiver> waivers;
  for (const HeaderField& field : draft.fields) {
    if (to_ascii_lower(field.name) != "x-mailcheck-ignore")
      continue;
    std::string_view names = field.value;
    names = names.substr(0, names.find(';'));
    while (true) {
      const std::size_t begin = names.find_first_not_of(separators);
      if (begin == std::string_view::npos)
        break;
      names.remove_prefix(begin);
      const std::string_view name = names.substr(0, names.find_first_of(separators));
      names.remove_prefix(name.size());
      waivers.push_back({to_ascii_lower(name), field.value_span});
    }
  }
  return waivers;
}

void apply_waivers(std::vector<Waiver>& waivers, std::vector<Finding>& findings) {
  std::erase_if(findings, [&](const Finding& finding) {
    bool is_waived = false;
    for (Waiver& waiver : waivers) {
      const bool meant = waiver.target == finding.rule || waiver.target == finding.category;
      waiver.is_used = waiver.is_used || meant;
      is_waived = is_waived || meant;
    }
    return is_waived;
  });
}

}  // namespace mailcheck
