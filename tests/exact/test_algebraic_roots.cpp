#include <doctest/doctest.h>

#include <algorithm>

#include "exact/complex_roots.hpp"
#include "exact/error.hpp"
#include "exact/minimal_polynomial.hpp"
#include "exact/random_values.hpp"

using namespace isthmus;

namespace {

std::vector<Ball> coefficient_balls(const UnivariatePolynomial& p, long precision) {
  std::vector<Ball> result;
  for (long i = 0; i <= p.degree(); ++i) result.emplace_back(Rational(p.coefficient(i)), precision);
  return result;
}

long real_boxes(const RootIsolation& isolation) {
  const auto meets_axis = [](const ComplexBall& box) { return box.imaginary.contains_zero(); };
  return std::count_if(isolation.simple.begin(), isolation.simple.end(), meets_axis);
}

}  // namespace

TEST_CASE("complex roots of squarefree polynomials: all isolated, as many real ones as Sturm counts") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    std::vector<Integer> coefficients;
    for (std::size_t i = 0; i <= 1 + random.below(6); ++i) coefficients.emplace_back(random.between(-50, 50));
    coefficients.emplace_back(random.between(1, 50));
    const UnivariatePolynomial p = UnivariatePolynomial(coefficients).squarefree_part();
    RootIsolation isolation;
    for (long precision = 64; precision <= 16384; precision *= 2) {
      isolation = isolate_complex_roots(coefficient_balls(p, precision), precision);
      if (static_cast<long>(isolation.simple.size()) == p.degree()) break;
    }
    CHECK(isolation.degree == p.degree());
    REQUIRE(static_cast<long>(isolation.simple.size()) == p.degree());
    for (std::size_t i = 0; i < isolation.simple.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(overlap(isolation.simple[i], isolation.simple[j]));
    }
    CHECK(real_boxes(isolation) >= count_real_roots(p));
    for (const RealRoot& root : isolate_real_roots(p)) {
      const Ball number = root.ball(200);
      const auto holds = [&](const ComplexBall& b) { return b.real.overlaps(number) && b.imaginary.contains_zero(); };
      CHECK(std::any_of(isolation.simple.begin(), isolation.simple.end(), holds));
    }
  }
}

TEST_CASE("roots of very different size, and pairs of equal size, are isolated with 128 bits") {
  const std::vector<std::vector<Rational>> root_lists{
      {fraction(1, 1000000), Rational(1), Rational(1000000)},
      {Rational(-1000000000), Rational(1000000000)},
      {fraction(-1, 1000000007), fraction(1, 1000000007), Rational(0)},
      {Rational(-1), Rational(1), Rational(-2), Rational(2), Rational(-3), Rational(3), Rational(12345678)},
  };
  for (const auto& roots : root_lists) {
    const UnivariatePolynomial p = with_roots(roots);
    CAPTURE(p);
    const RootIsolation isolation = isolate_complex_roots(coefficient_balls(p, 128), 128);
    REQUIRE(isolation.simple.size() == roots.size());
    for (const Rational& root : roots)
      CHECK(std::count_if(isolation.simple.begin(), isolation.simple.end(), [&](const ComplexBall& box) {
              return box.real.contains(root) && box.imaginary.contains_zero();
            }) == 1);
  }
}

TEST_CASE("a root named by a divisor of its polynomial is the same number") {
  const UnivariatePolynomial p = univariate({-2, 0, 1}) * univariate({-3, 0, 1}) * univariate({-3, 2});
  for (const RealRoot& root : isolate_real_roots(p)) {
    std::size_t fitting = 0;
    for (const auto& power : root.polynomial().factor()) {
      const auto named = root.as_root_of(-power.first);
      CHECK(named.has_value() == (root.sign_of(power.first) == 0));
      if (!named) continue;
      ++fitting;
      CHECK(*named == root);
      CHECK(named->is_consistent());
    }
    CHECK(fitting == 1);
    CHECK_THROWS_AS(root.as_root_of(univariate({-5, 0, 1})), InvalidInput);
    CHECK_THROWS_AS(root.as_root_of(univariate({1})), InvalidInput);
  }
}

TEST_CASE("a double root is never given as simple") {
  for (const long precision : {64L, 256L, 1024L}) {
    const UnivariatePolynomial p = univariate({1, -2, 1}) * univariate({-5, 1});  // (t - 1)^2 (t - 5)
    const RootIsolation isolation = isolate_complex_roots(coefficient_balls(p, precision), precision);
    CHECK(isolation.degree == 3);
    for (const ComplexBall& box : isolation.simple) CHECK_FALSE(box.real.contains(Rational(1)));
  }
}

TEST_CASE("constants have no roots; a leading coefficient that may be zero is refused") {
  CHECK(isolate_complex_roots({Ball(Rational(3), 64)}, 64).simple.empty());
  CHECK_THROWS_AS(isolate_complex_roots({}, 64), InvalidInput);
  CHECK_THROWS_AS(isolate_complex_roots({Ball(Rational(1), 64), Ball::hull(-1, 1, 64)}, 64), InvalidInput);
}

TEST_CASE("mirror images and overlap of boxes") {
  const ComplexBall above{Ball(Rational(1), 64), Ball(Rational(2), 64)};
  CHECK(overlap(above, above));
  CHECK_FALSE(overlap(above, conjugate(above)));
  CHECK(conjugate(above).imaginary.contains(Rational(-2)));
  CHECK(conjugate(above).real.contains(Rational(1)));
}

TEST_CASE("minimal polynomials: the same number, an irreducible polynomial, points for rationals") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const UnivariatePolynomial p = random.univariate(4) * univariate({-2, 0, 1}) * univariate({-1, 3});
    if (p.is_zero()) continue;
    for (const RealRoot& root : isolate_real_roots(p)) {
      const RealRoot named = with_minimal_polynomial(root);
      CHECK(named == root);
      CHECK(named.is_consistent());
      CHECK(named.polynomial().factor().size() == 1);
      CHECK(named.is_point() == (named.polynomial().degree() == 1));
    }
  }
  const RealRoot hidden(univariate({-1, 3}) * univariate({-2, 0, 1}), Rational(0), Rational(1));
  CHECK(with_minimal_polynomial(hidden).lower() == fraction(1, 3));
  CHECK(with_minimal_polynomial(hidden).is_point());
}
