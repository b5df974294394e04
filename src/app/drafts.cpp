#include "app/drafts.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

constexpr std::string_view draft_suffixes[] = {".txt", ".eml", ".mail", ".draft", ".mbox"};

bool is_draft_name(std::string_view name) {
  // An exported mailbox of Apple Mail is a folder with a file “mbox” in it.
  return name == "mbox" ||
         std::any_of(std::begin(draft_suffixes), std::end(draft_suffixes),
                     [&](std::string_view suffix) {
                       return name.size() > suffix.size() &&
                              equal_ignoring_case(name.substr(name.size() - suffix.size()), suffix);
                     });
}

/// A link to a folder may lead back to where the walk came from.
bool is_link(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_symlink(path, error);
}

/// Walks one folder of the command line.
class Walk {
 public:
  Walk(const FileSystem& files, MessageChoice choice, const IsDraft& is_draft)
      : files_(files), choice_(choice), is_draft_(is_draft) {}

  void run(const std::string& root) {
    if (is_in_maildir(files_, join_path(root, "message"))) {
      ++maildirs_;
      add(list_maildir_half(files_, root, choice_));
    } else {
      to_do_.push_back({root, 0});
      while (!to_do_.empty()) {
        const Folder folder = std::move(to_do_.back());
        to_do_.pop_back();
        visit(folder);
      }
    }
    std::sort(drafts_.begin(), drafts_.end());
  }

  void report(const std::string& root, DraftPaths& found) && {
    if (drafts_.empty() && errors_.empty() && messages_ == 0)
      found.remarks.push_back({nothing_here(), root});
    else if (passed_over_ > 0 && passed_over_ == messages_)
      found.remarks.push_back({no_drafts_here(), root});
    else if (passed_over_ > 0)
      found.details.push_back(
          {fmt::format("{} that {} no draft (flag D) or in the trash (flag T) {} passed over; "
                       "“--all” checks {}",
                       passed_over_ == 1 ? "1 message" : fmt::format("{} messages", passed_over_),
                       passed_over_ == 1 ? "is" : "are", passed_over_ == 1 ? "was" : "were",
                       passed_over_ == 1 ? "it" : "them"),
           root});
    std::move(drafts_.begin(), drafts_.end(), std::back_inserter(found.files));
    std::move(errors_.begin(), errors_.end(), std::back_inserter(found.errors));
  }

 private:
  struct Folder {
    std::string path;
    std::size_t depth;
  };

  void visit(const Folder& folder) {
    const bool maildir = is_maildir(files_, folder.path);
    const Result<std::vector<std::string>> names = files_.list(folder.path);
    if (!names) {
      errors_.push_back(names.error());
      return;
    }
    if (maildir) {
      ++maildirs_;
      add(list_maildir(files_, folder.path, choice_));
    }
    for (const std::string& name : *names) {
      const bool is_half = maildir && (name == "cur" || name == "new" || name == "tmp");
      if (!is_half)
        visit_entry(folder, name, maildir);
    }
  }

  /// Beside its messages, a Maildir has only Maildirs; its other files belong to mail programs.
  void visit_entry(const Folder& folder, const std::string& name, bool in_maildir) {
    std::string path = join_path(folder.path, name);
    // Maildir++ keeps the folder “Drafts” in “.Drafts”.
    if (name.starts_with('.') && !is_maildir(files_, path))
      return;
    const FileKind kind = files_.kind(path);
    if (kind == FileKind::folder && !is_link(path)) {
      if (folder.depth + 1 > folder_depth_limit)
        errors_.push_back({fmt::format("deeper than {} folders; not walked", folder_depth_limit),
                           std::move(path)});
      else
        to_do_.push_back({std::move(path), folder.depth + 1});
    } else if (kind != FileKind::folder && kind != FileKind::other && !in_maildir &&
               is_draft(path, name)) {
      drafts_.push_back(std::move(path));
    }
  }

  [[nodiscard]] bool is_draft(const std::string& path, const std::string& name) const {
    const std::optional<bool> said = is_draft_ ? is_draft_(path) : std::nullopt;
    return said.value_or(is_draft_name(name));
  }

  void add(MaildirListing listing) {
    messages_ += listing.messages.size() + listing.passed_over;
    passed_over_ += listing.passed_over;
    std::move(listing.messages.begin(), listing.messages.end(), std::back_inserter(drafts_));
    std::move(listing.errors.begin(), listing.errors.end(), std::back_inserter(errors_));
  }

  [[nodiscard]] std::string nothing_here() const {
    if (maildirs_ > 0)
      return "there are no messages in that Maildir";
    return fmt::format("there are no drafts ({}) in that folder", fmt::join(draft_suffixes, ", "));
  }

  [[nodiscard]] std::string no_drafts_here() const {
    if (messages_ == 1)
      return "its only message is no draft (flag D, and not T); “--all” checks it";
    return fmt::format(
        "none of its {} messages is a draft (flag D, and not T); “--all” checks them", messages_);
  }

  const FileSystem& files_;
  MessageChoice choice_;
  const IsDraft& is_draft_;
  std::vector<Folder> to_do_;
  std::vector<std::string> drafts_;
  std::vector<Error> errors_;
  std::size_t maildirs_ = 0;
  std::size_t messages_ = 0;  // of Maildirs
  std::size_t passed_over_ = 0;
};

}  // namespace

DraftPaths find_drafts(const FileSystem& files, const std::vector<std::string>& paths,
                       MessageChoice choice, const IsDraft& is_draft) {
  DraftPaths found;
  for (const std::string& path : paths) {
    if (path == "-" || files.kind(path) != FileKind::folder) {
      found.files.push_back(path);
      continue;
    }
    Walk walk(files, choice, is_draft);
    walk.run(path);
    std::move(walk).report(path, found);
  }
  return found;
}

}  // namespace mailcheck
