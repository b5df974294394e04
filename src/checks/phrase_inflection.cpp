#include "checks/phrase_inflection.hpp"

#include <algorithm>

namespace mailcheck {
namespace {

struct Irregular {
  std::string_view word;
  std::string_view past;
  std::string_view participle;
};

/// Verbs whose past the endings do not give. Those of letters after an interview, not all.
constexpr Irregular irregular_verbs[] = {
    {"beat", "beat", "beaten"},
    {"become", "became", "become"},
    {"begin", "began", "begun"},
    {"bind", "bound", "bound"},
    {"blow", "blew", "blown"},
    {"break", "broke", "broken"},
    {"bring", "brought", "brought"},
    {"build", "built", "built"},
    {"burn", "burnt", "burned"},
    {"buy", "bought", "bought"},
    {"catch", "caught", "caught"},
    {"choose", "chose", "chosen"},
    {"come", "came", "come"},
    {"cost", "cost", "cost"},
    {"cut", "cut", "cut"},
    {"deal", "dealt", "dealt"},
    {"draw", "drew", "drawn"},
    {"drive", "drove", "driven"},
    {"eat", "ate", "eaten"},
    {"fall", "fell", "fallen"},
    {"feel", "felt", "felt"},
    {"find", "found", "found"},
    {"forget", "forgot", "forgotten"},
    {"get", "got", "gotten"},
    {"give", "gave", "given"},
    {"go", "went", "gone"},
    {"grow", "grew", "grown"},
    {"have", "had", "had"},
    {"hear", "heard", "heard"},
    {"hit", "hit", "hit"},
    {"hold", "held", "held"},
    {"hurt", "hurt", "hurt"},
    {"keep", "kept", "kept"},
    {"know", "knew", "known"},
    {"lay", "laid", "laid"},
    {"lead", "led", "led"},
    {"leave", "left", "left"},
    {"let", "let", "let"},
    {"lie", "lied", "lied"},
    {"lose", "lost", "lost"},
    {"make", "made", "made"},
    {"mean", "meant", "meant"},
    {"meet", "met", "met"},
    {"mislead", "misled", "misled"},
    {"overhear", "overheard", "overheard"},
    {"pay", "paid", "paid"},
    {"put", "put", "put"},
    {"quit", "quit", "quit"},
    {"read", "read", "read"},
    {"ring", "rang", "rung"},
    {"run", "ran", "run"},
    {"say", "said", "said"},
    {"see", "saw", "seen"},
    {"sell", "sold", "sold"},
    {"send", "sent", "sent"},
    {"set", "set", "set"},
    {"shake", "shook", "shaken"},
    {"show", "showed", "shown"},
    {"sit", "sat", "sat"},
    {"sleep", "slept", "slept"},
    {"speak", "spoke", "spoken"},
    {"spend", "spent", "spent"},
    {"stand", "stood", "stood"},
    {"steal", "stole", "stolen"},
    {"strike", "struck", "struck"},
    {"take", "took", "taken"},
    {"teach", "taught", "taught"},
    {"tell", "told", "told"},
    {"think", "thought", "thought"},
    {"throw", "threw", "thrown"},
    {"understand", "understood", "understood"},
    {"wear", "wore", "worn"},
    {"win", "won", "won"},
    {"write", "wrote", "written"},
};

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool ends_in(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

/// Whether the word ends in one vowel and one consonant that English may double: “stop”, “cancel”.
bool may_double(std::string_view word) {
  if (word.size() < 3 || is_vowel(word.back()) || ends_in(word, {"w", "x", "y"}))
    return false;
  const char before = word[word.size() - 3];
  const bool after_u = before == 'u' && word.size() > 3 && word[word.size() - 4] == 'q';
  return is_vowel(word[word.size() - 2]) && (!is_vowel(before) || after_u);
}

/// Whether the word has one group of vowels; such a word does not keep its consonant single.
bool is_short(std::string_view word) {
  std::size_t groups = 0;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1])))
      ++groups;
  return groups == 1;
}

}  // namespace

std::vector<std::string> inflections(std::string_view word) {
  const bool plain = word.size() >= 2 && std::all_of(word.begin(), word.end(),
                                                     [](char c) { return c >= 'a' && c <= 'z'; });
  if (!plain)
    return {};
  const std::string whole(word);
  const std::string shorter = whole.substr(0, whole.size() - 1);
  const bool to_i = whole.back() == 'y' && !is_vowel(shorter.back());
  const bool mute_e = whole.back() == 'e' && !ends_in(word, {"ee", "oe", "ye", "ie"});
  std::vector<std::string> forms = {whole};
  if (to_i)
    forms.push_back(shorter + "ies");
  else
    forms.push_back(whole + (ends_in(word, {"s", "x", "z", "ch", "sh", "go", "do"}) ? "es" : "s"));
  if (whole == "have")
    forms.back() = "has";

  const auto* irregular = std::find_if(std::begin(irregular_verbs), std::end(irregular_verbs),
                                       [&](const Irregular& verb) { return verb.word == word; });
  const bool doubles = may_double(word);
  const bool single = !doubles || !is_short(word);
  if (irregular != std::end(irregular_verbs)) {
    forms.emplace_back(irregular->past);
    if (irregular->participle != irregular->past)
      forms.emplace_back(irregular->participle);
  } else if (to_i) {
    forms.push_back(shorter + "ied");
  } else if (single) {
    forms.push_back(whole + (whole.back() == 'e' ? "d" : "ed"));
  }
  if (irregular == std::end(irregular_verbs) && doubles)
    forms.push_back(whole + whole.back() + "ed");

  if (whole.ends_with("ie"))
    forms.push_back(whole.substr(0, whole.size() - 2) + "ying");
  else if (mute_e)
    forms.push_back(shorter + "ing");
  else if (single)
    forms.push_back(whole + "ing");
  if (doubles)
    forms.push_back(whole + whole.back() + "ing");
  return forms;
}

}  // namespace mailcheck
