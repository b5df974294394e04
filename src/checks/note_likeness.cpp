#include "checks/note_likeness.hpp"

#include <cassert>
#include <cstdint>

#include "facts/sent_mails.hpp"

namespace mailcheck {

NoteLikeness find_note_likeness(const Context& context) {
  assert(context.facts.sent != nullptr);
  const SentMails& sent = *context.facts.sent;
  NoteLikeness best;
  best.sentences = shingled_sentences(context.draft, context.text, context.facts.names);
  const std::vector<std::uint64_t> own = all_shingles(best.sentences);
  best.shingles = own.size();
  if (own.empty())
    return best;
  const Addressee addressee = addressee_of(context.draft, context.text);
  const std::vector<std::uint32_t> shared = sent.count_shared(own);
  for (std::size_t i = 0; i < shared.size(); ++i) {
    const std::size_t percent = std::size_t{shared[i]} * 100 / own.size();
    if (percent > best.percent && are_different_people(addressee, sent.mails()[i].addressee)) {
      best.mail = &sent.mails()[i];
      best.percent = percent;
    }
  }
  return best;
}

}  // namespace mailcheck
