// DiskFileSystem::replace: a new file beside the old one takes its name in one step, so that there
// is no moment at which the draft is lost.

#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "base/file.hpp"
#include "base/posix_file.hpp"

namespace mailcheck {

namespace {

/// Names tried for the new file, when others are taken.
constexpr int name_attempts = 100;
/// Seconds after which a new file that has not taken its place was left behind by a program that
/// was killed: a name is only needed for moments.
constexpr time_t leftover_age = 600;

bool same_file(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino && a.st_size == b.st_size &&
         a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

/// The file that takes the place of the old one. Until it has a name it is gone with its descriptor
/// (O_TMPFILE); where the system cannot do that it has a name of its own from the beginning, which
/// is removed unless the file was moved.
class NewFile {
 public:
  /// `target`: the name that it shall take in the end.
  NewFile(int folder, std::string_view target)
      : folder_(folder),
        hash_(std::hash<std::string_view>()(target)),
        file_(open_retrying(folder, ".", O_TMPFILE | O_RDWR, 0600)) {
    for (int attempt = 0; file_.number() < 0 && attempt < name_attempts; ++attempt) {
      std::string name = free_name(attempt);
      const int number = open_retrying(folder_, name, O_RDWR | O_CREAT | O_EXCL, 0600);
      if (number < 0 && errno == EEXIST)
        continue;
      code_ = errno;
      if (number < 0)
        return;
      named_ = std::make_unique<Descriptor>(number);
      name_ = std::move(name);
      return;
    }
  }
  ~NewFile() {
    if (!name_.empty())
      ::unlinkat(folder_, name_.c_str(), 0);
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  /// Negative when it could not be made; `code()` says why.
  [[nodiscard]] int number() const { return named_ ? named_->number() : file_.number(); }
  [[nodiscard]] int code() const { return code_; }

  /// Gives it the name `to`, over the file that has it. 0, or an `errno`.
  int move_to(const std::string& to) {
    for (int attempt = 0; name_.empty() && attempt < name_attempts; ++attempt) {
      std::string name = free_name(attempt);
      remove_leftover(name);
      const std::string self = fmt::format("/proc/self/fd/{}", number());
      if (::linkat(AT_FDCWD, self.c_str(), folder_, name.c_str(), AT_SYMLINK_FOLLOW) == 0)
        name_ = std::move(name);
      else if (errno != EEXIST)
        return errno;
    }
    if (name_.empty())
      return EEXIST;
    if (::renameat(folder_, name_.c_str(), folder_, to.c_str()) != 0)
      return errno;
    name_.clear();
    return 0;
  }

 private:
  /// The same names for the same target, so that what was left behind is found again.
  [[nodiscard]] std::string free_name(int attempt) const {
    return fmt::format(".mailcheck-{:016x}-{}.tmp", hash_, attempt);
  }

  /// Ages are told by the file system's clock, which has just dated the new file.
  void remove_leftover(const std::string& name) const {
    struct stat old {};
    struct stat now {};
    if (::fstatat(folder_, name.c_str(), &old, AT_SYMLINK_NOFOLLOW) != 0 ||
        ::fstat(number(), &now) != 0)
      return;
    if (S_ISREG(old.st_mode) && old.st_uid == now.st_uid && old.st_ino != now.st_ino &&
        old.st_mtim.tv_sec + leftover_age < now.st_mtim.tv_sec)
      ::unlinkat(folder_, name.c_str(), 0);
  }

  int folder_;
  std::size_t hash_;
  Descriptor file_;
  std::unique_ptr<Descriptor> named_;
  std::string name_;  // Empty as long as it has none.
  int code_ = 0;
};

/// 0, or the `errno` of the first attribute that cannot be copied. Labels of the system's security
/// modules are theirs to give.
int copy_attributes(int from, int to) {
  const ssize_t size = ::flistxattr(from, nullptr, 0);
  if (size <= 0)
    return size == 0 || errno == ENOTSUP ? 0 : errno;
  std::vector<char> names(static_cast<std::size_t>(size));
  const ssize_t listed = ::flistxattr(from, names.data(), names.size());
  if (listed < 0)
    return errno;
  names.resize(static_cast<std::size_t>(listed));
  for (std::size_t at = 0; at < names.size();) {
    const std::string name(&names[at]);
    at += name.size() + 1;
    if (name.starts_with("security."))
      continue;
    const ssize_t length = ::fgetxattr(from, name.c_str(), nullptr, 0);
    if (length < 0)
      return errno;
    std::vector<char> value(static_cast<std::size_t>(length));
    const ssize_t got = ::fgetxattr(from, name.c_str(), value.data(), value.size());
    if (got < 0 ||
        ::fsetxattr(to, name.c_str(), value.data(), static_cast<std::size_t>(got), 0) != 0)
      return errno;
  }
  return 0;
}

/// Makes the new file like the old one and safe on the disk. 0, or an `errno`.
int finish(int old_file, const struct stat& status, int new_file, std::string_view content) {
  if (const int code = write_all(new_file, content); code != 0)
    return code;
  struct stat written {};
  if (::fstat(new_file, &written) != 0)
    return errno;
  if (written.st_size != static_cast<off_t>(content.size()))
    return EIO;
  const bool other_owner = written.st_uid != status.st_uid || written.st_gid != status.st_gid;
  if (other_owner && ::fchown(new_file, status.st_uid, status.st_gid) != 0)
    return errno;
  if (const int code = copy_attributes(old_file, new_file); code != 0)
    return code;
  if (::fchmod(new_file, status.st_mode & 07777) != 0)
    return errno;
  return ::fsync(new_file) == 0 ? 0 : errno;
}

/// What is wrong with replacing this file; empty when nothing is.
std::string objection(const struct stat& status) {
  if (S_ISDIR(status.st_mode))
    return reason(EISDIR);
  if (!S_ISREG(status.st_mode))
    return "is not a regular file";
  if (status.st_nlink > 1)
    return "has several names (hard links), which a new file could not keep";
  return {};
}

}  // namespace

Result<void> DiskFileSystem::replace(const std::string& path, std::string_view expected,
                                     std::string_view content) {
  const std::unique_ptr<char, decltype(&std::free)> real(
      holds_nul(path) ? nullptr : ::realpath(path.c_str(), nullptr), &std::free);
  if (!real)
    return file_error(path, reason(holds_nul(path) ? ENOENT : errno));
  const std::string target = real.get();
  const Descriptor folder(open_retrying(std::string(parent_path(target)), O_RDONLY | O_DIRECTORY));
  const std::string name(file_name(target));
  const Descriptor old_file(
      open_retrying(folder.number(), name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
  struct stat status {};
  if (folder.number() < 0 || old_file.number() < 0 || ::fstat(old_file.number(), &status) != 0)
    return file_error(path, reason(errno));
  if (const std::string wrong = objection(status); !wrong.empty())
    return file_error(path, wrong);
  // A new file would get around the old one's being read-only.
  if (::faccessat(folder.number(), name.c_str(), W_OK, AT_EACCESS) != 0)
    return file_error(path, reason(errno));
  const Result<std::string> found = read(target, expected.size());
  if (!found || *found != expected)
    return file_error(path, file_has_changed);

  NewFile new_file(folder.number(), name);
  if (new_file.number() < 0)
    return file_error(path, reason(new_file.code()));
  if (const int code = finish(old_file.number(), status, new_file.number(), content); code != 0)
    return file_error(path, reason(code));
  struct stat now {};
  if (::fstatat(folder.number(), name.c_str(), &now, AT_SYMLINK_NOFOLLOW) != 0 ||
      !same_file(status, now))
    return file_error(path, file_has_changed);
  if (const int code = new_file.move_to(name); code != 0)
    return file_error(path, reason(code));
  // The name is on the disk only now. Not every file system can say so.
  ::fsync(folder.number());
  return {};
}

}  // namespace mailcheck
