#include "base/file.hpp"
#include "dev/commands.hpp"
#include "dev/embed.hpp"
#include "dev/print.hpp"
#include "dev/write_file.hpp"
#include "spelling/word_list.hpp"

namespace mailcheck::dev {

int embed_words(Arguments arguments) {
  if (arguments.size() < 2)
    return fail({.message = "usage: mailcheck-dev embed-words OUTPUT.cpp WORD-FILE…"});
  constexpr std::size_t size_limit = 16 * 1024 * 1024;
  const DiskFileSystem disk;
  std::vector<std::string> texts;
  for (const std::string& path : arguments.subspan(1)) {
    Result<std::string> text = disk.read(path, size_limit);
    if (!text)
      return fail(text.error());
    texts.push_back(*std::move(text));
  }
  const std::string source = embedding_source("embedded_words", merge_word_lists(texts));
  if (Result<void> written = write_file(arguments[0], source); !written)
    return fail(written.error());
  return 0;
}

}  // namespace mailcheck::dev
