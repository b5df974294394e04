#include "app/draft_loop.hpp"

#include <string>

#include "app/drafts.hpp"
#include "app/message_file.hpp"

namespace mailcheck {
namespace {

class DraftLoop {
 public:
  DraftLoop(const Session& session, const std::function<void(const Source&, const Setup&)>& show)
      : session_(session), show_(show), setups_(session) {}

  int run(MessageChoice choice) {
    const DraftPaths drafts = find_drafts(session_.files, session_.options.arguments, choice);
    for (const Error& error : drafts.errors)
      fail(error);
    for (const Error& remark : drafts.remarks)
      session_.report(remark);
    for (const std::string& path : drafts.files) {
      if (session_.out.state() != Output::State::open)
        break;
      visit(path);
    }
    return failed_ ? status_failed : status_clean;
  }

 private:
  void fail(const Error& error) {
    failed_ = true;
    session_.report(error);
  }

  void visit(const std::string& path) {
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
        show_(*source, *setup);
      else
        fail(source.error());
    }
  }

  const Session& session_;
  const std::function<void(const Source&, const Setup&)>& show_;
  SetupCache setups_;
  bool failed_ = false;
};

}  // namespace

int for_each_draft(const Session& session, MessageChoice choice,
                   const std::function<void(const Source&, const Setup&)>& show) {
  return DraftLoop(session, show).run(choice);
}

}  // namespace mailcheck
