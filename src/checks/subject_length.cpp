#include "checks/subject_length.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace mailcheck {

Result<CheckFunction> make_subject_length(const Params& params) {
  const Result<std::int64_t> max = params.integer("max", 60, 1);
  if (!max)
    return max.error();
  return CheckFunction(
      [limit = static_cast<std::size_t>(*max)](const Context& context) -> std::vector<Hit> {
        const TextSpan subject = context.draft.subject;
        const std::string_view text = slice(std::string_view(context.draft.text), subject);
        const std::string_view kept = utf8_prefix(text, limit);
        if (kept.size() == text.size())
          return {};
        return {{.place = TextSpan{subject.begin + kept.size(), subject.end},
                 .detail = fmt::format("{} characters", count_code_points(text))}};
      });
}

}  // namespace mailcheck
