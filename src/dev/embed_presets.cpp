#include "base/file.hpp"
#include "dev/commands.hpp"
#include "dev/embed.hpp"
#include "dev/print.hpp"
#include "dev/write_file.hpp"
#include "lint/presets.hpp"

namespace mailcheck::dev {

int embed_presets(Arguments arguments) {
  if (arguments.size() != 2)
    return fail({.message = "usage: mailcheck-dev embed-presets OUTPUT.cpp PRESETS-FOLDER"});
  const Result<std::string> bytes = pack_presets(DiskFileSystem(), arguments[1]);
  if (!bytes)
    return fail(bytes.error());
  if (Result<void> written = write_file(arguments[0], embedding_source("embedded_presets", *bytes));
      !written)
    return fail(written.error());
  return 0;
}

}  // namespace mailcheck::dev
