#include "checks/common_words.hpp"

#include <array>
#include <string>

#include "base/word_table.hpp"

namespace mailcheck {
namespace {

/// Sorted by byte. Base forms: regular endings are taken off before the look-up.
constexpr auto common_words = std::to_array<std::string_view>({
    // clang-format off
    "a", "ability", "able", "about", "above", "absolute", "accept", "accomplish", "accomplishment",
    "accordingly", "accountability", "accountable", "achieve", "achievement", "acknowledge",
    "acquaint", "acquainted", "across", "actively", "actually", "adapt", "adaptable", "add",
    "addition", "additional", "address", "admirable", "admiration", "admire", "admiringly",
    "advance", "advancement", "advantage", "advantageous", "adventure", "advice", "affirm",
    "aforementioned", "after", "afternoon", "again", "against", "age", "agency", "ago", "agreeable",
    "ahead", "aim", "align", "alignment", "alike", "all", "allow", "alone", "along", "alongside",
    "already", "also", "although", "always", "am", "amazed", "amazing", "ambition", "ambitious",
    "among", "amount", "an", "analytical", "and", "another", "answer", "anticipate", "anticipation",
    "anxious", "any", "anybody", "anyone", "anything", "anytime", "anyway", "anywhere", "apart",
    "apologize", "apology", "apparently", "appeal", "appealing", "appear", "applicant",
    "application", "apply", "appointed", "appreciate", "appreciation", "appreciative", "approach",
    "appropriate", "april", "apt", "are", "area", "around", "arrange", "art", "as", "ask", "aspect",
    "aspiration", "aspire", "assertive", "assertiveness", "asset", "assist", "assistance",
    "assurance", "assure", "assured", "astonishing", "at", "atmosphere", "attach", "attachment",
    "attempt", "attend", "attention", "attentive", "attitude", "attract", "attractive", "attribute",
    "august", "availability", "available", "await", "aware", "away", "awesome", "bachelor", "back",
    "background", "bad", "bank", "base", "basically", "basis", "be", "bear", "beautiful", "became",
    "because", "become", "been", "before", "began", "begin", "begun", "behind", "being", "belief",
    "believe", "below", "beneath", "beneficial", "benefit", "beside", "best", "better", "between",
    "beyond", "big", "bit", "bless", "blessed", "blown", "boss", "both", "bottom", "box", "branch",
    "breadth", "brief", "bright", "brilliant", "bring", "broad", "brought", "build", "built",
    "business", "busy", "but", "by", "bye", "call", "came", "campus", "can", "candid", "candidacy",
    "candidate", "candidature", "capability", "capable", "captivated", "career", "caring", "case",
    "cc", "cell", "center", "centre", "certain", "challenge", "chance", "changing", "charity",
    "charm", "charming", "chat", "check", "cheers", "chemistry", "cherish", "choice", "choose",
    "chose", "chosen", "circle", "circumstance", "clarification", "class", "clear", "clearer",
    "client", "clinic", "close", "club", "coffee", "collaborate", "collaboration", "collaborative",
    "colleague", "college", "combination", "combine", "come", "comfort", "comfortable",
    "comfortably", "comment", "commit", "commitment", "communicate", "communication",
    "communicator", "company", "compensation", "competence", "competency", "competent",
    "competitive", "complement", "complementary", "complete", "complexity", "complimentary",
    "comprehensive", "concern", "conduct", "confidence", "confident", "confirm", "confirmable",
    "confirmation", "congratulations", "connect", "connection", "conscientious", "consider",
    "considerable", "considerate", "consideration", "consistent", "constantly", "constructive",
    "contact", "contagious", "content", "continually", "continue", "continuous", "contribute",
    "contribution", "contributor", "convenience", "convenient", "conversation", "convey",
    "convince", "cool", "cooperate", "cooperation", "cooperative", "cordially", "corporation",
    "correspond", "correspondence", "could", "count", "countless", "course", "courteous",
    "courtesy", "cover", "coveted", "coworker", "create", "creation", "creative", "creativity",
    "credential", "crossed", "crowded", "cultural", "culture", "curiosity", "curious", "current",
    "customer", "cutting", "cv", "daily", "date", "day", "deadline", "deal", "dealt", "dear",
    "december", "decide", "decision", "decisionmaking", "decline", "dedicate", "dedication", "deep",
    "deepen", "deeper", "deepest", "definite", "degree", "delight", "delighted", "delightful",
    "deliver", "demand", "demeanor", "demeanour", "demonstrate", "department", "dependable",
    "depth", "describe", "description", "deserve", "design", "desire", "desirous", "desk",
    "despite", "detail", "determination", "determined", "develop", "development", "devote",
    "devotion", "dialogue", "did", "difference", "different", "difficult", "diligent", "direct",
    "direction", "director", "discover", "discuss", "discussion", "disposal", "distinguished",
    "diverse", "diversity", "division", "do", "document", "does", "doing", "done", "doubt", "down",
    "dozen", "dr", "drawn", "dream", "driven", "due", "duly", "during", "duty", "dynamic", "each",
    "eager", "eagerness", "earlier", "earliest", "early", "earn", "earnest", "ease", "easily",
    "easy", "easygoing", "edge", "education", "effective", "efficient", "effort", "eg", "either",
    "eligible", "else", "email", "eminent", "eminently", "emphasise", "emphasize", "employability",
    "employee", "employer", "employment", "enable", "enclose", "encourage", "end", "endeavor",
    "endeavour", "endlessly", "energetic", "energise", "energize", "energy", "engaging", "enhance",
    "enjoy", "enjoyable", "enjoyment", "enlighten", "enormously", "enough", "enquire", "enrich",
    "enthuse", "enthused", "enthusiasm", "enthusiast", "enthusiastic", "enthusiastically", "entire",
    "entirety", "entrust", "environment", "envision", "equally", "equip", "especially", "essential",
    "established", "establishment", "esteem", "esteemed", "etc", "eternal", "eternally", "ethic",
    "ethical", "ethos", "even", "ever", "every", "everybody", "everyone", "everything",
    "everywhere", "evident", "evolve", "exact", "exceed", "exceedingly", "excel", "excellence",
    "excellent", "except", "exceptional", "exchange", "excite", "excitement", "executive",
    "exemplary", "expand", "expect", "expectation", "experience", "expertise", "explain",
    "explanation", "exploration", "explore", "express", "extend", "extensive", "extent", "extra",
    "extraordinarily", "extraordinary", "extreme", "fabulous", "facility", "fact", "faith",
    "faithfully", "family", "fantastic", "fascinate", "fascinated", "fast", "favor", "favorable",
    "favorite", "favour", "favourable", "favourite", "february", "feedback", "feel", "fellow",
    "felt", "few", "fewer", "field", "fill", "final", "finalist", "finalize", "find", "fine",
    "finger", "fingers", "firm", "first", "firsthand", "fit", "flattered", "flexibility",
    "flexible", "flourish", "follow", "fond", "for", "foremost", "forever", "formally", "former",
    "forthcoming", "fortunate", "fortune", "forward", "found", "frank", "frankness", "free",
    "fresh", "friday", "friendliness", "friendly", "from", "fruitful", "fulfil", "fulfill", "full",
    "fully", "fun", "further", "furthermore", "future", "fw", "fwd", "gain", "gather", "gave",
    "general", "generosity", "generous", "genius", "genuine", "get", "give", "given", "glad",
    "glimpse", "global", "go", "goal", "goes", "going", "golden", "gone", "good", "goodbye", "got",
    "gracious", "graduate", "grant", "grateful", "gratified", "gratify", "gratitude", "great",
    "greater", "greatest", "greet", "greeting", "grew", "ground", "group", "grow", "grown",
    "growth", "guarantee", "guidance", "guide", "had", "half", "hand", "handle", "happier",
    "happily", "happy", "hard", "harder", "hardworking", "has", "have", "he", "headquarters",
    "hear", "heard", "heart", "heartening", "heartfelt", "hearty", "hectic", "held", "hello",
    "help", "helpful", "hence", "her", "here", "hereby", "herewith", "hesitate", "hesitation",
    "hey", "hi", "high", "higher", "highlight", "him", "hire", "his", "history", "hit", "hold",
    "home", "honest", "honesty", "honor", "honorable", "honour", "honourable", "honoured", "hope",
    "hopeful", "hospital", "hospitality", "hotel", "hour", "how", "however", "hr", "huge", "human",
    "humble", "humbly", "hundred", "i", "idea", "ideal", "ie", "if", "illustrious", "imagine",
    "immediate", "immense", "impact", "impactful", "important", "impress", "impression",
    "impressive", "improve", "improvement", "in", "include", "inclusion", "inclusive", "increase",
    "incredible", "incredibly", "indebted", "indeed", "independently", "individual", "industry",
    "infectious", "infinitely", "info", "inform", "information", "informative", "initial",
    "initiative", "innovative", "inquire", "inquiry", "insanely", "inside", "insight", "insightful",
    "insightfulness", "inspiration", "inspirational", "inspire", "inspired", "instead", "institute",
    "institution", "integrate", "integrity", "intellectual", "intelligent", "intend", "intensified",
    "intent", "intention", "interact", "interaction", "interest", "international", "interpersonal",
    "interview", "interviewee", "interviewer", "into", "introduce", "introduction", "invaluable",
    "invitation", "invite", "involve", "is", "it", "its", "itself", "january", "job", "join",
    "journey", "joy", "july", "jump", "june", "just", "keen", "keener", "keep", "kept", "kind",
    "kindly", "kindness", "knew", "know", "knowledge", "known", "lab", "laboratory", "large",
    "last", "lasting", "late", "later", "lead", "leader", "leadership", "leap", "leaps", "learn",
    "learner", "learnt", "least", "leave", "led", "left", "legendary", "leisure", "less", "let",
    "letter", "level", "leverage", "library", "life", "lifelong", "like", "likewise", "line",
    "linkedin", "list", "listen", "literally", "little", "livelihood", "lively", "lives", "local",
    "long", "look", "lot", "love", "lovely", "low", "loyal", "loyalty", "lucky", "madam", "made",
    "magnificent", "mail", "major", "make", "man", "manage", "management", "manager", "manner",
    "many", "march", "market", "marvellous", "marvelous", "master", "match", "material", "matter",
    "may", "maybe", "me", "mean", "meaningful", "meant", "meanwhile", "meet", "member", "memorable",
    "mention", "message", "met", "method", "might", "mind", "mindset", "mine", "minor", "minute",
    "miss", "mission", "mobile", "modern", "modest", "moment", "monday", "month", "mood", "more",
    "moreover", "morning", "most", "motivate", "motivation", "move", "mr", "mrs", "ms", "much",
    "multitask", "multitasker", "museum", "must", "mutual", "my", "myself", "name", "national",
    "natural", "nature", "nd", "near", "need", "needless", "negotiation", "neither", "nervous",
    "network", "never", "nevertheless", "new", "next", "nice", "night", "no", "noble", "nobody",
    "none", "nonetheless", "nor", "not", "notch", "note", "nothing", "notice", "november", "now",
    "nowadays", "number", "numerous", "nursing", "objective", "oblige", "obliged", "obtain",
    "obviously", "occasion", "october", "of", "off", "offer", "office", "often", "ok", "okay",
    "old", "on", "once", "one", "ongoing", "online", "only", "onto", "onwards", "open", "openness",
    "operation", "opinion", "opportunity", "or", "organisation", "organised", "organization",
    "organizational", "organized", "oriented", "other", "otherwise", "ought", "our", "ourselves",
    "out", "outcome", "outlook", "outside", "outstanding", "over", "overall", "overview",
    "overwhelmingly", "own", "pace", "paced", "package", "packed", "panel", "panelist", "panellist",
    "part", "particular", "partner", "partnership", "passion", "passionate", "past", "patience",
    "patient", "people", "per", "percent", "perfect", "perhaps", "permit", "person", "personal",
    "personality", "perspective", "phenomenal", "phone", "picture", "place", "plan", "play",
    "player", "pleasant", "please", "pleasurable", "pleasure", "plenty", "plus", "pm", "point",
    "polite", "portfolio", "position", "positive", "positivity", "possess", "possibility",
    "possible", "possibly", "post", "potential", "practice", "praise", "pray", "precious",
    "precisely", "premise", "preparation", "prepare", "present", "president", "pressure",
    "prestigious", "pretty", "previous", "pride", "principle", "prior", "privilege", "proactive",
    "problem", "procedure", "proceed", "process", "product", "productive", "productivity", "prof",
    "professional", "professionalism", "professor", "profile", "profound", "program", "programme",
    "progress", "progressive", "project", "prominent", "promise", "promising", "prompt", "prospect",
    "prospective", "prosper", "prosperous", "proud", "proven", "provide", "ps", "punctual",
    "purpose", "pursue", "put", "qualification", "qualify", "quality", "question", "quick", "quite",
    "raise", "range", "rapport", "rare", "rarely", "rather", "re", "reach", "readiness", "ready",
    "reaffirm", "real", "realise", "reality", "realize", "reason", "recall", "receipt", "receive",
    "recent", "reception", "receptionist", "record", "recruit", "recruiter", "recruitment", "refer",
    "reference", "referring", "reflect", "reflection", "regard", "reinforce", "reiterate", "reject",
    "relate", "relaxed", "relaxing", "relevant", "reliable", "relish", "rely", "remain",
    "remarkable", "remember", "remind", "reminder", "renew", "renowned", "repeat", "reply",
    "representative", "reputable", "reputation", "reputed", "request", "require", "requirement",
    "resonate", "resource", "respect", "respectable", "respectful", "respond", "response",
    "responsibility", "responsible", "rest", "restate", "restaurant", "result", "resume", "retain",
    "retained", "return", "revert", "reward", "rewarding", "right", "role", "round", "run", "said",
    "salary", "same", "sample", "satisfaction", "satisfied", "satisfying", "saturday", "saw", "say",
    "schedule", "school", "scope", "search", "second", "sector", "see", "seek", "seem", "seen",
    "seize", "select", "selection", "self", "send", "sensational", "sense", "sent", "september",
    "serious", "serve", "service", "set", "setup", "several", "shall", "share", "she", "shine",
    "shop", "short", "should", "show", "shown", "shy", "significant", "similar", "simple", "simply",
    "since", "sincere", "sincerity", "sir", "situation", "skill", "skillset", "skype", "small",
    "smart", "smooth", "snapshot", "so", "solid", "solidify", "solution", "solve", "solver", "some",
    "someone", "something", "sometimes", "somewhere", "soon", "soonest", "sorry", "sort", "sought",
    "soul", "sound", "spacious", "spare", "speak", "special", "specific", "specifically",
    "spectacular", "spend", "spent", "spirit", "splendid", "spoke", "spoken", "st", "staff",
    "stage", "standard", "start", "starter", "startup", "state", "status", "stay", "step", "still",
    "stimulate", "store", "story", "straight", "strategic", "strategy", "strength", "strengthen",
    "stress", "strive", "strong", "stronger", "student", "studio", "study", "stunning", "style",
    "succeed", "success", "successful", "such", "suit", "suitability", "suitable", "sunday",
    "super", "superb", "supervisor", "support", "supportive", "sure", "surely", "surer", "surpass",
    "synergy", "system", "table", "tailor", "take", "taken", "talent", "talk", "task", "taste",
    "teach", "team", "teamplayer", "teamwork", "technical", "technology", "telephone", "telephonic",
    "tell", "tenure", "term", "terrific", "th", "than", "thank", "thankful", "thankfulness", "that",
    "the", "their", "them", "then", "there", "therefore", "these", "they", "thing", "think",
    "third", "this", "thorough", "thoroughness", "those", "though", "thought", "thoughtful",
    "thoughtfulness", "three", "thrill", "thrive", "through", "throughout", "thursday", "thus",
    "tidy", "tight", "time", "timeframe", "timeline", "title", "to", "today", "together", "told",
    "tomorrow", "tonight", "too", "took", "top", "topic", "total", "touch", "tour", "toward",
    "track", "training", "trait", "transparency", "transparent", "treasure", "tremendous",
    "tribute", "tried", "true", "truly", "trust", "trustworthy", "try", "tuesday", "turn", "twice",
    "two", "type", "unbelievable", "unbelievably", "under", "underline", "understand", "understood",
    "unforgettable", "unique", "unit", "university", "unless", "unlike", "unmatched",
    "unparalleled", "until", "up", "upcoming", "update", "upfront", "upon", "upwards", "us", "use",
    "used", "useful", "using", "usually", "utilise", "utilize", "utmost", "utterly", "vacancy",
    "vacant", "valid", "valuable", "value", "varied", "variety", "various", "vary", "vast",
    "venerable", "verbal", "versatile", "very", "via", "vibe", "vibrant", "video", "view",
    "virtual", "vision", "visionary", "visit", "vitae", "vital", "volunteer", "wait", "want",
    "ward", "warm", "warmth", "was", "way", "we", "weakness", "wealth", "website", "wednesday",
    "week", "weekend", "welcome", "well", "went", "were", "what", "whatever", "when", "whenever",
    "where", "whereas", "wherever", "whether", "which", "while", "who", "whole", "wholeheartedly",
    "whom", "whose", "why", "wide", "wildest", "will", "willing", "willingly", "willingness",
    "window", "wisdom", "wish", "with", "withdraw", "within", "without", "woman", "wonder",
    "wonderful", "words", "work", "worker", "workforce", "workplace", "world", "worth",
    "worthwhile", "worthy", "would", "write", "written", "wrote", "year", "yes", "yesterday", "yet",
    "you", "young", "your", "yourself", "yourselves", "zeal", "zoom",
    // clang-format on
});
constexpr auto table = word_table_of<common_words>();

/// Shorter stems are mere syllables.
constexpr std::size_t shortest_stem = 3;

bool listed(std::string_view word) {
  return table.contains(word);
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
