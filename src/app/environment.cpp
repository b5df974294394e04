#include "app/environment.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mail/mbox/mbox.hpp"

namespace mailcheck {
namespace {

constexpr std::size_t narrowest = 40;
constexpr std::size_t widest = 100;

/// The path of a file of the user's; empty without a home folder.
std::string user_path(std::string_view name) {
  // A relative XDG_CONFIG_HOME is invalid and ignored (XDG Base Directory Specification 0.8).
  if (const std::string_view folder = environment_variable("XDG_CONFIG_HOME");
      folder.starts_with('/'))
    return std::string(folder) + "/mailcheck/" + std::string(name);
  if (const std::string_view home = environment_variable("HOME"); home.starts_with('/'))
    return std::string(home) + "/.config/mailcheck/" + std::string(name);
  return {};
}

std::size_t width_of_terminal(int descriptor) {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return 80;
  return size.ws_col;
}

bool is_pipe(int descriptor) {
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 &&
         (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
}

class StandardInput final : public ByteStream {
 public:
  explicit StandardInput(std::function<void()> before_waiting)
      : before_waiting_(std::move(before_waiting)) {}

  [[nodiscard]] Result<std::size_t> read(char* to, std::size_t count) override {
    if (before_waiting_ && !is_ready())
      before_waiting_();
    while (true) {
      const ssize_t got = ::read(STDIN_FILENO, to, count);
      if (got >= 0)
        return static_cast<std::size_t>(got);
      const int error = errno;
      if (error != EINTR)
        return Error{std::generic_category().message(error), "standard input"};
    }
  }
  [[nodiscard]] std::size_t stated_size() const override { return 0; }

 private:
  [[nodiscard]] static bool is_ready() {
    pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
    return ::poll(&input, 1, 0) != 0;
  }

  std::function<void()> before_waiting_;
};

}  // namespace

std::unique_ptr<ByteStream> open_standard_input(std::function<void()> before_waiting) {
  return std::make_unique<StandardInput>(std::move(before_waiting));
}

std::optional<Moment> read_clock() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  if (now == static_cast<std::time_t>(-1) || ::localtime_r(&now, &local) == nullptr)
    return std::nullopt;
  Moment moment;
  moment.day = std::chrono::year(local.tm_year + 1900) / (local.tm_mon + 1) / local.tm_mday;
  moment.time = std::chrono::hours(local.tm_hour) + std::chrono::minutes(local.tm_min) +
                std::chrono::seconds(local.tm_sec);
  moment.offset =
      std::chrono::duration_cast<std::chrono::minutes>(std::chrono::seconds(local.tm_gmtoff));
  return moment;
}

std::string_view environment_variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

Environment read_environment() {
  Environment environment;
  std::error_code error;
  environment.current_folder = std::filesystem::current_path(error).string();
  environment.user_config = user_path("config.toml");
  environment.user_words = user_path("words.txt");
  environment.now = read_clock();
  environment.terminal_in = ::isatty(STDIN_FILENO) == 1;
  environment.terminal_out = ::isatty(STDOUT_FILENO) == 1;
  environment.terminal_error = ::isatty(STDERR_FILENO) == 1;
  if (environment.terminal_out)
    environment.terminal_width = std::clamp(width_of_terminal(STDOUT_FILENO), narrowest, widest);
  if (environment.terminal_error)
    environment.error_width = width_of_terminal(STDERR_FILENO);
  environment.pipe_out = is_pipe(STDOUT_FILENO);
  environment.dumb_terminal = environment_variable("TERM") == "dumb";
  environment.no_color = !environment_variable("NO_COLOR").empty() || environment.dumb_terminal;
  const std::string_view force = environment_variable("FORCE_COLOR");
  environment.force_color = !force.empty() && force != "0";
  return environment;
}

Color color_for(ColorChoice choice, const Environment& environment, bool terminal) {
  if (choice != ColorChoice::automatic)
    return choice == ColorChoice::always ? Color::always : Color::never;
  if (environment.no_color)
    return Color::never;
  return terminal || environment.force_color ? Color::always : Color::never;
}

Result<std::string> read_standard_input(std::size_t limit, std::size_t mbox_limit) {
  StandardInput input{nullptr};
  std::string content;
  std::array<char, 65536> buffer;
  while (true) {
    const Result<std::size_t> count = input.read(buffer.data(), buffer.size());
    if (!count)
      return count.error();
    if (*count == 0)
      return content;
    content.append(buffer.data(), *count);
    if (content.size() > limit && limit < mbox_limit && is_mbox(content))
      limit = mbox_limit;
    if (content.size() > limit)
      return Error{fmt::format("more than the limit of {} bytes; nothing of it was checked", limit),
                   "standard input"};
  }
}

}  // namespace mailcheck
