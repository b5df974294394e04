#include "sendmail/handover.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace mailcheck {
namespace {

constexpr const char* usual_places[] = {"/usr/sbin/sendmail", "/usr/lib/sendmail"};

bool is_wrapper(const std::string& program) {
  std::error_code failure;
  return std::filesystem::equivalent(program, "/proc/self/exe", failure) && !failure;
}

Error failure_of(std::string_view what) {
  return Error{fmt::format("{}: {}", what, std::generic_category().message(errno))};
}

}  // namespace

Result<std::string> real_sendmail(const std::string& given) {
  if (!given.empty()) {
    if (::access(given.c_str(), X_OK) != 0)
      return Error{fmt::format("MAILCHECK_SENDMAIL: “{}” cannot be run", given)};
    if (is_wrapper(given))
      return Error{"MAILCHECK_SENDMAIL names mailcheck-sendmail itself"};
    return given;
  }
  for (const char* place : usual_places) {
    if (::access(place, X_OK) == 0 && !is_wrapper(place))
      return std::string(place);
  }
  return Error{"there is no sendmail to hand the message on to; set MAILCHECK_SENDMAIL"};
}

Error hand_on(const std::string& program, const std::vector<std::string>& arguments,
              std::string_view message) {
  // A file that has no name: nobody else can open it, and it is gone with the last reader.
  std::FILE* const file = std::tmpfile();
  if (file == nullptr)
    return failure_of("the message cannot be kept");
  if (std::fwrite(message.data(), 1, message.size(), file) != message.size() ||
      std::fflush(file) != 0)
    return failure_of("the message cannot be kept");
  const int descriptor = ::fileno(file);
  if (::lseek(descriptor, 0, SEEK_SET) != 0 || ::dup2(descriptor, STDIN_FILENO) < 0)
    return failure_of("the message cannot be handed on");
  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words)
    pointers.push_back(word.data());
  pointers.push_back(nullptr);
  ::execv(program.c_str(), pointers.data());
  return failure_of(program);
}

}  // namespace mailcheck
