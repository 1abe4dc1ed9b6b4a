#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "claim/set_language.hpp"
#include "connect/wall_count.hpp"
#include "decompose/region_tree.hpp"
#include "exact/error.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

/// All of these different from zero.
OpenCondition none_vanishes(const PolynomialRing& ring, const std::vector<Polynomial>& polynomials) {
  std::vector<Formula> parts;
  for (const Polynomial& p : polynomials) parts.push_back(Formula::atom(p.in_ring(ring), Relation::not_equal));
  return OpenCondition(ring, Formula::conjunction(parts));
}

std::size_t regions_of_level(const CellTree& tree, std::size_t level) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < tree.cells().size(); ++i)
    count += tree.cells()[i].level == level && tree.cells()[i].region == static_cast<std::int32_t>(i) ? 1 : 0;
  return count;
}

std::vector<Polynomial> bounds_of_level(const Projection& projection, std::size_t level) {
  std::vector<Polynomial> result;
  for (std::size_t k = 1; k <= level; ++k)
    for (std::size_t f = 0; f < projection.level(k).size(); ++f)
      if (projection.bounds_regions(level, {k, f})) result.push_back(projection.level(k)[f].polynomial);
  return result;
}

/// The components by the walls of a tree of regions that may join its leaves, each wall being crossed or, `at_once`, where
/// that is possible without a point of the crossing.
std::size_t components_over_regions(const Projection& projection, const OpenCondition& condition, const CellTree& tree,
                                    bool at_once) {
  UnionFind groups(tree.leaves().size());
  WallVisitor visitor;
  visitor.joined = [](std::size_t, std::size_t, std::size_t, std::size_t) { return false; };
  if (at_once)
    visitor.merged = [&](std::int32_t left, std::int32_t right, Wall) {
      groups.join(tree.cell(left).first_leaf, tree.cell(right).first_leaf);
    };
  visitor.crossed = [&](const Crossing& crossing) {
    groups.join(crossing.left_leaf, crossing.right_leaf);
    CHECK(condition.contains_segment(crossing.left, crossing.right));
    CHECK(locate(projection, tree, crossing.left) == crossing.left_leaf);
    CHECK(locate(projection, tree, crossing.right) == crossing.right_leaf);
  };
  visitor.done = [] { return false; };
  visitor.considered = [&](std::size_t level, std::size_t factor) {
    return joins_leaves_of_regions(projection, level, factor);
  };
  cross_walls(projection, condition, tree, visitor);
  return groups.sets();
}

void check_merges(const Projection& projection, const CellTree& tree) {
  for (const CellTree::Merge& merge : tree.merges()) {
    const Crossing crossing = crossing_of(projection, tree, merge);
    CHECK(cell_at(projection, tree, crossing.left) == crossing.left_cell);
    CHECK(cell_at(projection, tree, crossing.right) == crossing.right_cell);
    const std::size_t level = crossing.left.size();
    const Projection part = projection.up_to(level);
    CHECK(none_vanishes(part.ring(), bounds_of_level(projection, level)).contains_segment(crossing.left, crossing.right));
  }
}

void check_regions(const PolynomialRing& ring, const std::vector<Polynomial>& polynomials) {
  const OpenCondition condition = none_vanishes(ring, polynomials);
  CAPTURE(condition.formula().to_string());
  const Projection projection = project(ring, condition.factors(), ProjectionKind::walls);
  const CellTree tree = lift_regions(projection, condition);
  for (std::size_t k = 1; k < projection.levels(); ++k) {
    CAPTURE(k);
    const PolynomialRing part = projection.up_to(k).ring();
    const CountByWalls plain = count_by_walls(none_vanishes(part, bounds_of_level(projection, k)), false);
    CHECK(regions_of_level(tree, k) == plain.components);
  }
  const std::size_t components = count_by_walls(condition, false).components;
  for (const bool at_once : {false, true})
    CHECK(components_over_regions(projection, condition, tree, at_once) == components);
  check_merges(projection, tree);
}

/// Polynomials whose discriminants and resultants have many factors of higher exponents: in squares of the variables, of
/// products, the same up to a reflection, or up to a square.
std::vector<Polynomial> special(RandomSource& random, const PolynomialRing& ring) {
  const std::size_t n = ring.size();
  std::vector<Polynomial> variables;
  for (std::size_t i = 0; i < n; ++i) variables.push_back(Polynomial::variable(ring, i));
  const Polynomial p = random.sparse(ring, 2, 3);
  std::vector<Polynomial> images = variables;
  switch (random.below(5)) {
    case 0:
      for (Polynomial& x : images) x = x * x;
      return {p.compose(images, ring)};
    case 1:
      images[n - 1] = images[n - 1] * images[n - 1];
      images[0] = images[0] * images[0];
      return {p.compose(images, ring), variables[n - 1] - variables[random.below(n - 1)]};
    case 2:
      images[random.below(n)] = Polynomial(ring, Rational(0)) - images[random.below(n)];
      return {p, p.compose(images, ring)};
    case 3: {
      const Polynomial q = random.sparse(ring, 1, 2);
      return {p, p + q * q, random.sparse(ring, 1, 3)};
    }
    default:
      std::swap(images[0], images[n - 1]);
      return {p, p.compose(images, ring), variables[n - 1] + variables[0]};
  }
}

}  // namespace

