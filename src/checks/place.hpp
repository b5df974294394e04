#pragma once

// Where something that is missing belongs: an empty place in the draft.

#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "checks/check.hpp"
#include "checks/params.hpp"

namespace mailcheck {

enum class Place {
  subject,          ///< end of the subject; without one, the start of the text
  greeting,         ///< before the first own text
  after_greeting,   ///< start of the body
  first_paragraph,  ///< end of the first paragraph of the body
  before_closing,   ///< end of the body
  end,              ///< end of the writer's own text, signature included
};

/// The place named by the parameter `place`: "subject", "greeting", "after-greeting",
/// "first-paragraph", "before-closing", "end"; `fallback` when it is not set.
[[nodiscard]] Result<Place> place_param(const Params& params, Place fallback);

/// The empty span of a place. A draft without a body has its places where the text begins.
[[nodiscard]] TextSpan span_of(Place place, const Context& context);

}  // namespace mailcheck
