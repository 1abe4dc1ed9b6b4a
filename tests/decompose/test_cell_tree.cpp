#include <algorithm>

#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "decompose/cell_tree.hpp"
#include "decompose/lifting_state.hpp"
#include "exact/error.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

struct Decomposition {
  OpenCondition condition;
  Projection projection;
  CellTree tree;

  Decomposition(const SemialgebraicSet& set, ProjectionKind kind)
      : condition(set.ring, set.formula),
        projection(project(set.ring, condition.factors(), kind)),
        tree(lift_open_cells(projection, condition)) {}
  explicit Decomposition(const std::string& text) : Decomposition(parse_set(text, {{"x", "y"}, {}, ""}), ProjectionKind::walls) {}
};

std::vector<std::vector<std::size_t>> names_of(const CellTree& tree) {
  std::vector<std::vector<std::size_t>> names;
  for (std::int32_t leaf : tree.leaves()) names.push_back(tree.name(leaf));
  return names;
}

using Names = std::vector<std::vector<std::size_t>>;

}  // namespace

TEST_CASE("the cells of a circle, and which of them are pruned") {
  CHECK(names_of(Decomposition("x^2+y^2 != 1").tree) == Names{{0, 0}, {1, 0}, {1, 1}, {1, 2}, {2, 0}});
  CHECK(names_of(Decomposition("x^2+y^2 < 1").tree) == Names{{1, 1}});
  CHECK(names_of(Decomposition("x^2+y^2 > 1 and x > 0").tree) == Names{{2, 0}, {2, 2}, {3, 0}});
}

TEST_CASE("a condition that is decided early makes a leaf of the whole cylinder") {
  CHECK(names_of(Decomposition("x > 0").tree) == Names{{1}});
  CHECK(names_of(Decomposition("x > 0 or y > 0").tree) == Names{{0, 1}, {1}});
}

TEST_CASE("the whole space is one leaf, the empty set none") {
  const Decomposition everything("true");
  CHECK(everything.tree.leaves() == std::vector<std::int32_t>{CellTree::root});
  CHECK(everything.tree.sample(CellTree::root, 2) == std::vector<Rational>{Rational(0), Rational(0)});
  CHECK(locate(everything.projection, everything.tree, {Rational(3), Rational(4)}) == 0);
  const Decomposition nothing("x^2+y^2 < 0");
  CHECK(nothing.tree.leaves().empty());
  CHECK_FALSE(locate(nothing.projection, nothing.tree, {Rational(0), Rational(0)}).has_value());
}

TEST_CASE("points on roots and outside the set are in no leaf") {
  const Decomposition disc("x^2+y^2 < 1");
  CHECK(locate(disc.projection, disc.tree, {Rational(0), Rational(0)}) == 0);
  CHECK(locate(disc.projection, disc.tree, {Rational(Integer(3), Integer(5)), Rational(0)}) == 0);
  CHECK_FALSE(locate(disc.projection, disc.tree, {Rational(1), Rational(0)}).has_value());
  CHECK_FALSE(locate(disc.projection, disc.tree, {Rational(0), Rational(1)}).has_value());
  CHECK_FALSE(locate(disc.projection, disc.tree, {Rational(0), Rational(2)}).has_value());
  CHECK_THROWS_AS(locate(disc.projection, disc.tree, {Rational(0)}), InvalidInput);
}

TEST_CASE("every leaf lies in the set and is found again; every point of the set is in a leaf or on a root") {
  for (std::size_t seed = 1; seed <= 80; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring = random.chance(1, 2) ? PolynomialRing({"x", "y"}) : PolynomialRing({"x", "y", "z"});
    std::vector<Polynomial> polynomials;
    for (int i = 0; i < 2; ++i) {
      const Polynomial p = random.sparse(ring, ring.size() == 2 ? 4 : 2, 3);
      polynomials.push_back(p.is_zero() ? Polynomial::variable(ring, 0) : p);
    }
    const SemialgebraicSet set = plain_set(ring, random.formula(polynomials, 2, true));
    CAPTURE(set.formula.to_string());
    const Decomposition d(set, random.chance(1, 2) ? ProjectionKind::walls : ProjectionKind::open_cells);
    for (std::size_t leaf = 0; leaf < d.tree.leaves().size(); ++leaf) {
      const std::int32_t cell = d.tree.leaves()[leaf];
      CHECK(d.tree.cell(cell).first_leaf == leaf);
      CHECK(d.tree.cell(cell).end_leaf == leaf + 1);
      const std::vector<Rational> sample = d.tree.sample(cell, ring.size());
      CHECK(set.formula.holds_at(sample));
      CHECK(locate(d.projection, d.tree, sample) == leaf);
    }
    for (int i = 0; i < 30; ++i) {
      const std::vector<Rational> point = random.point(ring.size());
      const auto leaf = locate(d.projection, d.tree, point);
      if (leaf) CHECK(set.formula.holds_at(point));
      if (leaf || !set.formula.holds_at(point)) continue;
      bool on_root = false;
      for (std::size_t k = 1; k <= ring.size(); ++k)
        for (const auto& factor : d.projection.level(k)) on_root = on_root || factor.polynomial.evaluate(point).is_zero();
      CHECK(on_root);
    }
  }
}

TEST_CASE("a stack has the roots of all factors, ascending") {
  const Decomposition d("(x^2+y^2-4)*(y-x) != 0");
  LiftingState state(d.projection);
  state.push(Rational(Integer(1), Integer(2)));
  const Stack stack = state.stack();
  REQUIRE(stack.roots.size() == 3);
  CHECK(stack.roots[1].value.compare(Rational(Integer(1), Integer(2))) == 0);
  CHECK(stack.roots[0].factor == stack.roots[2].factor);
  CHECK(stack.roots[0].factor != stack.roots[1].factor);
  state.pop();
  CHECK(state.depth() == 0);
}

TEST_CASE("a condition whose factors the projection lacks is an internal error") {
  const SemialgebraicSet set = parse_set("x*y > 1");
  const OpenCondition condition(set.ring, set.formula);
  const Projection other = project(set.ring, {parse_polynomial("x-y", set.ring)}, ProjectionKind::walls);
  CHECK_THROWS_AS(lift_open_cells(other, condition), InternalError);
}

TEST_CASE("a set is empty if and only if its tree has no leaf") {
  for (std::size_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"x", "y"});
    const std::vector<Polynomial> polynomials{random.dense(ring, 2), random.linear(ring), random.sparse(ring, 3, 2)};
    std::vector<Formula> parts;
    for (const Polynomial& p : polynomials)
      if (!p.is_zero()) parts.push_back(Formula::atom(p, random.strict_relation()));
    const OpenCondition condition(ring, Formula::conjunction(parts));
    const Projection projection = project(ring, condition.factors(), ProjectionKind::open_cells);
    CHECK(is_empty(projection, condition) == lift_open_cells(projection, condition).leaves().empty());
  }
}
