#pragma once

#include <optional>
#include <vector>

#include "connect/open_components.hpp"

namespace isthmus {

/// How long to search: `quick` where crossing walls would be cheap too.
enum class SegmentSearch { quick, thorough };

/// Joins all of `leaves` by piecewise linear paths inside the set between their sample points (samples[leaf], in
/// projection order), directly or through auxiliary points from a fixed pseudo-random sequence; each segment is checked
/// exactly. Returns a spanning tree, or nullopt if that was not achieved within a bounded number of tries, which proves
/// nothing.
std::optional<std::vector<Join>> join_all_by_segments(const OpenCondition& condition, const std::vector<Point>& samples,
                                                      const std::vector<std::size_t>& leaves, SegmentSearch search);

}  // namespace isthmus
