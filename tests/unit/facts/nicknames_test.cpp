#include "facts/nicknames.hpp"

#include <string_view>

#include <doctest/doctest.h>

#include "base/plain_letters.hpp"

using namespace mailcheck;

TEST_CASE("the list of nicknames holds plain letters, two names or more a line") {
  int lines = 0;
  for (std::string_view list = nickname_list(); !list.empty();) {
    const std::string_view line = list.substr(0, list.find('\n'));
    list.remove_prefix(line.size() + 1);
    if (line.starts_with('#'))
      continue;
    ++lines;
    CHECK_MESSAGE(plain_letters(line) == line, line);
    CHECK_MESSAGE(line.find(' ') != std::string_view::npos, line);
    CHECK_MESSAGE(line.find("  ") == std::string_view::npos, line);
  }
  CHECK(lines > 200);
}
