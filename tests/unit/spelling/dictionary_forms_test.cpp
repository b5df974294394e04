#include "spelling/dictionary_forms.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace mailcheck;

namespace {

/// The forms of `dic`, sorted; * marks those in capitals only, ! those that are unwanted.
std::string forms_of(std::string_view dic) {
  const Result<AffixFile> affixes = parse_affix_file(
      "NOSUGGEST !\nONLYINCOMPOUND c\n"
      "PFX U Y 1\nPFX U 0 un .\n"
      "PFX N N 1\nPFX N 0 non .\n"
      "SFX S Y 1\nSFX S 0 s .\n"
      "SFX D Y 2\nSFX D e ed e\nSFX D 0 ed [^e]\n"
      "SFX V N 1\nSFX V 0 ive .\n",
      "a.aff");
  std::vector<std::string> texts;
  for (const DictionaryForm& form : expand_dictionary(*affixes, dic))
    texts.push_back(form.text + (form.only_in_capitals ? "*" : "") + (form.is_unwanted ? "!" : ""));
  std::sort(texts.begin(), texts.end());
  std::string out;
  for (const std::string& text : texts)
    out += (out.empty() ? "" : " ") + text;
  return out;
}

}  // namespace

TEST_CASE("an entry has its forms with a suffix, a prefix and both") {
  CHECK(forms_of("1\ntie/USD\n") == "tie tied ties untie untied unties");
  CHECK(forms_of("1\nfit/UV\n") == "fit fitive unfit");
  CHECK(forms_of("1\nfit/NS\n") == "fit fits nonfit");
  CHECK(forms_of("2\nfit\nfit/S") == "fit fit fits");
}

TEST_CASE("what is behind a word is no part of it") {
  CHECK(forms_of("9\r\nfit/S\tpo:verb\r\nhat po:noun\r\nhors d'oeuvre\r\n/S\r\nand\\/or/S") ==
        "/S and/or and/ors fit fits hat hors d'oeuvre");
  CHECK(forms_of("") == "");
  CHECK(forms_of("fit") == "");
  CHECK(forms_of("1\n\n\n") == "");
}

TEST_CASE("entries may be unwanted, or parts of compounds only") {
  CHECK(forms_of("2\ndrat/S!\n1th/cS\n") == "drat! drats!");
}

TEST_CASE("words with capitals inside have a form by which they are known in capitals") {
  CHECK(forms_of("1\nOpenDesk/S\n") == "OpenDesk OpenDesks Opendesk* Opendesks*");
  CHECK(forms_of("2\nNASA\nIBM/S\n") == "IBM IBMs Ibm* Ibms* NASA");
  CHECK(forms_of("1\nDana/S\n") == "Dana Danas");
  // A word of its own takes its place, wherever it stands.
  CHECK(forms_of("2\nIBM/S\nIbm\n") == "IBM IBMs Ibm");
}
