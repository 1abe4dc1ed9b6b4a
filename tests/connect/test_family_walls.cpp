#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "connect/written_sets.hpp"

using namespace isthmus;

namespace {

/// The count of the one case whose condition holds at a point; nullopt if there is not exactly one.
std::optional<std::size_t> at(const FamilyCount& count, const AlgebraicPoint& point) {
  std::optional<std::size_t> found;
  for (const FamilyCase& c : count.cases) {
    if (!contains({count.parameter_ring, 0, Formula::truth(), c.when}, point)) continue;
    if (found) return std::nullopt;
    found = c.components;
  }
  return found;
}

AlgebraicPoint rational(long a, long b) { return to_algebraic({Rational(a), Rational(b)}); }

const RealRoot root_of_two(UnivariatePolynomial({Integer(-2), Integer(0), Integer(1)}), Rational(1), Rational(2));
const RealRoot minus_root_of_two(UnivariatePolynomial({Integer(-2), Integer(0), Integer(1)}), Rational(-2),
                                 Rational(-1));

}  // namespace

TEST_CASE("real cubics by their roots, on the curve of double roots too") {
  const FamilyCount count = family("x^3+a*x+b = 0", {"a", "b"});
  CHECK(count.undecided.empty());
  CHECK(at(count, rational(-3, 0)) == 3u);
  CHECK(at(count, rational(-3, 2)) == 2u);
  CHECK(at(count, rational(-3, -2)) == 2u);
  CHECK(at(count, rational(-3, 5)) == 1u);
  CHECK(at(count, rational(0, 0)) == 1u);
  CHECK(at(count, rational(0, 7)) == 1u);
  CHECK(at(count, rational(1, 0)) == 1u);
}

TEST_CASE("plane cubics: a node on one branch of the discriminant, an isolated point on the other") {
  const FamilyCount count = family("y^2 = x^3+a*x+b", {"a", "b"});
  CHECK(count.undecided.empty());
  CHECK(at(count, rational(-3, 0)) == 2u);
  CHECK(at(count, rational(-3, 2)) == 1u);   // y^2 = (x-1)^2*(x+2)
  CHECK(at(count, rational(-3, -2)) == 2u);  // y^2 = (x+1)^2*(x-2)
  CHECK(at(count, rational(-12, 16)) == 1u);
  CHECK(at(count, rational(-12, -16)) == 2u);
  CHECK(at(count, rational(0, 0)) == 1u);
  CHECK(at(count, rational(1, 1)) == 1u);
}

TEST_CASE("irrational values of one parameter") {
  const FamilyCount hyperbolas = family("y^2 = x^2-c^2+2", {"c"});
  CHECK(hyperbolas.undecided.empty());
  CHECK(at(hyperbolas, {root_of_two}) == 1u);
  CHECK(at(hyperbolas, {minus_root_of_two}) == 1u);
  CHECK(at(hyperbolas, {RealRoot(Rational(1))}) == 2u);
  CHECK(at(hyperbolas, {RealRoot(Rational(2))}) == 2u);
  const FamilyCount roots = family("x^2 = c", {"c"}, "c^2 = 2");  // two points for the one, none for the other
  CHECK(roots.undecided.empty());
  CHECK(at(roots, {root_of_two}) == 2u);
  CHECK(at(roots, {minus_root_of_two}) == 0u);
  CHECK(family("x^2 = c", {"c"}, "c^2 = 2 and c > 0").common() == 2u);
  CHECK(family("x^2 = c", {"c"}, "c^3 = 2").common() == 2u);
}

TEST_CASE("a sphere and the surfaces x*y*z = c, to the four points where they touch it") {
  const FamilyCount count = family("x^2+y^2+z^2 = 1 and x*y*z = c", {"c"}, "27*c^2 = 1");
  CHECK(count.undecided.empty());
  CHECK(count.common() == 4u);
}

TEST_CASE("over all irrational roots at once and over each alone are as many components") {
  std::mt19937_64 random(20261129);
  std::uniform_int_distribution<long> draw(-3, 3);
  std::size_t walls = 0;
  for (int trial = 0; trial < 12; ++trial) {
    std::vector<long> c(8);
    for (long& each : c) each = draw(random);
    const auto n = [&](std::size_t i) { return "(" + std::to_string(c[i]) + ")"; };
    const std::string text = "y^2 = x^3+" + n(0) + "*x+" + n(1) + "*c*x+" + n(2) + "*c^2 and " +
                             (trial % 2 == 0 ? "x+" + n(3) + "*y < " + n(4) + "+c" : "x*y != " + n(3) + "*c");
    const std::string equation = "c^3+" + n(5) + "*c^2-" + n(6) + "*c+1 = 0";
    CAPTURE(text);
    CAPTURE(equation);
    const FamilyCount count = family(text, {"c"}, equation);
    if (!count.undecided.empty()) continue;
    const Polynomial p = parse_set(equation).formula.as_atom().polynomial;
    for (const RealRoot& root : isolate_real_roots(p.to_univariate(0))) {
      if (root.is_point()) continue;
      ++walls;
      const std::string alone = text + " and " + equation + " and c > " + root.lower().to_string() + " and c < " +
                                root.upper().to_string();
      CHECK(at(count, {root}) == count_components(reduce(parse_set(alone)))->count());
    }
  }
  CHECK(walls >= 8);
}

TEST_CASE("two blocks with skips, for every target") {
  const FamilyCount count = family("(1+a*b)*(1+c*d) = y", {"y"});
  CHECK(count.undecided.empty());
  for (const auto& [y, components] : std::map<long, std::size_t>{{-2, 4}, {-1, 4}, {0, 1}, {1, 5}, {2, 5}})
    CHECK(at(count, {RealRoot(Rational(y))}) == components);
}

TEST_CASE("two equations on the parameters that no parameter solves are named") {
  const FamilyCount count = family("x^2+y^2 = a", {"a", "b"}, "a^2 = 2 and b^2 = 3");
  REQUIRE(count.undecided.size() == 1);
  CHECK(count.undecided.front().find("equations on the parameters") != std::string::npos);
}
