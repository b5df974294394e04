#include "dev/print.hpp"

#include <cstdio>

#include "report/error_text.hpp"

namespace mailcheck::dev {

int fail(const Error& error) {
  const std::string text = error_text(error, Color::never);
  std::fwrite(text.data(), 1, text.size(), stderr);
  return 2;
}

}  // namespace mailcheck::dev
