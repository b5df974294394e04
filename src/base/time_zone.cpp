#include "base/time_zone.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>

#include <unicode/ucal.h>
#include <unicode/uenum.h>

namespace mailcheck {
namespace {

/// Letters of a name; the longest there is has 32.
constexpr std::size_t longest_name = 64;
constexpr double milliseconds = 1000;

struct Close {
  void operator()(UCalendar* calendar) const { ucal_close(calendar); }
  void operator()(UEnumeration* names) const { uenum_close(names); }
};
using Calendar = std::unique_ptr<UCalendar, Close>;
using Names = std::unique_ptr<UEnumeration, Close>;

/// IANA names are ASCII.
std::u16string as_utf16(std::string_view name) {
  return {name.begin(), name.end()};
}

Calendar calendar_of(const std::string& zone) {
  const std::u16string name = as_utf16(zone);
  UErrorCode status = U_ZERO_ERROR;
  // "" is the root locale; nullptr would be that of the machine.
  Calendar calendar(
      ucal_open(name.data(), static_cast<std::int32_t>(name.size()), "", UCAL_GREGORIAN, &status));
  return U_FAILURE(status) != 0 ? nullptr : std::move(calendar);
}

}  // namespace

std::optional<TimeZone> TimeZone::named(std::string_view name) {
  const bool is_name =
      !name.empty() && name.size() <= longest_name &&
      std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 127; });
  if (!is_name)
    return std::nullopt;
  const std::u16string wanted = as_utf16(name);
  std::u16string canonical(2 * longest_name, u'\0');
  UErrorCode status = U_ZERO_ERROR;
  UBool is_known = 0;
  ucal_getCanonicalTimeZoneID(wanted.data(), static_cast<std::int32_t>(wanted.size()),
                              canonical.data(), static_cast<std::int32_t>(canonical.size()),
                              &is_known, &status);
  if (U_FAILURE(status) != 0 || is_known == 0)
    return std::nullopt;
  return TimeZone(std::string(name));
}

std::vector<std::string> TimeZone::names() {
  UErrorCode status = U_ZERO_ERROR;
  const Names all(ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, nullptr, nullptr, &status));
  std::vector<std::string> names;
  std::int32_t length = 0;
  while (U_SUCCESS(status) != 0) {
    const char* name = uenum_next(all.get(), &length, &status);
    if (name == nullptr)
      break;
    names.emplace_back(name, static_cast<std::size_t>(length));
  }
  return names;
}

std::chrono::minutes TimeZone::offset_at(std::chrono::sys_seconds instant) const {
  const Calendar calendar = calendar_of(name_);
  if (calendar == nullptr)
    return std::chrono::minutes(0);
  UErrorCode status = U_ZERO_ERROR;
  ucal_setMillis(calendar.get(),
                 static_cast<double>(instant.time_since_epoch().count()) * milliseconds, &status);
  const std::int32_t total = ucal_get(calendar.get(), UCAL_ZONE_OFFSET, &status) +
                             ucal_get(calendar.get(), UCAL_DST_OFFSET, &status);
  return std::chrono::duration_cast<std::chrono::minutes>(std::chrono::milliseconds(total));
}

std::chrono::sys_seconds TimeZone::instant_of(std::chrono::local_seconds local) const {
  // The offset of the instant that has this time in UTC is right, but for the hours around a change
  // of the clocks; a second look from there settles those, too.
  const std::chrono::sys_seconds as_utc(local.time_since_epoch());
  const std::chrono::sys_seconds guess = as_utc - offset_at(as_utc);
  return as_utc - offset_at(guess);
}

}  // namespace mailcheck
