#include "base/file.hpp"
#include "dev/commands.hpp"
#include "dev/embed.hpp"
#include "dev/print.hpp"
#include "dev/write_file.hpp"
#include "lint/rule_folder.hpp"
#include "lint/rule_pack.hpp"

namespace mailcheck::dev {

int compile_rules(Arguments arguments) {
  if (arguments.size() < 2)
    return fail({.message = "usage: mailcheck-dev compile-rules OUTPUT.cpp RULES-FOLDER"});
  const DiskFileSystem disk;
  const Result<RuleFolder> folder = read_rule_folder(disk, arguments[1]);
  if (!folder)
    return fail(folder.error());
  RuleFolder shipped = *folder;
  for (Rule& rule :
       shipped.rules)  // the program must not hold a path of the machine it was built on
    rule.file = rule.category + "/" + rule.id + ".toml";
  const Result<std::string> pack = mailcheck::compile_rules(shipped);
  if (!pack)
    return fail(pack.error());
  if (Result<void> written = write_file(arguments[0], embedding_source("embedded_rules", *pack));
      !written)
    return fail(written.error());
  return 0;
}

}  // namespace mailcheck::dev
