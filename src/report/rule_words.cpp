#include "report/rule_words.hpp"

#include <fmt/format.h>

#include "report/escape.hpp"

namespace mailcheck {

std::string summary_of(const PackedRule& rule) {
  std::string summary(rule.message);
  for (const std::string_view placeholder : {"{match}", "{detail}"}) {
    for (std::size_t at = summary.find(placeholder); at != std::string::npos;
         at = summary.find(placeholder, at))
      summary.replace(at, placeholder.size(), "…");
  }
  return terminal_safe_line(summary);
}

std::string stages_of(const PackedRule& rule) {
  if (rule.stages.empty())
    return "all stages";
  std::vector<std::string_view> names;
  for (const Stage stage : rule.stages)
    names.push_back(name_of(stage));
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace mailcheck
