#pragma once

// Time zones by their IANA names, “Europe/Oslo” (ICU's tables behind it). It knows no clock.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mailcheck {

class TimeZone {
 public:
  /// The zone of that name, in the case of the IANA database; none for other names, also not for
  /// “GMT+2”, which is no place.
  [[nodiscard]] static std::optional<TimeZone> named(std::string_view name);
  /// The names of all zones, for suggestions.
  [[nodiscard]] static std::vector<std::string> names();

  [[nodiscard]] const std::string& name() const { return name_; }
  /// How far east of UTC its clocks are at that instant, summer time included.
  [[nodiscard]] std::chrono::minutes offset_at(std::chrono::sys_seconds instant) const;
  /// When its clocks show that time. An hour that comes twice is either of the two.
  [[nodiscard]] std::chrono::sys_seconds instant_of(std::chrono::local_seconds local) const;

 private:
  explicit TimeZone(std::string name) : name_(std::move(name)) {}
  std::string name_;
};

}  // namespace mailcheck
