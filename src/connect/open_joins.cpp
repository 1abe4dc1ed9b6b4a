// How the leaves of a decomposition are joined: by segments, or by crossing walls.

#include <algorithm>
#include <iterator>
#include <utility>

#include "connect/open_components.hpp"
#include "connect/segments.hpp"
#include "decompose/joined_leaves.hpp"
#include "decompose/region_tree.hpp"
#include "exact/error.hpp"

namespace isthmus {

/// Sorts the leaves into classes by the signs of the factors that the condition excludes. Their number is a lower bound
/// of the number of components, whatever the order.
std::size_t OpenComponents::sign_classes() {
  std::vector<std::size_t> excluded;
  for (std::size_t i = 0; i < condition_.factors().size(); ++i)
    if (condition_.excludes(i)) excluded.push_back(i);
  const std::vector<std::vector<Sign>>& classes = tree_.sign_vectors();
  separators_.clear();
  for (std::size_t e = 0; e < excluded.size(); ++e) {
    const auto differs = [&](const std::vector<Sign>& signs) { return signs[e] != classes.front()[e]; };
    if (std::any_of(classes.begin(), classes.end(), differs)) separators_.push_back(excluded[e]);
  }
  ensure(!sign_class_count_ || *sign_class_count_ == classes.size(),
         "two projections of one set disagree on its sign vectors");
  sign_class_count_ = classes.size();
  return classes.size();
}

/// Joins leaves by segments; returns whether every sign class became one component.
bool OpenComponents::join_by_segments(SegmentSearch search) {
  std::vector<std::vector<std::size_t>> classes(sign_classes());
  std::vector<Point> samples;
  for (std::size_t leaf = 0; leaf < tree_.leaves().size(); ++leaf) {
    samples.push_back(tree_.sample(tree_.leaves()[leaf], projection_.levels()));
    classes[tree_.sign_vector_of_leaf()[leaf]].push_back(leaf);
  }
  joins_.clear();
  const bool convex = convex_classes();
  bool complete = true;
  for (const std::vector<std::size_t>& members : classes) {
    if (convex) {
      for (std::size_t i = 1; i < members.size(); ++i)
        joins_.push_back({members.front(), members[i], {samples[members.front()], samples[members[i]]}, {}, {}});
      continue;
    }
    SegmentJoins found = isthmus::join_by_segments(condition_, samples, members, search);
    std::move(found.joins.begin(), found.joins.end(), std::back_inserter(joins_));
    complete = complete && found.complete;
  }
  if (!complete) return false;
  component_of_leaf_ = tree_.sign_vector_of_leaf();
  return true;
}

/// Whether each sign class is convex: the set is cut by hyperplanes only, and each of them lies outside it.
bool OpenComponents::convex_classes() const {
  for (std::size_t i = 0; i < condition_.factors().size(); ++i)
    if (!condition_.excludes(i) || condition_.factors()[i].total_degree() > 1) return false;
  return true;
}

void OpenComponents::join_by_walls(const Progress& progress) {
  const std::size_t lower_bound = sign_classes();
  JoinedLeaves leaves(tree_.sign_vector_of_leaf(), lower_bound);
  for (const Join& join : joins_) leaves.join(join.first, join.second);
  WallVisitor visitor;
  visitor.joined = [&](std::size_t first, std::size_t end, std::size_t other_first, std::size_t other_end) {
    return leaves.settled(first, end, other_first, other_end);
  };
  visitor.crossed = [&](Crossing crossing) {
    const std::size_t left = crossing.left_leaf;
    const std::size_t right = crossing.right_leaf;
    if (leaves.join(left, right)) joins_.push_back({left, right, {}, std::move(crossing), {}});
  };
  visitor.done = [&] { return leaves.groups() == lower_bound; };
  if (tree_.has_regions()) {
    visitor.considered = [&](std::size_t level, std::size_t factor) {
      return joins_leaves_of_regions(projection_, level, factor);
    };
    visitor.merged = [&](std::int32_t left, std::int32_t right, Wall wall) {
      const std::size_t a = tree_.cell(left).first_leaf;
      const std::size_t b = tree_.cell(right).first_leaf;
      if (leaves.join(a, b))
        joins_.push_back({a, b, {}, {}, CellTree::Merge{left, right, wall.cell, wall.root}});
    };
  }
  cross_walls(projection_, condition_, tree_, visitor, progress);
  component_of_leaf_.clear();
  for (std::size_t leaf = 0; leaf < tree_.leaves().size(); ++leaf) component_of_leaf_.push_back(leaves.group(leaf));
}

}  // namespace isthmus
