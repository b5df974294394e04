#pragma once

// Lines of a draft's text and the words of a line, as the search for greetings, closings and quotes
// needs them: rough and cheap, cut at white space. For counting and spelling see text/text.hpp.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "text/text.hpp"

namespace mailcheck {

struct Line {
  TextSpan span;                       ///< Without the line break.
  TextSpan content;                    ///< Without white space around it.
  RegionKind kind = RegionKind::body;  ///< `quote` and `attribution` once these are found.

  [[nodiscard]] bool is_blank() const { return content.empty(); }
  /// Whether the writer of the draft wrote it.
  [[nodiscard]] bool is_own() const {
    return kind != RegionKind::quote && kind != RegionKind::attribution;
  }
};

/// The lines of `body`, a part of `text` with LF as line end. A tag that Emacs turns into a part of
/// the mail (“<#part …>”) counts as an empty line.
[[nodiscard]] std::vector<Line> split_lines(std::string_view text, TextSpan body);

/// A piece of a line between white space or dashes. Offsets are those of the line.
struct LineWord {
  std::size_t begin = 0;  ///< With the punctuation around it.
  std::size_t end = 0;
  std::string key;  ///< Without punctuation, case folded, “’” as “'”; empty for a dash.
  char mark = 0;    ///< The first of , . : ; ! ? after the word, or 0.
  bool is_capital = false;      ///< Begins with an upper-case letter, or is a placeholder.
  bool is_placeholder = false;  ///< In brackets: “[Name]”, “{name}”, “<name>”.
};

/// The first `limit` words of a line. A placeholder is one word, however many are inside.
[[nodiscard]] std::vector<LineWord> line_words(std::string_view line, std::size_t limit);

}  // namespace mailcheck
