#include <algorithm>
#include <cstdio>
#include <iterator>

#include <fmt/format.h>

#include "base/file.hpp"
#include "dev/commands.hpp"
#include "dev/print.hpp"
#include "dev/rule_list.hpp"
#include "dev/write_file.hpp"
#include "lint/rule.hpp"

namespace mailcheck::dev {
namespace {

constexpr std::string_view skeleton = R"(severity = "suggestion"
since    = "0.1.0"
message  = "Says … : “{match}”."
help     = "Say …: “…”"
rationale = """
Why most readers mind.
"""
sources = ["https://…"]

[check]
name    = "phrase"
phrases = ["words as (the) people {write|say} them"]
unless  = ["would"]

[[example]]
bad  = "This marks {|words as people write them|} here."
good = "Nothing of the kind."

[[example]]
bad  = "And {|words as the people say them|} there."
good = "Words as nobody would write them."
)";

bool is_kebab_case(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

int new_rule(Arguments arguments) {
  if (arguments.size() != 2)
    return fail({.message = "usage: mailcheck-dev new-rule CATEGORY ID"});
  const std::string& category = arguments[0];
  const std::string& id = arguments[1];
  if (std::find(std::begin(rule_categories), std::end(rule_categories), category) ==
      std::end(rule_categories))
    return fail({.message = fmt::format("there is no category “{}”", category)});
  if (!is_kebab_case(id))
    return fail({.message = "an id is written in kebab-case and names what the rule flags"});
  DiskFileSystem disk;
  const std::string path = fmt::format("rules/{}/{}.toml", category, id);
  if (Result<void> created = disk.create(path, skeleton); !created)
    return fail(created.error());
  const Result<std::string> list = rule_list(disk, "rules");
  if (!list)
    return fail(list.error());
  if (Result<void> written = write_file("rules/meson.build", *list); !written)
    return fail(written.error());
  fmt::print(
      "wrote {}; now edit it, then run `meson test --suite rules` and `mailcheck-dev docs`\n",
      path);
  return 0;
}

}  // namespace mailcheck::dev
