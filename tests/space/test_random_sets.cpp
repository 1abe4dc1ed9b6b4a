#include <doctest/doctest.h>

#include "connect/components.hpp"
#include "exact/error.hpp"
#include "laws/coordinate_changes.hpp"
#include "laws/random_source.hpp"
#include "plane/plane_set.hpp"
#include "space/space_set.hpp"

using namespace isthmus;

namespace {

const PolynomialRing& space() {
  static const PolynomialRing ring({"x", "y", "z"});
  return ring;
}
Polynomial coordinate(std::size_t i) { return Polynomial::variable(space(), i); }

/// One to three small surfaces: quadrics, cones, umbrellas, cubics.
std::vector<Polynomial> surfaces(RandomSource& random) {
  std::vector<Polynomial> result;
  const std::size_t count = 1 + random.below(3);
  while (result.size() < count) {
    const Polynomial x = coordinate(0) - Polynomial(space(), Rational(random.between(-1, 1)));
    const Polynomial y = coordinate(1);
    const Polynomial z = coordinate(2);
    const Polynomial one(space(), Rational(1));
    const std::vector<Polynomial> known{x,
                                        x * x + y * y + z * z - one,
                                        x * x + y * y - z * z,
                                        x * x - y * y * z,
                                        x * x + y * y,
                                        y * y - x * x * x,
                                        x * y - z,
                                        x * x + y * y + z * z,
                                        random.linear(space()),
                                        random.sparse(space(), 2, 3),
                                        random.sparse(space(), 3, 2)};
    Polynomial p = random.pick(known);
    if (!p.is_constant()) result.push_back(std::move(p));
  }
  return result;
}

/// nullopt where the answer is undecided.
std::optional<std::size_t> count_in_space(const SemialgebraicSet& set) {
  try {
    return SpaceSet(set).count();
  } catch (const Undecided&) {
    return std::nullopt;
  }
}

/// An invertible linear change of coordinates with small numbers.
std::vector<Polynomial> change(RandomSource& random) {
  const Polynomial x = coordinate(0);
  const Polynomial y = coordinate(1);
  const Polynomial z = coordinate(2);
  const Rational a(random.between(-2, 2));
  const Rational b(random.between(-2, 2));
  const std::vector<std::vector<Polynomial>> changes{
      {y, z, x}, {z, x, y}, {x, z, y}, {x + a * z, y + b * z, z}, {x, y + a * x, z + b * x}, {x + a * y, y, z + b * y}};
  return random.pick(changes);
}

}  // namespace

TEST_CASE("changes of coordinates never change a count") {
  const std::size_t first = setting("ISTHMUS_SPACE_SEED", 1);
  const std::size_t cases = setting("ISTHMUS_SPACE_CASES", 40);
  std::size_t decided = 0;
  for (std::size_t seed = first; seed < first + cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed + 5000000);
    const SemialgebraicSet set = plain_set(space(), random.formula(surfaces(random), 2, false));
    CAPTURE(set.formula.to_string());
    const auto count = count_in_space(set);
    for (int i = 0; i < 3; ++i) {
      const auto other = count_in_space(composed(set, change(random)));
      if (!count || !other) continue;
      CHECK(count == other);
      ++decided;
    }
  }
  CHECK(10 * decided >= 9 * 3 * cases);
}

TEST_CASE("open sets have as many components as the decomposition of codimension one finds") {
  const std::size_t first = setting("ISTHMUS_SPACE_SEED", 1);
  const std::size_t cases = setting("ISTHMUS_SPACE_CASES", 40);
  for (std::size_t seed = first; seed < first + cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed + 6000000);
    const SemialgebraicSet set = plain_set(space(), random.formula(surfaces(random), 2, true));
    CAPTURE(set.formula.to_string());
    const auto count = count_in_space(set);
    if (count) CHECK(*count == OpenComponents(set, {}, {}).count());
  }
}

TEST_CASE("a double cover of a plane set has one or two components above each, as the zeros of the root tell") {
  const std::size_t first = setting("ISTHMUS_SPACE_SEED", 1);
  const std::size_t cases = setting("ISTHMUS_SPACE_CASES", 40);
  const PolynomialRing plane({"x", "y"});
  for (std::size_t seed = first; seed < first + cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed + 7000000);
    const Polynomial g = random.sparse(plane, 3, 3);
    const Polynomial h = random.sparse(plane, 2, 2);
    if (g.is_constant() || h.is_constant()) continue;
    const Formula beside = Formula::atom(h, random.any_relation());
    const auto where = [&](Relation relation) {
      return SemialgebraicSet(plain_set(plane, Formula::conjunction({Formula::atom(g, relation), beside})));
    };
    const PlaneSet base(where(Relation::greater_equal));
    const PlaneSet branch(where(Relation::equal));
    std::vector<bool> joined(base.components().size(), false);
    for (const PlaneComponent& c : branch.components()) joined[base.component_at(c.sample).value()] = true;
    std::size_t expected = 0;
    for (const bool one : joined) expected += one ? 1 : 2;
    const Polynomial z = coordinate(2);
    const Formula cover = Formula::conjunction({Formula::atom(z * z - g.in_ring(space()), Relation::equal),
                                                Formula::atom(h.in_ring(space()), beside.as_atom().relation)});
    const SemialgebraicSet set = composed(plain_set(space(), cover), change(random));
    CAPTURE(set.formula.to_string());
    const auto count = count_in_space(set);
    if (count) CHECK(*count == expected);
  }
}

TEST_CASE("a set and what its cells say agree at random points") {
  const std::size_t first = setting("ISTHMUS_SPACE_SEED", 1);
  for (std::size_t seed = first; seed < first + 15; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed + 8000000);
    const SemialgebraicSet set = plain_set(space(), random.formula(surfaces(random), 2, false));
    CAPTURE(set.formula.to_string());
    const SpaceSet cells(set);
    for (int i = 0; i < 12; ++i) {
      const std::vector<Rational> point = random.point(3);
      CHECK(cells.component_at(to_algebraic(point)).has_value() == set.formula.holds_at(point));
      const std::vector<int>& signs = cells.cells().signs(cells.cells().locate(to_algebraic(point)));
      for (std::size_t p = 0; p < signs.size(); ++p)
        CHECK(signs[p] == cells.cells().polynomials()[p].evaluate(point).sign());
    }
  }
}
