#pragma once

// A draft as mailcheck reads it, for bug reports and for tests: what `mailcheck dump` prints. The
// forms are in report/dump_text.hpp and report/dump_json.hpp; here is what they share.

#include <string>
#include <string_view>

#include "facts/facts.hpp"
#include "mail/draft.hpp"
#include "mail/source.hpp"
#include "text/text.hpp"

namespace mailcheck {

/// Everything known about one draft before a rule sees it. Views its parts, which must outlive it.
struct DumpedDraft {
  const Source& source;
  const Draft& draft;
  const Text& text;
  const Facts& facts;
};

/// "plain", "flowed", "html", "markdown".
[[nodiscard]] std::string_view name_of(BodyKind kind);
/// "identity", "quoted-printable", "base64", "uuencode".
[[nodiscard]] std::string_view name_of(TransferEncoding encoding);
/// "UTF-8", "windows-1252", or ICU's name of the converter.
[[nodiscard]] std::string_view name_of(const Charset& charset);
/// The name rules use in `kinds` of the check `note`: "invalid-utf8", ….
[[nodiscard]] std::string_view name_of(NoteKind kind);
/// ISO 8601, with the offset when it is known: “2026-03-05T09:12:00+01:00”.
[[nodiscard]] std::string iso_date(const DateTime& date);

}  // namespace mailcheck
