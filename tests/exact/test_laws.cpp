#include <doctest/doctest.h>

#include "exact/laws.hpp"
#include "exact/random_values.hpp"

using namespace isthmus;

TEST_CASE("integers are an ordered commutative ring") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Integer a = random.integer();
    const Integer b = random.integer();
    const Integer c = random.integer();
    check_ring_laws(a, b, c, Integer(0), Integer(1));
    check_assignment_laws(a, b, Integer(0));
    check_value_laws(a, b);
    check_order_laws(a, b, c);
    check_ordered_ring_laws(a, b, c, Integer(0));
  }
}

TEST_CASE("rationals are an ordered field") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Rational a = random.rational();
    const Rational b = random.rational();
    const Rational c = random.rational();
    check_ring_laws(a, b, c, Rational(0), Rational(1));
    check_assignment_laws(a, b, Rational(0));
    check_value_laws(a, b);
    check_field_laws(a, b, Rational(0), Rational(1));
    check_order_laws(a, b, c);
    check_ordered_ring_laws(a, b, c, Rational(0));
  }
}

TEST_CASE("integer polynomials in one variable are a commutative ring") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const UnivariatePolynomial a = random.univariate(6);
    const UnivariatePolynomial b = random.univariate(6);
    const UnivariatePolynomial zero;
    check_ring_laws(a, b, random.univariate(6), zero, UnivariatePolynomial::constant(1));
    check_assignment_laws(a, b, zero);
    check_value_laws(a, b);
  }
}

TEST_CASE("polynomials are a commutative ring, in any number of variables") {
  const std::vector<std::vector<std::string>> rings = {{}, {"x"}, {"x", "y", "z"}, {"a", "b", "c", "d", "e", "f", "g"}};
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const PolynomialRing ring(rings[seed % rings.size()]);
    const Polynomial a = random.polynomial(ring, 4, 5, true);
    const Polynomial b = random.polynomial(ring, 4, 5, true);
    const Polynomial c = random.polynomial(ring, 4, 5, true);
    const Polynomial zero(ring);
    check_ring_laws(a, b, c, zero, Polynomial(ring, Rational(1)));
    check_assignment_laws(a, b, zero);
    check_value_laws(a, b);
    const Rational scalar = random.rational();
    CHECK(scalar * a == Polynomial(ring, scalar) * a);
  }
}

TEST_CASE("assignment carries a polynomial from one ring to another") {
  const PolynomialRing small({"x"});
  const PolynomialRing large({"x", "y", "z"});
  Polynomial p = Polynomial::variable(small, 0);
  const Polynomial q = Polynomial::variable(large, 2);
  p = q;
  CHECK(p.ring() == large);
  CHECK(p == q);
  p = Polynomial::variable(small, 0);
  CHECK(p.ring() == small);
  CHECK(p.to_string() == "x");
}

TEST_CASE("square matrices are a ring that does not commute") {
  const PolynomialRing ring({"x", "y"});
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    std::vector<Matrix> rational(3, Matrix(3, 3));
    std::vector<PolynomialMatrix> polynomial(3, PolynomialMatrix(ring, 2, 2));
    for (auto& m : rational) {
      for (std::size_t i = 0; i < 9; ++i) m.set(i / 3, i % 3, random.rational());
    }
    for (auto& m : polynomial) {
      for (std::size_t i = 0; i < 4; ++i) m.at(i / 2, i % 2) = random.polynomial(ring, 2, 3);
    }
    check_ring_laws(rational[0], rational[1], rational[2], Matrix(3, 3), Matrix::identity(3), false);
    check_value_laws(rational[0], rational[1]);
    check_ring_laws(polynomial[0], polynomial[1], polynomial[2], PolynomialMatrix(ring, 2, 2),
                    PolynomialMatrix::identity(ring, 2), false);
    check_value_laws(polynomial[0], polynomial[1]);
  }
}

TEST_CASE("real algebraic numbers are totally ordered") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    std::vector<RealRoot> numbers{RealRoot(random.small_rational())};
    for (int i = 0; i < 3; ++i) {
      // A shared factor makes equal numbers with different polynomials likely.
      UnivariatePolynomial p = random.univariate(4) * univariate({-2, 0, 1});
      if (p.is_zero()) continue;
      for (const RealRoot& root : isolate_real_roots(p)) numbers.push_back(root);
    }
    for (const RealRoot& a : numbers) {
      for (const RealRoot& b : numbers) check_order_laws(a, b, numbers[random.below(numbers.size())]);
    }
    check_value_laws(numbers.front(), numbers.back());
  }
}
