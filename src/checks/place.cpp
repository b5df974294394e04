#include "checks/place.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "checks/own_text.hpp"

namespace mailcheck {
namespace {

constexpr std::pair<std::string_view, Place> place_names[] = {
    {"subject", Place::subject},
    {"greeting", Place::greeting},
    {"after-greeting", Place::after_greeting},
    {"first-paragraph", Place::first_paragraph},
    {"before-closing", Place::before_closing},
    {"end", Place::end}};

/// Own text, and the signature when `signature` asks for it.
bool counts(const Paragraph& paragraph, bool signature) {
  return is_own(paragraph.region) || (signature && paragraph.region == RegionKind::signature);
}

std::size_t end_of_own_text(const Context& context) {
  std::size_t end = context.draft.body.begin;
  for (const Paragraph& paragraph : context.text.paragraphs) {
    if (counts(paragraph, true))
      end = std::max(end, paragraph.span.end);
  }
  return end;
}

std::size_t start_of_own_text(const Context& context) {
  for (const Paragraph& paragraph : context.text.paragraphs) {
    if (counts(paragraph, false))
      return paragraph.span.begin;
  }
  return context.draft.body.begin;
}

std::size_t offset_of(Place place, const Context& context) {
  const std::vector<Block> blocks = body_blocks(context);
  switch (place) {
    case Place::subject:
      return context.draft.subject.end;
    case Place::greeting:
      return start_of_own_text(context);
    case Place::after_greeting:
      return blocks.empty() ? end_of_own_text(context) : blocks.front().span.begin;
    case Place::first_paragraph:
      return blocks.empty() ? end_of_own_text(context) : blocks.front().span.end;
    case Place::before_closing:
      return blocks.empty() ? end_of_own_text(context) : blocks.back().span.end;
    case Place::end:
      return end_of_own_text(context);
  }
  return context.draft.body.begin;
}

}  // namespace

Result<Place> place_param(const Params& params, Place fallback) {
  Result<std::string> name = params.text("place", "");
  if (!name)
    return std::move(name).error();
  if (name->empty())
    return fallback;
  const auto found = std::find_if(std::begin(place_names), std::end(place_names),
                                  [&](const auto& entry) { return entry.first == *name; });
  if (found == std::end(place_names))
    return params.error_at("place", "unknown place “" + *name + "”");
  return found->second;
}

TextSpan span_of(Place place, const Context& context) {
  const std::size_t offset = offset_of(place, context);
  return {offset, offset};
}

}  // namespace mailcheck
