#include "lsp/keep_edits.hpp"

#include <doctest/doctest.h>

#include "lsp/edits.hpp"

namespace mailcheck {
namespace {

std::string after(const std::string& text, const std::optional<SourceEdit>& edit) {
  return edit ? edited(text, {*edit}) : "none";
}

std::string waived(const std::string& text) {
  return after(text, waive_in_draft({"a.txt", text}, "too-long"));
}
std::string off(const std::string& text) {
  return after(text, turn_off_in_config(text, "too-long"));
}
std::string waived_there(const std::string& text) {
  return after(text, waive_in_config(text, "too-long", "./a.txt"));
}
std::string with_word(const std::string& text) {
  return after(text, add_word_to_config(text, "dbt"));
}
std::string listed(const std::string& text) {
  return after(text, add_word_to_list(text, "dbt"));
}

TEST_CASE("a waiver is added to the header, or to the one that is there") {
  CHECK(waived("Subject: x\n\nHi") == "Subject: x\nX-Mailcheck-Ignore: too-long\n\nHi");
  CHECK(waived("Subject: x\r\n\r\nHi") == "Subject: x\r\nX-Mailcheck-Ignore: too-long\r\n\r\nHi");
  CHECK(waived("X-Mailcheck-Ignore: a, b; why\nSubject: x\n\nHi") ==
        "X-Mailcheck-Ignore: too-long, a, b; why\nSubject: x\n\nHi");
  CHECK(waived("Subject: x\nX-Mailcheck-Ignore:\n\nHi") ==
        "Subject: x\nX-Mailcheck-Ignore: too-long\n\nHi");
}

TEST_CASE("a waiver is added to the end of a configuration") {
  const std::string waiver = "[[waiver]]\nrule = \"too-long\"\npaths = [\"./a.txt\"]\n";
  CHECK(waived_there("") == waiver);
  CHECK(waived_there("[severity]\na = \"off\"") == "[severity]\na = \"off\"\n\n" + waiver);
  CHECK(waived_there("language = \"en-GB\"\r\n") ==
        "language = \"en-GB\"\r\n\r\n[[waiver]]\r\nrule = \"too-long\"\r\n"
        "paths = [\"./a.txt\"]\r\n");
  CHECK(waived_there(waiver) == "none");
  CHECK(waived_there("waiver = []\n") == "none");
  CHECK(waived_there("broken") == "none");
}

TEST_CASE("a draft without a header block has no place for a waiver") {
  CHECK(waived("Hi there,\n\nthank you.") == "none");
  CHECK(waived("") == "none");
}

TEST_CASE("a rule is turned off in its table") {
  CHECK(off("") == "[severity]\ntoo-long = \"off\"\n");
  CHECK(off("[severity]\n") == "[severity]\ntoo-long = \"off\"\n");
  CHECK(off("[severity]") == "[severity]\ntoo-long = \"off\"\n");
  CHECK(off("# é\n[severity] # mine\na = \"off\"\n[x]\n") ==
        "# é\n[severity] # mine\ntoo-long = \"off\"\na = \"off\"\n[x]\n");
  CHECK(off("[severity]\ntoo-long = 'error' # no\n") == "[severity]\ntoo-long = \"off\" # no\n");
  CHECK(off("fail-on = \"error\"") == "fail-on = \"error\"\n\n[severity]\ntoo-long = \"off\"\n");
  CHECK(off("a = \"é\"\r\n") == "a = \"é\"\r\n\r\n[severity]\r\ntoo-long = \"off\"\r\n");
}

TEST_CASE("what cannot be added to is left alone") {
  CHECK(off("[") == "none");
  CHECK(off("severity = {a = \"off\"}\n") == "none");
  CHECK(off("severity = 5\n") == "none");
  CHECK(with_word("[spelling]\nwords = \"x\"\n") == "none");
  CHECK(with_word("[spelling]\nwords = [\"dbt\"]\n") == "none");
}

TEST_CASE("a word is added to the list of the configuration") {
  CHECK(with_word("") == "[spelling]\nwords = [\"dbt\"]\n");
  CHECK(with_word("[spelling]\nwords = [ # é\n  \"é\",\n]\n") ==
        "[spelling]\nwords = [\"dbt\",  # é\n  \"é\",\n]\n");
  CHECK(with_word("[spelling]\nwords = []\n") == "[spelling]\nwords = [\"dbt\"]\n");
  CHECK(with_word("spelling.words = ['a']") == "spelling.words = [\"dbt\", 'a']");
}

TEST_CASE("a word is added to a list of words") {
  CHECK(listed("") == "dbt\n");
  CHECK(listed("a\r\nb") == "a\r\nb\r\ndbt\r\n");
  CHECK(listed("a\n# dbt\n") == "a\n# dbt\ndbt\n");
  CHECK(listed("dbt\n") == "none");
  CHECK_FALSE(add_word_to_list("", "two\nlines").has_value());
  CHECK_FALSE(add_word_to_list("", "#x").has_value());
}

TEST_CASE("a difference keeps what both texts have, and no character is cut") {
  const auto changes = [](std::string_view before, std::string_view now) {
    const SourceEdit edit = difference(before, now);
    CHECK(edited(before, {edit}) == now);
    return edit;
  };
  CHECK(changes("abcd", "abXd").text == "X");
  CHECK(changes("aé", "aè").text == "è");
  CHECK(changes("a\r\nb", "a\rb").span.begin == 1);
  CHECK(changes("aaa", "aa").span.size() == 1);
  CHECK(changes("", "x").text == "x");
}

}  // namespace
}  // namespace mailcheck
