// Any bytes as a draft without markup, with the facts that are drawn from it: people, stage, dates,
// the time of sending.

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/utf8.hpp"
#include "facts/facts.hpp"
#include "facts/written_date.hpp"
#include "mail/draft.hpp"
#include "text/text.hpp"

using namespace mailcheck;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Source source;
  source.path = "draft.txt";
  source.bytes = std::string(data, data + size);
  source.format = SourceFormat::plain_text;
  const Draft draft = parse_draft(source);
  assert(find_invalid_utf8(draft.text) == draft.text.size());
  const Text text = analyze(draft);
  std::size_t end = 0;
  for (const Sentence& sentence : text.sentences) {
    assert(end <= sentence.span.begin && sentence.span.end <= draft.text.size());
    end = sentence.span.end;
  }
  const Facts facts = gather_facts(draft, text, GivenFacts());
  assert(facts.stage.confidence >= 0 && facts.stage.confidence <= 1);
  for (const WrittenDate& date : find_dates(draft, text))
    assert(date.span.begin < date.span.end && date.span.end <= draft.text.size());
  return 0;
}
