#include "text/greeting.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

#include "base/one_of.hpp"
#include "text/closing.hpp"
#include "text/lines.hpp"

namespace mailcheck {

namespace {

// Words of a line that are looked at; longer greetings do not happen.
constexpr std::size_t word_limit = 24;

struct Opener {
  std::string_view words;
  GreetingKind kind;
};

// Longer ones before their beginnings. Those that are only `likely` are also how sentences begin,
// and need a comma or the end of the line.
constexpr Opener openers[] = {
    {"to whom it may concern", GreetingKind::clear},
    {"to whomever it may concern", GreetingKind::clear},
    {"to whom this may concern", GreetingKind::clear},
    {"ladies and gentlemen", GreetingKind::clear},
    {"good morning", GreetingKind::clear},
    {"good afternoon", GreetingKind::clear},
    {"good evening", GreetingKind::clear},
    {"good day", GreetingKind::clear},
    {"what's up", GreetingKind::likely},
    {"whats up", GreetingKind::likely},
    {"aloha", GreetingKind::clear},
    {"bonjour", GreetingKind::clear},
    {"dear", GreetingKind::clear},
    {"dearest", GreetingKind::clear},
    {"g'day", GreetingKind::clear},
    {"greetings", GreetingKind::clear},
    {"hallo", GreetingKind::clear},
    {"hello", GreetingKind::clear},
    {"hey", GreetingKind::clear},
    {"heya", GreetingKind::clear},
    {"hi", GreetingKind::clear},
    {"hiya", GreetingKind::clear},
    {"hola", GreetingKind::clear},
    {"howdy", GreetingKind::clear},
    {"salutations", GreetingKind::clear},
    {"sup", GreetingKind::clear},
    {"wassup", GreetingKind::clear},
    {"yo", GreetingKind::clear},
    {"all right", GreetingKind::likely},
    {"afternoon", GreetingKind::likely},
    {"alright", GreetingKind::likely},
    {"ay up", GreetingKind::likely},
    {"ahoy", GreetingKind::likely},
    {"coucou", GreetingKind::likely},
    {"eh up", GreetingKind::likely},
    {"ey up", GreetingKind::likely},
    {"hallöchen", GreetingKind::likely},
    {"hullo", GreetingKind::likely},
    {"oi", GreetingKind::likely},
    {"salut", GreetingKind::likely},
    {"wotcha", GreetingKind::likely},
    {"evening", GreetingKind::likely},
    {"gentlemen", GreetingKind::likely},
    {"madam", GreetingKind::likely},
    {"morning", GreetingKind::likely},
    {"respected", GreetingKind::likely},
    {"sir", GreetingKind::likely},
    {"sirs", GreetingKind::likely},
    {"to", GreetingKind::likely},
};

// Words besides names that stand in a greeting.
constexpr std::string_view address_words[] = {
    "a",           "acquisition", "again",       "al",           "all",          "and",
    "boss",        "both",        "bro",         "buddy",        "committee",    "da",
    "de",          "del",         "den",         "department",   "der",          "di",
    "dr",          "dude",        "esteemed",    "everybody",    "everyone",     "folks",
    "friend",      "friends",     "gentlemen",   "guys",         "hiring",       "hr",
    "human",       "interview",   "interviewer", "interviewers", "interviewing", "la",
    "ladies",      "le",          "ma'am",       "madam",        "man",          "manager",
    "managers",    "mate",        "members",     "miss",         "mr",           "mrs",
    "ms",          "mx",          "of",          "or",           "pal",          "panel",
    "people",      "prof",        "professor",   "recruiter",    "recruiters",   "recruiting",
    "recruitment", "resources",   "search",      "selection",    "sir",          "sirs",
    "talent",      "team",        "the",         "there",        "van",          "von",
    "whom",        "y'all",
};

// Words that begin the sentence after a greeting without comma (“Hi Dana Thank you …”).
constexpr std::string_view sentence_words[] = {
    "actually",
    "finally",
    "firstly",
    "furthermore",
    "however",
    "lastly",
    "moreover",
    "second",
    "sure",
    "today",
    "unfortunately",
    "well",
    "yesterday",
    "a",
    "after",
    "also",
    "as",
    "at",
    "congratulations",
    "first",
    "following",
    "for",
    "from",
    "great",
    "having",
    "hope",
    "hoping",
    "how",
    "i",
    "i'd",
    "i'll",
    "i'm",
    "i've",
    "if",
    "in",
    "it",
    "it's",
    "just",
    "many",
    "my",
    "nice",
    "no",
    "okay",
    "on",
    "once",
    "per",
    "please",
    "quick",
    "regarding",
    "sorry",
    "thank",
    "thanks",
    "that",
    "the",
    "this",
    "we",
    "we're",
    "what",
    "when",
    "with",
    "yes",
    "you",
    "your",
};

// Of those, what may stand inside “Dear hiring team at Nordlys,”.
constexpr std::string_view prepositions[] = {"a", "at", "for", "from", "in", "my", "on", "with"};

constexpr std::string_view titles[] = {"dr", "miss", "mr", "mrs", "ms", "mx", "prof", "professor"};

// “Heyyy” and “Hellooo” are “hey” and “hello”.
std::string without_drawl(std::string key) {
  while (key.size() > 2 && key[key.size() - 1] == key[key.size() - 2] && key != "all")
    key.pop_back();
  return key;
}

class Reader {
 public:
  explicit Reader(std::string_view line) : line_(line), words_(line_words(line, word_limit)) {}

