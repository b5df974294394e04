#include "app/sent_mails.hpp"

#include <utility>

#include <fmt/format.h>

#include "app/drafts.hpp"
#include "app/message_file.hpp"
#include "text/text.hpp"

namespace mailcheck {
namespace {

SentMail record_of(const Source& source) {
  const Draft draft = parse_draft(source);
  return describe_mail(source, draft, analyze(draft));
}

/// Reads what one `--sent` names.
class SentReader {
 public:
  SentReader(const FileSystem& files, SentFolders& folders) : files_(files), folders_(folders) {}

  void read(const std::string& root) {
    if (root == "-") {
      folders_.errors.push_back({"--sent needs a file or a folder; standard input is the draft"});
      return;
    }
    if (files_.kind(root) == FileKind::missing) {
      folders_.errors.push_back({"there is no such file or folder (--sent)", root});
      return;
    }
    DraftPaths paths = find_drafts(files_, {root}, MessageChoice::all);
    move_all(std::move(paths.errors), folders_.errors);
    move_all(std::move(paths.remarks), folders_.remarks);
    for (auto path = paths.files.rbegin(); path != paths.files.rend() && !is_full_; ++path)
      read_file(*path);
    report(root);
  }

 private:
  static void move_all(std::vector<Error>&& from, std::vector<Error>& to) {
    for (Error& error : from)
      to.push_back(std::move(error));
  }

  void read_file(const std::string& path) {
    const Result<MessageFile> file = read_messages(files_, path, path);
    if (!file) {
      folders_.errors.push_back(file.error());
      return;
    }
    for (std::size_t number = file->count(); number > 0 && !is_full_; --number) {
      const Result<Source> source = file->message(number);
      if (!source) {
        ++too_large_;
        continue;
      }
      is_full_ = folders_.mails.size() >= sent_mail_limit ||
                 bytes_ + source->bytes.size() > sent_bytes_limit;
      if (is_full_)
        break;
      bytes_ += source->bytes.size();
      folders_.mails.push_back(record_of(*source));
    }
  }

  void report(const std::string& root) {
    if (is_full_)
      folders_.remarks.push_back(
          {fmt::format("only the last {} mails were compared; the limits of --sent are {} mails "
                       "and {} MiB",
                       folders_.mails.size(), sent_mail_limit, sent_bytes_limit >> 20),
           root});
    if (too_large_ > 0)
      folders_.remarks.push_back(
          {fmt::format("{} of more than {} KiB {} not compared",
                       too_large_ == 1 ? "1 mail" : fmt::format("{} mails", too_large_),
                       draft_size_limit / 1024, too_large_ == 1 ? "was" : "were"),
           root});
    too_large_ = 0;
  }

  const FileSystem& files_;
  SentFolders& folders_;
  std::size_t bytes_ = 0;
  std::size_t too_large_ = 0;
  bool is_full_ = false;
};

}  // namespace

SentFolders read_sent_mails(const FileSystem& files, const std::vector<std::string>& paths) {
  SentFolders folders;
  SentReader reader(files, folders);
  for (const std::string& path : paths)
    reader.read(path);
  return folders;
}

SentMail record_of_draft(const Source& source) {
  SentMail record = record_of(source);
  record.is_draft = true;
  return record;
}

}  // namespace mailcheck
