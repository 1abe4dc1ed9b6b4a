#include <doctest/doctest.h>

#include "decompose/gaps.hpp"
#include "exact/error.hpp"
#include "exact/random_values.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

void check_gaps(const std::vector<RealRoot>& roots) {
  const std::vector<Rational> samples = gap_samples(roots);
  REQUIRE(samples.size() == roots.size() + 1);
  for (std::size_t i = 0; i < roots.size(); ++i) {
    CHECK(roots[i].compare(samples[i]) > 0);
    CHECK(roots[i].compare(samples[i + 1]) < 0);
  }
}

}  // namespace

TEST_CASE("no roots leave one gap, sampled at 0") { CHECK(gap_samples({}) == std::vector<Rational>{Rational(0)}); }

TEST_CASE("each gap gets its simplest rational") {
  CHECK(gap_samples(isolate_real_roots(univariate({-2, 0, 1}))) ==
        std::vector<Rational>{Rational(-2), Rational(0), Rational(2)});
  CHECK(gap_samples({RealRoot(Rational(0))}) == std::vector<Rational>{Rational(-1), Rational(1)});
  // sqrt(2) and sqrt(3) enclose 3/2
  const UnivariatePolynomial p = univariate({-2, 0, 1}) * univariate({-3, 0, 1});
  CHECK(gap_samples(isolate_real_roots(p)).at(3) == Rational(Integer(3), Integer(2)));
}

TEST_CASE("rational roots inside proper intervals, which bisection never hits") {
  const RealRoot third(univariate({-1, 3}), Rational(0), Rational(1));
  const RealRoot sevenths(univariate({-3, 7}), Rational(Integer(2), Integer(5)), Rational(1));
  check_gaps({third, sevenths});
  check_gaps({third});
  const RealRoot two(univariate({-2, 1}), Rational(Integer(5), Integer(3)), Rational(Integer(7), Integer(3)));
  check_gaps({two});
  check_gaps({third, two});
  check_gaps({RealRoot(Rational(Integer(1), Integer(3))), sevenths});
}

TEST_CASE("random polynomials with clustered, rational and integer roots") {
  for (std::size_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    UnivariatePolynomial p = univariate({1});
    for (std::size_t i = 0; i < 1 + random.below(5); ++i) {
      const long d = random.between(1, 9);
      if (random.chance(1, 2)) {
        p *= univariate({random.between(-9, 9), d});
      } else {
        p *= univariate({random.between(-9, 2), random.between(-3, 3), d});
      }
    }
    check_gaps(isolate_real_roots(p));
  }
  // Mignotte: two roots at distance about 10^-14
  check_gaps(isolate_real_roots(univariate({-2, 400, -20000, 0, 0, 0, 0, 1})));
}

TEST_CASE("roots out of order are refused") {
  CHECK_THROWS_AS(simplest_between(RealRoot(Rational(1)), RealRoot(Rational(1))), InvalidInput);
  CHECK_THROWS_AS(simplest_between(RealRoot(Rational(2)), RealRoot(Rational(1))), InvalidInput);
}
