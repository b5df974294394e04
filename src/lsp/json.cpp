#include "lsp/json.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "report/escape.hpp"

namespace mailcheck {
namespace {

constexpr std::string_view replacement_escape = "\\uFFFD";

/// The code unit of an escape `\uD83D` at `offset`; nothing when there is none.
std::optional<unsigned> escaped_unit(std::string_view text, std::size_t offset) {
  if (text.substr(offset, 2) != "\\u" || offset + 6 > text.size())
    return std::nullopt;
  unsigned value = 0;
  for (const char c : text.substr(offset + 2, 4)) {
    const bool digit = c >= '0' && c <= '9';
    const char lower = static_cast<char>(c | 0x20);
    if (!digit && (lower < 'a' || lower > 'f'))
      return std::nullopt;
    value = 16 * value + static_cast<unsigned>(digit ? c - '0' : lower - 'a' + 10);
  }
  return value;
}

bool is_high(std::optional<unsigned> unit) {
  return unit && *unit >= 0xD800 && *unit < 0xDC00;
}
bool is_low(std::optional<unsigned> unit) {
  return unit && *unit >= 0xDC00 && *unit < 0xE000;
}

/// What is done before the parser sees a text: one pass that repairs it and measures its depth.
class Gate {
 public:
  explicit Gate(std::string_view text) : text_(text) {}

  Result<std::string> pass() {
    out_.reserve(text_.size());
    while (at_ < text_.size()) {
      const unsigned char c = static_cast<unsigned char>(text_[at_]);
      if (c >= 0x80)
        take_code_point();
      else if (in_string_ && c == '\\')
        take_escape();
      else
        take_ascii(text_[at_]);
      if (depth_ > json_depth_limit)
        return Error{fmt::format("the message is nested deeper than {}", json_depth_limit)};
      if (commas_ > json_value_limit)
        return Error{fmt::format("the message has more than {} values", json_value_limit)};
    }
    return std::move(out_);
  }

 private:
  void take_code_point() {
    const CodePoint point = decode_utf8(text_, at_);
    append_utf8(out_, point.value);
    at_ += point.length;
  }

  void take_escape() {
    const std::optional<unsigned> unit = escaped_unit(text_, at_);
    if (is_high(unit) && is_low(escaped_unit(text_, at_ + 6))) {
      copy(12);
    } else if (is_high(unit) || is_low(unit)) {
      out_ += replacement_escape;
      at_ += 6;
    } else {
      copy(2);
    }
  }

  void take_ascii(char c) {
    if (c == '"')
      in_string_ = !in_string_;
    else if (!in_string_)
      count(c);
    copy(1);
  }

  void count(char c) {
    if (c == '[' || c == '{')
      ++depth_;
    else if ((c == ']' || c == '}') && depth_ > 0)
      --depth_;
    else if (c == ',')
      ++commas_;
  }

  void copy(std::size_t count) {
    out_ += text_.substr(at_, count);
    at_ += count;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
  bool in_string_ = false;
  std::size_t depth_ = 0;
  std::size_t commas_ = 0;
};

}  // namespace

/// Builds a value from the parser's events; the parser keeps no recursion and neither does this.
class JsonBuilder {
 public:
  Json root;
  std::string problem;
  std::size_t bad_byte = 0;  // From 1, where `problem` was met.

  bool null() { return put({}); }
  bool boolean(bool value) { return put(value); }
  bool number_integer(std::int64_t value) { return put(value); }
  bool number_unsigned(std::uint64_t value) {
    if (value > static_cast<std::uint64_t>(INT64_MAX))
      return put(static_cast<double>(value));
    return put(static_cast<std::int64_t>(value));
  }
  bool number_float(double value, const std::string& /*written*/) { return put(value); }
  bool string(std::string& value) { return put(std::move(value)); }
  bool binary(nlohmann::json::binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return open(Json(Json::Object())); }
  bool start_array(std::size_t /*size*/) { return open(Json(Json::Array())); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    name_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) {
    problem = fmt::format("the message is no JSON from byte {} on", position);
    bad_byte = position;
    return false;
  }

