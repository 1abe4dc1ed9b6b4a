#pragma once

#include <cstddef>
#include <vector>

#include "decompose/union_find.hpp"

namespace isthmus {

/// The leaves joined so far, in classes whose members alone can lie in one component.
class JoinedLeaves {
 public:
  JoinedLeaves(const std::vector<std::size_t>& class_of_leaf, std::size_t classes)
      : groups_(class_of_leaf.size()),
        class_of_leaf_(class_of_leaf),
        group_of_class_(classes),
        round_of_class_(classes) {}

  bool join(std::size_t a, std::size_t b) { return groups_.join(a, b); }
  std::size_t groups() const { return groups_.sets(); }
  std::size_t group(std::size_t leaf) { return groups_.find(leaf); }

  /// Whether every leaf of [first, end) is joined to every leaf of its class in [other_first, other_end).
  bool settled(std::size_t first, std::size_t end, std::size_t other_first, std::size_t other_end) {
    constexpr std::size_t several = static_cast<std::size_t>(-1);
    if (end - first == 1 && other_end - other_first == 1)
      return class_of_leaf_[first] != class_of_leaf_[other_first] || groups_.find(first) == groups_.find(other_first);
    ++round_;
    for (std::size_t leaf = first; leaf < end; ++leaf) {
      const std::size_t c = class_of_leaf_[leaf];
      const bool added = round_of_class_[c] != round_;
      round_of_class_[c] = round_;
      const std::size_t group = groups_.find(leaf);
      if (added)
        group_of_class_[c] = group;
      else if (group_of_class_[c] != group)
        group_of_class_[c] = several;
    }
    for (std::size_t leaf = other_first; leaf < other_end; ++leaf) {
      const std::size_t c = class_of_leaf_[leaf];
      if (round_of_class_[c] == round_ && group_of_class_[c] != groups_.find(leaf)) return false;
    }
    return true;
  }

 private:
  UnionFind groups_;
  const std::vector<std::size_t>& class_of_leaf_;
  std::vector<std::size_t> group_of_class_;  ///< of the leaves of the class seen in this round
  std::vector<std::size_t> round_of_class_;  ///< the last round in which one was seen
  std::size_t round_ = 0;
};

}  // namespace isthmus
