#include "checks/note.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mailcheck {
namespace {

constexpr std::pair<std::string_view, NoteKind> kind_names[] = {
    {"invalid-utf8", NoteKind::invalid_utf8},
    {"control-character", NoteKind::control_character},
    {"mixed-line-ends", NoteKind::mixed_line_ends},
    {"unsupported-content", NoteKind::unsupported_content},
    {"malformed-header", NoteKind::malformed_header},
    {"broken-encoding", NoteKind::broken_encoding},
    {"broken-structure", NoteKind::broken_structure},
    {"limit-reached", NoteKind::limit_reached},
    {"html-differs", NoteKind::html_differs}};

}  // namespace

Result<CheckFunction> make_note(const Params& params) {
  const Result<std::vector<std::string>> names = params.list("kinds");
  if (!names)
    return names.error();
  std::vector<NoteKind> kinds;
  for (const std::string& name : *names) {
    const auto* found = std::find_if(std::begin(kind_names), std::end(kind_names),
                                     [&](const auto& entry) { return entry.first == name; });
    if (found == std::end(kind_names))
      return params.error_at("kinds", "unknown kind of note “" + name + "”");
    kinds.push_back(found->second);
  }
  if (kinds.empty())
    return params.error_at("kinds", "“kinds” must name a kind of note");
  return CheckFunction([kinds](const Context& context) {
    std::vector<Hit> hits;
    for (const std::vector<Note>* notes : {&context.draft.notes, &context.facts.notes}) {
      for (const Note& note : *notes) {
        if (std::find(kinds.begin(), kinds.end(), note.kind) != kinds.end())
          hits.push_back({.place = note.span, .detail = note.message});
      }
    }
    return hits;
  });
}

}  // namespace mailcheck
