#include "checks/attached_files.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "checks/own_text.hpp"
#include "checks/phrase.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

constexpr std::size_t megabyte = 1'000'000;

// Types that mail programs add by themselves; sorted.
constexpr std::string_view no_file_types[] = {"application/ics",
                                              "application/pgp-encrypted",
                                              "application/pgp-keys",
                                              "application/pgp-signature",
                                              "application/pkcs7-signature",
                                              "application/x-pkcs7-signature",
                                              "message/delivery-status",
                                              "text/calendar",
                                              "text/vcard",
                                              "text/x-vcard"};
constexpr std::string_view no_file_suffixes[] = {".asc", ".ics", ".p7m", ".p7s", ".sig", ".vcf"};

bool is_file(const Attachment& attachment) {
  if (std::binary_search(std::begin(no_file_types), std::end(no_file_types),
                         std::string_view(attachment.type)))
    return false;
  const std::string name = to_ascii_lower(attachment.name);
  if (std::any_of(std::begin(no_file_suffixes), std::end(no_file_suffixes),
                  [&](std::string_view suffix) { return name.ends_with(suffix); }))
    return false;
  const bool is_image = attachment.type.starts_with("image/");
  return !is_image || !attachment.is_inline;
}

bool has_link(const Context& context, TextSpan span) {
  for (const Paragraph& paragraph : context.text.paragraphs) {
    if (span.begin < paragraph.span.begin || span.begin >= paragraph.span.end)
      continue;
    const std::string_view text = slice(std::string_view(context.draft.text), paragraph.span);
    return text.find("://") != std::string_view::npos ||
           text.find("www.") != std::string_view::npos;
  }
  return false;
}

struct CountLimits {
  std::size_t more_than = 1;
  std::size_t up_to = 0;
  std::size_t megabytes = 0;
  PhraseGroup asked;
};

std::vector<Hit> run_count(const Context& context, const CountLimits& limits) {
  const std::vector<const Attachment*> files = attached_files(context.draft);
  std::size_t bytes = 0;
  for (const Attachment* file : files)
    bytes += file->size;
  if (limits.megabytes > 0 && bytes > limits.megabytes * megabyte && !files.empty())
    return {{.place = files.front()->place,
             .detail = fmt::format("{} MB in {} file{}", bytes / megabyte, files.size(),
                                   files.size() == 1 ? "" : "s")}};
  if (files.size() <= limits.more_than || files.size() > limits.up_to)
    return {};
  const auto asked = context.phrases.of(limits.asked);
  if (std::any_of(asked.begin(), asked.end(),
                  [](const PhraseMatch& match) { return is_own(match.region); }))
    return {};
  const Attachment& first_too_many = *files[limits.more_than];
  return {{.place = first_too_many.place,
           .detail = fmt::format("{} file{}", files.size(), files.size() == 1 ? "" : "s")}};
}

}  // namespace

std::vector<const Attachment*> attached_files(const Draft& draft) {
  std::vector<const Attachment*> files;
  for (const Attachment& attachment : draft.attachments) {
    if (is_file(attachment))
      files.push_back(&attachment);
  }
  return files;
}

bool may_have_attachment(const Draft& draft) {
  if (!attached_files(draft).empty() || draft.field("Attach") != nullptr)
    return true;
  const std::string_view text = draft.text;
  const std::size_t tag = text.find("<#part ");
  return tag != std::string_view::npos && text.find("filename=", tag) != std::string_view::npos;
}

bool is_mime_message(const Draft& draft) {
  return draft.field("MIME-Version") != nullptr || draft.field("Content-Type") != nullptr;
}

Result<CheckFunction> make_announced_attachment(const Params& params) {
  const Result<bool> in_message = params.boolean("in-message", true);
  if (!in_message)
    return in_message.error();
  Result<CheckFunction> announced = make_phrase(params);
  if (!announced)
    return std::move(announced).error();
  return CheckFunction(
      [find = *std::move(announced), wanted = *in_message](const Context& context) {
        if (is_mime_message(context.draft) != wanted || may_have_attachment(context.draft))
          return std::vector<Hit>();
        std::vector<Hit> hits = find(context);
        std::erase_if(hits, [&](const Hit& hit) {
          const auto* span = std::get_if<TextSpan>(&hit.place);
          return span != nullptr && has_link(context, *span);
        });
        // Once is enough to remember it.
        hits.resize(std::min<std::size_t>(hits.size(), 1));
        return hits;
      });
}

Result<CheckFunction> make_attachment_count(const Params& params) {
  constexpr std::int64_t many = 1000;
  const Result<std::int64_t> more_than = params.integer("more-than", 1, 0, many);
  if (!more_than)
    return more_than.error();
  const Result<std::int64_t> up_to = params.integer("up-to", many, 0, many);
  if (!up_to)
    return up_to.error();
  const Result<std::int64_t> megabytes = params.integer("megabytes", 0, 0, many);
  if (!megabytes)
    return megabytes.error();
  const Result<PhraseGroup> asked = params.phrases("phrases");
  if (!asked)
    return asked.error();
  const CountLimits limits{.more_than = static_cast<std::size_t>(*more_than),
                           .up_to = static_cast<std::size_t>(*up_to),
                           .megabytes = static_cast<std::size_t>(*megabytes),
                           .asked = *asked};
  return CheckFunction([limits](const Context& context) { return run_count(context, limits); });
}

}  // namespace mailcheck
