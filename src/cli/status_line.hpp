#pragma once

#include <cstddef>
#include <string>

namespace isthmus {

/// One line on standard error that is overwritten in place and gone in the end. Silent unless standard error is a
/// terminal.
class StatusLine {
 public:
  StatusLine();
  ~StatusLine() { clear(); }
  StatusLine(const StatusLine&) = delete;
  StatusLine& operator=(const StatusLine&) = delete;

  bool visible() const noexcept { return visible_; }
  void show(const std::string& text);
  /// To be called before anything else is printed.
  void clear();

 private:
  bool visible_;
  std::size_t shown_ = 0;  ///< columns in use
};

}  // namespace isthmus
