#include "report/snippet.hpp"

#include <string>

#include <doctest/doctest.h>

#include "base/unicode.hpp"

namespace mailcheck {
namespace {

/// The snippet with its range marked; `…` behind the marks when the range goes on.
std::string shown(std::string_view line, std::size_t begin, std::size_t end, std::size_t width) {
  const Snippet snippet = make_snippet(line, begin, end, width);
  CHECK(display_width(snippet.before) == snippet.mark_column);
  CHECK(display_width(snippet.before + snippet.marked + snippet.after) <= width);
  return snippet.before + "{|" + snippet.marked + "|}" + (snippet.goes_on ? "+" : "") +
         snippet.after;
}

TEST_CASE("a line that fits is shown whole") {
  CHECK(shown("I am looking forward.", 5, 12, 40) == "I am {|looking|} forward.");
  CHECK(shown("", 0, 0, 40) == "{||}");
  CHECK(shown("abc", 3, 3, 40) == "abc{||}");
  CHECK(make_snippet("abc", 3, 3, 40).mark_width == 1);
}

TEST_CASE("a range into the next line is marked to the end of the first") {
  CHECK(shown("I am looking", 5, 13, 40) == "I am {|looking|}+");
}

TEST_CASE("a long line is a window around the range that ends at words") {
  std::string line;
  for (int i = 100; i < 200; ++i)
    line += "word" + std::to_string(i) + " ";
  const std::size_t at = line.find("word150");
  CHECK(shown(line, at, at + 7, 40) == "…word149 {|word150|} word151 word152…");
  CHECK(shown(line, 0, 7, 30) == "{|word100|} word101 word102…");
  const std::size_t last = line.find("word199");
  CHECK(shown(line, last, last + 7, 30) == "…word197 word198 {|word199|} ");
}

TEST_CASE("a range wider than the window is cut") {
  const std::string line = "x " + std::string(200, 'a') + " y";
  const Snippet snippet = make_snippet(line, 2, 202, 30);
  CHECK(snippet.goes_on);
  CHECK(snippet.mark_width == 28);
  CHECK(snippet.before == "…");
}

TEST_CASE("wide characters count two columns, controls what they are written as") {
  const std::string line = "日本 x";
  const Snippet snippet = make_snippet(line, line.find('x'), line.size(), 40);
  CHECK(snippet.mark_column == 5);
  CHECK(shown("a\x1b[1mb\tc", 1, 2, 40) == "a{|<U+001B>|}[1mb    c");
  CHECK(make_snippet("a\x1b", 1, 2, 40).mark_width == 8);
  CHECK(shown("\xEF\xBB\xBFHi", 3, 5, 40) == "{|Hi|}");
}

TEST_CASE("any window of hostile bytes is valid and fits") {
  std::string line;
  for (int i = 0; i < 3000; ++i)
    line += i % 3 == 0 ? "e\u0301\u0301" : i % 3 == 1 ? "\xF0\x9F" : "\u202E 日";
  for (std::size_t begin = 0; begin < line.size(); begin += 97)
    (void)shown(line, begin, begin + 5, 60);
  const std::string marks = "a" + std::string(400'000, '\xCC');
  (void)shown(marks, 200'000, 200'002, 60);
}

}  // namespace
}  // namespace mailcheck
