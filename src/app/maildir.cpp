#include "app/maildir.hpp"

#include <iterator>
#include <utility>

namespace mailcheck {
namespace {

bool is_taken(std::string_view name, MessageChoice choice) {
  if (choice == MessageChoice::all)
    return true;
  const std::string_view flags = maildir_flags(name);
  return flags.find('D') != std::string_view::npos && flags.find('T') == std::string_view::npos;
}

template <class T>
void append(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

bool is_maildir(const FileSystem& files, const std::string& folder) {
  return files.kind(join_path(folder, "cur")) == FileKind::folder &&
         files.kind(join_path(folder, "new")) == FileKind::folder;
}

bool is_in_maildir(const FileSystem& files, std::string_view path) {
  const std::string_view half = parent_path(path);
  const std::string_view name = file_name(half);
  return (name == "cur" || name == "new") && is_maildir(files, std::string(parent_path(half)));
}

std::string_view maildir_flags(std::string_view name) {
  constexpr std::string_view info = "2,";
  std::size_t at = name.size();
  while ((at = name.rfind(info, at)) != std::string_view::npos && at > 0) {
    const char separator = name[at - 1];
    if (separator == ':' || separator == ';' || separator == '!')
      return name.substr(at + info.size());
    --at;
  }
  return {};
}

MaildirListing list_maildir_half(const FileSystem& files, const std::string& half,
                                 MessageChoice choice) {
  MaildirListing listing;
  const Result<std::vector<std::string>> names = files.list(half);
  if (!names) {
    listing.errors.push_back(names.error());
    return listing;
  }
  for (const std::string& name : *names) {
    std::string path = join_path(half, name);
    const FileKind kind = files.kind(path);
    if (name.starts_with('.') || kind == FileKind::folder || kind == FileKind::other)
      continue;
    if (is_taken(name, choice))
      listing.messages.push_back(std::move(path));
    else
      ++listing.passed_over;
  }
  return listing;
}

MaildirListing list_maildir(const FileSystem& files, const std::string& folder,
                            MessageChoice choice) {
  MaildirListing whole = list_maildir_half(files, join_path(folder, "cur"), choice);
  MaildirListing rest = list_maildir_half(files, join_path(folder, "new"), choice);
  append(whole.messages, std::move(rest.messages));
  append(whole.errors, std::move(rest.errors));
  whole.passed_over += rest.passed_over;
  return whole;
}

}  // namespace mailcheck
