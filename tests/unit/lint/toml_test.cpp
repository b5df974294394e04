#include "lint/toml.hpp"

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

TEST_CASE("values keep their type, order and place") {
  const Result<TomlDocument> document = parse_toml("x.toml",
                                                   "zebra = 1\n"
                                                   "apple = \"é\" # comment\n"
                                                   "list = [\"a\", 'b']\n"
                                                   "[table]\n"
                                                   "  on = true\n"
                                                   "day = 2026-03-03\n");
  REQUIRE(document.has_value());
  const auto& entries = document->root.entries;
  REQUIRE(entries.size() == 4);
  CHECK(entries[0].key == "zebra");
  CHECK(*entries[0].value.integer() == 1);
  CHECK(*entries[1].value.string() == "é");
  CHECK(entries[1].value.line == 2);
  CHECK(entries[1].value.column == 9);
  REQUIRE(entries[2].value.array() != nullptr);
  CHECK((*entries[2].value.array())[1].column == 14);
  const TomlTable* table = document->root.find("table")->table();
  REQUIRE(table != nullptr);
  CHECK(*table->find("on")->boolean());
  CHECK(table->entries[0].line == 5);
  CHECK(table->entries[0].column == 3);
  CHECK(std::get<TomlDate>(table->find("day")->data).text == "2026-03-03");
  CHECK(table->find("off") == nullptr);
}

TEST_CASE("a broken file is an error with line, column and the line's text") {
  struct Row {
    const char* text;
    std::size_t line;
  };
  const Row rows[] = {
      {"a = 1\nb = = 2\n", 2}, {"a = \"open\n", 1}, {"a = 1\na = 2\n", 2},
      {"[table\nx = 1\n", 1},  {"a = \xFF\n", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Result<TomlDocument> document = parse_toml("x.toml", row.text);
    REQUIRE_FALSE(document.has_value());
    CHECK(document.error().file == "x.toml");
    CHECK(document.error().line == row.line);
    CHECK(document.error().column >= 1);
    CHECK_FALSE(document.error().message.empty());
  }
}

TEST_CASE("what makes the parser abort never reaches it") {
  for (const std::string& text :
       {std::string("[\n"), std::string("["), std::string("[["), std::string("[[\n]]"),
        std::string("μ = 1\n"), std::string("a = μ\n"), std::string("[μ]\n")}) {
    CAPTURE(text);
    CHECK_FALSE(parse_toml("x.toml", text).has_value());
  }
}

TEST_CASE("letters beyond ASCII are fine in strings and comments") {
  CHECK(parse_toml("x.toml", "a = \"μ\" # μ\n'μ' = '''μ\nμ'''\nb = \"\"\"\n\\\"μ\"\"\"\n")
            .has_value());
}

TEST_CASE("limits hold at their edge") {
  std::string key = "k";
  for (std::size_t dots = 0; dots < toml_dotted_key_limit; ++dots)
    key += ".k";
  CHECK(parse_toml("x.toml", key + " = 1\n").has_value());
  CHECK_FALSE(parse_toml("x.toml", key + ".k = 1\n").has_value());
  CHECK(parse_toml("x.toml",
                   "a = [1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 1.5, 2.5, 3.5, "
                   "4.5, 5.5, 6.5, 7.5, 8.5, 9.5]\n")
            .has_value());

  const std::string open(toml_nesting_limit, '[');
  const std::string close(toml_nesting_limit, ']');
  CHECK(parse_toml("x.toml", "a = " + open + close + "\n").has_value());
  CHECK_FALSE(parse_toml("x.toml", "a = [" + open + close + "]\n").has_value());

  const std::string comment = "#" + std::string(toml_size_limit - 2, 'x') + "\n";
  CHECK(parse_toml("x.toml", comment).has_value());
  CHECK_FALSE(parse_toml("x.toml", comment + "\n").has_value());
}

TEST_CASE("a near name is suggested, a far one is not") {
  const std::vector<std::string> names = {"salary-mention", "too-long", "cliche"};
  CHECK(did_you_mean("salary-mentoin", names) == "; did you mean “salary-mention”?");
  CHECK(did_you_mean("toolong", names) == "; did you mean “too-long”?");
  CHECK(did_you_mean("weather", names).empty());
}

}  // namespace
}  // namespace mailcheck
