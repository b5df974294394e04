#include "spelling/lexicon.hpp"

#include <set>
#include <string>

#include <doctest/doctest.h>

#include "spelling/known_word.hpp"
#include "spelling/lexicon_writer.hpp"

using namespace mailcheck;

namespace {

LexiconWriter small_writer() {
  LexiconWriter writer;
  writer.add_dictionary(WordSource::american, {{"color"},
                                               {"Dana"},
                                               {"Dana's"},
                                               {"the"},
                                               {"etc."},
                                               {"drat", false, true},
                                               {"OpenDesk"},
                                               {"Opendesk", true},
                                               {"O'Brunn"},
                                               {"mother-in-law"}});
  writer.add_dictionary(WordSource::british, {{"colour"}, {"the"}});
  writer.add_own_word("kubernetes");
  writer.add_own_word("iOS");
  writer.set_frequency("the", 3);
  writer.set_frequency("the", 0);
  writer.set_frequency("the", 2);
  return writer;
}

/// The image, kept where numbers may be read.
const std::vector<std::uint32_t>& small_image() {
  static const std::vector<std::uint32_t> numbers = [] {
    const std::string image = *small_writer().image();
    std::vector<std::uint32_t> out(image.size() / sizeof(std::uint32_t) + 1);
    image.copy(reinterpret_cast<char*>(out.data()), image.size());
    return out;
  }();
  return numbers;
}

Lexicon small_lexicon() {
  const std::size_t size = small_writer().image()->size();
  const std::optional<Lexicon> lexicon =
      Lexicon::open({reinterpret_cast<const char*>(small_image().data()), size});
  REQUIRE(lexicon);
  return *lexicon;
}

std::uint8_t known(std::string_view word) {
  return languages_knowing(small_lexicon(), word, OwnWords::with);
}

}  // namespace

TEST_CASE("a form is found as it was written into the image") {
  const Lexicon lexicon = small_lexicon();
  CHECK(lexicon.languages() == 3);
  CHECK(lexicon.size() == 12);
  CHECK(lexicon.find("color").languages() == 1);
  CHECK(lexicon.find("colour").languages() == 2);
  CHECK(lexicon.find("the").languages() == 3);
  CHECK(lexicon.find("the").frequency() == 0);
  CHECK(lexicon.find("Dana").possessives() == 1);
  CHECK(lexicon.find("drat").is_unwanted());
  CHECK(lexicon.find("Opendesk").in_capitals() == 1);
  CHECK(lexicon.find("Opendesk").languages() == 0);
  CHECK(lexicon.find("iOS").is_own());
  for (const char* word : {"", "t", "thee", "The", "Dana's", "cOlor"})
    CHECK_MESSAGE(lexicon.find(word).bits() == 0, word);
  CHECK(lexicon.find(std::string(1000, 'a')).bits() == 0);
}

TEST_CASE("the groups hold every form once, by frequency and length") {
  const Lexicon lexicon = small_lexicon();
  std::set<std::string> texts;
  std::pair<std::size_t, std::size_t> last;
  for (std::size_t i = 0; i < lexicon.group_count(); ++i) {
    const Lexicon::Group group = lexicon.group(i);
    const std::pair<std::size_t, std::size_t> key{group.frequency(), group.length()};
    CHECK(last < key);
    last = key;
    for (std::size_t k = 0; k < group.size(); ++k) {
      const Lexicon::Form form = group.form(k);
      CHECK(form.text.size() == group.length());
      CHECK(form.flags.frequency() == group.frequency());
      CHECK(group.letters()[k] == letters_of(form.text));
      CHECK(texts.insert(std::string(form.text)).second);
    }
  }
  CHECK(texts.size() == lexicon.size());
}

TEST_CASE("what is no image is not opened") {
  const std::string image = *small_writer().image();
  CHECK(!Lexicon::open(""));
  CHECK(!Lexicon::open(std::string_view(image).substr(0, 20)));
  CHECK(!Lexicon::open(std::string_view(image).substr(0, image.size() - 1)));
  CHECK(!Lexicon::open(image + "x"));
  std::string other = image;
  other[0] = 'x';
  CHECK(!Lexicon::open(other));
}

TEST_CASE("an empty lexicon knows nothing") {
  const Lexicon lexicon;
  CHECK(lexicon.languages() == 0);
  CHECK(lexicon.find("the").bits() == 0);
  CHECK(languages_knowing(lexicon, "the", OwnWords::with) == 0);
}

TEST_CASE("a word that does not fit is an error") {
  LexiconWriter writer;
  writer.add_own_word(std::string(64, 'a'));
  CHECK(!writer.image());
}

TEST_CASE("a word is right in the cases that its own allows") {
  for (const char* word : {"the", "The", "THE", "the.", "THE..."})
    CHECK_MESSAGE(known(word) == 3, word);
  for (const char* word : {"Dana", "DANA", "Dana's", "DANA'S", "OpenDesk", "OPENDESK", "O'BRUNN"})
    CHECK_MESSAGE(known(word) == 1, word);
  for (const char* word : {"tHe", "dana", "Opendesk", "opendesk", "color's", "o'brunn", "ios"})
    CHECK_MESSAGE(known(word) == 0, word);
  CHECK(known("kubernetes") == 3);
  CHECK(known("Kubernetes") == 3);
  CHECK(known("iOS") == 3);
  CHECK(languages_knowing(small_lexicon(), "iOS", OwnWords::without) == 0);
}

TEST_CASE("a full stop may belong to a word") {
  CHECK(known("etc.") == 1);
  CHECK(known("ETC.") == 1);
  CHECK(known("etc") == 0);
}

TEST_CASE("parts between hyphens are words of one language") {
  CHECK(known("the-color") == 1);
  CHECK(known("The-COLOUR") == 2);
  CHECK(known("color-colour") == 0);
  CHECK(known("the-kubernetes-colour") == 2);
  CHECK(known("mother-in-law") == 1);
  CHECK(known("the-mother-in-law") == 1);
  CHECK(known("the-mother-in") == 0);
  CHECK(known("-the-") == 3);
  CHECK(known("-") == 0);
  CHECK(known("the-the-the-the-the-the-the-the-the-the") == 3);
  CHECK(known("the-the-the-the-the-the-the-the-the-the-the") == 0);
}

TEST_CASE("numbers and ordinals are right") {
  for (const char* word :
       {"1", "1,000", "3.14", "2-3", "1st", "2nd", "23rd", "11th", "112th", "0th", "21ST", "10TH"})
    CHECK_MESSAGE(known(word) == 3, word);
  for (const char* word : {"1th", "11st", "12nd", "2st", "1,,0", ",1", "1st1", "th"})
    CHECK_MESSAGE(known(word) == 0, word);
}

TEST_CASE("the program's own lexicon has both languages and our lists") {
  const Lexicon lexicon = embedded_lexicon();
  CHECK(lexicon.languages() == 3);
  CHECK(lexicon.size() > 150'000);
  CHECK(lexicon.find("the").frequency() == 0);
  CHECK(lexicon.find("Monday").frequency() == 0);
  CHECK(lexicon.find("gneiss").frequency() > lexicon.find("granite").frequency());
  CHECK(lexicon.find("kubernetes").is_own());
}
