#include <doctest/doctest.h>

#include <set>

#include "claim/set_language.hpp"
#include "connect/open_components.hpp"
#include "connect/open_path.hpp"
#include "decompose/union_find.hpp"
#include "exact/error.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

SemialgebraicSet in_plane(const std::string& text) { return parse_set(text, {{"x", "y"}, {}, ""}); }

/// Everything an OpenComponents claims about itself, checked again.
void check_evidence(const SemialgebraicSet& set, const OpenComponents& c) {
  const std::size_t n = set.ring.size();
  UnionFind groups(c.tree().leaves().size());
  for (const Join& join : c.joins()) {
    CHECK(groups.join(join.first, join.second));
    CHECK((join.crossing.has_value() || join.merge.has_value()) == join.path.empty());
    for (std::size_t i = 0; i + 1 < join.path.size(); ++i)
      CHECK(c.condition().contains_segment(join.path[i], join.path[i + 1]));
    if (!join.path.empty()) {
      CHECK(join.path.front() == c.tree().sample(c.tree().leaves()[join.first], n));
      CHECK(join.path.back() == c.tree().sample(c.tree().leaves()[join.second], n));
    }
    if (join.crossing) CHECK(c.condition().contains_segment(join.crossing->left, join.crossing->right));
  }
  CHECK(groups.sets() == c.count());
  for (std::size_t leaf = 0; leaf < groups.size(); ++leaf)
    CHECK(groups.joined(leaf, c.representative(c.component_of_leaf(leaf))));
  std::set<std::vector<int>> signs;
  for (std::size_t i = 0; i < c.count(); ++i) {
    CHECK(set.formula.holds_at(c.sample(i)));
    CHECK(c.component_at(c.sample(i)) == i);
    CHECK(c.component_of_leaf(c.representative(i)) == i);
    signs.insert(c.separator_signs(i));
  }
  for (std::size_t factor : c.separators()) CHECK(c.condition().excludes(factor));
  if (c.separation() == Separation::signs) CHECK(signs.size() == c.count());
  if (c.separation() == Separation::trivial) CHECK(c.count() <= 1);
}

}  // namespace

TEST_CASE("paths over regions: from the sample of a component through other cells of it") {
  const SemialgebraicSet set = parse_set(
      "x^2+2*y^2+z^2-x*y+z != 4 and 3*x^2-y^2+z^2+x*z-y != 2 and x*y+y*z-2*z*x+x-1 != 0", {{"x", "y", "z"}, {}, ""});
  const OpenComponents open(set);
  REQUIRE(open.tree().has_regions());
  check_evidence(set, open);
  std::size_t paths = 0;
  for (std::size_t leaf = 0; leaf < open.tree().leaves().size(); leaf += 7) {
    const Point to = open.to_ring_order(open.tree().sample(open.tree().leaves()[leaf], 3));
    const Point from = open.sample(open.component_of_leaf(leaf));
    const std::vector<Point> path = path_in_open_set(open, from, to);
    CHECK(path.front() == from);
    CHECK(path.back() == to);
    for (std::size_t i = 0; i + 1 < path.size(); ++i)
      CHECK(open.condition().contains_segment(open.to_projection_order(path[i]), open.to_projection_order(path[i + 1])));
    paths += path.size() > 2 ? 1 : 0;
  }
  CHECK(paths > 5);
  for (std::size_t j = 0; j < open.joins().size(); j += 5)
    CHECK(path_of_join(open, open.joins()[j]).size() >= 2);
  const auto cells = open.in_cells(100000);
  REQUIRE(cells.has_value());
  check_evidence(set, *cells);
  CHECK(cells->count() == open.count());
  std::set<std::size_t> numbers;
  for (std::size_t c = 0; c < open.count(); ++c) numbers.insert(cells->component_at(open.sample(c)).value());
  CHECK(numbers.size() == open.count());
  CHECK_FALSE(open.in_cells(10).has_value());
}

TEST_CASE("joins, samples and separators say what they claim") {
  for (std::size_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring = random.chance(1, 2) ? PolynomialRing({"x", "y"}) : PolynomialRing({"x", "y", "z"});
    std::vector<Polynomial> polynomials;
    for (int i = 0; i < 2; ++i) {
      const Polynomial p = random.sparse(ring, ring.size() == 2 ? 4 : 2, 3);
      polynomials.push_back(p.is_zero() ? Polynomial::variable(ring, 0) : p);
    }
    const SemialgebraicSet set =
        random.chance(1, 2) ? complement_of(ring, polynomials) : plain_set(ring, random.formula(polynomials, 2, true));
    CAPTURE(set.formula.to_string());
    check_evidence(set, OpenComponents(set));
  }
}

