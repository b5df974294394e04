#include "spelling/dictionary.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include <hunspell/hunspell.hxx>

#include "base/file.hpp"

namespace mailcheck {

struct Dictionary::Handle {
  explicit Handle(const std::string& folder_and_name)
      : path(folder_and_name),
        hunspell((path + ".aff").c_str(), (path + ".dic").c_str()),
        is_utf8(hunspell.get_dict_encoding() == "UTF-8") {}

  std::string path;
  Hunspell hunspell;
  bool is_utf8;
};

Dictionary::Dictionary(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
Dictionary::~Dictionary() = default;

std::string Dictionary::find(const std::vector<std::string>& folders, std::string_view name) {
  const DiskFileSystem disk;
  for (const std::string& folder : folders) {
    std::string path = join_path(folder, name);
    if (disk.kind(path + ".aff") == FileKind::regular &&
        disk.kind(path + ".dic") == FileKind::regular)
      return path;
  }
  return {};
}

std::unique_ptr<Dictionary> Dictionary::load(const std::string& path) {
  try {
    return std::unique_ptr<Dictionary>(new Dictionary(std::make_unique<Handle>(path)));
  } catch (const std::exception&) {
    return nullptr;
  }
}

bool Dictionary::can_hold(std::string_view word) const {
  // Older English dictionaries are in Latin-1; ASCII is the same in all of them.
  return handle_->is_utf8 || std::all_of(word.begin(), word.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x80;
         });
}

bool Dictionary::knows(const std::string& word) {
  if (!can_hold(word))
    return true;
  try {
    return handle_->hunspell.spell(word);
  } catch (const std::exception&) {
    return true;
  }
}

}  // namespace mailcheck
