#include "facts/names.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "facts/name_words.hpp"
#include "mail/ascii.hpp"
#include "mail/header/address_list.hpp"
#include "text/closing.hpp"
#include "text/quoted_header.hpp"

namespace mailcheck {

namespace {

// `text` with spaces for what stands in brackets: “[Your Name]” names nobody.
std::string without_placeholders(std::string_view text) {
  std::string out(text);
  for (std::size_t at = out.find_first_of("[{<"); at != std::string::npos;
       at = out.find_first_of("[{<", at + 1)) {
    const std::size_t kind = std::string_view("[{<").find(out[at]);
    const std::size_t end = std::min(out.find_first_of("]}>\n", at), out.size());
    if (end < out.size() && out[end] == "]}>"[kind])
      std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(at), end - at + 1, ' ');
  }
  return out;
}

// The part of an attribution that names its sender: “Dana Park” of “On Tue, 3 Mar 2026 at 9:12,
// Dana Park wrote:”, or of “Dana Park wrote on …”. Weekdays and months are written with capitals,
// too.
std::string_view without_date(std::string_view line) {
  constexpr std::string_view digits = "0123456789";
  const std::size_t last = line.find_last_of(digits);
  if (last == std::string_view::npos)
    return line;
  const std::size_t end = std::min(line.find(' ', last), line.size());
  const std::string_view rest = trim(line.substr(end));
  const bool has_name = std::any_of(rest.begin(), rest.end(), [](char c) {
    return is_ascii_letter(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
  });
  return has_name ? rest : line.substr(0, line.find_first_of(digits));
}

// Beyond the colon of a field, which may be the wide one of Chinese and Japanese.
std::string_view value_of_field(std::string_view line) {
  constexpr std::string_view wide_colon = "\uFF1A";
  const std::size_t colon = line.find(':');
  const std::size_t wide = line.find(wide_colon);
  return wide < colon ? line.substr(wide + wide_colon.size()) : line.substr(colon + 1);
}

// The people of an attribution: “On Tuesday, Dana Park <dana@example.com> wrote:”, or the fields of
// a quoted header, of which the subject and the date name nobody.
void add_attribution(NameWords& names, std::string_view attribution) {
  while (!attribution.empty()) {
    const std::size_t end = std::min(attribution.find('\n'), attribution.size());
    std::string_view line = trim(attribution.substr(0, end));
    attribution.remove_prefix(std::min(end + 1, attribution.size()));
    const QuotedField field = quoted_field_of(line);
    const bool has_people =
        field == QuotedField::from || field == QuotedField::to || field == QuotedField::cc;
    if ((field != QuotedField::none && !has_people) || is_message_separator(line) ||
        line.starts_with("--"))
      continue;
    if (has_people)
      line = value_of_field(line);
    if (const std::size_t open = line.find('<'); open != std::string_view::npos) {
      const std::string_view address = line.substr(open + 1);
      names.add_parts(address.substr(0, address.find_first_of("@>")));
      line = line.substr(0, open);
    }
    names.add_names(has_people ? line : without_date(line));
  }
}

// The lines of a signature that are names; titles and companies are none.
void add_signature(NameWords& names, std::string_view signature) {
  while (!signature.empty()) {
    const std::size_t end = std::min(signature.find('\n'), signature.size());
    const std::string_view line = trim(signature.substr(0, end));
    signature.remove_prefix(std::min(end + 1, signature.size()));
    if (!is_name(line))
      continue;
    names.add_words(line.substr(0, line.find(',')));
    return;
  }
}

}  // namespace

std::vector<std::string> collect_names(const Draft& draft, const Text& text,
                                       const InterviewFacts& interview) {
  NameWords names;
  for (const std::vector<Mailbox>* list : {&draft.from, &draft.to, &draft.cc}) {
    for (const Mailbox& mailbox : *list)
      names.add_mailbox(mailbox);
  }
  for (const std::string& interviewer : interview.interviewers)
    names.add_words(interviewer);
  for (const Region& region : text.regions) {
    const std::string_view content = slice(std::string_view(draft.text), region.span);
    if (region.kind == RegionKind::greeting)
      names.add_names(without_placeholders(content));
    else if (region.kind == RegionKind::signature)
      add_signature(names, without_placeholders(content));
    else if (region.kind == RegionKind::attribution)
      add_attribution(names, content);
  }
  return names.take();
}

std::vector<std::string> collect_quoted_names(const Draft& draft, const Text& text) {
  NameWords names;
  for (const Region& region : text.regions) {
    if (region.kind == RegionKind::attribution)
      add_attribution(names, slice(std::string_view(draft.text), region.span));
  }
  return names.take();
}

std::vector<std::string> collect_sender_names(const Draft& draft, const Text& text) {
  NameWords names;
  for (const Mailbox& mailbox : draft.from)
    names.add_mailbox(mailbox);
  for (const Region& region : text.regions) {
    if (region.kind == RegionKind::signature)
      add_signature(names, without_placeholders(slice(std::string_view(draft.text), region.span)));
  }
  return names.take();
}

std::vector<std::string> collect_known_words(const Draft& draft, const Text& text,
                                             const InterviewFacts& interview,
                                             const std::vector<std::string>& names) {
  NameWords known;
  for (const std::string& name : names)
    known.add_words(name);
  known.add_words(interview.company);
  known.add_words(interview.role);
  for (const std::string& topic : interview.topics)
    known.add_words(topic);
  for (const Region& region : text.regions) {
    if (region.kind == RegionKind::subject || region.kind == RegionKind::quote ||
        region.kind == RegionKind::attribution || region.kind == RegionKind::signature)
      known.add_words(slice(std::string_view(draft.text), region.span));
  }
  for (const Mailbox& mailbox : draft.to) {
    const std::size_t at = mailbox.address.find('@');
    if (at == std::string::npos)
      continue;
    const std::string_view domain = std::string_view(mailbox.address).substr(at + 1);
    known.add_parts(domain.substr(0, domain.find('.')));
  }
  return known.take();
}

}  // namespace mailcheck
