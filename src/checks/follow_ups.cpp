#include "checks/follow_ups.hpp"

#include <string>

#include <fmt/format.h>

#include "checks/sending_place.hpp"

namespace mailcheck {
namespace {

std::vector<Hit> run_count(const Context& context, std::size_t from, std::size_t to) {
  const Facts& facts = context.facts;
  const auto count = static_cast<std::size_t>(facts.interview.previous_mails);
  if (count < from || (to > 0 && count > to))
    return {};
  return {{.place = sending_place(context),
           .detail = fmt::format("{} mail{}", count, count == 1 ? "" : "s")}};
}

}  // namespace

Result<CheckFunction> make_follow_up_count(const Params& params) {
  const Result<std::int64_t> from = params.integer("from", 2);
  if (!from)
    return from.error();
  const Result<std::int64_t> to = params.integer("to", 0);
  if (!to)
    return to.error();
  return CheckFunction([from = static_cast<std::size_t>(*from), to = static_cast<std::size_t>(*to)](
                           const Context& context) { return run_count(context, from, to); });
}

}  // namespace mailcheck
