#include <doctest/doctest.h>

#include <algorithm>

#include "decompose/union_find.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

TEST_CASE("representatives are least elements, and the number of sets is right") {
  UnionFind sets(6);
  CHECK(sets.sets() == 6);
  CHECK(sets.join(4, 2));
  CHECK_FALSE(sets.join(2, 4));
  CHECK(sets.join(4, 5));
  CHECK(sets.find(5) == 2);
  CHECK(sets.sets() == 4);
  CHECK(sets.joined(2, 5));
  CHECK_FALSE(sets.joined(2, 3));
  CHECK(sets.uniform(4, 6));
  CHECK_FALSE(sets.uniform(3, 6));
  CHECK(sets.uniform(3, 3));
}

TEST_CASE("random unions against labels that are overwritten") {
  for (std::size_t seed = 1; seed <= 50; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const std::size_t size = 1 + random.below(30);
    UnionFind sets(size);
    std::vector<std::size_t> label(size);
    for (std::size_t i = 0; i < size; ++i) label[i] = i;
    for (int step = 0; step < 30; ++step) {
      const std::size_t a = random.below(size);
      const std::size_t b = random.below(size);
      const bool different = label[a] != label[b];
      CHECK(sets.join(a, b) == different);
      const std::size_t low = std::min(label[a], label[b]);
      const std::size_t high = std::max(label[a], label[b]);
      for (std::size_t& l : label)
        if (l == high) l = low;
    }
    for (std::size_t i = 0; i < size; ++i) CHECK(sets.find(i) == label[i]);
  }
}
