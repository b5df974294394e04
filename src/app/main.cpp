#include <csignal>
#include <string>
#include <vector>

#include "app/commands.hpp"
#include "app/last_resort.hpp"

// CLI11 allocates memory before main does anything.
[[gnu::constructor(101)]] static void prepare() {
  mailcheck::prepare_last_resort();
}

int main(int argc, char** argv) {
  mailcheck::occupy_standard_descriptors();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is noticed where it is written to
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  mailcheck::DiskFileSystem files;
  mailcheck::Output out(1);
  mailcheck::Output err(2);
  return mailcheck::run_program(arguments, mailcheck::read_environment(), files, out, err);
}
