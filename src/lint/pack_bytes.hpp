#pragma once

// Numbers, strings and lists as bytes and back, for the rule pack. Everything is 4-aligned and
// little-endian, so that the words of a phrase book can be used where they lie.

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mailcheck {

class PackWriter {
 public:
  void number(std::uint32_t value);
  void integer(std::int64_t value);
  void text(std::string_view value);
  void list(const std::vector<std::string>& values);
  void words(std::span<const std::uint32_t> values);
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// Reads what PackWriter wrote. After a read beyond the end `failed()` holds and every further read
/// gives an empty value. Views point into the bytes.
class PackReader {
 public:
  explicit PackReader(std::string_view bytes) : rest_(bytes) {}

  std::uint32_t number() {
    const std::string_view bytes = take(sizeof(std::uint32_t));
    std::uint32_t value = 0;
    if (!failed_)
      std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }
  std::int64_t integer();
  std::string_view text() {
    const std::size_t size = number();
    return take((size + 3) / 4 * 4).substr(0, failed_ ? 0 : size);
  }
  std::vector<std::string_view> list();
  std::span<const std::uint32_t> words();
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool at_end() const { return failed_ || rest_.empty(); }

 private:
  std::string_view take(std::size_t size) {
    if (failed_ || size > rest_.size()) {
      failed_ = true;
      return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace mailcheck
