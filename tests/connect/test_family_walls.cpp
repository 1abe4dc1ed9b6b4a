#include <doctest/doctest.h>

#include <map>
#include <optional>
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
