#include "checks/sending_place.hpp"

#include "checks/place.hpp"

namespace mailcheck {

std::variant<TextSpan, SourceSpan> sending_place(const Context& context) {
  const std::optional<Sending>& sending = context.facts.timeline.sending;
  const HeaderField* field = context.draft.field("Date");
  if (sending && sending->source == SendingSource::header && field != nullptr)
    return field->value_span;
  return span_of(Place::greeting, context);
}

}  // namespace mailcheck
