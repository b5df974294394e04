#include "spelling/language.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "spelling/speller.hpp"

using namespace mailcheck;

namespace {

/// A folder with a Hunspell dictionary in Latin-1, gone with the object.
class DictionaryFolder {
 public:
  explicit DictionaryFolder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() / ("mailcheck-" + name)) {
    std::filesystem::create_directories(path_);
    std::ofstream(path_ / "de_XY.aff") << "SET ISO8859-1\nTRY esnr\xFC\n";
    std::ofstream(path_ / "de_XY.dic") << "4\nGespr\xE4"
                                          "ch\nmorgen\n\xFC"
                                          "ber\nVielen\n";
  }
  DictionaryFolder(const DictionaryFolder&) = delete;
  DictionaryFolder& operator=(const DictionaryFolder&) = delete;
  ~DictionaryFolder() { std::filesystem::remove_all(path_); }

  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("a language is named by its tag") {
  CHECK(Language().lexicon_languages() == 3);
  CHECK(Language::named("en-US")->lexicon_languages() == 1);
  CHECK(Language::named("en-GB")->lexicon_languages() == 2);
  CHECK(Language::named("en")->is_english());
  CHECK(Language::named("de-DE")->dictionary() == "de_DE");
  CHECK(Language::named("eo")->dictionary() == "eo");
  CHECK(!Language::named("de-DE")->is_english());
  for (const char* wrong :
       {"", "d", "DE", "de_DE", "de-", "de-de", "deutsch", "../de", "en-AU", "de-DE-x"})
    CHECK_MESSAGE(!Language::named(wrong), wrong);
}

TEST_CASE("another language is spelt by its Hunspell dictionary") {
  const DictionaryFolder folder("language-test");
  SpellerOptions options;
  options.language = {"de-XY"};
  options.words = {"Brunnvik"};
  options.dictionary_folders = {folder.path()};
  const Speller speller(options, embedded_lexicon());
  for (const char* word : {"Gespräch", "GESPRÄCH", "morgen", "über", "Brunnvik", "Okafor"})
    CHECK_MESSAGE(speller.knows(word), word);
  for (const char* word : {"Gesprch", "conversation", "the"})
    CHECK_MESSAGE(!speller.knows(word), word);
  const std::vector<std::string> meant = speller.suggest("Gespräcch");
  REQUIRE(!meant.empty());
  CHECK(meant.front() == "Gespräch");
  CHECK(speller.problem().empty());
}

TEST_CASE("without its dictionary a language has no wrong words, and says so") {
  SpellerOptions options;
  options.language = {"de-XY"};
  options.dictionary_folders = {"/nonexistent"};
  const Speller speller(options, embedded_lexicon());
  CHECK(speller.knows("Gesprch"));
  CHECK(speller.suggest("Gesprch").empty());
  CHECK(speller.problem().find("de_XY") != std::string::npos);
}
