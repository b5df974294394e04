#include "checks/report_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mailcheck {
namespace {

constexpr std::string_view words[] = {
    "advice",    "agree",      "asked",        "comment",     "comments",   "conversation",
    "described", "discussed",  "discussing",   "discussion",  "enjoyed",    "especially",
    "example",   "explained",  "explanation",  "fascinated",  "fascinates", "fascinating",
    "hear",      "heard",      "hearing",      "idea",        "ideas",      "impressed",
    "insight",   "insights",   "interesting",  "laughed",     "learn",      "learned",
    "learning",  "learnt",     "liked",        "memorable",   "mentioned",  "noticed",
    "outlined",  "particular", "particularly", "perspective", "point",      "pointed",
    "points",    "question",   "questions",    "recommended", "remark",     "remarks",
    "remember",  "remembered", "remind",       "reminded",    "reminds",    "said",
    "saw",       "seeing",     "shared",       "showed",      "showing",    "smell",
    "sounded",   "stayed",     "stories",      "story",       "struck",     "stuck",
    "suggested", "suggestion", "surprised",    "talked",      "talking",    "taste",
    "tasted",    "telling",    "thoughts",     "told",        "touched",    "tour",
    "tried",     "visit",      "visited",      "walked",      "walking",    "watched",
    "watching"};

/// Words that only together look at what the other side does or says.
constexpr std::pair<std::string_view, std::string_view> pairs[] = {
    {"a", "pity"},       {"as", "you"},         {"because", "you"},   {"did", "not"},
    {"how", "the"},      {"how", "you"},        {"keep", "thinking"}, {"never", "heard"},
    {"never", "met"},    {"never", "seen"},     {"new", "to"},        {"not", "expect"},
    {"not", "expected"}, {"not", "imagined"},   {"not", "know"},      {"not", "known"},
    {"not", "thought"},  {"one", "i"},          {"something", "i"},   {"that", "you"},
    {"the", "way"},      {"thinking", "about"}, {"thinking", "of"},   {"thought", "about"},
    {"thought", "of"},   {"way", "you"},        {"what", "you"},      {"when", "you"},
    {"where", "you"},    {"why", "you"},        {"you", "did"},       {"you", "keep"},
    {"you", "let"},      {"you", "made"},       {"you", "make"},      {"you", "run"},
    {"you", "use"},      {"your", "decision"},  {"your", "habit"},    {"your", "plan"},
    {"your", "plans"},   {"your", "practice"},  {"your", "rule"},     {"your", "way"}};

static_assert(std::is_sorted(std::begin(words), std::end(words)));
static_assert(std::is_sorted(std::begin(pairs), std::end(pairs)));

}  // namespace

bool is_report(std::string_view previous, std::string_view word) {
  return std::binary_search(std::begin(words), std::end(words), word) ||
         std::binary_search(std::begin(pairs), std::end(pairs), std::pair(previous, word));
}

}  // namespace mailcheck