TEST_CASE("points are located in their component, also on roots of the projection") {
  const SemialgebraicSet set = in_plane("(x^2+y^2-4)*(y-x) != 0");
  const OpenComponents c(set);
  CHECK(c.count() == 4);
  const auto at = [&](long x, long y) { return c.component_at({Rational(x), Rational(y)}); };
  CHECK(at(0, 1) == at(-1, 0));
  CHECK(at(0, 1) != at(1, 0));
  CHECK(at(0, 1) != at(0, 3));
  CHECK(at(-2, 1) == at(-2, 3));  // above x = -2 the circle has a vertical tangent
  CHECK(at(2, 1) == at(2, -3));
  CHECK_FALSE(at(2, 0).has_value());
  CHECK_FALSE(at(1, 1).has_value());
}

TEST_CASE("random points of random sets: neighbours on a segment have one component") {
  for (std::size_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"x", "y", "z"});
    std::vector<Polynomial> polynomials{random.sparse(ring, 2, 3), random.linear(ring)};
    for (Polynomial& p : polynomials)
      if (p.is_zero()) p = Polynomial::variable(ring, 1);
    const SemialgebraicSet set = complement_of(ring, polynomials);
    const OpenComponents c(set);
    for (int i = 0; i < 10; ++i) {
      const Point a = random.point(3);
      const Point b = random.point(3);
      const auto in_a = c.component_at(a);
      const auto in_b = c.component_at(b);
      CHECK(in_a.has_value() == set.formula.holds_at(a));
      if (c.condition().contains_segment(c.to_projection_order(a), c.to_projection_order(b))) CHECK(in_a == in_b);
    }
  }
}

TEST_CASE("the reason for the lower bound is the cheapest that applies") {
  CHECK(OpenComponents(in_plane("x*y > 1 and x > 0")).separation() == Separation::trivial);
  CHECK(OpenComponents(in_plane("x*y != 0")).separation() == Separation::signs);
  CHECK(OpenComponents(in_plane("x*y > 1")).separation() == Separation::decomposition);
}

TEST_CASE("order: given, automatic and wrong") {
  const SemialgebraicSet set = in_plane("x*y > 1");
  const OpenComponents c(set, {"y", "x"});
  CHECK(c.projection().ring().names() == std::vector<std::string>{"y", "x"});
  CHECK(c.ring().names() == std::vector<std::string>{"x", "y"});
  CHECK(c.to_ring_order(c.to_projection_order({Rational(1), Rational(2)})) == Point{Rational(1), Rational(2)});
  CHECK_THROWS_AS(OpenComponents(set, {"x"}), InvalidInput);
  CHECK_THROWS_AS(OpenComponents(set, {"x", "x"}), InvalidInput);
  CHECK_THROWS_AS(OpenComponents(set, {"x", "z"}), InvalidInput);
}

TEST_CASE("what is not open, or has parameters, is refused") {
  CHECK_THROWS_AS(OpenComponents(in_plane("x*y = 1")), InvalidInput);
  CHECK_THROWS_AS(OpenComponents(in_plane("x*y >= 1")), InvalidInput);
  CHECK_THROWS_AS(OpenComponents(parse_set("a*x > 1", {{"x"}, {"a"}, ""})), InvalidInput);
  const OpenComponents c(in_plane("x*y > 1"));
  CHECK_THROWS_AS(c.component_at({Rational(1)}), InvalidInput);
}

TEST_CASE("the empty set and the whole space") {
  CHECK(OpenComponents(in_plane("x^2+y^2 < 0")).count() == 0);
  CHECK(OpenComponents(in_plane("true")).count() == 1);
  CHECK(OpenComponents(in_plane("true")).component_at({Rational(7), Rational(8)}) == 0);
  CHECK(OpenComponents(in_plane("false")).count() == 0);
}

TEST_CASE("an exception from the progress callback ends the count") {
  struct Stop {};
  const Progress stop = [](std::string_view, std::size_t) { throw Stop(); };
  RandomSource random(3);
  const PolynomialRing ring({"x", "y", "z"});
  const SemialgebraicSet set =
      complement_of(ring, {random.dense(ring, 2), random.dense(ring, 2), random.dense(ring, 2)});
  CHECK_THROWS_AS(OpenComponents(set, {}, stop), Stop);
}
