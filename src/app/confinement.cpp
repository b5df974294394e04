#include "app/confinement.hpp"

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>

#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace mailcheck {
namespace {

// As in linux/landlock.h, whose copy on the building machine may be older than the kernel.
struct RulesetAttributes {
  std::uint64_t handled_access_fs = 0;
  std::uint64_t handled_access_net = 0;
  std::uint64_t scoped = 0;
};
constexpr unsigned version_flag = 1;

/// Bits of `handled_access_fs` and since which version of Landlock there are.
struct Right {
  unsigned bit;
  long since;
};
constexpr Right execute{0, 1};
constexpr auto writing_rights = std::to_array<Right>({
    {1, 1},   // write to a file
    {4, 1},   // remove a folder
    {5, 1},   // remove a file
    {6, 1},   // make a character device,
    {7, 1},   // a folder,
    {8, 1},   // a file,
    {9, 1},   // a socket,
    {10, 1},  // a FIFO,
    {11, 1},  // a block device,
    {12, 1},  // a symbolic link
    {13, 2},  // move to another folder
    {14, 3},  // truncate
});
constexpr std::uint64_t tcp_rights = 0b11;       // bind, connect
constexpr std::uint64_t abstract_sockets = 0b1;  // to processes outside

// Debian 12's C library has no functions for these.
constexpr long create_ruleset = 444;
constexpr long restrict_self = 446;

std::uint64_t bit_of(Right right, long version) {
  return version >= right.since ? std::uint64_t{1} << right.bit : 0;
}

}  // namespace

bool confine_process(FileWriting writing) {
  const long version = ::syscall(create_ruleset, nullptr, std::size_t{0}, version_flag);
  if (version < 1)
    return false;
  constexpr long with_network = 4;
  constexpr long with_scopes = 6;
  RulesetAttributes attributes;
  attributes.handled_access_fs = bit_of(execute, version);
  if (writing == FileWriting::none) {
    for (const Right right : writing_rights)
      attributes.handled_access_fs |= bit_of(right, version);
  }
  std::size_t size = offsetof(RulesetAttributes, handled_access_net);
  if (version >= with_network) {
    attributes.handled_access_net = tcp_rights;
    size = offsetof(RulesetAttributes, scoped);
  }
  if (version >= with_scopes) {
    attributes.scoped = abstract_sockets;
    size = sizeof attributes;
  }
  // No rule is added: what is handled is allowed nowhere.
  const long ruleset = ::syscall(create_ruleset, &attributes, size, 0U);
  if (ruleset < 0)
    return false;
  // Without this only root may confine itself.
  const bool done = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                    ::syscall(restrict_self, static_cast<int>(ruleset), 0U) == 0;
  ::close(static_cast<int>(ruleset));
  return done;
}

}  // namespace mailcheck
