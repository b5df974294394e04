// The bytes of a connection: the messages are the same however the bytes come in, and JSON that was
// read is written so that it reads the same.

#include "lsp/rpc.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "lsp/framing.hpp"
#include "lsp/json.hpp"

using namespace mailcheck;

namespace {

std::vector<Frame> frames_of(std::string_view bytes, std::size_t piece) {
  FrameReader reader;
  std::vector<Frame> frames;
  while (true) {
    while (std::optional<Frame> frame = reader.next())
      frames.push_back(*std::move(frame));
    if (bytes.empty())
      return frames;
    reader.feed(bytes.substr(0, piece));
    bytes.remove_prefix(std::min(piece, bytes.size()));
  }
}

void require_sound_json(std::string_view text) {
  const Result<Json> json = parse_json(text);
  if (!json)
    return;
  const std::string written = json->text();
  assert(find_invalid_utf8(written) == written.size());
  assert(written.find('\n') == std::string::npos);
  const Result<Json> again = parse_json(written);
  assert(again && again->text() == written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(size == 0 ? "" : reinterpret_cast<const char*>(data), size);
  const std::vector<Frame> whole = frames_of(bytes, std::max<std::size_t>(size, 1));
  for (const std::size_t piece : {1U, 7U}) {
    const std::vector<Frame> pieces = frames_of(bytes, piece);
    assert(pieces.size() == whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i)
      assert(pieces[i].content == whole[i].content && pieces[i].fault == whole[i].fault);
  }
  for (const Frame& frame : whole) {
    require_sound_json(frame.content);
    static_cast<void>(read_message(frame.content));
  }
  require_sound_json(bytes);
  static_cast<void>(read_message(bytes));
  return 0;
}