TEST_CASE("regions of every level are the components of what their factors leave; ISTHMUS_REGION_SEED, _CASES") {
  const std::size_t first = setting("ISTHMUS_REGION_SEED", 1);
  const std::size_t cases = setting("ISTHMUS_REGION_CASES", 60);
  for (std::size_t seed = first; seed < first + cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring = random.chance(1, 4) ? PolynomialRing({"x", "y", "z", "w"}) : PolynomialRing({"x", "y", "z"});
    std::vector<Polynomial> polynomials;
    if (random.chance(1, 2))
      polynomials = special(random, ring);
    else
      for (int i = 0; i < 2; ++i) polynomials.push_back(random.sparse(ring, 2, 3));
    std::erase_if(polynomials, [](const Polynomial& p) { return p.is_constant(); });
    check_regions(ring, polynomials);
  }
}

/// {every atom's polynomial is not 0}, for a conjunction of such atoms.
void check_regions(const std::string& text) {
  const SemialgebraicSet set = parse_set(text, {{"x", "y", "z"}, {}, ""});
  std::vector<Polynomial> polynomials;
  for (const Atom& atom : set.formula.atoms()) polynomials.push_back(atom.polynomial);
  check_regions(set.ring, polynomials);
}

TEST_CASE("in the literature's sets there are as many components over regions as over cells") {
  for (const std::string text :
       {"x*z+y-1 != 0", "x*z^2+2*y*z-x != 0", "2*x*y*z-x^2-y^2-z^2+1 != 0", "x*y-z^2 != 0", "x^2-y^2*z != 0",
        "x^2+y^2+z^2 != 4 and (x-1)^2+y^2+z^2 != 4 and x^2+(y-1)^2+z^2 != 4",
        "(x^2+y^2+z^2+15/4)^2-16*(x^2+y^2) != 0"})
    check_regions(text);
}

TEST_CASE("a node closes a gap, an isolated point does not, of two nodes over one wall none does for certain") {
  check_regions("y^2 != x^2*(x+1) and z^2 != x+y+7");
  check_regions("y^2 != x^2*(x-1) and z^2 != x+y+7");
  check_regions("(y^2-x^2-1)*((y-1)^2-x^2-1) != 1+x^2 and z != x");
  check_regions("(y^2-x^2)*((y-3)^2-x^2)+x^3 != 0 and z != x");
  check_regions("(y^2-x^2)*((y-3)^2+x^2)+x^3 != 0 and z != x");
}

TEST_CASE("a condition with pruned cells, and one that is decided early") {
  for (const std::string text : {"x > 0 and x*y*z != 1", "x^2+y^2 < 1 and z^2 > x", "x*y > 1 or z^2+x*w > y^2"}) {
    CAPTURE(text);
    const SemialgebraicSet set = parse_set(text, {{"x", "y", "z", "w"}, {}, ""});
    const OpenCondition condition(set.ring, set.formula);
    const Projection projection = project(set.ring, condition.factors(), ProjectionKind::walls);
    const CellTree tree = lift_regions(projection, condition);
    for (const bool at_once : {false, true})
      CHECK(components_over_regions(projection, condition, tree, at_once) ==
            count_by_walls(condition, false).components);
    check_merges(projection, tree);
  }
}

TEST_CASE("a place where two curves touch and a third one crosses both closes no other gap") {
  // Over x = 0 the first two have the roots 0 and 5, 0 and 6: they touch in 0, where the line crosses them, and the gap from
  // 5 to 6, the only one with the same roots below on both sides that lies between them, goes on.
  check_regions("(y-x^2)*(y-5)+x^3 != 0 and (y+x^2)*(y-6)+x^3 != 0 and y != x and z^2 != x+3");
}

TEST_CASE("surfaces that touch along a curve do so in other roots where it passes a fold") {
  // A sphere and a cylinder, whose axis is inclined, touch in a great circle, half of it on the upper hemisphere.
  const std::string touching = "x^2+y^2+z^2 != 1 and 25*(x^2+y^2+z^2-1) != (3*x+4*z)^2";
  for (const std::string others : {"", " and z != 2*x-y+1/3", " and y != x^2-1/5", " and x+2*y != z^2+1/7"})
    check_regions(touching + others);
}

TEST_CASE("surfaces that touch along a curve do so in other roots where one of them passes infinity") {
  for (const std::string others : {"", " and z != x+1/5", " and z+y != 2*x*y-1/3"})
    check_regions("x*z^2+z+y^2 != 0 and z != y^2" + others);
}

TEST_CASE("a surface that crosses itself, below and above another branch") {
  for (const std::string others : {"", " and z != 2*x+y+1/3", " and 2*z != y-x"})
    check_regions("(z^2-y^2)*(z-x)+y^3 != 0" + others);
}

TEST_CASE("surfaces that touch in one pair of roots and cross in another one") {
  // Over y = 0 the first pair is 0, 0, the second 9, x+9.
  for (const std::string others : {"", " and z != x+y+1/3", " and 2*z != y-x"})
    check_regions("z*(z-9)+y^2 != 0 and (z-y^2)*(z-9-x)+y^2 != 0" + others);
}

TEST_CASE("a projection for open cells only has no regions") {
  const SemialgebraicSet set = parse_set("x*y != 1");
  const OpenCondition condition(set.ring, set.formula);
  CHECK_THROWS_AS(lift_regions(project(set.ring, condition.factors(), ProjectionKind::open_cells), condition),
                  InvalidInput);
}
