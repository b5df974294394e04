#include "spelling/proper_words.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/utf8.hpp"
#include "mail/ascii.hpp"
#include "spelling/edit_cost.hpp"

namespace mailcheck {
namespace {

/// Shorter words are near to somebody's name.
constexpr std::size_t shortest_written = 6;

/// Longer words are not counted in bits.
constexpr std::size_t longest_written = 64;

/// Compiled by hand, sorted.
constexpr std::string_view proper_words[] = {
    "Adelaide",     "Afghan",        "Afghanistan",   "Africa",       "African",
    "Africans",     "Alabama",       "Alaska",        "Albania",      "Albanian",
    "Alberta",      "Albuquerque",   "Algeria",       "Algerian",     "Amazon",
    "America",      "American",      "Americans",     "Amsterdam",    "Antarctic",
    "Arabia",       "Arabian",       "Arabic",        "Arctic",       "Argentina",
    "Argentine",    "Argentinian",   "Arizona",       "Arkansas",     "Asia",
    "Athens",       "Atlanta",       "Atlantic",      "Auckland",     "August",
    "Australia",    "Australian",    "Australians",   "Austria",      "Austrian",
    "Baltimore",    "Bangalore",     "Bangladesh",    "Barcelona",    "Beijing",
    "Belfast",      "Belgian",       "Belgium",       "Berlin",       "Birmingham",
    "Bolivia",      "Bosnia",        "Boston",        "Brazil",       "Brazilian",
    "Brazilians",   "Brisbane",      "Bristol",       "Britain",      "British",
    "Brussels",     "Bucharest",     "Budapest",      "Buddhism",     "Buddhist",
    "Bulgaria",     "Bulgarian",     "Calgary",       "California",   "Californian",
    "Cambodia",     "Cambridge",     "Cameroon",      "Canada",       "Canadian",
    "Canadians",    "Cardiff",       "Caribbean",     "Carolina",     "Catholic",
    "Celsius",      "Chicago",       "Chile",         "Chilean",      "China",
    "Chinese",      "Christian",     "Christianity",  "Christmas",    "Cincinnati",
    "Cleveland",    "Cologne",       "Colombia",      "Colombian",    "Colorado",
    "Connecticut",  "Copenhagen",    "Croatia",       "Croatian",     "Cuban",
    "Dakota",       "Dallas",        "Danish",        "December",     "Delaware",
    "Denmark",      "Detroit",       "Dominican",     "Dublin",       "Easter",
    "Ecuador",      "Edinburgh",     "Egypt",         "Egyptian",     "Egyptians",
    "England",      "English",       "Estonia",       "Estonian",     "Ethiopia",
    "Ethiopian",    "Europe",        "European",      "Europeans",    "Facebook",
    "Fahrenheit",   "February",      "Filipino",      "Finland",      "Finnish",
    "Florence",     "Florida",       "France",        "Frankfurt",    "Geneva",
    "Georgia",      "German",        "Germans",       "Germany",      "Ghana",
    "Ghanaian",     "Glasgow",       "Google",        "Gothenburg",   "Greece",
    "Guadeloupe",   "Guatemala",     "Guatemalan",    "Haitian",      "Halloween",
    "Hamburg",      "Hampshire",     "Hanukkah",      "Hawaii",       "Hebrew",
    "Heidelberg",   "Helsinki",      "Himalayas",     "Hindu",        "Hinduism",
    "Honduras",     "Houston",       "Hungarian",     "Hungary",      "Hyderabad",
    "Iceland",      "Idaho",         "Illinois",      "India",        "Indian",
    "Indiana",      "Indianapolis",  "Indians",       "Indonesia",    "Indonesian",
    "Iranian",      "Ireland",       "Islamic",       "Israel",       "Israeli",
    "Israelis",     "Istanbul",      "Italian",       "Italians",     "Italy",
    "Jamaica",      "Jamaican",      "January",       "Japan",        "Japanese",
    "JavaScript",   "Jersey",        "Jewish",        "Johannesburg", "Judaism",
    "Kansas",       "Kazakhstan",    "Kentucky",      "Kenya",        "Kenyan",
    "Korea",        "Korean",        "Koreans",       "Kuwait",       "Latvia",
    "Latvian",      "Lebanese",      "Lebanon",       "Libya",        "Libyan",
    "LinkedIn",     "Lisbon",        "Lithuania",     "Lithuanian",   "Liverpool",
    "London",       "Louisiana",     "Macedonia",     "Macedonian",   "Madrid",
    "Maine",        "Malaysia",      "Malaysian",     "Manchester",   "Manitoba",
    "Maryland",     "Massachusetts", "Mediterranean", "Melbourne",    "Memphis",
    "Mexican",      "Mexicans",      "Mexico",        "Miami",        "Michigan",
    "Microsoft",    "Milan",         "Milwaukee",     "Minneapolis",  "Minnesota",
    "Mississippi",  "Missouri",      "Mongolia",      "Montana",      "Montreal",
    "Moroccan",     "Morocco",       "Moscow",        "Mumbai",       "Munich",
    "Muslim",       "Myanmar",       "Nairobi",       "Naples",       "Nashville",
    "Nebraska",     "Nepal",         "Netherlands",   "Nevada",       "Nicaragua",
    "Nigeria",      "Nigerian",      "Nigerians",     "Norway",       "Norwegian",
    "Norwegians",   "November",      "Nuremberg",     "October",      "Oklahoma",
    "Ontario",      "Oregon",        "Orlando",       "Ottawa",       "Oxford",
    "Pacific",      "Pakistan",      "Pakistani",     "Palestine",    "Palestinian",
    "Palestinians", "Panama",        "Paraguay",      "Paris",        "Pennsylvania",
    "Persian",      "Peru",          "Peruvian",      "Philadelphia", "Philippine",
    "Philippines",  "Phoenix",       "Photoshop",     "Pittsburgh",   "Poland",
    "Polish",       "Portland",      "Portugal",      "Portuguese",   "PowerPoint",
    "Prague",       "Protestant",    "Quebec",        "Queensland",   "Ramadan",
    "Romania",      "Romanian",      "Rotterdam",     "Russia",       "Russian",
    "Russians",     "Sacramento",    "Saskatchewan",  "Saturday",     "Scotland",
    "Scottish",     "Seattle",       "Senegal",       "September",    "Serbia",
    "Serbian",      "Shanghai",      "Singapore",     "Slovakia",     "Slovakian",
    "Slovenia",     "Slovenian",     "Spain",         "Spanish",      "Stockholm",
    "Sweden",       "Swedish",       "Switzerland",   "Sydney",       "Taiwan",
    "Taiwanese",    "Tanzania",      "Tasmania",      "Tennessee",    "Texas",
    "Thailand",     "Thanksgiving",  "Thursday",      "Toronto",      "Tuesday",
    "Tunisia",      "Tunisian",      "Turkey",        "Turkish",      "Uganda",
    "Ukraine",      "Ukrainian",     "Ukrainians",    "Uruguay",      "Uzbekistan",
    "Valencia",     "Vancouver",     "Venezuela",     "Venezuelan",   "Venice",
    "Vermont",      "Victoria",      "Vienna",        "Vietnam",      "Vietnamese",
    "Virginia",     "Wales",         "Warsaw",        "Washington",   "Wednesday",
    "Wikipedia",    "Wisconsin",     "Wyoming",       "YouTube",      "Zambia",
    "Zealand",      "Zimbabwe",      "Zurich",
};

}  // namespace

std::string_view nearly_proper_word(std::string_view written) {
  const std::size_t length = count_code_points(written);
  if (length < shortest_written)
    return {};
  std::string_view nearest;
  std::size_t least = length >= long_proper_word ? 3 : 2;
  const bool is_ascii = length == written.size() && length <= longest_written;
  const BitDistance distance(is_ascii ? to_ascii_lower(written) : std::string());
  for (const std::string_view word : proper_words) {
    if (word.size() + 2 < length || word.size() > length + 2)
      continue;
    const std::size_t slips = is_ascii ? distance.to(word, least) : edit_distance(written, word);
    if (slips < least) {
      nearest = word;
      least = slips;
    }
  }
  return least == 0 ? std::string_view() : nearest;
}

}  // namespace mailcheck
