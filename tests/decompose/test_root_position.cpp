#include <algorithm>

#include <doctest/doctest.h>

#include "decompose/root_position.hpp"
#include "exact/error.hpp"
#include "exact/random_values.hpp"

using namespace isthmus;

TEST_CASE("positions among known roots, on a root, beside it, and without roots") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    std::vector<Rational> roots = random.small_point(random.below(5));
    UnivariatePolynomial p = with_roots(roots);
    if (random.chance(2)) p *= univariate({1 + random.between(0, 3), random.between(-1, 1), 1});
    if (random.chance(2)) p = -p;
    std::sort(roots.begin(), roots.end());
    roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
    for (const Rational& y : {random.small_rational(), roots.empty() ? Rational(0) : roots[random.below(roots.size())]}) {
      const RootPosition position = position_among_roots(p, y);
      CHECK(position.total == static_cast<long>(roots.size()));
      CHECK(position.below == std::count_if(roots.begin(), roots.end(), [&](const Rational& r) { return r < y; }));
      CHECK(position.on_root == (std::find(roots.begin(), roots.end(), y) != roots.end()));
    }
  }
  CHECK_THROWS_AS(position_among_roots(UnivariatePolynomial(), Rational(0)), InvalidInput);
}
