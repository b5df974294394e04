#include "lint/severity.hpp"

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

TEST_CASE("severities are named and ordered") {
  for (const Severity severity :
       {Severity::off, Severity::suggestion, Severity::warning, Severity::error})
    CHECK(severity_named(name_of(severity)) == severity);
  CHECK_FALSE(severity_named("fatal").has_value());
  CHECK(Severity::off < Severity::suggestion);
  CHECK(Severity::warning < Severity::error);
}

}  // namespace
}  // namespace mailcheck
