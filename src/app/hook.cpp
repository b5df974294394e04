#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/git_hooks.hpp"
#include "app/hook_block.hpp"
#include "report/escape.hpp"

namespace mailcheck {
namespace {

/// Bytes of a hook that is read; a longer one is left alone.
constexpr std::size_t hook_size_limit = std::size_t{1} << 20;

std::optional<Hook> hook_named(const std::string& name) {
  if (name == "git")
    return Hook::pre_commit;
  return name == "sendemail-validate" ? std::optional(Hook::sendemail_validate) : std::nullopt;
}

/// git runs a hook only when it is executable.
Result<void> make_executable(const std::string& path) {
  namespace fs = std::filesystem;
  constexpr fs::perms execute =
      fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
  std::error_code failure;
  fs::permissions(path, execute, fs::perm_options::add, failure);
  if (failure)
    return Error{fmt::format("cannot be made executable: {}", failure.message()), path};
  return {};
}

Result<void> write_hook(const Session& session, const std::string& path, std::string_view old,
                        std::string_view content) {
  if (!old.empty())
    return session.files.replace(path, old, content);
  std::error_code failure;
  std::filesystem::create_directories(std::string(parent_path(path)), failure);
  return session.files.create(path, content);
}

Result<std::string> install(const Session& session, Hook hook, const std::string& path) {
  std::string old;
  if (session.files.kind(path) != FileKind::missing) {
    Result<std::string> read = session.files.read(path, hook_size_limit);
    if (!read)
      return read;
    old = *std::move(read);
  }
  Result<std::string> content = with_block(hook, old);
  if (!content)
    return Error{content.error().message, path};
  if (*content != old) {
    if (Result<void> done = write_hook(session, path, old, *content); !done)
      return done.error();
  }
  if (Result<void> done = make_executable(path); !done)
    return done.error();
  return fmt::format("{} {}.\n", old.empty() ? "Wrote" : "Added a block to", terminal_safe(path));
}

Result<std::string> uninstall(const Session& session, const std::string& path) {
  const std::string nothing = fmt::format("mailcheck is not in {}.\n", terminal_safe(path));
  if (session.files.kind(path) == FileKind::missing)
    return nothing;
  const Result<std::string> old = session.files.read(path, hook_size_limit);
  if (!old)
    return old.error();
  const Result<std::optional<std::string>> rest = without_block(*old);
  if (!rest)
    return Error{rest.error().message, path};
  if (!*rest)
    return nothing;
  if (!(*rest)->empty()) {
    if (Result<void> done = session.files.replace(path, *old, **rest); !done)
      return done.error();
    return fmt::format("Took mailcheck out of {}; the rest stays.\n", terminal_safe(path));
  }
  std::error_code failure;
  if (!std::filesystem::remove(path, failure))
    return Error{fmt::format("cannot be removed: {}", failure.message()), path};
  return fmt::format("Removed {}.\n", terminal_safe(path));
}

}  // namespace

int run_hook(const Session& session) {
  const std::vector<std::string>& words = session.options.arguments;
  const std::optional<Hook> hook = words.size() == 2 ? hook_named(words[1]) : std::nullopt;
  if (!hook || (words[0] != "install" && words[0] != "uninstall")) {
    session.report(Error{"hook needs “install” or “uninstall”, and “git” or “sendemail-validate”"});
    return status_failed;
  }
  const Result<std::string> folder = git_hooks_folder(
      session.files, session.environment.current_folder, std::string(environment_variable("HOME")));
  if (!folder) {
    session.report(folder.error());
    return status_failed;
  }
  const std::string path = join_path(*folder, file_name_of(*hook));
  const Result<std::string> done =
      words[0] == "install" ? install(session, *hook, path) : uninstall(session, path);
  if (!done) {
    session.report(done.error());
    return status_failed;
  }
  session.out.write(*done);
  return status_clean;
}

}  // namespace mailcheck
