#include "checks/header_field.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "mail/ascii.hpp"
#include "text/text.hpp"

namespace mailcheck {
namespace {

bool is_one_of(std::string_view name, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& known) { return equal_ignoring_case(name, known); });
}

std::vector<Hit> find_field(const Draft& draft, const std::vector<std::string>& names,
                            const std::vector<std::string>& values) {
  for (const HeaderField& field : draft.fields) {
    if (!is_one_of(field.name, names) || field.value.empty())
      continue;
    const bool wanted =
        values.empty() || std::any_of(values.begin(), values.end(), [&](const std::string& value) {
          return starts_ignoring_case(field.value, value);
        });
    if (wanted)
      return {{.place = field.span, .detail = field.name}};
  }
  return {};
}

bool belongs_to(std::string_view address, const std::vector<std::string>& domains) {
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos)
    return false;
  const std::string domain = "." + to_ascii_lower(address.substr(at + 1));
  return std::any_of(domains.begin(), domains.end(), [&](const std::string& known) {
    return !known.empty() && domain.ends_with("." + to_ascii_lower(known));
  });
}

/// The bytes of “Re:” and its like at the beginning of a subject; 0 when there is none.
std::size_t reply_mark(std::string_view subject) {
  constexpr std::string_view marks[] = {"re", "aw", "antw", "sv"};
  const std::size_t colon = subject.find(':');
  if (colon == std::string_view::npos)
    return 0;
  const std::string_view word = subject.substr(0, std::min(colon, subject.find('[')));
  const bool is_mark = std::any_of(std::begin(marks), std::end(marks), [&](std::string_view mark) {
    return equal_ignoring_case(trim(word), mark);
  });
  if (!is_mark)
    return 0;
  std::size_t end = colon + 1;
  while (end < subject.size() && is_blank(subject[end]))
    ++end;
  return end;
}

/// Whether a mail program wrote the header and would have said what the mail answers.
bool is_kept_by_program(const Draft& draft) {
  return draft.field("Message-ID") != nullptr || draft.field("Date") != nullptr ||
         draft.field("MIME-Version") != nullptr;
}

bool answers_something(const Draft& draft, const Text& text) {
  constexpr std::string_view fields[] = {"In-Reply-To", "References", "Thread-Index", "X-GM-THRID",
                                         "X-Forwarded-Message-Id"};
  return text.quoted_lines > 0 ||
         std::any_of(std::begin(fields), std::end(fields),
                     [&](std::string_view name) { return draft.field(name) != nullptr; });
}

std::vector<Hit> run_thread(const Context& context, bool fake) {
  const Draft& draft = context.draft;
  if (!is_kept_by_program(draft) || answers_something(draft, context.text))
    return {};
  const std::string_view subject = slice(std::string_view(draft.text), draft.subject);
  const std::size_t length = reply_mark(subject);
  if (fake != (length > 0) || subject.empty())
    return {};
  if (!fake)
    return {{.place = draft.subject}};
  const TextSpan mark{draft.subject.begin, draft.subject.begin + length};
  return {{.place = TextSpan{mark.begin, mark.begin + trim(subject.substr(0, length)).size()},
           .repairs = {{.edits = {{mark, ""}}}}}};
}

}  // namespace

Result<CheckFunction> make_header_field(const Params& params) {
  Result<std::vector<std::string>> names = params.list("fields");
  if (!names)
    return std::move(names).error();
  if (names->empty())
    return params.error_at("fields", "“fields” must name a header field");
  Result<std::vector<std::string>> values = params.list("values");
  if (!values)
    return std::move(values).error();
  return CheckFunction(
      [fields = *std::move(names), wanted = *std::move(values)](const Context& context) {
        return find_field(context.draft, fields, wanted);
      });
}

Result<CheckFunction> make_sender_domain(const Params& params) {
  Result<std::vector<std::string>> domains = params.list("domains");
  if (!domains)
    return std::move(domains).error();
  return CheckFunction([known = *std::move(domains)](const Context& context) {
    const HeaderField* from = context.draft.field("From");
    std::vector<Hit> hits;
    for (const Mailbox& sender : context.draft.from) {
      if (from != nullptr && hits.empty() && belongs_to(sender.address, known))
        hits.push_back({.place = from->value_span, .detail = sender.address});
    }
    return hits;
  });
}

Result<CheckFunction> make_reply_thread(const Params& params) {
  const Result<std::string> fault = params.text("fault", "");
  if (!fault)
    return fault.error();
  if (*fault != "fake-reply" && *fault != "new-thread")
    return params.error_at("fault", "“fault” must be fake-reply or new-thread");
  return CheckFunction([fake = *fault == "fake-reply"](const Context& context) {
    return run_thread(context, fake);
  });
}

}  // namespace mailcheck
