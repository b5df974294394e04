#pragma once

// Every right form of every English word, as an image that the build makes and the program holds
// read-only: nothing is loaded, parsed or relocated at a start. Here are the image and the look-up
// of one exact form; whether a word may be written so is for known_word.hpp, what was meant by a
// wrong one for candidate_scan.hpp. lexicon_image.hpp describes the bytes.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mailcheck {

/// What the lexicon is made of. Numbers of bits in FormFlags.
enum class WordSource : std::uint8_t { american, british, own };
inline constexpr std::size_t language_count = 2;  ///< American and British; `own` is none.

/// How frequent a form is: 0 for the words that everyone writes, the last for the rarest.
using FrequencyClass = std::uint8_t;
inline constexpr std::size_t frequency_classes = 9;

/// What is known of a form, in 16 bits.
class FormFlags {
 public:
  constexpr FormFlags() = default;
  explicit constexpr FormFlags(std::uint16_t bits) : bits_(bits) {}

  /// The languages (bit 0 American, bit 1 British) that have the form.
  [[nodiscard]] constexpr std::uint8_t languages() const { return field(0); }
  /// … that have it with 's.
  [[nodiscard]] constexpr std::uint8_t possessives() const { return field(2); }
  /// … that have it only for a word in capitals: “Nasa” for “NASA'S”.
  [[nodiscard]] constexpr std::uint8_t in_capitals() const { return field(4); }
  [[nodiscard]] constexpr std::uint8_t possessives_in_capitals() const { return field(6); }
  /// A list of our own has it.
  [[nodiscard]] constexpr bool is_own() const { return (bits_ >> 8 & 1U) != 0; }
  /// It is right but never to be proposed.
  [[nodiscard]] constexpr bool is_unwanted() const { return (bits_ >> 9 & 1U) != 0; }
  [[nodiscard]] constexpr FrequencyClass frequency() const {
    return static_cast<FrequencyClass>(bits_ >> 10 & 15U);
  }
  [[nodiscard]] constexpr std::uint16_t bits() const { return bits_; }

  constexpr void add_language(WordSource language, bool possessive, bool only_in_capitals) {
    set((only_in_capitals ? 4U : 0U) + (possessive ? 2U : 0U) + static_cast<unsigned>(language));
  }
  constexpr void set_own() { set(8); }
  constexpr void set_unwanted() { set(9); }
  constexpr void set_frequency(FrequencyClass frequency) {
    bits_ = static_cast<std::uint16_t>((bits_ & 0x3FFU) | static_cast<unsigned>(frequency) << 10);
  }

 private:
  [[nodiscard]] constexpr std::uint8_t field(unsigned at) const {
    return static_cast<std::uint8_t>(bits_ >> at & 3U);
  }
  constexpr void set(unsigned bit) { bits_ = static_cast<std::uint16_t>(bits_ | 1U << bit); }

  std::uint16_t bits_ = 0;
};

/// The letters a to z that a word has, in any case, a bit each.
[[nodiscard]] std::uint32_t letters_of(std::string_view word);

inline constexpr std::size_t letters_at_once = 8;

class Lexicon {
 public:
  struct Form {
    std::string_view text;
    FormFlags flags;
  };

  /// Forms of one length and one frequency, which stand side by side.
  class Group {
   public:
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::size_t length() const { return length_; }  ///< Bytes of each form.
    [[nodiscard]] FrequencyClass frequency() const { return frequency_; }
    /// `letters_of` each form. `letters_at_once` may be read from any of them on; those beyond the
    /// group mean nothing.
    [[nodiscard]] const std::uint32_t* letters() const { return letters_; }
    [[nodiscard]] Form form(std::size_t index) const;

   private:
    friend class Lexicon;
    std::size_t size_ = 0;
    std::size_t length_ = 0;
    FrequencyClass frequency_ = 0;
    const std::uint32_t* letters_ = nullptr;
    const char* records_ = nullptr;
  };

  /// Knows no word and no language.
  Lexicon() = default;
  /// The image that `write_lexicon` makes, 4-aligned; it must outlive the lexicon. Nothing when it
  /// is none.
  [[nodiscard]] static std::optional<Lexicon> open(std::string_view image);

  /// What is known of exactly this form; all flags are off when it is none.
  [[nodiscard]] FormFlags find(std::string_view form) const;
  /// The languages whose dictionaries went into it.
  [[nodiscard]] std::uint8_t languages() const { return languages_; }
  [[nodiscard]] std::size_t size() const { return form_count_; }
  /// Groups by frequency, then by length.
  [[nodiscard]] std::size_t group_count() const { return group_count_; }
  [[nodiscard]] Group group(std::size_t index) const;

 private:
  std::uint8_t languages_ = 0;
  std::size_t form_count_ = 0;
  std::size_t group_count_ = 0;
  std::size_t slot_count_ = 0;
  const std::uint32_t* groups_ = nullptr;
  const std::uint32_t* letters_ = nullptr;
  const std::uint32_t* slots_ = nullptr;
  const char* records_ = nullptr;
};

/// The lexicon of the program. Defined by a source that the build generates.
[[nodiscard]] Lexicon embedded_lexicon();

}  // namespace mailcheck
