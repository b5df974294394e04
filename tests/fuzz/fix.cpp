// A draft in the format that the first byte says, fixed: fixing it again changes nothing, nothing
// gets worse, and every finding lies in the file.

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>

#include "fix/fixes.hpp"
#include "lint/lint.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/setup.hpp"

using namespace mailcheck;

namespace {

constexpr SourceFormat formats[] = {SourceFormat::automatic, SourceFormat::plain_text,
                                    SourceFormat::message, SourceFormat::markdown,
                                    SourceFormat::html};

Severity worst(const LintResult& result) {
  Severity worst = Severity::off;
  for (const Finding& finding : result.findings)
    worst = std::max(worst, finding.severity);
  return worst;
}

void require_inside(const LintResult& result, std::size_t size) {
  for (const Finding& finding : result.findings) {
    assert(finding.span.begin <= finding.span.end && finding.span.end <= size);
    for (const Fix& fix : finding.fixes) {
      for (const SourceEdit& edit : fix.edits)
        assert(edit.span.begin <= edit.span.end && edit.span.end <= size);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input input(data, size);
  const std::size_t kind = input.number();
  Source source;
  source.path = "draft";
  source.format = formats[kind % std::size(formats)];
  source.bytes = input.rest();
  const FixChoice choice = kind % 2 == 0 ? FixChoice::all : FixChoice::safe;

  std::size_t rounds = 0;
  const auto lint = [&](const Source& draft) {
    ++rounds;
    LintResult result = lint_source(draft, fuzz_setup().rules, GivenFacts(), fuzz_setup().speller);
    require_inside(result, draft.bytes.size());
    return result;
  };
  const Severity before = worst(lint(source));
  rounds = 0;
  const FixedDraft fixed = fix_draft(source, choice, lint);
  assert(worst(fixed.result) <= before);
  assert(!fixed.is_taken_back || fixed.bytes == source.bytes);
  if (rounds > fix_round_limit || fixed.is_taken_back)
    return 0;
  Source again = source;
  again.bytes = fixed.bytes;
  assert(fix_draft(again, choice, lint).bytes == fixed.bytes);
  return 0;
}
