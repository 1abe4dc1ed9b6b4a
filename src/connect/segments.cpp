#include "connect/segments.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

#include "decompose/segment_test.hpp"

namespace isthmus {

namespace {

/// A tree of segments inside the set that grows from the sample of the first leaf. Its nodes are points: samples of
/// leaves and auxiliary points; each but the first knows the node it was attached to.
class SegmentTree {
 public:
  SegmentTree(const OpenCondition& condition, const std::vector<Point>& samples, SegmentSearch search)
      : condition_(condition), segments_(condition), samples_(samples), search_(search) {}

  SegmentJoins span(const std::vector<std::size_t>& leaves) {
    constexpr std::size_t many_leaves = 400;
    if (few_dimensions() && leaves.size() > many_leaves) return {{}, false};
    const int failures_allowed = few_dimensions() || search_ == SegmentSearch::quick ? 0 : 2;
    if (search_ == SegmentSearch::quick) segments_left_ = 200 + 40 * leaves.size();
    add(samples_[leaves.front()], 0, leaves.front());
    std::vector<std::size_t> waiting(leaves.begin() + 1, leaves.end());
    if (search_ == SegmentSearch::quick && !promising(waiting)) return {std::move(joins_), false};
    for (int failures = 0; !waiting.empty();) {
      const std::size_t before = waiting.size();
      std::erase_if(waiting, [&](std::size_t leaf) { return attach_directly(leaf); });
      if (waiting.empty()) break;
      if (attach_by_detour(waiting.front())) {
        waiting.erase(waiting.begin());
      } else if (waiting.size() == before && ++failures > failures_allowed) {
        return {std::move(joins_), false};
      } else {
        std::rotate(waiting.begin(), waiting.begin() + 1, waiting.end());
      }
    }
    return {std::move(joins_), true};
  }

 private:
  static constexpr std::size_t no_leaf = static_cast<std::size_t>(-1);

  /// Whether most of some leaves, spread over all, can be attached; they are taken from the leaves that wait.
  bool promising(std::vector<std::size_t>& waiting) {
    constexpr std::size_t few = 64;
    constexpr std::size_t probes = 24;
    constexpr std::size_t failures_allowed = 3;
    if (waiting.size() < few) return true;
    std::size_t failures = 0;
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      const bool probe = i % (waiting.size() / probes) == 0;
      if (probe && (attach_directly(waiting[i]) || attach_by_detour(waiting[i]))) continue;
      if (probe && ++failures > failures_allowed) return false;
      left.push_back(waiting[i]);
    }
    waiting = std::move(left);
    return true;
  }

  /// Where crossing walls is cheap, long searches for segments do not pay.
  bool few_dimensions() const { return condition_.ring().size() <= 3; }

  struct Node {
    Point point;
    std::size_t parent;
    std::size_t leaf;
  };

  void add(const Point& point, std::size_t parent, std::size_t leaf) {
    nodes_.push_back({point, parent, leaf});
    preferred_.insert(preferred_.begin(), nodes_.size() - 1);
    if (leaf != no_leaf && nodes_.size() > 1) joins_.push_back(join_to_ancestor(nodes_.size() - 1));
  }

  /// The path up to the nearest ancestor that is the sample of a leaf.
  Join join_to_ancestor(std::size_t node) const {
    Join join;
    join.second = nodes_[node].leaf;
    std::vector<Point> upwards{nodes_[node].point};
    for (node = nodes_[node].parent;; node = nodes_[node].parent) {
      upwards.push_back(nodes_[node].point);
      if (nodes_[node].leaf != no_leaf) break;
    }
    join.first = nodes_[node].leaf;
    join.path.assign(upwards.rbegin(), upwards.rend());
    return join;
  }

  /// False, too, when the search has taken long enough.
  bool contains_segment(const Point& from, const Point& to) {
    if (segments_left_ == 0) return false;
    --segments_left_;
    return segments_.contains(from, to);
  }

  /// A node from which the point can be seen, among the most useful ones.
  std::optional<std::size_t> seen_from(const Point& point) {
    constexpr std::size_t tried = 12;
    for (std::size_t i = 0; i < std::min(tried, preferred_.size()); ++i) {
      const std::size_t node = preferred_[i];
      if (!contains_segment(nodes_[node].point, point)) continue;
      std::rotate(preferred_.begin(), preferred_.begin() + static_cast<std::ptrdiff_t>(i),
                  preferred_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      return node;
    }
    return std::nullopt;
  }

  bool attach_directly(std::size_t leaf) {
    const auto node = seen_from(samples_[leaf]);
    if (node) add(samples_[leaf], *node, leaf);
    return node.has_value();
  }

  bool attach_by_detour(std::size_t leaf) {
    const int tries = few_dimensions() ? 8 : search_ == SegmentSearch::quick ? 60 : 200;
    const std::array<Rational, 4> scales{Rational(1), Rational(1), Rational(1), Rational(1, 8)};
    for (int attempt = 0; attempt < tries && segments_left_ > 0; ++attempt) {
      const Point middle =
          next_auxiliary_point(samples_[leaf], scales[static_cast<std::size_t>(attempt) % scales.size()]);
      if (!condition_.holds_at(middle)) continue;
      if (!contains_segment(samples_[leaf], middle)) continue;
      const auto node = seen_from(middle);
      if (!node) continue;
      add(middle, *node, no_leaf);
      add(samples_[leaf], nodes_.size() - 1, leaf);
      return true;
    }
    return false;
  }

  /// Small multiples of the scale from the given point (a linear congruential sequence, Knuth's MMIX constants).
  Point next_auxiliary_point(const Point& from, const Rational& scale) {
    Point point = from;
    for (Rational& x : point) {
      state_ = state_ * 6364136223846793005u + 1442695040888963407u;
      x += scale * Rational(static_cast<long>((state_ >> 33) % 5) - 2);
    }
    return point;
  }

  const OpenCondition& condition_;
  SegmentTest segments_;
  const std::vector<Point>& samples_;
  SegmentSearch search_;
  std::size_t segments_left_ = std::numeric_limits<std::size_t>::max();
  std::vector<Node> nodes_;
  std::vector<std::size_t> preferred_;  ///< nodes, the most recently useful first
  std::vector<Join> joins_;
  std::uint64_t state_ = 1;
};

}  // namespace

SegmentJoins join_by_segments(const OpenCondition& condition, const std::vector<Point>& samples,
                              const std::vector<std::size_t>& leaves, SegmentSearch search) {
  if (leaves.size() < 2) return {{}, true};
  return SegmentTree(condition, samples, search).span(leaves);
}

}  // namespace isthmus
