#include "spelling/dictionary.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include <hunspell/hunspell.hxx>

#include "base/converter.hpp"
#include "base/file.hpp"

namespace mailcheck {

struct Dictionary::Handle {
  explicit Handle(const std::string& folder_and_name)
      : path(folder_and_name),
        hunspell((path + ".aff").c_str(), (path + ".dic").c_str()),
        is_utf8(hunspell.get_dict_encoding() == "UTF-8"),
        converter(is_utf8 ? std::nullopt : Converter::open(hunspell.get_dict_encoding())) {}

  std::string path;
  Hunspell hunspell;
  bool is_utf8;
  std::optional<Converter> converter;
};

namespace {

std::string decoded(Converter& converter, std::string_view bytes) {
  std::string text;
  converter.decode(bytes, [&](const ConvertedPiece& piece) {
    text += piece.text;
    return true;
  });
  return text;
}

}  // namespace

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

std::optional<std::string> Dictionary::encoded(const std::string& word) const {
  // ASCII is the same in all of them.
  const bool is_ascii = std::all_of(word.begin(), word.end(),
                                    [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (handle_->is_utf8 || is_ascii)
    return word;
  return handle_->converter ? handle_->converter->encode(word) : std::nullopt;
}

bool Dictionary::knows(const std::string& word) {
  const std::optional<std::string> bytes = encoded(word);
  if (!bytes)
    return true;
  try {
    return handle_->hunspell.spell(*bytes);
  } catch (const std::exception&) {
    return true;
  }
}

std::vector<std::string> Dictionary::suggest(const std::string& word) {
  const std::optional<std::string> bytes = encoded(word);
  if (!bytes)
    return {};
  try {
    std::vector<std::string> words = handle_->hunspell.suggest(*bytes);
    for (std::string& proposed : words) {
      if (handle_->converter)
        proposed = decoded(*handle_->converter, proposed);
    }
    return words;
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace mailcheck
