#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace isthmus {

/// What a message between a computation and its supervisor says.
enum class MessageKind : char {
  progress = 'P',     ///< a line for the status of long work
  provisional = 'V',  ///< what is known already, in case that the computation is ended from outside
  result = 'R',       ///< the complete result
  no_memory = 'M',    ///< memory ran out
  defect = 'D',       ///< an exception that nobody expected, in words
};

struct Message {
  MessageKind kind;
  std::string text;
};

/// The writing end of the pipe from a computation to its supervisor. Does not own the descriptor.
class Channel {
 public:
  explicit Channel(int descriptor) : descriptor_(descriptor) {}

  /// Sends the whole message; ends the process if nobody listens any more.
  void send(MessageKind kind, std::string_view text);
  /// Tells what long work is doing; most calls are dropped, so that it may be called in an inner loop.
  void progress(std::string_view stage, std::size_t done);

 private:
  int descriptor_;
  std::optional<std::chrono::steady_clock::time_point> last_progress_;
};

/// Puts the messages of a channel together again from the bytes that arrive.
class MessageReader {
 public:
  void append(std::string_view bytes) { bytes_ += bytes; }
  /// The next complete message, or nullopt.
  std::optional<Message> next();

 private:
  std::string bytes_;
  std::size_t begin_ = 0;  ///< bytes before it were taken
};

}  // namespace isthmus
