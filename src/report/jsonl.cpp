#include "report/jsonl.hpp"

#include "report/json.hpp"

namespace mailcheck {

std::string jsonl_report(const CheckedDraft& draft) {
  JsonWriter json(JsonStyle::one_line);
  write_draft(json, draft);
  return json.take() + "\n";
}

}  // namespace mailcheck
