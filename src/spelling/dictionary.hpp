#pragma once

// One Hunspell dictionary of the system: a pair of files, `en_US.aff` and `en_US.dic`. Hunspell
// shows nowhere else. It knows nothing of languages, cases to allow or lists of our own; see
// speller.hpp.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mailcheck {

class Dictionary {
 public:
  /// The path of the first pair `name`.aff and `name`.dic in `folders`, without its suffix; empty
  /// when there is none.
  [[nodiscard]] static std::string find(const std::vector<std::string>& folders,
                                        std::string_view name);

  /// Loads a pair that `find` found, which takes some ten milliseconds. Returns nullptr when it
  /// cannot be loaded.
  [[nodiscard]] static std::unique_ptr<Dictionary> load(const std::string& path);

  ~Dictionary();
  Dictionary(const Dictionary&) = delete;
  Dictionary& operator=(const Dictionary&) = delete;

  /// True also for a word that the dictionary's encoding cannot hold.
  [[nodiscard]] bool knows(const std::string& word);
  /// What Hunspell proposes, best first.
  [[nodiscard]] std::vector<std::string> suggest(const std::string& word);

 private:
  struct Handle;
  explicit Dictionary(std::unique_ptr<Handle> handle);
  /// A word in the dictionary's encoding; nullopt when that cannot hold it.
  [[nodiscard]] std::optional<std::string> encoded(const std::string& word) const;

  std::unique_ptr<Handle> handle_;
};

}  // namespace mailcheck
