#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "exact/algebraic_point.hpp"
#include "exact/error.hpp"
#include "exact/rings.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

Polynomial poly(const std::string& text) { return parse_polynomial(text, kXyz); }

RealRoot root_of(const std::string& text, std::size_t index) {
  return isolate_real_roots(parse_polynomial(text, PolynomialRing({"t"})).to_univariate(0)).at(index);
}

RealRoot sqrt_of(long n) { return root_of("t^2-" + std::to_string(n), 1); }

/// sqrt(2), sqrt(3), sqrt(6)
AlgebraicPoint roots_point() { return {sqrt_of(2), sqrt_of(3), sqrt_of(6)}; }

}  // namespace

TEST_CASE("signs at algebraic points, zero included") {
  const AlgebraicPoint p = roots_point();
  CHECK(sign_at(poly("x*y-z"), p) == 0);
  CHECK(sign_at(poly("x^2-2"), p) == 0);
  CHECK(sign_at(poly("(x+y)^2-5-2*z"), p) == 0);
  CHECK(sign_at(poly("x+y-z"), p) == 1);
  CHECK(sign_at(poly("1000000*x*y-1000000*z-1/1000000"), p) == -1);
  CHECK(sign_at(poly("3"), p) == 1);
  CHECK(sign_at(poly("0"), p) == 0);
}

TEST_CASE("a difference far below the first precision is told from zero") {
  // x^40 - 2^20 = 0; adding 10^-60 is not
  const AlgebraicPoint p{sqrt_of(2), RealRoot(Rational(0)), RealRoot(pow(Rational(10), -60))};
  CHECK(sign_at(poly("x^40-1048576"), p) == 0);
  CHECK(sign_at(poly("x^40-1048576+z"), p) == 1);
  CHECK(sign_at(poly("x^40-1048576-z"), p) == -1);
}

TEST_CASE("quotients are named exactly") {
  const AlgebraicPoint p = roots_point();
  CHECK(quotient_at(poly("z"), poly("x"), p) == sqrt_of(3));
  CHECK(quotient_at(poly("x*y"), poly("z"), p) == RealRoot(Rational(1)));
  CHECK(quotient_at(poly("1"), poly("x-1"), p) == root_of("t^2-2*t-1", 1));
  CHECK(quotient_at(poly("3"), poly("4"), p) == RealRoot(Rational(Integer(3), Integer(4))));
  CHECK(quotient_at(poly("x-x"), poly("y"), p) == RealRoot(Rational(0)));
}

TEST_CASE("rational quotients agree with arithmetic") {
  for (std::size_t seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const Polynomial n = random.dense(kXyz, 2, 5);
    const Polynomial d = random.dense(kXyz, 2, 5);
    const Point at = random.point(3);
    const Rational value = d.evaluate(at);
    CHECK(sign_at(d, to_algebraic(at)) == value.sign());
    if (!value.is_zero()) {
      CHECK(quotient_at(n, d, to_algebraic(at)) == RealRoot(n.evaluate(at) / value));
    } else {
      CHECK_THROWS_AS(quotient_at(n, d, to_algebraic(at)), InvalidInput);
    }
  }
}

TEST_CASE("a denominator that is zero is refused, never divided by") {
  const AlgebraicPoint rational = to_algebraic({Rational(1), Rational(1), Rational(2)});
  CHECK_THROWS_AS(quotient_at(poly("x"), poly("x-y"), rational), InvalidInput);
  CHECK_THROWS_AS(quotient_at(poly("1"), poly("x^2-2"), roots_point()), Error);
}

TEST_CASE("rational points and back") {
  const Point p{Rational(1), Rational(Integer(-2), Integer(3))};
  CHECK(to_rational(to_algebraic(p)) == p);
  CHECK_FALSE(to_rational({RealRoot(Rational(1)), sqrt_of(2)}).has_value());
}
