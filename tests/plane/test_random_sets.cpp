#include <cstdio>
#include <ctime>
#include <doctest/doctest.h>

#include "plane/plane_curves.hpp"
#include "plane/plain_decomposition.hpp"
#include "plane/plane_set.hpp"

using namespace isthmus;

TEST_CASE("random plane sets have as many components as a plain cylindrical decomposition finds") {
  const std::size_t first = setting("ISTHMUS_PLANE_SEED", 1);
  const std::size_t cases = setting("ISTHMUS_PLANE_CASES", 300);
  for (std::size_t seed = first; seed < first + cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    PlaneCurves curves(random);
    std::vector<Polynomial> p;
    for (std::size_t i = 0; i < 1 + seed % 3; ++i) p.push_back(curves.curve());
    const SemialgebraicSet set = plain_set(curves.ring(), random.formula(p, 2, false));
    CAPTURE(set.formula.to_string());
    const auto t0 = std::clock();
    const auto n = PlaneSet(set).components().size();
    const auto t1 = std::clock();
    std::fprintf(stderr, "%zu %s\n", seed, set.formula.to_string().c_str());
    std::fprintf(stderr, "  main %.2f\n", double(t1 - t0) / CLOCKS_PER_SEC);
    const auto m = count_by_plain_decomposition(set);
    if (m) CHECK(n == *m);else std::fprintf(stderr,"skip ");
    std::fprintf(stderr, "  plain %.2f\n", double(std::clock() - t1) / CLOCKS_PER_SEC);
  }
}
