#include "mail/flowed.hpp"

#include <string>

#include <doctest/doctest.h>

namespace {

using mailcheck::FlowSpace;

std::string joined(std::string_view text, FlowSpace space = FlowSpace::kept) {
  mailcheck::DecodedText in;
  in.append_verbatim(text, {0, text.size()});
  const mailcheck::DecodedText out = mailcheck::join_flowed(in, space);
  REQUIRE(out.map.text_size() == out.text.size());
  // Whatever is taken over stands at its place.
  for (std::size_t i = 0; i < out.text.size(); ++i) {
    if (out.map.is_verbatim({i, i + 1}))
      REQUIRE(slice(text, out.map.to_source({i, i + 1})) == out.text.substr(i, 1));
  }
  return out.text;
}

}  // namespace

TEST_CASE("lines that end with a space flow into the next") {
  CHECK(joined("Thank you \nfor the tour.\nBye\n") == "Thank you for the tour.\nBye\n");
  CHECK(joined("Thank you \nfor the \ntour.") == "Thank you for the tour.");
  CHECK(joined("Thank yo \nu.\n", FlowSpace::deleted) == "Thank you.\n");
}

TEST_CASE("stuffing is taken off") {
  CHECK(joined(" From the mill\n  two spaces\n") == "From the mill\n two spaces\n");
}

TEST_CASE("quotes and signatures do not flow") {
  CHECK(joined("> one \n> two\nmine\n") == "> one \n> two\nmine\n");
  CHECK(joined("mine \n> quoted\n") == "mine \n> quoted\n");
  CHECK(joined("Bye \n-- \nDana\n") == "Bye \n-- \nDana\n");
}

TEST_CASE("an empty line ends a paragraph whose last line ends with a space") {
  CHECK(joined("The end. \n\nNext\n") == "The end. \n\nNext\n");
}

TEST_CASE("a space at the end of the text is no flow") {
  CHECK(joined("Thank you ") == "Thank you ");
}
