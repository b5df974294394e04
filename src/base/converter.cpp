#include "base/converter.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <utility>
#include <vector>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>

#include "base/utf8.hpp"

namespace mailcheck {

namespace {

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Icu = std::unique_ptr<UConverter, Close>;

constexpr std::size_t input_limit = std::size_t{1} << 30;
// ICU counts the bytes to write in 31 bits, and reserves up to eight for a unit.
constexpr std::size_t written_limit = std::size_t{1} << 26;
constexpr std::size_t chunk_units = std::size_t{1} << 16;
constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// How the shift sequences of a charset look.
enum class Shifts { none, escapes, tildes, plus };

Shifts shifts_of(UConverterType type) {
  if (type == UCNV_ISO_2022 || type == UCNV_EBCDIC_STATEFUL)
    return Shifts::escapes;
  if (type == UCNV_HZ)
    return Shifts::tildes;
  return type == UCNV_UTF7 ? Shifts::plus : Shifts::none;
}

/// Whether the bytes of a character depend on where in a text it stands.
bool is_stateful(UConverterType type) {
  constexpr std::array stateful = {UCNV_ISO_2022,     UCNV_EBCDIC_STATEFUL, UCNV_HZ,    UCNV_UTF7,
                                   UCNV_SCSU,         UCNV_BOCU1,           UCNV_UTF16, UCNV_UTF32,
                                   UCNV_IMAP_MAILBOX, UCNV_COMPOUND_TEXT};
  return std::find(stateful.begin(), stateful.end(), type) != stateful.end();
}

bool is_shift(char c) {
  return c == '\x1B' || c == '\x0E' || c == '\x0F';
}

// Does nothing, so that ICU stops with its error. ICU's own “stop” when writing drops characters
// without a width, such as a zero width joiner.
void stop_writing(const void*, UConverterFromUnicodeArgs*, const UChar*, std::int32_t, UChar32,
                  UConverterCallbackReason, UErrorCode*) {}

Icu open_icu(std::string_view name) {
  // ICU reads options after a comma; a name from a mail has none to give.
  if (name.empty() || name.size() >= UCNV_MAX_CONVERTER_NAME_LENGTH)
    return nullptr;
  UErrorCode status = U_ZERO_ERROR;
  Icu icu(ucnv_open(std::string(name).c_str(), &status));
  if (U_FAILURE(status) != 0)
    return nullptr;
  ucnv_setToUCallBack(icu.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  ucnv_setFromUCallBack(icu.get(), stop_writing, nullptr, nullptr, nullptr, &status);
  ucnv_setFallback(icu.get(), 0);
  return U_FAILURE(status) != 0 ? nullptr : std::move(icu);
}

/// Puts the UTF-16 units that ICU yields together to pieces.
class Assembler {
 public:
  Assembler(std::string_view bytes, Shifts shifts, const PieceSink& sink)
      : bytes_(bytes), shifts_(shifts), sink_(sink) {}

  [[nodiscard]] bool stopped() const { return stopped_; }

  /// A unit whose bytes begin at `begin`; none: those of the unit before.
  void add_unit(UChar unit, std::optional<std::size_t> begin) {
    if (lead_ != 0) {
      const UChar lead = std::exchange(lead_, UChar{0});
      if (U16_IS_TRAIL(unit)) {
        add_character(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead, unit)), lead_begin_);
        return;
      }
      add_invalid(lead_begin_);
    }
    if (U16_IS_LEAD(unit)) {
      lead_ = unit;
      lead_begin_ = begin;
      return;
    }
    if (U16_IS_TRAIL(unit) || is_stopgap(unit))
      add_invalid(begin);
    else
      add_character(unit, begin);
  }

  /// Bytes that are no character.
  void add_invalid_bytes(Range range) {
    end_lead();
    close(range.begin);
    begin_ = std::max(begin_, range.begin);
    pending_ = replacement_character;
    is_valid_ = false;
    close(range.end);
  }

  /// What comes next begins at `end`.
  void finish(std::size_t end) {
    end_lead();
    close(end);
    flush();
  }

