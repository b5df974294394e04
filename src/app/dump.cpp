#include "app/commands.hpp"
#include "app/draft_loop.hpp"
#include "report/dump_json.hpp"
#include "report/dump_text.hpp"

namespace mailcheck {

int run_dump(const Session& session) {
  bool is_first = true;
  const bool as_json = session.options.format == Format::json;
  const auto show = [&](const std::string& dumped) {
    if (!as_json && !is_first)
      session.out.write("\n");
    session.out.write(dumped);
    is_first = false;
  };
  return for_each_draft(session, MessageChoice::all, [&](const Source& source, const Setup& setup) {
    const Draft draft = parse_draft(source);
    const Text text = analyze(draft);
    const Facts facts = gather_facts(draft, text, setup.config.given);
    const DumpedDraft dumped{source, draft, text, facts};
    return [&show, text = as_json ? dump_as_json(dumped) : dump_as_text(dumped)] { show(text); };
  });
}

}  // namespace mailcheck
