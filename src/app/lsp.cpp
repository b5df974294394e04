// The language server's side of standard input and output: waiting, reading, writing. What is said
// there is decided in lsp/.

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <optional>
#include <string>
#include <string_view>

#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

#include "app/commands.hpp"
#include "app/lsp_workspace.hpp"
#include "app/version.hpp"
#include "base/posix_file.hpp"
#include "lsp/framing.hpp"
#include "lsp/server.hpp"

namespace mailcheck {
namespace {

/// Between two looks at whether the editor still lives, in milliseconds.
constexpr int look_after_editor = 2000;

/// Whether bytes, or the end, wait on standard input; waits that long for them.
bool has_input(int milliseconds) {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return ::poll(&input, 1, milliseconds) > 0;
}

/// False at the end of the input.
bool read_input(FrameReader& frames) {
  std::array<char, 65536> buffer;
  const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
  if (count > 0)
    frames.feed(std::string_view(buffer.data(), static_cast<std::size_t>(count)));
  return count > 0 || (count < 0 && errno == EINTR);
}

/// Memory beyond what the program has when it starts; a session that needs more ends with a line
/// (app/last_resort.hpp) instead of making the machine swap, and its editor starts another.
constexpr rlim_t memory_limit = rlim_t{512} << 20U;

void limit_memory(const FileSystem& files) {
  constexpr std::size_t longest_statm = 4096;
  const Result<std::string> statm = files.read("/proc/self/statm", longest_statm);
  rlimit limit{};
  if (!statm || ::getrlimit(RLIMIT_AS, &limit) != 0)
    return;
  rlim_t pages = 0;
  std::from_chars(statm->data(), statm->data() + statm->size(), pages);
  const rlim_t wanted = pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)) + memory_limit;
  if (pages == 0 || limit.rlim_cur <= wanted)
    return;
  limit.rlim_cur = wanted;
  ::setrlimit(RLIMIT_AS, &limit);
}

bool has_ended(std::optional<std::int64_t> process) {
  if (!process || *process <= 0 || *process > INT32_MAX)
    return false;
  return ::kill(static_cast<pid_t>(*process), 0) != 0 && errno == ESRCH;
}

void take_messages(FrameReader& frames, Server& server) {
  while (server.has_room()) {
    const std::optional<Frame> frame = frames.next();
    if (!frame)
      return;
    server.receive(*frame);
  }
}

/// Runs a session until it ends, the input does, or nobody listens any more.
int serve(Server& server, Output& out) {
  FrameReader frames;
  bool is_open = true;
  while (!server.is_done() && out.state() == Output::State::open) {
    take_messages(frames, server);
    const int patience = server.has_work() ? 0 : look_after_editor;
    if (is_open && server.has_room() && has_input(patience)) {
      is_open = read_input(frames);
      continue;
    }
    if (!server.has_work()) {
      if (!is_open || has_ended(server.client_process()))
        break;
      continue;
    }
    server.step();
    for (const std::string& message : server.take_outgoing())
      out.write(framed(message));
    out.flush();
  }
  return server.exit_status();
}

}  // namespace

int run_lsp(const Session& session) {
  // Standard output belongs to the protocol. What a library might print goes to standard error.
  const Descriptor wire(::dup(STDOUT_FILENO));
  if (wire.number() < 0 || ::dup2(STDERR_FILENO, STDOUT_FILENO) < 0) {
    session.report(Error{"standard output cannot be used"});
    return status_failed;
  }
  limit_memory(session.files);
  DiskWorkspace workspace(session);
  Server server(workspace, std::string(program_version()));
  Output out(wire.number());
  return serve(server, out);
}

}  // namespace mailcheck
