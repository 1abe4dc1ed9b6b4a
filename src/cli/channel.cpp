#include "cli/channel.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>

namespace isthmus {
namespace {

using Length = std::uint64_t;
constexpr std::size_t kHeader = 1 + sizeof(Length);
constexpr std::chrono::milliseconds kProgressInterval{50};

void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) _exit(1);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

void Channel::send(MessageKind kind, std::string_view text) {
  const Length length = text.size();
  std::string header(kHeader, static_cast<char>(kind));
  std::memcpy(header.data() + 1, &length, sizeof length);
  write_all(descriptor_, header);
  write_all(descriptor_, text);
}

void Channel::progress(std::string_view stage, std::size_t done) {
  const auto now = std::chrono::steady_clock::now();
  if (last_progress_ && now - *last_progress_ < kProgressInterval) return;
  last_progress_ = now;
  send(MessageKind::progress, std::string(stage) + " " + std::to_string(done));
}

std::optional<Message> MessageReader::next() {
  if (bytes_.size() - begin_ < kHeader) return std::nullopt;
  Length length = 0;
  std::memcpy(&length, bytes_.data() + begin_ + 1, sizeof length);
  if (bytes_.size() - begin_ - kHeader < length) return std::nullopt;
  Message message{static_cast<MessageKind>(bytes_[begin_]), bytes_.substr(begin_ + kHeader, length)};
  begin_ += kHeader + length;
  if (begin_ == bytes_.size()) {
    bytes_.clear();
    begin_ = 0;
  }
  return message;
}

}  // namespace isthmus
