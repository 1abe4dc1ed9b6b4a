#include <doctest/doctest.h>

#include "connect/open_components.hpp"
#include "connect/wall_count.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

const std::vector<std::string> names{"x", "y", "z", "u", "v"};

PolynomialRing first_variables(std::size_t from, std::size_t to) {
  return PolynomialRing(std::vector<std::string>(names.begin() + static_cast<std::ptrdiff_t>(from),
                                                 names.begin() + static_cast<std::ptrdiff_t>(to)));
}

std::vector<Polynomial> random_polynomials(RandomSource& random, const PolynomialRing& ring, std::size_t count) {
  std::vector<Polynomial> polynomials;
  while (polynomials.size() < count) {
    const Polynomial p = random.chance(1, 4) ? random.linear(ring) : random.sparse(ring, 2, 3);
    if (!p.is_constant()) polynomials.push_back(p);
  }
  return polynomials;
}

SemialgebraicSet random_set(RandomSource& random, const PolynomialRing& ring, std::size_t count) {
  const std::vector<Polynomial> polynomials = random_polynomials(random, ring, count);
  return random.chance(1, 2) ? complement_of(ring, polynomials) : plain_set(ring, random.formula(polynomials, 2, true));
}

Formula composed(const Formula& formula, const std::vector<Polynomial>& images, const PolynomialRing& ring) {
  return formula.map_atoms(
      [&](const Atom& atom) { return Formula::atom(atom.polynomial.compose(images, ring), atom.relation); });
}

/// A permutation of the coordinates with a shear x_i + c x_j + d, an affine bijection.
std::vector<Polynomial> random_bijection(RandomSource& random, const PolynomialRing& ring) {
  std::vector<Polynomial> images;
  for (std::size_t i = 0; i < ring.size(); ++i) images.push_back(Polynomial::variable(ring, i));
  for (std::size_t i = ring.size() - 1; i > 0; --i) std::swap(images[i], images[random.below(i + 1)]);
  const std::size_t i = random.below(ring.size());
  const std::size_t j = (i + 1 + random.below(ring.size() - 1)) % ring.size();
  images[i] += Rational(random.between(-2, 2)) * images[j] + Polynomial(ring, Rational(random.between(-1, 1)));
  return images;
}

}  // namespace

TEST_CASE("an affine change of coordinates keeps the count, in 3 to 5 variables") {
  const std::size_t cases = setting("ISTHMUS_AGREEMENT_CASES", 120);
  for (std::size_t seed = 1; seed <= cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring = first_variables(0, 3 + seed % 3);
    const SemialgebraicSet set = random_set(random, ring, ring.size() == 3 ? 2 : 1);
    CAPTURE(set.formula.to_string());
    const std::size_t count = OpenComponents(set).count();
    const SemialgebraicSet moved = plain_set(ring, composed(set.formula, random_bijection(random, ring), ring));
    CAPTURE(moved.formula.to_string());
    const OpenComponents components(moved);
    CHECK(components.count() == count);
    if (ring.size() == 3 && seed % 4 == 0) {
      const CountByWalls walls = count_by_walls(components.condition(), false);
      CHECK(walls.components == count);
      CHECK(walls.faults.empty());
    }
  }
}

TEST_CASE("a product, counted as one set, has the product of the counts, in 3 to 5 variables") {
  const std::size_t cases = setting("ISTHMUS_AGREEMENT_CASES", 120);
  for (std::size_t seed = 1; seed <= cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed + 5000);
    const std::size_t dimension = 3 + seed % 3;
    const std::size_t left = 1 + random.below(dimension - 1);
    const SemialgebraicSet a = random_set(random, first_variables(0, left), 1 + random.below(2));
    const SemialgebraicSet b = random_set(random, first_variables(left, dimension), 1);
    const PolynomialRing ring = first_variables(0, dimension);
    const auto in_ring = [&](const Atom& atom) { return Formula::atom(atom.polynomial.in_ring(ring), atom.relation); };
    const SemialgebraicSet product =
        plain_set(ring, Formula::conjunction({a.formula.map_atoms(in_ring), b.formula.map_atoms(in_ring)}));
    CAPTURE(product.formula.to_string());
    CHECK(OpenComponents(product).count() == OpenComponents(a).count() * OpenComponents(b).count());
  }
}
