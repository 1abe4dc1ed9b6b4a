#pragma once

#include <vector>

#include "connect/open_components.hpp"

namespace isthmus {

/// How long to search: `quick` where crossing walls would be cheap too.
enum class SegmentSearch { quick, thorough };

/// A forest of joins; `complete` if it is a spanning tree.
struct SegmentJoins {
  std::vector<Join> joins;
  bool complete;
};

/// Joins `leaves` by piecewise linear paths inside the set between their sample points (samples[leaf], in projection
/// order), directly or through auxiliary points from a fixed pseudo-random sequence; each segment is checked exactly.
/// A result that is not complete, after a bounded number of tries, proves nothing about the leaves left.
SegmentJoins join_by_segments(const OpenCondition& condition, const std::vector<Point>& samples,
                              const std::vector<std::size_t>& leaves, SegmentSearch search);

}  // namespace isthmus
