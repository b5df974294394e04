#include "mail/header/address_list.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using namespace mailcheck;

namespace {

// “name <address>; …”, as the list was understood.
std::string understood(std::string_view value) {
  std::vector<Mailbox> mailboxes;
  CHECK(append_addresses(mailboxes, value));
  std::string out;
  for (const Mailbox& mailbox : mailboxes) {
    if (!out.empty())
      out += "; ";
    out += mailbox.display_name + " <" + mailbox.address + ">";
  }
  return out;
}

struct Row {
  std::string_view value, mailboxes;
};

template <std::size_t count>
void check_rows(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(understood(row.value) == row.mailboxes);
  }
}

}  // namespace

TEST_CASE("address lists are read as people write them") {
  const Row rows[] = {
      {"dana@example.com", " <dana@example.com>"},
      {"Dana Park <dana@example.com>", "Dana Park <dana@example.com>"},
      {"\"Park, Dana\" <dana@example.com>", "Park, Dana <dana@example.com>"},
      {"\"A \\\"B\\\" C\" <a@b>", "A \"B\" C <a@b>"},
      {"Dana <d@x>, kim@y , Lee <l@z>", "Dana <d@x>;  <kim@y>; Lee <l@z>"},
      {"Dana <d@x>; Kim <k@y>", "Dana <d@x>; Kim <k@y>"},
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
  check_rows(rows);
}

TEST_CASE("a comment behind an address is the name when there is no other") {
  const Row rows[] = {
      {"dana@example.com (Dana Park)", "Dana Park <dana@example.com>"},
      {"<dana@example.com> (Dana Park)", "Dana Park <dana@example.com>"},
      {"dana@example.com (Dana (R&D) Park)", "Dana (R&D) Park <dana@example.com>"},
      {"dana@example.com (Dana \\(x\\) Park)", "Dana (x) Park <dana@example.com>"},
      {"dana@example.com (=?utf-8?q?J=C3=B6rg?=)", "Jörg <dana@example.com>"},
      {"Dana <dana@example.com> (at work)", "Dana <dana@example.com>"},
      {"a@b (A), c@d, e@f (E)", "A <a@b>;  <c@d>; E <e@f>"},
      {"(hm) a@b (A)", "hm <a@b>"},
      {"() a@b (A)", "A <a@b>"},
      {"dana(her desk)@example.com", "her desk <dana@example.com>"},
      {"Dana (never closed <dana@example.com>", "Dana (never closed <dana@example.com>"},
  };
  check_rows(rows);
}

TEST_CASE("brackets deeper than the limit are text of the comment") {
  for (const std::size_t depth : {comment_depth_limit - 1, comment_depth_limit}) {
    const std::string value = "a@b " + std::string(depth, '(') + "x" + std::string(depth, ')');
    const std::string inner = std::string(depth - 1, '(') + "x" + std::string(depth - 1, ')');
    CHECK(understood(value) == inner + " <a@b>");
  }
  // The bracket too many opens nothing, so the one that would close it is left over.
  const std::string value =
      "a@b " + std::string(comment_depth_limit + 1, '(') + "x" + std::string(8, ')') + ", c@d";
  CHECK(understood(value) == std::string(8, '(') + "x" + std::string(7, ')') + " <a@b>;  <c@d>");
}

TEST_CASE("local parts and domains of every kind are kept") {
  const Row rows[] = {
      {"\"dana park\"@example.com", " <\"dana park\"@example.com>"},
      {"Dana <\"dana, > park\"@example.com>", "Dana <\"dana, > park\"@example.com>"},
      {"dana@[192.0.2.1], kim@[IPv6:2001:db8::1]",
       " <dana@[192.0.2.1]>;  <kim@[IPv6:2001:db8::1]>"},
      {"[Team] Dana <d@x>", "[Team] Dana <d@x>"},
      {"Jörg <jörg@bücher.example>", "Jörg <jörg@bücher.example>"},
      {"jörg@bücher.example", " <jörg@bücher.example>"},
      {"dana @ example.com", " <dana@example.com>"},
      {"Dana < dana@example.com >", "Dana <dana@example.com>"},
      {"Dana Park dana@example.com", "Dana Park <dana@example.com>"},
      {"\"dana@example.com\"", " <dana@example.com>"},
      {"'dana@example.com'", " <dana@example.com>"},
      {"\"dana@example.com\" <dana@example.com>", "dana@example.com <dana@example.com>"},
      {"Dana <mailto:dana@example.com>", "Dana <dana@example.com>"},
      {"mailto:dana@example.com", " <dana@example.com>"},
      {"Dana <dana (work)@example.com>", "Dana <dana@example.com>"},
  };
  check_rows(rows);
}

TEST_CASE("a name with its comma unquoted is one person when that is likely") {
  const Row rows[] = {
      {"Park, Dana <dana@x>", "Park, Dana <dana@x>"},
      {"Park, Dana <dana@x>, Lee, Kim <kim@x>", "Park, Dana <dana@x>; Lee, Kim <kim@x>"},
      {"Park, Dana <dana@x>; Lee, Kim <kim@x>", "Park, Dana <dana@x>; Lee, Kim <kim@x>"},
      {"van der Berg, Ana Maria <a@x>", "van der Berg, Ana Maria <a@x>"},
      {"Dana Park, PhD <d@x>", "Dana Park, PhD <d@x>"},
      {"Dana, Rene <rene@x>", "Dana, Rene <rene@x>"},
      {"Dana; Rene <rene@x>", "Dana <>; Rene <rene@x>"},
      {"Dana Park, Rene Lee <rene@x>", "Dana Park <>; Rene Lee <rene@x>"},
      {"Ana, Ben, Rene <rene@x>", "Ana <>; Ben <>; Rene <rene@x>"},
      {"\"Dana\", Rene <rene@x>", "Dana <>; Rene <rene@x>"},
      {"dana, Rene <rene@x>", " <dana>; Rene <rene@x>"},
      {"Dana, <rene@x>", "Dana <>;  <rene@x>"},
      {"a@b, Rene <rene@x>", " <a@b>; Rene <rene@x>"},
  };
  check_rows(rows);
}

TEST_CASE("forgotten marks do not swallow the next address") {
  const Row rows[] = {
      {"Dana <d@x, Kim <k@y>", "Dana <d@x>; Kim <k@y>"},
      {"Dana <d@x; Kim <k@y", "Dana <d@x>; Kim <k@y>"},
      {"Dana <d@x> Kim <k@y>", "Dana <d@x>; Kim <k@y>"},
      {"Dana <d@x> (home) Kim <k@y>", "Dana <d@x>; Kim <k@y>"},
      {"Dana <d@x>, ;", "Dana <d@x>"},
      {"Panel: a@b, c@d; e@f", " <a@b>;  <c@d>;  <e@f>"},
      {"Empty:;, Panel: a@b;", " <a@b>"},
      {"Outer: Inner: a@b;;", " <a@b>"},
      {"Dana <d@x<mailto:d@x>>, e@f", "Dana <d@x>;  <e@f>"},
      {"Dana <d@x<mailto:d@x", "Dana <d@x>"},
      {"<d@x> Dana Park", "Dana Park <d@x>"},
      {"Dana\\, Park <d@x>", "Dana, Park <d@x>"},
      {"<@a,@b:c@d>, e@f", " <c@d>;  <e@f>"},
      {"@", " <@>"},
      {"\\", ""},
      {"<", " <>"},
      {"dana@example.com>", " <dana@example.com>"},
      {"Dana dana@example.com>, e@f", "Dana <dana@example.com>;  <e@f>"},
      {"d@x kim@y.example", " <d@x>;  <kim@y.example>"},
      {"Dana d@x Kim k@y (Kim Lee), e@f", "Dana <d@x>; Kim <k@y>;  <e@f>"},
      {"d@x k@y (Kim Lee)", " <d@x>; Kim Lee <k@y>"},
      {"Dana @ home dana@example.com", "Dana @ home <dana@example.com>"},
      {"<dana@example.com at home>", " <dana@example.com>"},
      {"dana@example.com at home", " <dana@example.com>"},
      {"< dana @ example . com >", " <dana@example.com>"},
      {"\"\"", ""},
      {"\"\" <d@x>", " <d@x>"},
      {"dana@[192.0.2.1", " <dana@[192.0.2.1>"},
  };
  check_rows(rows);
}

TEST_CASE("no more addresses are read than the limit, and that is said") {
  for (const std::size_t count : {address_limit - 1, address_limit, address_limit + 1}) {
    for (const std::string_view one : {"a@b, ", "A <a@b>, "}) {
      std::string value;
      for (std::size_t i = 0; i < count; ++i)
        value += one;
      std::vector<Mailbox> mailboxes;
      CHECK(append_addresses(mailboxes, value) == (count <= address_limit));
      CHECK(mailboxes.size() == std::min(count, address_limit));
    }
  }
}

TEST_CASE("what separates addresses does not so in an encoded word") {
  const Row rows[] = {
      {"=?utf-8?Q?Park,_Dana?= <d@x>, e@f", "Park, Dana <d@x>;  <e@f>"},
      {"=?utf-8?Q?Sales:_(Dana)?= <d@x>", "Sales: (Dana) <d@x>"},
      {"=?utf-8?Q?a<b@c>?= <d@x>", "a<b@c> <d@x>"},
      {"=?utf-8?Q?Dana, e@f", "=?utf-8?Q?Dana <>;  <e@f>"},
      {"=?utf-8, e@f", "=?utf-8 <>;  <e@f>"},
      {"=?", ""},
      {"=?a?q", "=?a?q <>"},
      {"=?a?q?", "=?a?q? <>"},
      {"=?a?q?=?a?q?Park,?= <d@x>", "=?a?q?Park, <d@x>"},
  };
  check_rows(rows);
}

TEST_CASE("raw bytes are read within the charset of their encoded word, or as Windows-1252") {
  const Row rows[] = {
      {"=?iso-8859-1?Q?J\xF6rg?= <j@x>", "Jörg <j@x>"},
      {"\"J\xF6rg\" <j@x>", "Jörg <j@x>"},
      {"J\xF6rg <j\xF6rg@x>, J\xC3\xB6rg <j@x>", "Jörg <jörg@x>; Jörg <j@x>"},
      {"j@x (J\xF6rg)", "Jörg <j@x>"},
  };
  check_rows(rows);
}
