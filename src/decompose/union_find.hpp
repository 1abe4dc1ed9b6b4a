#pragma once

#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace isthmus {

/// Disjoint sets over 0 .. size-1; the representative of a set is its least element, so results do not depend on the
/// order of the unions.
class UnionFind {
 public:
  explicit UnionFind(std::size_t size) : parent_(size), sets_(size) { std::iota(parent_.begin(), parent_.end(), 0); }

  std::size_t size() const noexcept { return parent_.size(); }
  std::size_t sets() const noexcept { return sets_; }
  std::size_t find(std::size_t element) {
    while (parent_[element] != element) {
      parent_[element] = parent_[parent_[element]];
      element = parent_[element];
    }
    return element;
  }
  bool joined(std::size_t a, std::size_t b) { return find(a) == find(b); }
  /// Returns whether two different sets were merged.
  bool join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    if (a == b) return false;
    if (b < a) std::swap(a, b);
    parent_[b] = a;
    --sets_;
    return true;
  }
  /// Whether all elements of [first, end) lie in one set.
  bool uniform(std::size_t first, std::size_t end) {
    for (std::size_t i = first + 1; i < end; ++i)
      if (find(i) != find(first)) return false;
    return true;
  }

 private:
  std::vector<std::size_t> parent_;
  std::size_t sets_;
};

}  // namespace isthmus
