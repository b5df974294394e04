#include "sendmail/terminal.hpp"

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/environment.hpp"

namespace mailcheck {
namespace {

constexpr const char* terminal_path = "/dev/tty";

std::string editor() {
  std::string visual(environment_variable("VISUAL"));
  if (!visual.empty())
    return visual;
  std::string plain(environment_variable("EDITOR"));
  return plain.empty() ? "vi" : plain;
}

/// A new file of the user's alone.
Result<std::string> write_temporary(const std::string& message) {
  const std::string folder(environment_variable("TMPDIR"));
  std::string path = (folder.empty() ? "/tmp" : folder) + "/mailcheck-XXXXXX.eml";
  constexpr int suffix = 4;
  const int descriptor = ::mkstemps(path.data(), suffix);
  if (descriptor < 0)
    return Error{fmt::format("no file to edit: {}", std::generic_category().message(errno))};
  ::close(descriptor);
  std::ofstream file(path, std::ios::binary);
  file << message;
  file.close();
  if (!file)
    return Error{"the message could not be written for the editor", path};
  return path;
}

/// Runs the editor on the terminal; false when it fails.
bool run_editor(const std::string& path) {
  const pid_t child = ::fork();
  if (child == 0) {
    const int terminal = ::open(terminal_path, O_RDWR);
    if (terminal >= 0) {
      ::dup2(terminal, STDIN_FILENO);
      ::dup2(terminal, STDOUT_FILENO);
    }
    // As git does it, so that an editor may have options.
    const std::string command = editor() + " \"$1\"";
    ::execl("/bin/sh", "sh", "-c", command.c_str(), "editor", path.c_str(), nullptr);
    ::_exit(127);
  }
  int status = 0;
  pid_t ended = -1;
  do {
    ended = child < 0 ? -1 : ::waitpid(child, &status, 0);
  } while (ended < 0 && child > 0 && errno == EINTR);
  return ended == child && child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

bool has_terminal() {
  const int terminal = ::open(terminal_path, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0)
    return false;
  ::close(terminal);
  return true;
}

Answer ask_on_terminal(const std::string& report) {
  std::ofstream out(terminal_path);
  out << '\n' << report << "Edit the mail, send it as it is, or abort? [e/s/A] " << std::flush;
  std::ifstream in(terminal_path);
  std::string line;
  std::getline(in, line);
  if (line == "e" || line == "E")
    return Answer::edit;
  return line == "s" || line == "S" ? Answer::send : Answer::abort;
}

Result<std::string> edited(const std::string& message) {
  Result<std::string> path = write_temporary(message);
  if (!path)
    return path;
  const bool done = run_editor(*path);
  std::ifstream file(*path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  ::unlink(path->c_str());
  if (!done || text.empty())
    return Error{"the editor failed; the mail is as it was"};
  return text;
}

}  // namespace mailcheck
