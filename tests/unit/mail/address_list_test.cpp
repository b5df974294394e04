#include "mail/address_list.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace mailcheck;

namespace {

// “name <address>; …”, as the list was understood.
std::string understood(std::string_view value) {
  std::vector<Mailbox> mailboxes;
  append_addresses(mailboxes, value);
  std::string out;
  for (const Mailbox& mailbox : mailboxes) {
    if (!out.empty())
      out += "; ";
    out += mailbox.display_name + " <" + mailbox.address + ">";
  }
  return out;
}

}  // namespace

TEST_CASE("address lists are read as people write them") {
  struct Row {
    std::string_view value, mailboxes;
  };
  const Row rows[] = {
      {"dana@example.com", " <dana@example.com>"},
      {"Dana Park <dana@example.com>", "Dana Park <dana@example.com>"},
      {"\"Park, Dana\" <dana@example.com>", "Park, Dana <dana@example.com>"},
      {"\"A \\\"B\\\" C\" <a@b>", "A \"B\" C <a@b>"},
      {"Dana <d@x>, kim@y , Lee <l@z>", "Dana <d@x>;  <kim@y>; Lee <l@z>"},
      {"Dana <d@x>; Kim <k@y>", "Dana <d@x>; Kim <k@y>"},
      {"dana@example.com (her desk (new))", " <dana@example.com>"},
      {"Panel: Dana <d@x>, Kim <k@y>;, Lee <l@z>", "Dana <d@x>; Kim <k@y>; Lee <l@z>"},
      {"undisclosed-recipients:;", ""},
      {"=?utf-8?q?J=C3=B6rg=2C_M?= <j@x>", "Jörg, M <j@x>"},
      {"Dana Park", "Dana Park <>"},
      {"dana", " <dana>"},
      {"<@relay.example:dana@example.com>", " <dana@example.com>"},
      {"", ""},
      {" , ,, ", ""},
      {"\"Dana Park <d@x>", "Dana Park <d@x>"},
      {"Dana <d@x", "Dana <d@x>"},
      {"((((", ""},
      {"<>", " <>"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(understood(row.value) == row.mailboxes);
  }
}

TEST_CASE("no more addresses are read than the limit") {
  std::string value;
  for (std::size_t i = 0; i < address_limit + 50; ++i)
    value += "a@b, ";
  std::vector<Mailbox> mailboxes;
  append_addresses(mailboxes, value);
  CHECK(mailboxes.size() == address_limit);
}
