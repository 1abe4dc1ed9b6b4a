#pragma once

#include <cstddef>
#include <map>
#include <numeric>
#include <vector>

namespace isthmus::check {

/// A partition of 0, .., size - 1 that becomes coarser.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  void join(std::size_t a, std::size_t b) { parent_[root(a)] = root(b); }

  /// For each element the number of its group; groups are numbered in the order of their first elements.
  std::vector<std::size_t> numbers() {
    std::map<std::size_t, std::size_t> number_of;
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < parent_.size(); ++i) {
      result.push_back(number_of.emplace(root(i), number_of.size()).first->second);
    }
    return result;
  }

  std::size_t number() {
    std::size_t roots = 0;
    for (std::size_t i = 0; i < parent_.size(); ++i) roots += parent_[i] == i ? 1 : 0;
    return roots;
  }

 private:
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  std::vector<std::size_t> parent_;
};

}  // namespace isthmus::check