  [[nodiscard]] Greeting read() const {
    for (const Opener& opener : openers) {
      const std::size_t count = opener_length(opener.words);
      if (count > 0)
        return opener.kind == GreetingKind::clear ? after_clear(count) : after_likely(count);
    }
    return name_only();
  }

 private:
  [[nodiscard]] std::size_t opener_length(std::string_view opener) const {
    std::size_t count = 0;
    while (!opener.empty()) {
      const std::string_view word = opener.substr(0, opener.find(' '));
      if (count >= words_.size())
        return 0;
      const bool is_same = words_[count].key == word || without_drawl(words_[count].key) == word;
      if (!is_same)
        return 0;
      ++count;
      // A mark inside an opener ends it: “Good. Morning …”.
      opener.remove_prefix(std::min(opener.size(), word.size() + 1));
      if (!opener.empty() && words_[count - 1].mark != 0)
        return 0;
    }
    return count;
  }

  [[nodiscard]] bool is_last(std::size_t word) const {
    return word + 1 == words_.size() && words_[word].end == line_.size();
  }

  [[nodiscard]] bool is_dash(std::size_t word) const {
    return words_[word].key.empty() && line_.substr(words_[word].begin, 1) != ":";
  }

  // A full stop after a title or an initial ends nothing.
  [[nodiscard]] bool ends_here(const LineWord& word) const {
    if (word.mark == 0)
      return false;
    return word.mark != '.' || !(is_one_of(word.key, titles) || word.key == "st" ||
                                 (word.key.size() == 1 && word.is_capital));
  }

  [[nodiscard]] bool is_name_like(std::size_t word) const {
    const LineWord& candidate = words_[word];
    if (is_one_of(candidate.key, address_words))
      return true;
    return candidate.is_capital && !is_one_of(candidate.key, sentence_words);
  }

  // End of the run of names that begins at `word`: one past the last word, with whether that word
  // carries a mark that ends the greeting. A dash ends it, too, and belongs to it.
  struct Run {
    std::size_t end = 0;
    bool is_marked = false;
  };
  [[nodiscard]] Run names_from(std::size_t word) const {
    while (word < words_.size()) {
      if (is_dash(word))
        return {word + 1, true};
      if (!is_name_like(word))
        return {word, false};
      if (ends_here(words_[word]))
        return {word + 1, true};
      ++word;
    }
    return {word, false};
  }

