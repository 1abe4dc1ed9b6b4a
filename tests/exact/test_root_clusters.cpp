#include <doctest/doctest.h>

#include <algorithm>

#include "claim/set_language.hpp"
#include "exact/gcd_degree.hpp"
#include "exact/root_clusters.hpp"

using namespace isthmus;

namespace {

/// Product of (t - root)^multiplicity, with coefficients as balls.
std::vector<Ball> balls_with_roots(const std::vector<std::pair<Rational, unsigned>>& roots, const Polynomial& other,
                                   long precision) {
  const Polynomial t = Polynomial::variable(other.ring(), 0);
  Polynomial p = other;
  for (const auto& [root, multiplicity] : roots) p *= pow(t - Polynomial(other.ring(), root), multiplicity);
  std::vector<Ball> coefficients;
  for (long e = 0; e <= p.degree(0); ++e)
    coefficients.emplace_back(p.coefficient(0, static_cast<unsigned>(e)).constant_value(), precision);
  return coefficients;
}

std::vector<UnivariatePolynomial> coefficients_in_z(const std::string& text) {
  const PolynomialRing ring({"t", "z"});
  const Polynomial p = parse_polynomial(text, ring);
  std::vector<UnivariatePolynomial> result;
  for (long e = 0; e <= p.degree(1); ++e) {
    const Polynomial c = p.coefficient(1, static_cast<unsigned>(e));
    std::vector<Integer> integers(static_cast<std::size_t>(std::max(c.degree(0), 0L)) + 1);
    for (const Polynomial::Term& term : c.terms()) integers[term.exponents[0]] = term.coefficient.numerator();
    result.emplace_back(integers);
  }
  return result;
}

}  // namespace

TEST_CASE("clusters hold the roots they say") {
  const PolynomialRing ring({"t"});
  const Polynomial t = Polynomial::variable(ring, 0);
  const Polynomial pair = t * t + t + Polynomial(ring, Rational(1));
  for (const long precision : {64L, 256L}) {
    const auto found = root_clusters(
        balls_with_roots({{Rational(1, 3), 2}, {Rational(-2, 7), 1}, {Rational(5), 3}}, pair, precision), precision);
    REQUIRE(found.has_value());
    REQUIRE(found->size() == 5);
    const std::vector<std::pair<Rational, long>> real{{Rational(-2, 7), 1}, {Rational(1, 3), 2}, {Rational(5), 3}};
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK((*found)[i].real);
      CHECK((*found)[i].multiplicity == real[i].second);
      CHECK((*found)[i].box.real.contains(real[i].first));
      CHECK((*found)[i].box.imaginary.contains_zero());
    }
    for (std::size_t i = 3; i < 5; ++i) {
      CHECK(!(*found)[i].real);
      CHECK((*found)[i].multiplicity == 1);
      CHECK((*found)[i].box.real.contains(Rational(-1, 2)));
      CHECK(!(*found)[i].box.imaginary.contains_zero());
    }
  }
}

TEST_CASE("roots that are close are told apart at a higher precision") {
  const PolynomialRing ring({"t"});
  const Rational tiny = Rational(1) / pow(Rational(2), 100);
  const auto close = [&](long precision) {
    return root_clusters(
        balls_with_roots({{Rational(1), 1}, {Rational(1) + tiny, 1}}, Polynomial(ring, Rational(1)), 2000), precision);
  };
  const auto coarse = close(64);
  if (coarse) CHECK(coarse->size() == 1);
  const auto fine = close(1024);
  REQUIRE(fine.has_value());
  REQUIRE(fine->size() == 2);
  CHECK((*fine)[0].box.real.contains(Rational(1)));
  CHECK(!(*fine)[0].box.real.contains(Rational(1) + tiny));
}

TEST_CASE("an uncertain coefficient keeps a double root together") {
  const PolynomialRing ring({"t"});
  std::vector<Ball> coefficients =
      balls_with_roots({{Rational(1, 3), 2}, {Rational(-1), 1}}, Polynomial(ring, Rational(1)), 128);
  coefficients[0] =
      Ball::hull(coefficients[0].lower() - Rational(1, 1000000), coefficients[0].upper() + Rational(1, 1000000), 128);
  const auto found = root_clusters(coefficients, 128);
  REQUIRE(found.has_value());
  CHECK(found->size() == 2);
}

TEST_CASE("the degree of a gcd at an algebraic number") {
  const RealRoot root = isolate_real_roots(parse_polynomial("t^2-2", PolynomialRing({"t"})).to_univariate(0)).at(1);
  // z^2 - t, 2*z: a double root only at t = 0.
  CHECK(gcd_degree_at(root, coefficients_in_z("z^2-t"), coefficients_in_z("2*z")) == 0);
  CHECK(gcd_degree_at(RealRoot(Rational(0)), coefficients_in_z("z^2-t"), coefficients_in_z("2*z")) == 1);
  // (z - t)^2 * (z + 1) and its derivative
  CHECK(gcd_degree_at(root, coefficients_in_z("(z-t)^2*(z+1)"), coefficients_in_z("2*(z-t)*(z+1)+(z-t)^2")) == 1);
  // z^2 - 2 and z - t meet at t^2 = 2.
  CHECK(gcd_degree_at(root, coefficients_in_z("z^3-2*z"), coefficients_in_z("z-t")) == 1);
  CHECK(gcd_degree_at(root, coefficients_in_z("z^3-2*z"), coefficients_in_z("(z-t)*(z+t)*(z-5)")) == 2);
  CHECK(gcd_degree_at(RealRoot(Rational(1)), coefficients_in_z("z^3-2*z"), coefficients_in_z("(z-t)*(z+t)*(z-5)")) ==
        0);
}
