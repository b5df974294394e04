// The line above a draft: how long it is, and what mailcheck takes it for.

#include <fmt/format.h>

#include "lsp/features.hpp"

namespace mailcheck {

FeatureAnswer code_lenses(Desk& desk, Document& document, const Json& /*params*/) {
  const LintResult* result = desk.check(document);
  if (result == nullptr || result->stats.words == 0)
    return Json(Json::Array());
  const DraftStats& stats = result->stats;
  const std::string title = fmt::format("{} {}, about {} seconds to read, {}", stats.words,
                                        stats.words == 1 ? "word" : "words", stats.reading_seconds,
                                        name_of(result->stage.stage));
  // A command without a name does nothing; the lens is only there to be read.
  return Json::Array{Json::Object{{"range", json_of(Range())},
                                  {"command", Json::Object{{"title", title}, {"command", ""}}}}};
}

}  // namespace mailcheck
