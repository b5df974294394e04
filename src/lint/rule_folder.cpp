#include "lint/rule_folder.hpp"

#include <fmt/format.h>

#include "lint/toml.hpp"
#include "spelling/word_list.hpp"

namespace mailcheck {
namespace {

/// Bytes of a word list below `words/`.
constexpr std::size_t word_list_size_limit = 1024 * 1024;

/// Reads files as long as there are not too many bytes of them.
class BoundedReader {
 public:
  explicit BoundedReader(const FileSystem& files) : files_(files) {}

  [[nodiscard]] const FileSystem& files() const { return files_; }
  Result<std::string> read(const std::string& path, std::size_t limit) {
    Result<std::string> text = files_.read(path, limit);
    if (!text)
      return text;
    bytes_ += text->size();
    if (bytes_ > rule_bytes_limit)
      return Error{.message = fmt::format("the rules and word lists of a folder are larger than {} "
                                          "bytes",
                                          rule_bytes_limit),
                   .file = path};
    return text;
  }

 private:
  const FileSystem& files_;
  std::size_t bytes_ = 0;
};

/// The rule files directly in `folder`.
Result<void> read_rules_in(BoundedReader& reader, const std::string& folder, RuleFolder& into) {
  const FileSystem& files = reader.files();
  const Result<std::vector<std::string>> names = files.list(folder);
  if (!names)
    return names.error();
  for (const std::string& name : *names) {
    const std::string path = join_path(folder, name);
    if (!name.ends_with(".toml") || files.kind(path) != FileKind::regular)
      continue;
    Result<std::string> text = reader.read(path, toml_size_limit);
    if (!text)
      return std::move(text).error();
    if (into.rules.size() == rule_limit)
      return Error{.message = fmt::format("there are more than {} rules", rule_limit),
                   .file = path};
    Result<Rule> rule = parse_rule(path, *std::move(text));
    if (!rule)
      return std::move(rule).error();
    into.rules.push_back(*std::move(rule));
  }
  return {};
}

Result<void> read_word_lists(BoundedReader& reader, const std::string& folder, WordLists& into) {
  const Result<std::vector<std::string>> names = reader.files().list(folder);
  if (!names)
    return names.error();
  for (const std::string& name : *names) {
    if (!name.ends_with(".txt"))
      continue;
    const std::string path = join_path(folder, name);
    const Result<std::string> text = reader.read(path, word_list_size_limit);
    if (!text)
      return text.error();
    std::vector<std::string> entries = parse_word_list(*text);
    if (entries.empty())
      return Error{.message = "the word list is empty", .file = path};
    into[name.substr(0, name.size() - std::string_view(".txt").size())] = std::move(entries);
  }
  return {};
}

}  // namespace

Result<RuleFolder> read_rule_folder(const FileSystem& files, const std::string& path) {
  RuleFolder folder;
  if (files.kind(path) == FileKind::regular) {
    Result<std::string> text = files.read(path, toml_size_limit);
    if (!text)
      return std::move(text).error();
    Result<Rule> rule = parse_rule(path, *std::move(text));
    if (!rule)
      return std::move(rule).error();
    folder.rules.push_back(*std::move(rule));
    return folder;
  }
  const Result<std::vector<std::string>> names = files.list(path);
  if (!names)
    return names.error();
  BoundedReader reader(files);
  for (const std::string& name : *names) {
    const std::string below = join_path(path, name);
    if (files.kind(below) != FileKind::folder || name.starts_with('.') || name == "presets")
      continue;
    Result<void> done = name == "words" ? read_word_lists(reader, below, folder.words)
                                        : read_rules_in(reader, below, folder);
    if (!done)
      return std::move(done).error();
  }
  return folder;
}

}  // namespace mailcheck
