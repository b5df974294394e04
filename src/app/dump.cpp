#include <utility>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/drafts.hpp"
#include "app/message_file.hpp"
#include "app/setup.hpp"
#include "report/dump_json.hpp"
#include "report/dump_text.hpp"

namespace mailcheck {
namespace {

/// Shows one draft after the other.
class DumpRun {
 public:
  explicit DumpRun(const Session& session) : session_(session), setups_(session) {}

  int run() {
    const DraftPaths drafts =
        find_drafts(session_.files, session_.options.arguments, MessageChoice::all);
    for (const Error& error : drafts.errors)
      fail(error);
    for (const std::string& path : drafts.files) {
      if (session_.out.state() != Output::State::open)
        break;
      dump(path);
    }
    return failed_ ? status_failed : status_clean;
  }

 private:
  void fail(const Error& error) {
    failed_ = true;
    session_.report(error);
  }

  void dump(const std::string& path) {
    const std::string& given = session_.options.stdin_filename;
    const std::string& name = path == "-" && !given.empty() ? given : path;
    const Setup* setup = setups_.find(std::string(parent_path(name)));
    if (setup == nullptr) {
      failed_ = true;
      return;
    }
    const Result<MessageFile> file = read_messages(session_.files, path, name);
    if (!file) {
      fail(file.error());
      return;
    }
    for (std::size_t number = 1; number <= file->count(); ++number) {
      const Result<Source> source = file->message(number);
      if (source)
        print(*source, setup->config.given);
      else
        fail(source.error());
    }
  }

  void print(const Source& source, const GivenFacts& given) {
    const Draft draft = parse_draft(source);
    const Text text = analyze(draft);
    const Facts facts = gather_facts(draft, text, given);
    const DumpedDraft dumped{source, draft, text, facts};
    const bool as_json = session_.options.format == Format::json;
    if (!as_json && !is_first_)
      session_.out.write("\n");
    session_.out.write(as_json ? dump_as_json(dumped) : dump_as_text(dumped));
    is_first_ = false;
  }

  const Session& session_;
  SetupCache setups_;
  bool is_first_ = true;
  bool failed_ = false;
};

}  // namespace

int run_dump(const Session& session) {
  return DumpRun(session).run();
}

}  // namespace mailcheck
