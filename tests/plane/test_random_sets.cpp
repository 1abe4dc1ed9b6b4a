#include <doctest/doctest.h>

#include "connect/components.hpp"
#include "laws/coordinate_changes.hpp"
#include "plane/plain_decomposition.hpp"
#include "plane/plane_set.hpp"
#include "plane/plane_sets.hpp"

using namespace isthmus;

namespace {

/// Every sample lies in the set and in the component it stands for; the sample of a vertex is found again.
void check_samples(const SemialgebraicSet& set, const PlaneSet& plane) {
  for (std::size_t i = 0; i < plane.components().size(); ++i) {
    const AlgebraicPoint& sample = plane.components()[i].sample;
    CAPTURE(i);
    CHECK(contains(set, sample));
    CHECK(plane.component_at(sample) == i);
    if (plane.components()[i].dimension == 2) CHECK(to_rational(sample).has_value());
  }
}

/// After an invertible affine change of coordinates with small numbers.
SemialgebraicSet moved(const SemialgebraicSet& set, RandomSource& random) {
  const Polynomial x = Polynomial::variable(set.ring, 0);
  const Polynomial y = Polynomial::variable(set.ring, 1);
  for (;;) {
    const Rational a(random.between(-3, 3)), b(random.between(-3, 3)), c(random.between(-3, 3)), d = random.rational();
    if ((a * d - b * c).is_zero()) continue;
    return composed(set, {a * x + b * y + Polynomial(set.ring, random.rational()), c * x + d * y});
  }
}

/// The same set: polynomials multiplied by constants, by themselves squared, or by a positive polynomial.
SemialgebraicSet rewritten(const SemialgebraicSet& set, RandomSource& random) {
  return plain_set(set.ring, set.formula.map_atoms([&](const Atom& atom) {
    const Polynomial& p = atom.polynomial;
    if (random.chance(1, 3)) return Formula::atom(Rational(-2, 3) * p, mirrored(atom.relation));
    if (random.chance(1, 2)) return Formula::atom(pow(p, 3), atom.relation);
    const Polynomial positive = p * p + Polynomial(set.ring, Rational(1));
    return Formula::atom(p.total_degree() <= 2 ? p * positive : Rational(5) * p, atom.relation);
  }));
}

}  // namespace

TEST_CASE("random plane sets have as many components as a plain cylindrical decomposition finds") {
  const std::size_t first = setting("ISTHMUS_PLANE_SEED", 1);
  const std::size_t cases = setting("ISTHMUS_PLANE_CASES", 400);
  std::size_t compared = 0;
  for (std::size_t seed = first; seed < first + cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const SemialgebraicSet set = PlaneSets(random).small();
    CAPTURE(set.formula.to_string());
    const PlaneSet plane(set);
    check_samples(set, plane);
    const auto expected = count_by_plain_decomposition(set);
    if (!expected) continue;
    ++compared;
    CHECK(plane.components().size() == *expected);
  }
  CHECK(2 * compared > cases);
}

TEST_CASE("changes of coordinates and of the conditions' writing never change a count") {
  const std::size_t first = setting("ISTHMUS_PLANE_SEED", 1);
  const std::size_t cases = setting("ISTHMUS_PLANE_CASES", 400) / 2;
  for (std::size_t seed = first; seed < first + cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed + 2000000);
    PlaneSets sets(random);
    const SemialgebraicSet set = random.chance(1, 2) ? sets.small() : sets.large();
    CAPTURE(set.formula.to_string());
    const std::size_t count = PlaneSet(set).components().size();
    const Polynomial x = Polynomial::variable(set.ring, 0);
    const Polynomial y = Polynomial::variable(set.ring, 1);
    CHECK(PlaneSet(composed(set, {y, x})).components().size() == count);
    CHECK(PlaneSet(moved(set, random)).components().size() == count);
    CHECK(PlaneSet(rewritten(set, random)).components().size() == count);
    CHECK(count_components(reduce(set))->count() == count);
    CHECK(count_components(reduce(moved(set, random)))->count() == count);
  }
}

TEST_CASE("a set and what its cells say agree at random points") {
  const std::size_t first = setting("ISTHMUS_PLANE_SEED", 1);
  for (std::size_t seed = first; seed < first + 60; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed + 3000000);
    const SemialgebraicSet set = PlaneSets(random).small();
    CAPTURE(set.formula.to_string());
    const PlaneSet plane(set);
    for (int i = 0; i < 20; ++i) {
      const std::vector<Rational> point = random.point(2);
      CHECK(plane.component_at(to_algebraic(point)).has_value() == set.formula.holds_at(point));
      const std::vector<int>& signs = plane.cells().signs(plane.cells().locate(to_algebraic(point)));
      for (std::size_t c = 0; c < plane.cells().curves().size(); ++c)
        CHECK(signs[c] == plane.cells().curves()[c].evaluate(point).sign());
    }
  }
}
