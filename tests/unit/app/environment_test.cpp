#include "app/environment.hpp"

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

TEST_CASE("colour follows the choice, then NO_COLOR, then FORCE_COLOR, then the terminal") {
  Environment plain;
  CHECK(color_for(ColorChoice::automatic, plain, true) == Color::always);
  CHECK(color_for(ColorChoice::automatic, plain, false) == Color::never);
  CHECK(color_for(ColorChoice::never, plain, true) == Color::never);
  CHECK(color_for(ColorChoice::always, plain, false) == Color::always);

  Environment both;
  both.no_color = true;
  both.force_color = true;
  CHECK(color_for(ColorChoice::automatic, both, true) == Color::never);
  CHECK(color_for(ColorChoice::always, both, false) == Color::always);

  Environment forced;
  forced.force_color = true;
  CHECK(color_for(ColorChoice::automatic, forced, false) == Color::always);
}

}  // namespace
}  // namespace mailcheck
