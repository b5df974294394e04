#include "app/fix_file.hpp"

#include <string_view>

namespace mailcheck {
namespace {

Error remark(const Source& source, const char* message) {
  Error error{message, source.path};
  if (source.is_one_of_many) {
    error.line = source.first_line;
    error.column = 1;
  }
  return error;
}

}  // namespace

FixedFile fix_file(const MessageFile& file, FixChoice choice,
                   const std::function<LintResult(const Source&)>& lint) {
  const std::string_view bytes = file.bytes();
  FixedFile fixed;
  std::size_t done = 0;
  for (std::size_t number = 1; number <= file.count(); ++number) {
    const Result<Source> source = file.message(number);
    if (!source)
      continue;
    const FixedDraft draft = fix_draft(*source, choice, lint);
    if (draft.is_taken_back)
      fixed.remarks.push_back(
          remark(*source, "its fixes do not fit together, so that none was applied"));
    if (draft.is_unfinished)
      fixed.remarks.push_back(
          remark(*source, "there is more to fix than one run does; run it again"));
    if (draft.applied == 0)
      continue;
    fixed.applied += draft.applied;
    fixed.bytes.append(bytes.substr(done, source->first_offset - done)).append(draft.bytes);
    done = source->first_offset + source->bytes.size();
  }
  fixed.bytes.append(bytes.substr(done));
  return fixed;
}

}  // namespace mailcheck
