#include "mail/markup/html_charset.hpp"

#include <string>

#include <doctest/doctest.h>

using mailcheck::html_charset;

TEST_CASE("an HTML file may name its charset") {
  CHECK(html_charset("<html><META charset=utf-8>") == "utf-8");
  CHECK(html_charset("<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">") ==
        "koi8-r");
  CHECK(html_charset("<meta name=x><meta charset = 'iso-8859-2'>") == "iso-8859-2");
}

TEST_CASE("a charset elsewhere is none of the file") {
  CHECK(html_charset("<p>charset=utf-8</p>").empty());
  CHECK(html_charset("<meta name=charset>").empty());
  CHECK(html_charset("<meta").empty());
  CHECK(html_charset(std::string(1100, ' ') + "<meta charset=utf-8>").empty());
}
