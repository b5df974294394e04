#include "mail/armor.hpp"

#include <string>

#include <doctest/doctest.h>

namespace {

mailcheck::ArmorFree unarmored(std::string_view text) {
  mailcheck::DecodedText in;
  in.append_verbatim(text, {0, text.size()});
  mailcheck::ArmorFree out = mailcheck::remove_armor(in);
  REQUIRE(out.text.map.text_size() == out.text.text.size());
  return out;
}

}  // namespace

TEST_CASE("a signed text is unwrapped") {
  const mailcheck::ArmorFree free = unarmored(
      "Above\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nDear Dana,\n- -- \nRene\n"
      "-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\nBelow\n");
  CHECK(free.text.text == "Above\nDear Dana,\n-- \nRene\nBelow\n");
  CHECK(free.had_signature);
  CHECK_FALSE(free.was_encrypted);
}

TEST_CASE("a text that was signed twice is unwrapped twice") {
  CHECK(unarmored(
            "-----BEGIN PGP SIGNED MESSAGE-----\n\n- -----BEGIN PGP SIGNED MESSAGE-----\n\nHello\n"
            "- -----BEGIN PGP SIGNATURE-----\n\niQ\n- -----END PGP SIGNATURE-----\n"
            "-----BEGIN PGP SIGNATURE-----\n\niQ\n-----END PGP SIGNATURE-----\n")
            .text.text == "Hello\n");
}

TEST_CASE("an encrypted message is left out") {
  const mailcheck::ArmorFree free =
      unarmored("-----BEGIN PGP MESSAGE-----\n\nwV4D\n-----END PGP MESSAGE-----\n");
  CHECK(free.text.text.empty());
  CHECK(free.was_encrypted);
}

TEST_CASE("a block without an end goes to the end") {
  CHECK(unarmored("Hi\n-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQ\nmore\n").text.text == "Hi\n");
}

TEST_CASE("text about such blocks stays") {
  const std::string_view text =
      "I saw -----BEGIN PGP MESSAGE----- in it.\n> -----BEGIN PGP MESSAGE-----\n"
      "-----BEGIN PGP\n- a dash\n";
  CHECK(unarmored(text).text.text == text);
}
