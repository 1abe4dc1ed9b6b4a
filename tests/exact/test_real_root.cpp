#include <doctest/doctest.h>

#include <algorithm>

#include "exact/error.hpp"
#include "exact/random_values.hpp"

using namespace isthmus;

namespace {

const UnivariatePolynomial two_sided = univariate({-2, 0, 1});  // t^2 - 2

RealRoot square_root_of_two() { return RealRoot(two_sided, Rational(1), Rational(2)); }

/// The first nonlinear-looking root of a random polynomial, or a rational number.
RealRoot random_number(RandomValues& random) {
  const UnivariatePolynomial p = random.univariate(6);
  if (p.is_zero()) return RealRoot(random.small_rational());
  const auto roots = isolate_real_roots(p);
  return roots.empty() ? RealRoot(random.small_rational()) : roots[random.below(roots.size())];
}

}  // namespace

TEST_CASE("the representation invariant is enforced") {
  const Rational one(1);
  const Rational two(2);
  CHECK(RealRoot(two_sided, one, two).is_consistent());
  CHECK(RealRoot(univariate({2, -3, 1}), one, one).is_point());
  CHECK(RealRoot(univariate({4, 0, -2}), one, two).polynomial() == two_sided);  // content and sign normalised
  CHECK_THROWS_AS(RealRoot(two_sided, two, one), InvalidInput);                  // no interval
  CHECK_THROWS_AS(RealRoot(two_sided, two, Rational(3)), InvalidInput);          // no root
  CHECK_THROWS_AS(RealRoot(two_sided, -two, two), InvalidInput);                 // two roots
  CHECK_THROWS_AS(RealRoot(two_sided, one, one), InvalidInput);                  // the point is no root
  CHECK_THROWS_AS(RealRoot(two_sided * two_sided, one, two), InvalidInput);      // not squarefree
  CHECK_THROWS_AS(RealRoot(univariate({2, -3, 1}), one, Rational(3)), InvalidInput);  // zero at the lower end
  CHECK_THROWS_AS(RealRoot(univariate({2, -3, 1}), Rational(0), two), InvalidInput);  // zero at the upper end
  CHECK_THROWS_AS(RealRoot(univariate({3}), one, two), InvalidInput);
  CHECK_THROWS_AS(RealRoot(UnivariatePolynomial(), one, one), InvalidInput);
}

TEST_CASE("text") {
  CHECK(RealRoot(fraction(3, 7)).to_string() == "3/7");
  CHECK(square_root_of_two().to_string() == "root of t^2-2 in (1, 2)");
}

TEST_CASE("refinement keeps the number and reaches the width") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const RealRoot original = random_number(random);
    RealRoot root = original;
    const Rational before = root.upper() - root.lower();
    root.refine();
    CHECK(root.is_consistent());
    CHECK(root == original);
    CHECK((root.upper() - root.lower()) * Rational(2) <= before);
    const Rational width(Integer(1), pow(Integer(3), 10 + random.below(600)));
    root.refine_to(width);
    CHECK(root.is_consistent());
    CHECK(root == original);
    CHECK(root.upper() - root.lower() <= width);
    CHECK(original.lower() <= root.lower());
    CHECK(root.upper() <= original.upper());
  }
  CHECK_THROWS_AS(square_root_of_two().refine_to(Rational(0)), InvalidInput);
  RealRoot half(univariate({-1, 2}) * two_sided, Rational(0), Rational(1));
  half.refine();  // the midpoint is the root
  CHECK(half.is_point());
  CHECK(half.polynomial().degree() == 1);
}

TEST_CASE("refinement finds a rational root inside a proper interval") {
  RealRoot third(univariate({-1, 3}) * two_sided, Rational(0), Rational(1));
  third.refine_to(pow(Rational(2), -200));
  CHECK(third.compare(fraction(1, 3)) == 0);
  CHECK(third == RealRoot(fraction(1, 3)));
}

TEST_CASE("comparison with rationals: at, inside and outside the interval") {
  const RealRoot root = square_root_of_two();
  CHECK(root.compare(Rational(1)) == 1);
  CHECK(root.compare(fraction(1414213562, 1000000000)) == 1);
  CHECK(root.compare(fraction(1414213563, 1000000000)) == -1);
  CHECK(root.compare(Rational(2)) == -1);
  CHECK(root.compare(Rational(-5)) == 1);
  CHECK(root.compare(Rational(5)) == -1);
  const RealRoot point(fraction(2, 3));
  CHECK(point.compare(fraction(2, 3)) == 0);
  CHECK(point.compare(fraction(1, 3)) == 1);
  CHECK(point.compare(Rational(1)) == -1);
}

