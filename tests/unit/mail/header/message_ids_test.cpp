#include "mail/header/message_ids.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using namespace mailcheck;

TEST_CASE("message ids are taken out of whatever surrounds them") {
  struct Row {
    std::string_view value, expected;
  };
  const Row rows[] = {
      {"<a@b>", "<a@b>"},
      {"<a@b> <c@d>", "<a@b><c@d>"},
      {"<a@b>,<c@d>", "<a@b><c@d>"},
      {"Your mail of Tuesday (\"1 < 2\") <a@b>", "<a@b>"},
      {"< a@b >", "<a@b>"},
      {"a@b", ""},
      {"<a@b", ""},
      {"<> ><", ""},
      {"<<a@b>>", "<a@b>"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    std::vector<std::string> ids;
    CHECK(append_message_ids(ids, row.value));
    std::string joined;
    for (const std::string& id : ids)
      joined += id;
    CHECK(joined == row.expected);
  }
}

TEST_CASE("no more message ids are read than the limit, and that is said") {
  for (const std::size_t count : {message_id_limit - 1, message_id_limit, message_id_limit + 1}) {
    std::string value;
    for (std::size_t i = 0; i < count; ++i)
      value += "<a@b> ";
    std::vector<std::string> ids;
    CHECK(append_message_ids(ids, value) == (count <= message_id_limit));
    CHECK(ids.size() == std::min(count, message_id_limit));
  }
}
