#include "lsp/path.hpp"

#include <doctest/doctest.h>

#include "lsp/document.hpp"

namespace mailcheck {
namespace {

TEST_CASE("a file URI names a path") {
  CHECK(path_of_uri("file:///home/a%20b/d%C3%A9.txt") == "/home/a b/dé.txt");
  CHECK(path_of_uri("FILE://localhost/x") == "/x");
  CHECK(path_of_uri("file:///a/?q#f") == "/a");
  CHECK(path_of_uri("file:///%zz") == "/%zz");
}

TEST_CASE("what is no file has no path") {
  for (const char* uri : {"", "x", "untitled:1", "file:", "file://", "file://host/x",
                          "file:///a%00b", "https://example.org/x"}) {
    CAPTURE(uri);
    CHECK(path_of_uri(uri).empty());
  }
}

TEST_CASE("every URI has a name") {
  CHECK(name_of_uri("file:///a/b.eml") == "b.eml");
  CHECK(name_of_uri("untitled:Untitled-1") == "Untitled-1");
  CHECK(name_of_uri("").empty());
}

TEST_CASE("drafts are known by language and name") {
  CHECK(kind_of_document("mail", "neomutt-x-1000") == DocumentKind::draft);
  CHECK(kind_of_document("markdown", "note.md") == DocumentKind::draft);
  CHECK(kind_of_document("plaintext", "security-analyst.txt") == DocumentKind::draft);
  CHECK(kind_of_document("markdown", "README.md") == DocumentKind::text);
  CHECK(kind_of_document("plaintext", "words.txt") == DocumentKind::text);
  CHECK(kind_of_document("mail", "Drafts.mbox") == DocumentKind::other);
  CHECK(kind_of_document("cpp", "a.eml") == DocumentKind::other);
  CHECK(kind_of_document("toml", "mailcheck.toml") == DocumentKind::configuration);
}

}  // namespace
}  // namespace mailcheck
