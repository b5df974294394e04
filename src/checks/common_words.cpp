#include "checks/common_words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace mailcheck {
namespace {

/// Sorted by byte. Base forms: regular endings are taken off before the look-up.
constexpr auto common_words = std::to_array<std::string_view>({
    // clang-format off
    "a", "ability", "able", "about", "above", "absolute", "accept", "accomplish", "accomplishment",
    "accordingly", "accountability", "accountable", "achieve", "achievement", "acquaint",
    "acquainted", "across", "actually", "adapt", "adaptable", "add", "addition", "additional",
    "address", "admirable", "admiration", "admire", "admiringly", "advance", "advancement",
    "advantage", "adventure", "advice", "affirm", "after", "afternoon", "again", "against", "age",
    "agency", "ago", "agreeable", "ahead", "align", "alignment", "alike", "all", "allow", "alone",
    "along", "already", "also", "although", "always", "am", "amazed", "amazing", "ambition",
    "ambitious", "among", "amount", "an", "analytical", "and", "another", "answer", "anticipate",
    "anticipation", "anxious", "any", "anybody", "anyone", "anything", "anytime", "anyway",
    "anywhere", "apart", "apologize", "apology", "apparently", "appeal", "appealing", "appear",
    "applicant", "application", "apply", "appreciate", "appreciation", "appreciative", "approach",
    "april", "apt", "are", "area", "around", "arrange", "art", "as", "ask", "aspect", "aspiration",
    "aspire", "assertive", "assertiveness", "asset", "assist", "assistance", "assurance", "assure",
    "assured", "at", "atmosphere", "attach", "attachment", "attempt", "attend", "attention",
    "attentive", "attitude", "attract", "attractive", "attribute", "august", "availability",
    "available", "await", "aware", "away", "awesome", "bachelor", "back", "background", "bad",
    "bank", "base", "basically", "basis", "be", "bear", "became", "because", "become", "been",
    "before", "began", "begin", "begun", "behind", "being", "belief", "believe", "below",
    "beneath", "beneficial", "benefit", "beside", "best", "better", "between", "beyond", "big",
    "bit", "bless", "blessed", "blown", "boss", "both", "bottom", "box", "branch", "breadth",
    "brief", "bright", "brilliant", "bring", "broad", "brought", "build", "built", "business",
    "busy", "but", "by", "bye", "call", "came", "campus", "can", "candid", "candidacy",
    "candidate", "candidature", "capability", "capable", "career", "caring", "case", "cc", "cell",
    "center", "centre", "certain", "challenge", "chance", "charity", "charm", "charming", "chat",
    "check", "cheers", "chemistry", "cherish", "choice", "choose", "chose", "chosen", "circle",
    "circumstance", "class", "clear", "client", "clinic", "close", "club", "collaborate",
    "collaboration", "collaborative", "colleague", "college", "combination", "combine", "come",
    "comfort", "comfortable", "comfortably", "comment", "commit", "commitment", "communicate",
    "communication", "communicator", "company", "compensation", "competence", "competency",
    "competent", "competitive", "complement", "complementary", "complete", "complexity",
    "complimentary", "comprehensive", "concern", "conduct", "confidence", "confident", "confirm",
    "confirmable", "confirmation", "congratulations", "connect", "connection", "conscientious",
    "consider", "considerable", "considerate", "consideration", "consistent", "constantly",
    "constructive", "contact", "content", "continually", "continue", "continuous", "contribute",
    "contribution", "contributor", "convenience", "convenient", "conversation", "convey",
    "convince", "cool", "cooperate", "cooperation", "cooperative", "cordially", "corporation",
    "correspond", "could", "countless", "course", "courteous", "courtesy", "cover", "coworker",
    "create", "creation", "creative", "creativity", "credential", "cultural", "culture",
    "curiosity", "curious", "current", "customer", "cutting", "cv", "daily", "date", "day",
    "deadline", "deal", "dealt", "dear", "december", "decide", "decision", "decisionmaking",
    "decline", "dedicate", "dedication", "deep", "deepen", "definite", "degree", "delight",
    "delighted", "delightful", "demand", "demeanor", "demeanour", "demonstrate", "department",
    "dependable", "depth", "describe", "description", "deserve", "design", "desire", "desirous",
    "despite", "detail", "determination", "determined", "develop", "development", "devote",
    "devotion", "did", "difference", "different", "difficult", "diligent", "direct", "direction",
    "director", "discuss", "discussion", "disposal", "diverse", "diversity", "division", "do",
    "document", "does", "doing", "done", "doubt", "down", "dozen", "dr", "drawn", "dream",
    "driven", "due", "duly", "during", "duty", "dynamic", "each", "eager", "eagerness", "earlier",
    "early", "earn", "earnest", "ease", "easily", "easy", "easygoing", "edge", "education",
    "effective", "efficient", "effort", "eg", "either", "eligible", "else", "email", "emphasize",
    "employability", "employee", "employer", "employment", "enable", "enclose", "encourage", "end",
    "endeavor", "endeavour", "energetic", "energise", "energize", "energy", "engaging", "enhance",
    "enjoy", "enjoyable", "enjoyment", "enlighten", "enormously", "enough", "enrich", "enthuse",
    "enthused", "enthusiasm", "enthusiast", "enthusiastic", "enthusiastically", "entire",
    "entirety", "entrust", "environment", "equip", "especially", "established", "esteem",
    "esteemed", "etc", "ethic", "ethical", "ethos", "even", "ever", "every", "everybody",
    "everyone", "everything", "everywhere", "exact", "exceed", "excel", "excellence", "excellent",
    "except", "exceptional", "exchange", "excite", "excitement", "executive", "exemplary",
    "expand", "expect", "expectation", "experience", "expertise", "explain", "explanation",
    "exploration", "explore", "express", "extend", "extensive", "extent", "extra", "extraordinary",
    "extreme", "fabulous", "facility", "fact", "faith", "faithfully", "family", "fantastic",
    "fast", "favor", "favorable", "favorite", "favour", "favourable", "favourite", "february",
    "feedback", "feel", "fellow", "felt", "few", "fewer", "field", "fill", "final", "finalist",
    "finalize", "find", "fine", "firm", "first", "firsthand", "fit", "flexibility", "flexible",
    "flourish", "follow", "fond", "for", "former", "forthcoming", "fortunate", "fortune",
    "forward", "found", "frank", "frankness", "free", "fresh", "friday", "friendly", "from",
    "fulfil", "fulfill", "full", "fully", "fun", "further", "furthermore", "future", "fw", "fwd",
    "gain", "gather", "gave", "general", "generosity", "generous", "genuine", "get", "give",
    "given", "glad", "glimpse", "global", "go", "goal", "going", "golden", "gone", "good",
    "goodbye", "got", "gracious", "graduate", "grant", "grateful", "gratified", "gratify",
    "gratitude", "great", "greet", "greeting", "grew", "ground", "group", "grow", "grown",
    "growth", "guarantee", "guidance", "guide", "had", "half", "hand", "handle", "happily",
    "happy", "hard", "harder", "hardworking", "has", "have", "he", "headquarters", "hear", "heard",
    "heart", "heartening", "heartfelt", "hearty", "held", "hello", "help", "helpful", "hence",
    "her", "here", "hereby", "herewith", "hesitate", "hesitation", "hey", "hi", "high", "higher",
    "him", "hire", "his", "history", "hit", "hold", "home", "honest", "honesty", "honor", "honour",
    "honoured", "hope", "hopeful", "hospital", "hospitality", "hotel", "hour", "how", "however",
    "hr", "human", "humble", "humbly", "hundred", "i", "idea", "ideal", "ie", "if", "imagine",
    "immediate", "immense", "impact", "impactful", "impress", "impression", "impressive",
    "improve", "improvement", "in", "include", "inclusion", "inclusive", "increase", "incredible",
    "incredibly", "indeed", "industry", "info", "inform", "information", "informative",
    "initiative", "innovative", "inquire", "inquiry", "inside", "insight", "insightful",
    "insightfulness", "inspiration", "inspirational", "inspire", "instead", "institute",
    "institution", "integrity", "intellectual", "intelligent", "intend", "intention", "interact",
    "interaction", "interest", "international", "interpersonal", "interview", "interviewee",
    "interviewer", "into", "introduce", "introduction", "invaluable", "invitation", "invite",
    "involve", "is", "it", "its", "itself", "january", "job", "join", "journey", "july", "june",
    "just", "keen", "keep", "kept", "kind", "kindly", "kindness", "knew", "know", "knowledge",
    "known", "lab", "laboratory", "large", "last", "lasting", "late", "later", "lead", "leader",
    "leadership", "learn", "learner", "learnt", "least", "leave", "led", "left", "less", "let",
    "letter", "level", "leverage", "library", "life", "lifelong", "like", "likewise", "line",
    "linkedin", "list", "listen", "literally", "little", "lively", "local", "long", "look", "lot",
    "love", "lovely", "low", "loyal", "loyalty", "lucky", "madam", "made", "mail", "major", "make",
    "manage", "management", "manager", "manner", "many", "march", "market", "master", "match",
    "material", "matter", "may", "maybe", "me", "mean", "meaningful", "meant", "meanwhile", "meet",
    "member", "memorable", "mention", "message", "met", "method", "might", "mind", "mindset",
    "mine", "minor", "minute", "miss", "mission", "mobile", "modest", "moment", "monday", "month",
    "mood", "more", "moreover", "morning", "most", "motivate", "motivation", "move", "mr", "mrs",
    "ms", "much", "multitask", "multitasker", "museum", "must", "mutual", "my", "myself", "name",
    "national", "natural", "nature", "nd", "near", "need", "negotiation", "neither", "nervous",
    "network", "never", "nevertheless", "new", "next", "nice", "night", "no", "noble", "nobody",
    "none", "nonetheless", "nor", "not", "notch", "note", "nothing", "notice", "november", "now",
    "nowadays", "number", "numerous", "nursing", "objective", "obtain", "obviously", "occasion",
    "october", "of", "off", "offer", "office", "often", "ok", "okay", "old", "on", "once", "one",
    "ongoing", "online", "only", "onto", "onwards", "open", "openness", "operation", "opinion",
    "opportunity", "or", "organisation", "organised", "organization", "organizational",
    "organized", "oriented", "other", "otherwise", "ought", "our", "ourselves", "out", "outcome",
    "outlook", "outside", "outstanding", "over", "overall", "overview", "own", "pace", "paced",
    "package", "panel", "panelist", "panellist", "part", "particular", "partner", "partnership",
    "passion", "passionate", "past", "patience", "patient", "people", "per", "percent", "perfect",
    "perhaps", "person", "personal", "personality", "perspective", "phone", "picture", "place",
    "plan", "play", "player", "pleasant", "please", "pleasurable", "pleasure", "plenty", "plus",
    "pm", "point", "polite", "portfolio", "position", "positive", "possess", "possibility",
    "possible", "possibly", "post", "potential", "practice", "praise", "precious", "precisely",
    "premise", "preparation", "prepare", "present", "president", "pressure", "prestigious",
    "pretty", "previous", "pride", "principle", "prior", "privilege", "proactive", "problem",
    "procedure", "proceed", "process", "product", "productive", "productivity", "prof",
    "professional", "professionalism", "professor", "profile", "profound", "program", "programme",
    "progress", "progressive", "project", "prominent", "promising", "prompt", "prospect",
    "prospective", "prosper", "prosperous", "proud", "proven", "provide", "ps", "punctual",
    "pursue", "put", "qualification", "qualify", "quality", "question", "quick", "quite", "range",
    "rapport", "rare", "rarely", "rather", "re", "reach", "readiness", "ready", "reaffirm", "real",
    "realise", "reality", "realize", "reason", "recall", "receive", "recent", "reception",
    "receptionist", "record", "recruit", "recruiter", "recruitment", "reference", "reflect",
    "reflection", "regard", "reinforce", "reiterate", "reject", "relate", "relaxed", "relaxing",
    "relevant", "reliable", "relish", "rely", "remain", "remarkable", "remember", "remind",
    "reminder", "renowned", "repeat", "reply", "representative", "reputable", "reputation",
    "reputed", "request", "require", "requirement", "resonate", "resource", "respect",
    "respectful", "respond", "response", "responsibility", "responsible", "restate", "restaurant",
    "result", "resume", "return", "reward", "rewarding", "right", "role", "round", "run", "said",
    "salary", "same", "sample", "satisfaction", "satisfied", "satisfying", "saturday", "saw",
    "say", "schedule", "school", "scope", "search", "second", "sector", "see", "seek", "seem",
    "seen", "select", "selection", "self", "send", "sense", "sent", "september", "serious",
    "serve", "service", "set", "setup", "several", "shall", "share", "she", "shine", "shop",
    "short", "should", "show", "shown", "significant", "similar", "simple", "simply", "since",
    "sincere", "sincerity", "sir", "skill", "skillset", "skype", "small", "smart", "smooth",
    "snapshot", "so", "solid", "solidify", "solution", "solve", "solver", "some", "someone",
    "something", "sometimes", "somewhere", "soon", "sorry", "sort", "sought", "soul", "sound",
    "spare", "speak", "special", "specific", "specifically", "spend", "spent", "spirit",
    "splendid", "spoke", "spoken", "st", "staff", "stage", "standard", "start", "starter",
    "startup", "state", "status", "stay", "step", "still", "stimulate", "store", "story",
    "straight", "strategic", "strategy", "strength", "strengthen", "stress", "strive", "strong",
    "student", "studio", "study", "style", "succeed", "success", "successful", "such", "suit",
    "suitability", "suitable", "sunday", "super", "superb", "supervisor", "support", "supportive",
    "sure", "surely", "synergy", "system", "table", "tailor", "take", "taken", "talent", "talk",
    "task", "taste", "teach", "team", "teamplayer", "teamwork", "technical", "technology", "tell",
    "tenure", "term", "terrific", "th", "than", "thank", "thankful", "that", "the", "their",
    "them", "then", "there", "therefore", "these", "they", "thing", "think", "third", "this",
    "thorough", "thoroughness", "those", "though", "thought", "thoughtful", "three", "thrill",
    "thrive", "through", "throughout", "thursday", "thus", "time", "timeline", "title", "to",
    "today", "together", "told", "tomorrow", "tonight", "too", "took", "top", "topic", "total",
    "touch", "tour", "toward", "track", "training", "trait", "transparency", "transparent",
    "treasure", "tremendous", "tribute", "tried", "true", "truly", "trust", "trustworthy", "try",
    "tuesday", "turn", "twice", "two", "type", "under", "understand", "understood", "unique",
    "unit", "university", "unless", "unlike", "until", "up", "upcoming", "update", "upfront",
    "upon", "upwards", "us", "use", "used", "useful", "using", "usually", "utilise", "utilize",
    "utmost", "vacancy", "vacant", "valid", "valuable", "value", "variety", "various", "vary",
    "vast", "verbal", "versatile", "very", "via", "vibe", "vibrant", "video", "view", "virtual",
    "vision", "visit", "vitae", "vital", "volunteer", "wait", "want", "ward", "warm", "warmth",
    "was", "way", "we", "weakness", "wealth", "website", "wednesday", "week", "weekend", "welcome",
    "well", "went", "were", "what", "whatever", "when", "whenever", "where", "whereas", "wherever",
    "whether", "which", "while", "who", "wholeheartedly", "whom", "whose", "why", "wide", "will",
    "willing", "willingly", "willingness", "window", "wish", "with", "withdraw", "within",
    "without", "wonder", "wonderful", "work", "worker", "workforce", "workplace", "world", "worth",
    "worthwhile", "worthy", "would", "write", "written", "wrote", "year", "yes", "yesterday",
    "yet", "you", "young", "your", "yourself", "yourselves", "zeal", "zoom",
    // clang-format on
});
static_assert(std::is_sorted(common_words.begin(), common_words.end()));

/// Shorter stems are mere syllables.
constexpr std::size_t shortest_stem = 3;

bool listed(std::string_view word) {
  return std::binary_search(common_words.begin(), common_words.end(), word);
}

/// Whether `word` without `ending` is listed, as it is, with an “e”, or with its doubled consonant
/// single again (“planned”).
bool listed_without(std::string_view word, std::string_view ending) {
  if (!word.ends_with(ending) || word.size() < ending.size() + shortest_stem)
    return false;
  const std::string_view stem = word.substr(0, word.size() - ending.size());
  if (listed(stem) || listed(std::string(stem) + "e"))
    return true;
  const bool doubled = stem[stem.size() - 1] == stem[stem.size() - 2];
  return doubled && listed(stem.substr(0, stem.size() - 1));
}

bool listed_with_y(std::string_view word, std::string_view ending) {
  return word.ends_with(ending) && word.size() >= ending.size() + shortest_stem &&
         listed(std::string(word.substr(0, word.size() - ending.size())) + "y");
}

}  // namespace

bool is_common_word(std::string_view word) {
  for (const std::string_view possessive : {"'s", "’s"}) {
    if (word.ends_with(possessive))
      word.remove_suffix(possessive.size());
  }
  if (listed(word) || listed_with_y(word, "ies") || listed_with_y(word, "ied"))
    return true;
  for (const std::string_view ending : {"s", "es", "ed", "ing", "ings", "ly"}) {
    if (listed_without(word, ending))
      return true;
  }
  return false;
}

}  // namespace mailcheck
