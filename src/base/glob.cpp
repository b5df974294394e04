#include "base/glob.hpp"

#include <cstddef>
#include <utility>
#include <vector>

#include "base/utf8.hpp"

namespace mailcheck {
namespace {

enum class GlobPart {
  literal,
  one,          // ?
  star,         // *
  anything,     // **
  folders,      // **/, before anything of it was read
  in_a_folder,  // and in the name of a folder; always stands behind `folders`
};

struct GlobToken {
  GlobPart part;
  char32_t value = 0;
};

/// A code point, or for a byte that is none a number beyond all of them.
char32_t next_point(std::string_view text, std::size_t& at) {
  constexpr char32_t beyond = 0x110000;
  const CodePoint point = decode_utf8(text, at);
  const auto byte = static_cast<unsigned char>(text[at]);
  at += point.valid ? point.length : 1;
  return point.valid ? point.value : beyond + byte;
}

std::vector<GlobToken> tokens_of(std::string_view pattern) {
  std::vector<GlobToken> tokens;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::string_view rest = pattern.substr(at);
    const bool starts_a_name = at == 0 || pattern[at - 1] == '/';
    if (starts_a_name && rest.starts_with("**/")) {
      tokens.push_back({GlobPart::folders});
      tokens.push_back({GlobPart::in_a_folder});
      at += 3;
    } else if (rest.starts_with("**")) {
      tokens.push_back({GlobPart::anything});
      at += 2;
    } else if (rest.front() == '*' || rest.front() == '?') {
      tokens.push_back({rest.front() == '*' ? GlobPart::star : GlobPart::one});
      ++at;
    } else {
      tokens.push_back({GlobPart::literal, next_point(pattern, at)});
    }
  }
  return tokens;
}

/// All places of the pattern at which what is left of the path may go on.
class GlobRun {
 public:
  explicit GlobRun(std::string_view pattern)
      : tokens_(tokens_of(pattern)), reached_(tokens_.size() + 1) {
    reached_[0] = true;
    skip_empty();
  }

  void read(char32_t value) {
    std::vector<bool> next(reached_.size());
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (reached_[i])
        step(i, value, next);
    }
    reached_ = std::move(next);
    skip_empty();
  }

  [[nodiscard]] bool is_at_end() const { return reached_.back(); }

 private:
  void step(std::size_t i, char32_t value, std::vector<bool>& next) const {
    const bool is_slash = value == U'/';
    switch (tokens_[i].part) {
      case GlobPart::literal:
        if (value == tokens_[i].value)
          next[i + 1] = true;
        return;
      case GlobPart::one:
        if (!is_slash)
          next[i + 1] = true;
        return;
      case GlobPart::star:
        if (!is_slash)
          next[i] = true;
        return;
      case GlobPart::anything:
        next[i] = true;
        return;
      case GlobPart::folders:
        if (!is_slash)
          next[i + 1] = true;
        return;
      case GlobPart::in_a_folder:
        next[is_slash ? i - 1 : i] = true;
        return;
    }
  }

  /// What stands for nothing too is passed.
  void skip_empty() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!reached_[i])
        continue;
      if (tokens_[i].part == GlobPart::folders)
        reached_[i + 2] = true;
      if (tokens_[i].part == GlobPart::star || tokens_[i].part == GlobPart::anything)
        reached_[i + 1] = true;
    }
  }

  std::vector<GlobToken> tokens_;
  std::vector<bool> reached_;
};

std::string_view without_start(std::string_view text, std::string_view start) {
  return text.starts_with(start) ? text.substr(start.size()) : text;
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
  const bool is_folder = pattern.ends_with('/');
  if (pattern.find('/') == std::string_view::npos)
    path = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
  GlobRun run(without_start(pattern, "./"));
  for (std::size_t at = 0; at < path.size();) {
    if (is_folder && run.is_at_end())
      return true;
    run.read(next_point(path, at));
  }
  return !is_folder && run.is_at_end();
}

bool is_literal_glob(std::string_view pattern) {
  return pattern.find_first_of("*?") == std::string_view::npos && !pattern.ends_with('/');
}

}  // namespace mailcheck
