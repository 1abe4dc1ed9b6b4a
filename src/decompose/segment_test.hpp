#pragma once

#include <vector>

#include "decompose/open_condition.hpp"
#include "exact/line_restriction.hpp"

namespace isthmus {

/// Decides of many segments whether they lie in one open set. Refers to the condition.
class SegmentTest {
 public:
  explicit SegmentTest(const OpenCondition& condition);

  /// Whether every point of the closed segment lies in the set, for end points that are known to; exact.
  bool contains(const std::vector<Rational>& from, const std::vector<Rational>& to) const;

 private:
  const OpenCondition& condition_;
  std::vector<LineRestriction> factors_;
};

}  // namespace isthmus
