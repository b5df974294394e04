// Confines itself as mailcheck does and says of each thing whether it can still be done:
// `confinement_probe none|wanted FOLDER`, a line each, “name: yes” or “name: no”. Status 77 where
// the kernel has no Landlock.

#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/confinement.hpp"

namespace {

void say(std::string_view name, bool can) {
  fmt::print("{}: {}\n", name, can ? "yes" : "no");
}

bool can_open(const std::string& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags, 0600);
  if (descriptor >= 0)
    ::close(descriptor);
  return descriptor >= 0;
}

/// Whether a program can be started; tried in a child, which would be that program afterwards.
bool can_execute() {
  const pid_t child = ::fork();
  if (child == 0) {
    ::execl("/bin/true", "true", nullptr);
    ::_exit(9);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Nobody listens there, so that being refused by the other side is as good as being connected.
bool can_connect() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(9);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int done = ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  const bool can = done == 0 || errno != EACCES;
  ::close(socket);
  return can;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3)
    return 2;
  const std::string folder = argv[2];
  const bool writes = std::string_view(argv[1]) == "wanted";
  using mailcheck::FileWriting;
  if (!mailcheck::confine_process(writes ? FileWriting::wanted : FileWriting::none))
    return 77;
  say("read", can_open(folder + "/old", O_RDONLY));
  say("write", can_open(folder + "/old", O_WRONLY));
  say("truncate", can_open(folder + "/old", O_WRONLY | O_TRUNC));
  say("create", can_open(folder + "/new", O_WRONLY | O_CREAT));
  say("create without a name", can_open(folder, O_WRONLY | O_TMPFILE));
  say("make a folder", ::mkdir((folder + "/sub").c_str(), 0700) == 0);
  say("link", ::symlink("/etc/passwd", (folder + "/link").c_str()) == 0);
  say("rename", ::rename((folder + "/old").c_str(), (folder + "/older").c_str()) == 0);
  say("remove", ::unlink((folder + "/gone").c_str()) == 0);
  say("execute", can_execute());
  say("connect", can_connect());
  return 0;
}
