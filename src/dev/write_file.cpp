#include "dev/write_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace mailcheck::dev {

Result<void> write_file(const std::string& path, std::string_view content) {
  const auto close = [](std::FILE* file) { std::fclose(file); };
  std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "wb"), close);
  if (file == nullptr ||
      std::fwrite(content.data(), 1, content.size(), file.get()) != content.size() ||
      std::fflush(file.get()) != 0)
    return Error{.message = std::strerror(errno), .file = path};
  return {};
}

}  // namespace mailcheck::dev