  // “Dear Dana, Tom and Kim,”, “Hello, Dana!”, “Dear Dana, dear Tom,”: after a comma more names may
  // follow, up to a mark.
  [[nodiscard]] std::size_t with_more_names(std::size_t end) const {
    while (end > 0 && end < words_.size() && words_[end - 1].mark == ',') {
      const Run run = names_from(end + (words_[end].key == "dear" ? 1 : 0));
      const bool is_all = run.end == words_.size() && is_last(run.end - 1);
      if (run.end == end || run.end - end > 6 || (!run.is_marked && !is_all))
        break;
      // “Hello, There …” would be all; a name must be among them, or a word for the readers.
      if (words_[run.end - 1].key.empty() && run.end - end == 1)
        break;
      end = run.end;
    }
    return end;
  }

  [[nodiscard]] Greeting up_to(std::size_t word, GreetingKind kind) const {
    return {kind, words_[word - 1].end};
  }

  [[nodiscard]] Greeting after_clear(std::size_t count) const {
    if (ends_here(words_[count - 1]))
      return up_to(with_more_names(count), GreetingKind::clear);
    const Run run = names_from(count);
    if (run.is_marked)
      return up_to(with_more_names(run.end), GreetingKind::clear);
    if (run.end == words_.size())
      return up_to(run.end, GreetingKind::clear);
    if (const std::size_t end = unknown_words_from(count); end > 0)
      return up_to(end, GreetingKind::clear);
    return up_to(run.end, GreetingKind::clear);
  }

  // “Hi dana, …”, “Dear search committee chair,”: other words than names, up to a mark. Two at
  // most inside a line, more if the mark ends the line; “Dear” leaves more room than the rest.
  [[nodiscard]] std::size_t unknown_words_from(std::size_t word) const {
    const std::size_t begin = word;
    const bool is_dear = words_[0].key == "dear";
    const std::size_t inside = is_dear ? 8 : 2;
    while (word < words_.size() && word - begin < 8) {
      const std::string_view key = words_[word].key;
      if (is_one_of(key, sentence_words) && !is_one_of(key, address_words) &&
          !(is_dear && is_one_of(key, prepositions)))
        return 0;
      if (is_dash(word) || ends_here(words_[word])) {
        const bool is_mark = is_dash(word) || words_[word].mark != '.';
        const std::size_t length = word + 1 - begin;
        const bool is_short = length <= inside || (length <= 5 && is_last(word));
        return is_mark && is_short ? word + 1 : 0;
      }
      ++word;
    }
    return 0;
  }

  [[nodiscard]] Greeting after_likely(std::size_t count) const {
    const bool is_to = words_[0].key == "to";
    const Run run = ends_here(words_[count - 1]) ? Run{count, true} : names_from(count);
    const bool is_line = run.end == words_.size();
    const bool is_short = run.end <= (is_to ? std::size_t{8} : std::size_t{5});
    const bool ends_well =
        is_to ? is_line && run.is_marked && run.end > count : run.is_marked || is_line;
    if (!is_short || !ends_well)
      return {};
    return up_to(with_more_names(run.end), GreetingKind::likely);
  }

  // “Dana,” or “Ms. Lee:” on a line of its own; after a title also with the text behind it.
  [[nodiscard]] Greeting name_only() const {
    if (words_.empty() || !words_[0].is_capital || is_closing(line_))
      return {};
    const Run run = names_from(0);
    if (!run.is_marked || run.end > 5 || is_one_of(words_[0].key, address_words) != has_title())
      return {};
    const LineWord& last = words_[run.end - 1];
    const bool is_line = run.end == words_.size() && last.end == line_.size();
    const bool is_comma = last.mark == ',' || last.key.empty();
    const bool fits = has_title() ? is_comma || last.mark == ':' : is_comma && run.end <= 4;
    if (!fits || (!is_line && !has_title()))
      return {};
    return up_to(with_more_names(run.end), GreetingKind::likely);
  }

  [[nodiscard]] bool has_title() const { return is_one_of(words_[0].key, titles); }

  std::string_view line_;
  std::vector<LineWord> words_;
};

}  // namespace

Greeting greeting_of(std::string_view line) {
  return Reader(line).read();
}

}  // namespace mailcheck
