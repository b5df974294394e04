#include "checks/any_language.hpp"

#include "base/one_of.hpp"

namespace mailcheck {

bool works_in_any_language(std::string_view check) {
  constexpr std::string_view names[] = {"attachment-name",
                                        "emoji",
                                        "exclamation-marks",
                                        "group-mail",
                                        "header-field",
                                        "html-styling",
                                        "local-link",
                                        "missing-recipient",
                                        "misspelled-interviewer",
                                        "misspelling",
                                        "note",
                                        "office-hours",
                                        "paragraph-count",
                                        "paragraph-length",
                                        "placeholder",
                                        "quote-share",
                                        "same-note",
                                        "sender-domain",
                                        "sentence-length",
                                        "shouting",
                                        "signature-length",
                                        "subject-length",
                                        "unused-waiver",
                                        "word-count"};
  return is_one_of(check, names);
}

}  // namespace mailcheck
