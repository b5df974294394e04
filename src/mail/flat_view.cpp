#include "mail/flat_view.hpp"

#include <string_view>

namespace mailcheck {

namespace {

bool is_markup_free(std::string_view type) {
  return type == "text/plain" || type == "text/markdown" || type == "text/x-markdown";
}

bool is_text(std::string_view type) {
  return is_markup_free(type) || type == "text/html";
}

// RFC 8621 §4.1.4 walks recursively; a frame is one multipart on the way down.
struct Frame {
  std::size_t end;  // One past the last part inside.
  bool is_alternative;
  bool is_related;
  bool in_alternative;  // In this multipart or around it.
  bool for_text;        // Whether parts found here count as text, and as HTML.
  bool for_html;
  std::size_t texts_before;  // Parts found before this multipart.
  std::size_t htmls_before;
};

class Flattener {
 public:
  explicit Flattener(const std::vector<MimePart>& parts) : parts_(parts) {}

  FlatView flatten() {
    // The message as if it stood in a multipart/mixed.
    frames_.push_back({parts_.size(), false, false, false, true, true, 0, 0});
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      while (frames_.size() > 1 && frames_.back().end <= i)
        leave();
      if (parts_[i].is_opened(i))
        enter(i);
      else
        place(i);
    }
    while (frames_.size() > 1)
      leave();
    return std::move(view_);
  }

 private:
  void enter(std::size_t index) {
    const Frame& outer = frames_.back();
    const std::string_view type = parts_[index].type.value;
    const bool is_alternative = type == "multipart/alternative";
    frames_.push_back({parts_[index].end, is_alternative, type == "multipart/related",
                       is_alternative || outer.in_alternative, outer.for_text, outer.for_html,
                       view_.text.size(), view_.html.size()});
  }

  // Where an alternative has but one of the two forms, that is both.
  void leave() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    if (!frame.is_alternative || !frame.for_text || !frame.for_html)
      return;
    const bool found_text = view_.text.size() > frame.texts_before;
    const bool found_html = view_.html.size() > frame.htmls_before;
    if (found_html && !found_text)
      append(view_.text, view_.html, frame.htmls_before);
    if (found_text && !found_html)
      append(view_.html, view_.text, frame.texts_before);
  }

  static void append(std::vector<std::size_t>& to, const std::vector<std::size_t>& from,
                     std::size_t begin) {
    to.insert(to.end(), from.begin() + static_cast<std::ptrdiff_t>(begin), from.end());
  }

  void place(std::size_t index) {
    const MimePart& part = parts_[index];
    Frame& frame = frames_.back();
    if (!is_inline_text(part, frame)) {
      view_.attachments.push_back(index);
      return;
    }
    const bool is_html = part.type.value == "text/html";
    if (frame.is_alternative) {
      (is_html ? view_.html : view_.text).push_back(index);
      return;
    }
    if (frame.in_alternative) {
      frame.for_text = frame.for_text && !is_html;
      frame.for_html = frame.for_html && is_html;
    }
    if (frame.for_text)
      view_.text.push_back(index);
    if (frame.for_html)
      view_.html.push_back(index);
  }

  // Of a multipart/related only the first part is text; a later text with a name is a file.
  static bool is_inline_text(const MimePart& part, const Frame& frame) {
    if (!is_text(part.type.value) || part.disposition.value == "attachment")
      return false;
    return part.is_first || (!frame.is_related && part.name().empty());
  }

  const std::vector<MimePart>& parts_;
  std::vector<Frame> frames_;
  FlatView view_;
};

}  // namespace

FlatView flatten(const std::vector<MimePart>& parts) {
  return Flattener(parts).flatten();
}

}  // namespace mailcheck