 private:
  Json* place(Json value) {
    if (open_.empty()) {
      root = std::move(value);
      return &root;
    }
    if (auto* array = std::get_if<Json::Array>(&open_.back()->data_))
      return &array->emplace_back(std::move(value));
    auto& object = std::get<Json::Object>(open_.back()->data_);
    object.push_back({std::move(name_), std::move(value)});
    return &object.back().value;
  }
  bool put(Json value) {
    place(std::move(value));
    return true;
  }
  /// An open array only grows at its end once what is in it is closed, so that the pointers last.
  bool open(Json value) {
    open_.push_back(place(std::move(value)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  std::vector<Json*> open_;
  std::string name_;
};

// Not in the header: there a member of an object is not complete yet.
Json::Json(bool value) : data_(value) {}
Json::Json(int value) : data_(std::int64_t{value}) {}
Json::Json(std::int64_t value) : data_(value) {}
Json::Json(std::size_t value) : data_(static_cast<std::int64_t>(value)) {}
Json::Json(double value) : data_(value) {}
Json::Json(const char* value) : data_(std::string(value)) {}
Json::Json(std::string_view value) : data_(std::string(value)) {}
Json::Json(std::string value) : data_(std::move(value)) {}
Json::Json(Array value) : data_(std::move(value)) {}
Json::Json(Object value) : data_(std::move(value)) {}

std::optional<std::int64_t> Json::integer() const {
  if (const auto* number = std::get_if<std::int64_t>(&data_))
    return *number;
  constexpr double exact = 9007199254740992.0;  // 2^53
  const auto* fraction = std::get_if<double>(&data_);
  if (fraction == nullptr || std::abs(*fraction) > exact || std::trunc(*fraction) != *fraction)
    return std::nullopt;
  return static_cast<std::int64_t>(*fraction);
}

const Json& Json::operator[](std::string_view name) const {
  static const Json null;
  const Object* members = object();
  if (members == nullptr)
    return null;
  for (auto member = members->rbegin(); member != members->rend(); ++member) {
    if (member->name == name)
      return member->value;
  }
  return null;
}

bool Json::flag(std::string_view name) const {
  const bool* value = (*this)[name].boolean();
  return value != nullptr && *value;
}

void Json::add(std::string name, Json value) {
  auto* members = std::get_if<Object>(&data_);
  assert(members != nullptr);
  members->push_back({std::move(name), std::move(value)});
}

namespace {

// As deep as our own answers, or as the limit that what we echo was read with.
void append_json(std::string& out, const Json& value);

void append_array(std::string& out, const Json::Array& array) {
  out += '[';
  for (std::size_t i = 0; i < array.size(); ++i) {
    out += i > 0 ? "," : "";
    append_json(out, array[i]);
  }
  out += ']';
}

void append_object(std::string& out, const Json::Object& object) {
  out += '{';
  for (std::size_t i = 0; i < object.size(); ++i) {
    out += (i > 0 ? "," : "") + json_string(object[i].name) + ":";
    append_json(out, object[i].value);
  }
  out += '}';
}

void append_json(std::string& out, const Json& value) {
  if (const std::string* text = value.string())
    out += json_string(*text);
  else if (const bool* flag = value.boolean())
    out += *flag ? "true" : "false";
  else if (const std::optional<std::int64_t> number = value.integer())
    out += fmt::format("{}", *number);
  else if (const Json::Array* array = value.array())
    append_array(out, *array);
  else if (const Json::Object* object = value.object())
    append_object(out, *object);
  else
    out += "null";
}

}  // namespace

std::string Json::text() const {
  std::string out;
  append_json(out, *this);
  return out;
}

Result<Json> parse_json(std::string_view text) {
  Result<std::string> repaired = Gate(text).pass();
  if (!repaired)
    return std::move(repaired).error();
  JsonBuilder builder;
  if (!nlohmann::json::sax_parse(*repaired, &builder))
    return Error{.message = builder.problem.empty() ? "the message is no JSON" : builder.problem,
                 .column = count_code_points(std::string_view(*repaired).substr(
                               0, std::max<std::size_t>(builder.bad_byte, 1) - 1)) +
                           1};
  return std::move(builder.root);
}

}  // namespace mailcheck
