#pragma once

// What several checks work out from a draft, each of it once, when it is first asked for. Belongs
// to the one run over the one draft, so that nothing of it outlives that.

#include <optional>
#include <vector>

#include "checks/check.hpp"
#include "checks/note_likeness.hpp"
#include "checks/sentence_words.hpp"
#include "checks/specifics.hpp"
#include "checks/verbatim.hpp"
#include "facts/written_date.hpp"

namespace mailcheck {

class Derived {
 public:
  [[nodiscard]] const Specifics& specifics(const Context& context) const {
    if (!specifics_)
      specifics_ = find_specifics(context);
    return *specifics_;
  }
  [[nodiscard]] const std::vector<WrittenDate>& dates(const Context& context) const {
    if (!dates_)
      dates_ = find_dates(context.draft, context.text);
    return *dates_;
  }
  [[nodiscard]] const Verbatim& verbatim(const Context& context) const {
    if (!verbatim_)
      verbatim_.emplace(context.draft, context.text);
    return *verbatim_;
  }
  [[nodiscard]] const std::vector<SentenceWords>& sentence_words(const Context& context) const {
    if (!sentence_words_)
      sentence_words_ = words_of_sentences(context);
    return *sentence_words_;
  }
  /// Only where there are other mails.
  [[nodiscard]] const NoteLikeness& note_likeness(const Context& context) const {
    if (!note_likeness_)
      note_likeness_ = find_note_likeness(context);
    return *note_likeness_;
  }

 private:
  mutable std::optional<Specifics> specifics_;
  mutable std::optional<std::vector<WrittenDate>> dates_;
  mutable std::optional<Verbatim> verbatim_;
  mutable std::optional<std::vector<SentenceWords>> sentence_words_;
  mutable std::optional<NoteLikeness> note_likeness_;
};

}  // namespace mailcheck