TEST_CASE("signs of polynomials at an algebraic number, zero included") {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const RealRoot root = random_number(random);
    const UnivariatePolynomial a = random.univariate(5);
    const UnivariatePolynomial b = random.univariate(5);
    CHECK(root.sign_of(root.polynomial()) == 0);
    CHECK(root.sign_of(a * root.polynomial()) == 0);
    CHECK(root.sign_of(a * root.polynomial() + univariate({1})) == 1);
    CHECK(root.sign_of(a * b) == root.sign_of(a) * root.sign_of(b));
    CHECK(root.sign_of(-a) == -root.sign_of(a));
    CHECK(root.sign_of(a * a + univariate({1})) == 1);
    // By Sturm's theorem: a number close below and one close above have the sign, unless a root of `a` lies between.
    RealRoot close = root;
    close.refine_to(pow(Rational(2), -60));
    if (!a.is_zero() && !has_root_in(a, close.lower(), close.upper())) {
      CHECK(root.sign_of(a) == a.sign_at(close.lower()));
    }
  }
  CHECK(square_root_of_two().sign_of(UnivariatePolynomial()) == 0);
  CHECK(square_root_of_two().sign_of(univariate({-3})) == -1);
  CHECK(square_root_of_two().sign_of(univariate({-2, 0, 1}) * univariate({5, 1})) == 0);
}

TEST_CASE("signs that only high precision or a common divisor can decide") {
  // p / q is a convergent of sqrt(2): |q sqrt(2) - p| is about 1 / (3 q).
  Integer p(1);
  Integer q(1);
  for (int i = 0; i < 400; ++i) {
    const Integer next = p + q + q;
    q += p;
    p = next;
  }
  const Integer norm = p * p - Integer(2) * q * q;  // 1 or -1
  const UnivariatePolynomial line({-p, q});
  CHECK(square_root_of_two().sign_of(line) == -norm.sign());
  CHECK(square_root_of_two().sign_of(line * univariate({1, 0, 1})) == -norm.sign());
  CHECK(square_root_of_two().sign_of(line * univariate({-2, 0, 1})) == 0);
  CHECK(square_root_of_two().compare(Rational(p, q)) == -norm.sign());
  // A common divisor that vanishes elsewhere decides nothing.
  const RealRoot with_neighbours(two_sided * univariate({-3, 0, 1}), Rational(1), fraction(3, 2));
  CHECK(with_neighbours.sign_of(line * univariate({-3, 0, 1})) == norm.sign());
}

TEST_CASE("balls contain the number and are as small as asked") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const RealRoot root = random_number(random);
    const long precision = random.between(2, 300);
    const Ball ball = root.ball(precision);
    CHECK(root.compare(ball.lower()) >= 0);
    CHECK(root.compare(ball.upper()) <= 0);
    const Rational magnitude = std::max({Rational(1), abs(ball.lower()), abs(ball.upper())});
    CHECK(ball.upper() - ball.lower() <= magnitude * pow(Rational(2), 3 - precision));
  }
}

TEST_CASE("order of algebraic numbers given by different polynomials") {
  const RealRoot root = square_root_of_two();
  const UnivariatePolynomial minimal = univariate({1, 0, -10, 0, 1});  // of sqrt(2) + sqrt(3), among others
  const auto roots = isolate_real_roots(minimal * two_sided);
  REQUIRE(roots.size() == 6);
  CHECK(roots[4] == root);
  CHECK(roots[3] < root);
  CHECK(root < roots[5]);
  const RealRoot same(two_sided * univariate({-3, 0, 1}), Rational(1), fraction(3, 2));
  CHECK(same == root);
  CHECK_FALSE(same < root);
  // Two different numbers less than 2^-200 apart.
  const Integer scale = pow(Integer(2), 400);
  const UnivariatePolynomial shifted({-scale - scale - Integer(1), Integer(0), scale});
  const RealRoot neighbour(shifted, Rational(1), Rational(2));
  CHECK(root < neighbour);
  CHECK(neighbour > root);
}

TEST_CASE("order agrees with differences of known rational roots in proper intervals") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Rational a = random.small_rational(20);
    const Rational b = random.chance(3) ? a : random.small_rational(20);
    const UnivariatePolynomial far = univariate({-10007, 0, 7});  // irrational roots near +-37.8
    const RealRoot x(UnivariatePolynomial::linear_with_root(a) * far, a - fraction(1, 3), a + fraction(2, 5));
    const UnivariatePolynomial alone = univariate({1, 0, 1});
    const RealRoot y(UnivariatePolynomial::linear_with_root(b) * alone, b - fraction(3, 7), b + Rational(9));
    CHECK(((x <=> y) < 0) == (a < b));
    CHECK((x == y) == (a == b));
  }
}