 private:
  // What ICU's tables of Microsoft's East Asian charsets give for single bytes without a meaning.
  static bool is_stopgap(UChar unit) { return unit >= 0xF8F0 && unit <= 0xF8F7; }

  void end_lead() {
    if (std::exchange(lead_, UChar{0}) != 0)
      add_invalid(lead_begin_);
  }

  void add_character(char32_t value, std::optional<std::size_t> begin) {
    start(begin);
    append_utf8(pending_, value);
  }

  void add_invalid(std::optional<std::size_t> begin) {
    start(begin);
    pending_ = replacement_character;
    is_valid_ = false;
  }

  // Begins a new piece unless the unit comes from the bytes of the pending one.
  void start(std::optional<std::size_t> begin) {
    if (pending_.empty()) {
      begin_ = std::max(begin_, begin.value_or(begin_));
      return;
    }
    if (!begin || *begin <= begin_)
      return;
    close(*begin);
    begin_ = std::max(begin_, *begin);
  }

  // The end of the pending piece, which is before `end` when a shift sequence stands between.
  [[nodiscard]] std::size_t without_shift(std::size_t end) const {
    if (end <= begin_ + 1)
      return std::max(begin_, end);
    if (shifts_ == Shifts::escapes) {
      const auto* const first = bytes_.begin() + static_cast<std::ptrdiff_t>(begin_ + 1);
      const auto* const last = bytes_.begin() + static_cast<std::ptrdiff_t>(end);
      return static_cast<std::size_t>(std::find_if(first, last, is_shift) - bytes_.begin());
    }
    if (shifts_ == Shifts::tildes) {
      const bool is_one_byte = pending_.size() == 1 && pending_ != "~";
      return std::min(end, begin_ + (is_one_byte ? 1 : 2));
    }
    // “a+AOk-”: the plus sign begins the next character, or is one of its own.
    if (shifts_ == Shifts::plus && end == begin_ + 2 && bytes_[begin_] != '+' &&
        bytes_[begin_ + 1] == '+')
      return begin_ + 1;
    return end;
  }

  void close(std::size_t next) {
    if (pending_.empty())
      return;
    const std::size_t end = is_valid_ ? without_shift(next) : std::max(begin_, next);
    const bool is_same = is_valid_ && pending_.size() == 1 && end - begin_ == 1 &&
                         bytes_[begin_] == pending_.front();
    if (!is_same || run_.end != begin_)
      flush();
    if (is_same) {
      run_ = {run_.begin == run_.end ? begin_ : run_.begin, end};
    } else {
      using enum ConvertedPiece::Kind;
      send({is_valid_ ? character : invalid, pending_, {begin_, end}});
    }
    begin_ = end;
    pending_.clear();
    is_valid_ = true;
  }

  void flush() {
    if (run_.begin != run_.end)
      send({ConvertedPiece::Kind::same, bytes_.substr(run_.begin, run_.end - run_.begin), run_});
    run_ = {};
  }

  void send(const ConvertedPiece& piece) {
    if (!stopped_)
      stopped_ = !sink_(piece);
  }

  std::string_view bytes_;
  Shifts shifts_;
  const PieceSink& sink_;
  bool stopped_ = false;
  Range run_;            // ASCII that was not sent yet.
  std::string pending_;  // Text of the piece whose end is not known yet.
  std::size_t begin_ = 0;
  bool is_valid_ = true;
  UChar lead_ = 0;
  std::optional<std::size_t> lead_begin_;
};

/// Whether the bytes that ICU refused are a whole shift sequence that nothing stands before: ICU
/// takes these for an attack, but two encoded words put together have them.
bool is_needless_shift(std::string_view invalid, UErrorCode status) {
  return status == U_ILLEGAL_ESCAPE_SEQUENCE &&
         ((invalid.size() >= 3 && invalid.front() == '\x1B') ||
          (invalid.size() == 2 && invalid.front() == '~'));
}

/// The bytes that ICU refused, which end at `end`.
Range refused_bytes(const UConverter* icu, std::size_t end) {
  std::array<char, 64> buffer{};
  auto length = static_cast<std::int8_t>(buffer.size());
  UErrorCode status = U_ZERO_ERROR;
  ucnv_getInvalidChars(icu, buffer.data(), &length, &status);
  if (U_FAILURE(status) != 0 || length < 0)
    length = 0;
  return {end - std::min(end, static_cast<std::size_t>(length)), end};
}

}  // namespace

