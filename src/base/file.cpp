#include "base/file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/posix_file.hpp"

namespace mailcheck {

namespace {

constexpr std::size_t read_chunk = 64 * 1024;

Error limit_error(const std::string& path, std::size_t limit) {
  return file_error(path, fmt::format("larger than {} bytes", limit));
}

class FileStream final : public ByteStream {
 public:
  FileStream(std::string path, int descriptor) : path_(std::move(path)), file_(descriptor) {}

  [[nodiscard]] int number() const { return file_.number(); }
  void set_stated_size(std::size_t size) { stated_size_ = size; }

  [[nodiscard]] Result<std::size_t> read(char* to, std::size_t count) override {
    while (true) {
      const ssize_t got = ::read(file_.number(), to, count);
      if (got >= 0)
        return static_cast<std::size_t>(got);
      if (errno != EINTR)
        return file_error(path_, reason(errno));
    }
  }
  [[nodiscard]] std::size_t stated_size() const override { return stated_size_; }

 private:
  std::string path_;
  Descriptor file_;
  std::size_t stated_size_ = 0;
};

class MemoryStream final : public ByteStream {
 public:
  explicit MemoryStream(std::string bytes) : bytes_(std::move(bytes)) {}

  [[nodiscard]] Result<std::size_t> read(char* to, std::size_t count) override {
    const std::size_t got = bytes_.copy(to, count, at_);
    at_ += got;
    return got;
  }
  [[nodiscard]] std::size_t stated_size() const override { return bytes_.size(); }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

/// `path` as the prefix of the paths below it: "" for the current folder.
std::string folder_prefix(const std::string& path) {
  if (path.empty() || path == ".")
    return {};
  return path.back() == '/' ? path : path + '/';
}

}  // namespace

FileKind DiskFileSystem::kind(const std::string& path) const {
  struct stat status {};
  if (holds_nul(path))
    return FileKind::missing;
  if (::stat(path.c_str(), &status) != 0)
    return errno == ENOENT || errno == ENOTDIR ? FileKind::missing : FileKind::unreadable;
  if (S_ISDIR(status.st_mode))
    return FileKind::folder;
  if (!S_ISREG(status.st_mode))
    return FileKind::other;
  return ::access(path.c_str(), R_OK) == 0 ? FileKind::regular : FileKind::unreadable;
}

std::string DiskFileSystem::resolved(const std::string& path) const {
  if (holds_nul(path))
    return path;
  const auto give_back = [](char* text) { std::free(text); };
  const std::unique_ptr<char, decltype(give_back)> real(::realpath(path.c_str(), nullptr),
                                                        give_back);
  return real ? std::string(real.get()) : path;
}

Result<std::unique_ptr<ByteStream>> DiskFileSystem::open(const std::string& path) const {
  if (holds_nul(path))
    return file_error(path, reason(ENOENT));
  // Without O_NONBLOCK, opening a FIFO that nobody writes to would wait for ever.
  const int descriptor = open_retrying(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0)
    return file_error(path, reason(errno));
  auto stream = std::make_unique<FileStream>(path, descriptor);
  struct stat status {};
  if (::fstat(stream->number(), &status) != 0)
    return file_error(path, reason(errno));
  if (S_ISDIR(status.st_mode))
    return file_error(path, reason(EISDIR));
  if (!S_ISREG(status.st_mode))
    return file_error(path, "is not a regular file");
  stream->set_stated_size(static_cast<std::size_t>(std::max<off_t>(status.st_size, 0)));
  return std::unique_ptr<ByteStream>(std::move(stream));
}

Result<std::string> DiskFileSystem::read(const std::string& path, std::size_t limit) const {
  const Result<std::unique_ptr<ByteStream>> stream = open(path);
  if (!stream)
    return stream.error();
  const std::size_t stated = (*stream)->stated_size();
  if (stated > limit)
    return limit_error(path, limit);

  // The stated size is only a hint: files grow, and those of /proc say 0.
  std::string content;
  content.reserve(stated);
  while (true) {
    const std::size_t before = content.size();
    // One byte more than stated, so that a second read can tell the end.
    content.resize(before < stated ? stated + 1 : before + read_chunk);
    const Result<std::size_t> count =
        (*stream)->read(content.data() + before, content.size() - before);
    if (!count)
      return count.error();
    content.resize(before + *count);
    if (*count == 0)
      return content;
    if (content.size() > limit)
      return limit_error(path, limit);
  }
}

Result<std::vector<std::string>> DiskFileSystem::list(const std::string& folder) const {
  if (holds_nul(folder))
    return file_error(folder, "no such folder");
  const auto close_folder = [](DIR* stream) { ::closedir(stream); };
  const std::string path = folder.empty() ? "." : folder;
  const std::unique_ptr<DIR, decltype(close_folder)> stream(::opendir(path.c_str()), close_folder);
  if (!stream) {
    const int code = errno;
    if (code == ENOTDIR)
      return file_error(folder, "is not a folder");
    return file_error(folder, code == ENOENT ? "no such folder" : reason(code));
  }
  std::vector<std::string> names;
  while (true) {
    errno = 0;
    const dirent* entry = ::readdir(stream.get());
    if (entry == nullptr) {
      if (errno != 0)
        return file_error(folder, reason(errno));
      break;
    }
    std::string name = entry->d_name;
    if (name != "." && name != "..")
      names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

Result<void> DiskFileSystem::create(const std::string& path, std::string_view content) {
  if (holds_nul(path))
    return file_error(path, reason(ENOENT));
  Descriptor file(open_retrying(path, O_WRONLY | O_CREAT | O_EXCL, 0666));
  if (file.number() < 0)
    return file_error(path, errno == ENOENT ? "no such folder" : reason(errno));
  int code = write_all(file.number(), content);
  // A full disk may show only here.
  if (file.close() != 0 && code == 0)
    code = errno;
  if (code == 0)
    return {};
  ::unlink(path.c_str());
  return file_error(path, reason(code));
}

FileKind MemoryFileSystem::kind(const std::string& path) const {
  if (files_.contains(path))
    return FileKind::regular;
  const std::string prefix = folder_prefix(path);
  const auto below = files_.lower_bound(prefix);
  const bool found = below != files_.end() && below->first.starts_with(prefix);
  return found || prefix.empty() ? FileKind::folder : FileKind::missing;
}

Result<std::string> MemoryFileSystem::read(const std::string& path, std::size_t limit) const {
  const auto found = files_.find(path);
  if (found == files_.end())
    return file_error(path, reason(kind(path) == FileKind::folder ? EISDIR : ENOENT));
  if (found->second.size() > limit)
    return limit_error(path, limit);
  return found->second;
}

Result<std::unique_ptr<ByteStream>> MemoryFileSystem::open(const std::string& path) const {
  const auto found = files_.find(path);
  if (found == files_.end())
    return file_error(path, reason(kind(path) == FileKind::folder ? EISDIR : ENOENT));
  return stream_of(found->second);
}

Result<std::vector<std::string>> MemoryFileSystem::list(const std::string& folder) const {
  if (kind(folder) == FileKind::regular)
    return file_error(folder, "is not a folder");
  if (kind(folder) == FileKind::missing)
    return file_error(folder, "no such folder");
  const std::string prefix = folder_prefix(folder);
  std::vector<std::string> names;
  for (auto entry = files_.lower_bound(prefix); entry != files_.end(); ++entry) {
    if (!entry->first.starts_with(prefix))
      break;
    const std::string rest = entry->first.substr(prefix.size());
    std::string name = rest.substr(0, rest.find('/'));
    if (!name.empty())
      names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

Result<void> MemoryFileSystem::replace(const std::string& path, std::string_view expected,
                                       std::string_view content) {
  const auto found = files_.find(path);
  if (found == files_.end())
    return file_error(path, reason(kind(path) == FileKind::folder ? EISDIR : ENOENT));
  if (found->second != expected)
    return file_error(path, file_has_changed);
  found->second = content;
  return {};
}

Result<void> MemoryFileSystem::create(const std::string& path, std::string_view content) {
  if (kind(path) != FileKind::missing)
    return file_error(path, reason(EEXIST));
  files_.emplace(path, content);
  return {};
}

std::unique_ptr<ByteStream> stream_of(std::string bytes) {
  return std::make_unique<MemoryStream>(std::move(bytes));
}

std::string join_path(std::string_view folder, std::string_view name) {
  if (folder.empty() || name.starts_with('/'))
    return std::string(name);
  std::string path(folder);
  if (path.back() != '/')
    path += '/';
  return path.append(name);
}

std::string_view parent_path(std::string_view path) {
  while (path.size() > 1 && path.back() == '/')
    path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos)
    return {};
  path = path.substr(0, slash + 1);
  while (path.size() > 1 && path.back() == '/')
    path.remove_suffix(1);
  return path;
}

std::string_view file_name(std::string_view path) {
  while (!path.empty() && path.back() == '/')
    path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace mailcheck
