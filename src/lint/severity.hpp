#pragma once

// How much a finding matters, and the order of it.

#include <optional>
#include <string_view>

namespace mailcheck {

/// `error` may cost the job, `warning` most readers mind, `suggestion` could be better.
enum class Severity { off, suggestion, warning, error };

/// "off", "suggestion", "warning", "error".
[[nodiscard]] std::string_view name_of(Severity severity);
[[nodiscard]] std::optional<Severity> severity_named(std::string_view name);

}  // namespace mailcheck