struct Converter::Handle {
  Icu icu;
};

Converter::Converter(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
Converter::Converter(Converter&&) noexcept = default;
Converter& Converter::operator=(Converter&&) noexcept = default;
Converter::~Converter() = default;

std::optional<Converter> Converter::open(std::string_view name) {
  Icu icu = open_icu(name);
  if (icu == nullptr)
    return std::nullopt;
  return Converter(std::make_unique<Handle>(Handle{std::move(icu)}));
}

void Converter::decode(std::string_view bytes, const PieceSink& sink) {
  assert(bytes.size() <= input_limit);
  UConverter* icu = handle_->icu.get();
  ucnv_resetToUnicode(icu);
  Assembler pieces(bytes, shifts_of(ucnv_getType(icu)), sink);
  std::vector<UChar> units(std::min(bytes.size() + 64, chunk_units));
  std::vector<std::int32_t> offsets(units.size());
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  while (!pieces.stopped()) {
    const auto base = static_cast<std::size_t>(source - bytes.data());
    UChar* target = units.data();
    UErrorCode status = U_ZERO_ERROR;
    // All of the input at once: a character never lies across two calls, only the output does.
    ucnv_toUnicode(icu, &target, units.data() + units.size(), &source, source_end, offsets.data(),
                   1, &status);
    const auto count = static_cast<std::size_t>(target - units.data());
    for (std::size_t i = 0; i < count; ++i) {
      const std::int32_t offset = offsets[i];
      pieces.add_unit(units[i], offset < 0
                                    ? std::nullopt
                                    : std::optional(base + static_cast<std::size_t>(offset)));
    }
    if (status == U_BUFFER_OVERFLOW_ERROR)
      continue;
    if (U_FAILURE(status) == 0)
      break;
    const auto at = static_cast<std::size_t>(source - bytes.data());
    const Range refused = refused_bytes(icu, at);
    if (!is_needless_shift(bytes.substr(refused.begin, refused.end - refused.begin), status))
      pieces.add_invalid_bytes(refused);
    if (at == base && count == 0 && status != U_TRUNCATED_CHAR_FOUND) {
      // It does not go on. What is left is no text.
      source = source_end;
      pieces.add_invalid_bytes({at, bytes.size()});
      break;
    }
  }
  pieces.finish(bytes.size());
}

std::optional<std::string> Converter::encode(std::string_view text) {
  UConverter* icu = handle_->icu.get();
  if (text.size() > written_limit || is_stateful(ucnv_getType(icu)))
    return std::nullopt;
  std::vector<UChar> units;
  units.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    at += point.length;
    if (point.value > 0xFFFF) {
      units.push_back(static_cast<UChar>(U16_LEAD(point.value)));
      units.push_back(static_cast<UChar>(U16_TRAIL(point.value)));
    } else {
      units.push_back(static_cast<UChar>(point.value));
    }
  }
  const auto unit_count = static_cast<std::int32_t>(units.size());
  std::string bytes(
      static_cast<std::size_t>(UCNV_GET_MAX_BYTES_FOR_STRING(unit_count, ucnv_getMaxCharSize(icu))),
      '\0');
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length =
      ucnv_fromUChars(icu, bytes.data(), static_cast<std::int32_t>(bytes.size()), units.data(),
                      unit_count, &status);
  if (U_FAILURE(status) != 0)
    return std::nullopt;
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

std::string_view converter_name(std::string_view alias) {
  if (alias.size() >= UCNV_MAX_CONVERTER_NAME_LENGTH)
    return {};
  // ICU would look for a file of an unknown name, so it is not asked to open one.
  UErrorCode status = U_ZERO_ERROR;
  const char* name = ucnv_getAlias(std::string(alias).c_str(), 0, &status);
  if (U_FAILURE(status) != 0 || name == nullptr || open_icu(name) == nullptr)
    return {};
  return name;
}

}  // namespace mailcheck
