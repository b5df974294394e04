#include "lint/config.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "lint/toml_text.hpp"

namespace mailcheck {
namespace {

struct Read {
  Config config;
  Result<void> done;
};

Read read(const std::string& text, std::map<std::string, std::string> others = {},
          ConfigAuthor author = ConfigAuthor::project) {
  others["home/mailcheck.toml"] = text;
  const MemoryFileSystem files(std::move(others));
  Read result;
  result.done = apply_config_file(result.config, files, "home/mailcheck.toml", author);
  return result;
}

std::string place_of(const Error& error) {
  return error.file + ":" + std::to_string(error.line) + ":" + std::to_string(error.column);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("every key of a configuration is read") {
  const Read read_back = read(
      "rules = [\"mine/\", \"one.toml\"]\n"
      "language = \"en-GB\"\n"
      "fail-on = \"error\"\n"
      "[severity]\n"
      "too-long = \"off\"\n"
      "timing = \"suggestion\"\n"
      "[options.too-long]\n"
      "words = 180\n"
      "strict = true\n"
      "names = [\"a\", \"b\"]\n"
      "[spelling]\n"
      "words = [\"dbt\"]\n"
      "dictionaries = [\"words.txt\"]\n"
      "[interview]\n"
      "company = \"Nordlys AS\"\n"
      "role = \"Data Analyst\"\n"
      "interviewers = [\"Marisol Okafor\"]\n"
      "topics = \"dbt\"\n",
      {{"home/mine/tone/x.toml", ""},
       {"home/one.toml", ""},
       {"home/words.txt", "# ours\nBrightline # a product\r\n\n  kanban  \n"}});
  REQUIRE(read_back.done.has_value());
  const Config& config = read_back.config;
  CHECK(config.rule_paths == std::vector<std::string>{"home/mine", "home/one.toml"});
  CHECK(config.language == Language{"en-GB"});
  CHECK(config.fail_on == Severity::error);
  REQUIRE(config.severities.size() == 2);
  CHECK(config.severities[0].target == "too-long");
  CHECK(config.severities[0].severity == Severity::off);
  CHECK(config.severities[1].place.line == 6);
  CHECK(config.severities[1].place.source_line == "timing = \"suggestion\"");
  const Params& options = config.options.at("too-long");
  CHECK(*options.integer("words", 0) == 180);
  CHECK(*options.boolean("strict", false));
  CHECK(options.list("names")->size() == 2);
  CHECK(options.place("words").line == 8);
  CHECK(config.words == std::vector<std::string>{"dbt", "Brightline", "kanban"});
  CHECK(config.given.interview.company == "Nordlys AS");
  CHECK(config.given.interview.role == "Data Analyst");
  CHECK(config.given.interview.interviewers == std::vector<std::string>{"Marisol Okafor"});
  CHECK(config.given.interview.topics == std::vector<std::string>{"dbt"});
}

TEST_CASE("dates of the interview are TOML dates or strings") {
  const Config config = read(
                            "[interview]\n"
                            "date = 2026-03-03T10:00:00\n"
                            "time-zone = \"Europe/Oslo\"\n"
                            "decision-by = \"2026-03-17\"\n"
                            "previous-mails = 2\n")
                            .config;
  const InterviewFacts& interview = config.given.interview;
  REQUIRE(interview.date.has_value());
  CHECK(to_string(*interview.date) == "2026-03-03T10:00:00");
  CHECK(interview.time_zone == "Europe/Oslo");
  REQUIRE(interview.decision_by.has_value());
  CHECK(to_string(*interview.decision_by) == "2026-03-17");
  CHECK(interview.previous_mails == 2);
}

TEST_CASE("a context lies over the configuration, at its top or as a table") {
  const MemoryFileSystem files(std::map<std::string, std::string>{
      {"top.toml", "stage = \"withdrawal\"\ncompany = \"Acme\"\n"},
      {"table.toml", "[interview]\nrole = \"Cook\"\n"},
      {"other.toml", "language = \"en-GB\"\n"}});
  Config config;
  config.given.interview.company = "Nordlys";
  REQUIRE(apply_context_file(config, files, "top.toml").has_value());
  REQUIRE(apply_context_file(config, files, "table.toml").has_value());
  CHECK(config.given.interview.company == "Acme");
  CHECK(config.given.interview.role == "Cook");
  CHECK(config.given.stage == Stage::withdrawal);
  const Result<void> other = apply_context_file(config, files, "other.toml");
  REQUIRE_FALSE(other.has_value());
  CHECK(other.error().line == 1);
  CHECK_FALSE(apply_context_file(config, files, "missing.toml").has_value());
}

TEST_CASE("“never” fails on nothing") {
  CHECK(read("fail-on = \"never\"\n").config.fail_on == Severity::off);
}

TEST_CASE("a wrong configuration is an error at its place") {
  struct Case {
    std::string text, place, message;
  };
  const Case cases[] = {
      {"[interview]\ndate = \"soon\"\n", "2:8", "“soon” is no date"},
      {"[interview]\ntime-zone = \"Oslo\"\n", "2:13", "there is no time zone “Oslo”"},
      {"[interview]\nprevious-mails = -1\n", "2:18", "“previous-mails” is a number of mails"},
      {"langauge = \"en-GB\"\n", "1:1", "did you mean “language”?"},
      {"\nsuspends = [\"preset:uk\"]\n", "2:1", "the keys here are “extends”"},
      {"extends = [\"preset:uk\"]\n", "1:12", "there is no preset “uk”"},
      {"extends = \"gone.toml\"\n", "1:11", "there is no file or folder “home/gone.toml”"},
      {"[interview]\ncompanny = \"x\"\n", "2:1", "in [interview]; did you mean “company”?"},
      {"language = \"deutsch\"\n", "1:12", "as in “de-DE”"},
      {"language = 3\n", "1:12", "as in “de-DE”"},
      {"fail-on = \"off\"\n", "1:11", "“never”"},
      {"[severity]\nx = \"loud\"\n", "2:5", "a severity is"},
      {"severity = 3\n", "1:12", "must be a table"},
      {"[options]\nx = 3\n", "2:1", "[options.x]"},
      {"[options.x]\ny = 1.5\n", "2:5", "an option is a string"},
      {"[interview]\ncompany = 3\n", "2:11", "must be a string"},
      {"[spelling]\nwords = [1]\n", "2:10", ""},
      {"rules = [\"gone/\"]\n", "1:10", "there is no file or folder “home/gone”"},
      {"[spelling]\ndictionaries = [\"gone.txt\"]\n", "2:17", "“home/gone.txt”"},
      {"rules = \"../x\"\n", "1:9", "outside this file's folder"},
      {"rules = \"a/../../x\"\n", "1:9", "outside this file's folder"},
      {"rules = [\"a\", \"/etc\"]\n", "1:15", "outside this file's folder"},
      {"[spelling]\ndictionaries = \"/etc/passwd\"\n", "2:16", "outside this file's folder"},
      {"x = = 3\n", "1:5", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const Read result = read(one.text, {{"home/a/tone/x.toml", ""}});
    REQUIRE_FALSE(result.done.has_value());
    const Error& error = result.done.error();
    CHECK(place_of(error) == "home/mailcheck.toml:" + one.place);
    CHECK_MESSAGE(contains(error.message, one.message), error.message);
    CHECK_FALSE(error.source_line.empty());
  }
}

TEST_CASE("a path may go up within its folder, and the user's own file may name any") {
  CHECK(read("rules = \"a/../b\"\n", {{"home/a/../b", ""}}).done.has_value());
  CHECK(read("rules = \"/srv/rules\"\n", {{"/srv/rules/tone/x.toml", ""}}, ConfigAuthor::user)
            .done.has_value());
}

TEST_CASE("a word file must be UTF-8") {
  const Read result = read("[spelling]\ndictionaries = \"w.txt\"\n", {{"home/w.txt", "caf\xE9\n"}});
  REQUIRE_FALSE(result.done.has_value());
  CHECK(contains(result.done.error().message, "is not UTF-8"));
}

TEST_CASE("a later file wins over an earlier one, and lists grow") {
  const MemoryFileSystem files(
      {{"user.toml",
        "language = \"en-US\"\nfail-on = \"error\"\n"
        "[severity]\ntiming = \"off\"\n[spelling]\nwords = [\"one\"]\n"},
       {"p/mailcheck.toml",
        "language = \"en-GB\"\n"
        "[severity]\ntiming = \"error\"\n[spelling]\nwords = [\"two\"]\n"}});
  Config config;
  REQUIRE(apply_config_file(config, files, "user.toml", ConfigAuthor::user).has_value());
  REQUIRE(apply_config_file(config, files, "p/mailcheck.toml").has_value());
  CHECK(config.language == Language{"en-GB"});
  CHECK(config.fail_on == Severity::error);
  CHECK(config.severities.back().severity == Severity::error);
  CHECK(config.words == std::vector<std::string>{"one", "two"});
  std::string shown;
  for (const ConfigValue& value : config.values)
    shown += value.key + " = " + value.value + "  # " + value.origin + "\n";
  CHECK(shown ==
        "language = \"en-GB\"  # p/mailcheck.toml:1\n"
        "fail-on = \"error\"  # user.toml:2\n"
        "severity.timing = \"error\"  # p/mailcheck.toml:3\n"
        "spelling.words = [\"one\"]  # user.toml:6\n"
        "spelling.words = [\"two\"]  # p/mailcheck.toml:5\n");
}

TEST_CASE("a string is quoted as TOML") {
  CHECK(toml_quoted("a \"b\" \\ é") == "\"a \\\"b\\\" \\\\ é\"");
  CHECK(toml_quoted("a\nb\x7F") == "\"a\\u000Ab\\u007F\"");
}

TEST_CASE("the nearest configuration upwards is found") {
  const MemoryFileSystem files({{"/a/mailcheck.toml", ""},
                                {"/a/b/.mailcheck.toml", ""},
                                {"/a/b/c/draft.txt", ""},
                                {"/z/draft.txt", ""},
                                {"/d/mailcheck.toml", ""},
                                {"/d/.mailcheck.toml", ""}});
  CHECK(find_config(files, "/a/b/c") == "/a/b/.mailcheck.toml");
  CHECK(find_config(files, "/a/b") == "/a/b/.mailcheck.toml");
  CHECK(find_config(files, "/a") == "/a/mailcheck.toml");
  CHECK(find_config(files, "/z").empty());
  CHECK(find_config(files, "").empty());
  CHECK(find_config(files, "/d") == "/d/mailcheck.toml");
}

TEST_CASE("a missing configuration file is an error that names it") {
  Config config;
  const Result<void> done = apply_config_file(config, MemoryFileSystem(), "gone.toml");
  REQUIRE_FALSE(done.has_value());
  CHECK(done.error().file == "gone.toml");
}

TEST_CASE("a word file may hold a # within a word") {
  const Read read_back = read("[spelling]\ndictionaries = [\"w.txt\"]\n",
                              {{"home/w.txt", "# ours\nC#\n  dbt # a tool\n\n"}});
  REQUIRE(read_back.done.has_value());
  CHECK(read_back.config.words == std::vector<std::string>{"C#", "dbt"});
}

/// Two presets, of which one extends the other.
std::string preset_bytes() {
  const MemoryFileSystem files({{"presets/base.toml", "language = \"en-GB\"\n"},
                                {"presets/firm.toml",
                                 "extends = [\"preset:base\"]\n"
                                 "[severity]\ntone = \"error\"\n"}});
  Result<std::string> bytes = pack_presets(files, "presets");
  REQUIRE(bytes.has_value());
  return *std::move(bytes);
}

Read read_extending(const std::map<std::string, std::string>& all,
                    ConfigAuthor author = ConfigAuthor::project) {
  const std::string bytes = preset_bytes();
  Read result;
  result.done = apply_config_file(result.config, MemoryFileSystem(all), "home/mailcheck.toml",
                                  author, Presets(bytes));
  return result;
}

TEST_CASE("what a file extends lies under it, presets and files alike") {
  const Read read_back =
      read_extending({{"home/mailcheck.toml",
                       "language = \"en-US\"\nfail-on = \"error\"\n"
                       "extends = [\"preset:firm\", \"team.toml\"]\n"},
                      {"home/team.toml", "fail-on = \"never\"\n[severity]\ntone = \"off\"\n"}});
  REQUIRE(read_back.done.has_value());
  CHECK(read_back.config.language == Language{"en-US"});
  CHECK(read_back.config.fail_on == Severity::error);
  REQUIRE(read_back.config.severities.size() == 2);
  CHECK(read_back.config.severities[0].severity == Severity::error);
  CHECK(read_back.config.severities[0].place.file == "preset:firm");
  CHECK(read_back.config.severities[1].severity == Severity::off);
}

TEST_CASE("a preset that does not exist is named with the nearest") {
  const Read read_back = read_extending({{"home/mailcheck.toml", "extends = [\"preset:firn\"]\n"}});
  REQUIRE_FALSE(read_back.done.has_value());
  CHECK(place_of(read_back.done.error()) == "home/mailcheck.toml:1:12");
  CHECK(contains(read_back.done.error().message, "did you mean “firm”?"));
}

TEST_CASE("a project extends only files below its folder, the user any") {
  const std::map<std::string, std::string> all = {
      {"home/mailcheck.toml", "extends = [\"/other.toml\"]\n"},
      {"/other.toml", "fail-on = \"never\"\n"}};
  CHECK_FALSE(read_extending(all).done.has_value());
  const Read read_back = read_extending(all, ConfigAuthor::user);
  REQUIRE(read_back.done.has_value());
  CHECK(read_back.config.fail_on == Severity::off);
}

TEST_CASE("a file that extends itself is an error, as deep as the limit and no deeper") {
  const Read loop = read_extending({{"home/mailcheck.toml", "extends = [\"mailcheck.toml\"]\n"}});
  REQUIRE_FALSE(loop.done.has_value());
  CHECK(contains(loop.done.error().message, "does this one extend itself?"));

  const auto chain = [](std::size_t files) {
    std::map<std::string, std::string> all;
    for (std::size_t i = 0; i + 1 < files; ++i)
      all["home/" + std::to_string(i) + ".toml"] =
          "extends = [\"" + std::to_string(i + 1) + ".toml\"]\n";
    all["home/" + std::to_string(files - 1) + ".toml"] = "fail-on = \"error\"\n";
    all["home/mailcheck.toml"] = "extends = [\"0.toml\"]\n";
    return all;
  };
  CHECK(read_extending(chain(extends_depth_limit)).done.has_value());
  CHECK_FALSE(read_extending(chain(extends_depth_limit + 1)).done.has_value());
}

TEST_CASE("a configuration names as many files as the limit and no more") {
  const auto naming = [](std::size_t count) {
    std::string names;
    for (std::size_t i = 0; i < count; ++i)
      names += "\"words.txt\", ";
    return read("[spelling]\ndictionaries = [" + names + "]\n", {{"home/words.txt", "dbt\n"}});
  };
  CHECK(naming(config_name_limit - 1).done.has_value());
  CHECK(naming(config_name_limit).done.has_value());
  const Read beyond = naming(config_name_limit + 1);
  REQUIRE_FALSE(beyond.done.has_value());
  CHECK(contains(beyond.done.error().message, "at most 64 files"));
  CHECK(beyond.done.error().line == 2);
}

TEST_CASE("files that each extend several others are read no more often than the limit says") {
  std::map<std::string, std::string> all;
  for (std::size_t i = 0; i < 7; ++i) {
    const std::string next = "\"" + std::to_string(i + 1) + ".toml\"";
    all["home/" + std::to_string(i) + ".toml"] = "extends = [" + next + ", " + next + "]\n";
  }
  all["home/7.toml"] = "fail-on = \"never\"\n";
  all["home/mailcheck.toml"] = "extends = [\"0.toml\"]\n";
  CHECK_FALSE(read_extending(all).done.has_value());
}

/// A disk on which one path is a symbolic link.
class LinkedFiles final : public FileSystem {
 public:
  LinkedFiles(std::map<std::string, std::string> files, std::string link, std::string target)
      : files_(std::move(files)), link_(std::move(link)), target_(std::move(target)) {}

  [[nodiscard]] FileKind kind(const std::string& path) const override {
    return files_.kind(resolved(path));
  }
  [[nodiscard]] std::string resolved(const std::string& path) const override {
    return path == link_ ? target_ : path;
  }
  [[nodiscard]] Result<std::string> read(const std::string& path,
                                         std::size_t limit) const override {
    return files_.read(resolved(path), limit);
  }
  [[nodiscard]] Result<std::unique_ptr<ByteStream>> open(const std::string& path) const override {
    return files_.open(resolved(path));
  }
  [[nodiscard]] Result<std::vector<std::string>> list(const std::string& folder) const override {
    return files_.list(folder);
  }
  Result<void> create(const std::string& path, std::string_view content) override {
    return files_.create(path, content);
  }
  Result<void> replace(const std::string& path, std::string_view expected,
                       std::string_view content) override {
    return files_.replace(path, expected, content);
  }

 private:
  MemoryFileSystem files_;
  std::string link_;
  std::string target_;
};

TEST_CASE("a symbolic link leads a project's configuration nowhere that its name could not") {
  const auto read_linked = [](const std::string& text, const std::string& target,
                              ConfigAuthor author = ConfigAuthor::project) {
    const LinkedFiles files({{"home/p/mailcheck.toml", text},
                             {"home/p/own.toml", "fail-on = \"never\"\n"},
                             {"home/p/rules/own/link.toml", "broken"},
                             {"home/secret.toml", "fail-on = \"never\"\n"}},
                            "home/p/link.toml", target);
    Config config;
    return apply_config_file(config, files, "home/p/mailcheck.toml", author);
  };
  const std::string text = "extends = [\"link.toml\"]\n";
  CHECK(read_linked(text, "home/p/own.toml").has_value());
  CHECK(read_linked(text, "home/secret.toml", ConfigAuthor::user).has_value());
  const Result<void> refused = read_linked(text, "home/secret.toml");
  REQUIRE_FALSE(refused.has_value());
  CHECK(contains(refused.error().message, "lies outside this file's folder"));
  CHECK(place_of(refused.error()) == "home/p/mailcheck.toml:1:12");

  const LinkedFiles rules({{"p/mailcheck.toml", "rules = [\"rules\"]\n"},
                           {"p/rules/own/link.toml", ""},
                           {"secret.toml", "password"}},
                          "p/rules/own/link.toml", "secret.toml");
  Config config;
  const Result<void> stray = apply_config_file(config, rules, "p/mailcheck.toml");
  REQUIRE_FALSE(stray.has_value());
  CHECK(contains(stray.error().message, "p/rules/own/link.toml"));
}

}  // namespace
}  // namespace mailcheck
