#include "report/json_writer.hpp"

#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "report/escape.hpp"

namespace mailcheck {

void JsonWriter::new_line() {
  if (style_ == JsonStyle::one_line)
    return;
  out_ += '\n';
  out_.append(2 * level_, ' ');
}

void JsonWriter::begin_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_)
    out_ += style_ == JsonStyle::one_line ? ", " : ",";
  if (level_ > 0)
    new_line();
  first_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
  begin_value();
  out_ += bracket;
  ++level_;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  --level_;
  if (!first_)
    new_line();
  out_ += bracket;
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  begin_value();
  out_ += json_string(name) + ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
  begin_value();
  out_ += json_string(value);
  return *this;
}

JsonWriter& JsonWriter::number(std::size_t value) {
  begin_value();
  out_ += fmt::format("{}", value);
  return *this;
}

JsonWriter& JsonWriter::fraction(double value) {
  begin_value();
  out_ += fmt::format("{}", std::round(value * 100) / 100);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  begin_value();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  begin_value();
  out_ += "null";
  return *this;
}

std::string JsonWriter::take() {
  return std::exchange(out_, {});
}

}  // namespace mailcheck
