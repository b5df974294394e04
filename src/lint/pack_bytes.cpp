#include "lint/pack_bytes.hpp"

#include <cstring>

namespace mailcheck {

void PackWriter::number(std::uint32_t value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  bytes_.append(bytes, sizeof value);
}

void PackWriter::integer(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  number(static_cast<std::uint32_t>(bits));
  number(static_cast<std::uint32_t>(bits >> 32));
}

void PackWriter::text(std::string_view value) {
  number(static_cast<std::uint32_t>(value.size()));
  bytes_ += value;
  bytes_.resize((bytes_.size() + 3) / 4 * 4);
}

void PackWriter::list(const std::vector<std::string>& values) {
  number(static_cast<std::uint32_t>(values.size()));
  for (const std::string& value : values)
    text(value);
}

void PackWriter::words(std::span<const std::uint32_t> values) {
  number(static_cast<std::uint32_t>(values.size()));
  for (const std::uint32_t value : values)
    number(value);
}

std::int64_t PackReader::integer() {
  const std::uint64_t low = number();
  const std::uint64_t high = number();
  return static_cast<std::int64_t>(high << 32 | low);
}

std::vector<std::string_view> PackReader::list() {
  std::vector<std::string_view> values;
  for (std::uint32_t left = number(); left > 0 && !failed_; --left)
    values.push_back(text());
  return values;
}

std::span<const std::uint32_t> PackReader::words() {
  const std::size_t count = number();
  const std::string_view bytes = take(count * sizeof(std::uint32_t));
  // The pack is 4-aligned and so is everything in it.
  return {reinterpret_cast<const std::uint32_t*>(bytes.data()), failed_ ? 0 : count};
}

}  // namespace mailcheck
