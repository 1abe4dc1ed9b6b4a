#include <doctest/doctest.h>

#include "barrier/barrier.hpp"
#include "exact/error.hpp"
#include "exact/random_values.hpp"

using namespace isthmus;

namespace {

Rational q(const char* text) { return Rational::parse(text); }

/// phi by plain rational arithmetic, for an integer degree.
Rational factor(long degree, const Rational& m, const Rational& alpha) {
  const Rational rest = Rational(1) - alpha;
  return (rest + alpha * pow(m, -degree)) * pow(rest + alpha * m, degree);
}

Rational loss(long degree, const Rational& m, const Rational& alpha, const Rational& norm) {
  const Rational excess = factor(degree, m, alpha) - Rational(1);
  return excess * excess * norm;
}

Rational random_positive(RandomValues& random) {
  return Rational(random.between(1, 40)) / Rational(random.between(1, 12));
}
Rational random_alpha(RandomValues& random) {
  const long denominator = random.between(1, 20);
  return Rational(random.between(0, denominator)) / Rational(denominator);
}

}  // namespace

TEST_CASE("values from the paper and by hand") {
  CHECK(barrier_value({1, 2}, q("1/2"), 1, 64).exact() == q("1/64"));
  CHECK(barrier_value({1, 3}, q("1/2"), 1, 64).exact() == q("1/9"));
  CHECK(barrier_value({2, 2}, q("1/2"), 4, 64).exact() == q("169/256"));  // phi = 5/8 * 9/4 = 45/32
  CHECK(barrier_value({1, 12000}, q("1/2"), 1, 64).exact() == pow(q("11999"), 4) / (Rational(16) * pow(q("12000"), 2)));
  CHECK(barrier_value({q("1/2"), 4}, 1, 3, 64).exact() == Rational(0));
  CHECK(barrier_value({q("1/2"), 49}, q("1/2"), 1, 64).exact() == pow(q("20/7") - Rational(1), 2));  // phi = 4/7 * 5
}

TEST_CASE("integer degrees agree with plain rational arithmetic") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const long degree = random.between(1, 6);
    const Rational m = random_positive(random);
    const Rational alpha = random_alpha(random);
    const Rational norm = random_positive(random);
    CHECK(barrier_factor({degree, m}, alpha, 10).exact() == factor(degree, m, alpha));
    CHECK(barrier_value({degree, m}, alpha, norm, 10).exact() == loss(degree, m, alpha, norm));
    // The two minima change places: m -> 1/m, with the segment run through the other way.
    const Rational there = barrier_factor({degree, m}, alpha, 10).exact();
    CHECK(barrier_factor({degree, Rational(1) / m}, Rational(1) - alpha, 10).exact() == there);
    CHECK(barrier_value({degree, m}, alpha, Rational(7) * norm, 10).exact() ==
          Rational(7) * loss(degree, m, alpha, norm));
  }
}

TEST_CASE("enclosures contain the power that integers check") {
  // phi^q is rational for k = p/q: the enclosure of phi, raised to the q-th power, contains it.
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const long p = random.between(1, 7);
    const long q_ = random.between(2, 5);
    const Rational m = random_positive(random);
    const Rational alpha = random_alpha(random);
    const long bits = random.between(1, 300);
    const Rational root = random_positive(random);
    const Rational scale = pow(root, q_);  // so that m^-k is rational
    const RealValue phi = barrier_factor({Rational(p) / Rational(q_), scale}, alpha, bits);
    const Rational rest = Rational(1) - alpha;
    const Rational exact = pow(rest + alpha * pow(root, -p), q_) * pow(rest + alpha * scale, p);
    CHECK(pow(phi.lower(), q_) <= exact);
    CHECK(exact <= pow(phi.upper(), q_));
    CHECK(phi.upper() - phi.lower() <= phi.upper() * pow(Rational(2), 2 - bits));
    const RealValue near = barrier_value({Rational(p) / Rational(q_), m}, alpha, 1, bits);
    CHECK(near.lower() <= near.upper());
    CHECK(near.upper().sign() >= 0);
  }
}

TEST_CASE("the maximum is where the derivative of log phi vanishes, and no grid point exceeds it") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const long degree = random.between(1, 5);
    const Rational m = random_positive(random);
    if (m == Rational(1)) continue;
    const BarrierMaximum maximum = barrier_maximum({degree, m}, 1, 64);
    const Rational alpha = maximum.alpha->exact();
    CHECK(alpha > Rational(0));
    CHECK(alpha < Rational(1));
    const Rational a = pow(m, -degree) - Rational(1);
    const Rational b = m - Rational(1);
    CHECK((a * (Rational(1) + alpha * b) + Rational(degree) * b * (Rational(1) + alpha * a)).is_zero());
    CHECK(maximum.value.exact() == loss(degree, m, alpha, 1));
    CHECK(largest_factor({degree, m}, 64).exact() == factor(degree, m, alpha));
    for (long i = 0; i <= 50; ++i) {
      const Rational at = Rational(i) / Rational(50);
      CHECK(loss(degree, m, at, 1) <= maximum.value.exact());
      CHECK((i == 0 || i == 50 || factor(degree, m, at) > Rational(1)));
    }
  }
}

TEST_CASE("degree one has its maximum in the middle") {
  for (const char* text : {"2", "1/3", "7/5", "12000"}) {
    const Rational m = q(text);
    const BarrierMaximum maximum = barrier_maximum({1, m}, 5, 64);
    CHECK(maximum.alpha->exact() == q("1/2"));
    CHECK(maximum.value.exact() == Rational(5) * pow(m - Rational(1), 4) / (Rational(16) * m * m));
  }
}

TEST_CASE("the maximum for irrational powers is enclosed, above nearby values") {
  for (const char* degree : {"1/2", "3/2", "22/7", "1/100"}) {
    for (const char* scale : {"2", "1/5", "1001/1000"}) {
      const Rescaling rescaling{q(degree), q(scale)};
      const BarrierMaximum maximum = barrier_maximum(rescaling, 1, 120);
      const Rational alpha = midpoint(maximum.alpha->lower(), maximum.alpha->upper());
      for (const Rational& at : {alpha, alpha * q("9/10"), alpha + (Rational(1) - alpha) / Rational(10)}) {
        CHECK(barrier_value(rescaling, at, 1, 120).lower() <= maximum.value.upper());
      }
      const RealValue there = barrier_value(rescaling, alpha, 1, 200);
      CHECK(maximum.value.lower() - there.upper() <= maximum.value.upper() * pow(Rational(2), -60));
    }
  }
}

TEST_CASE("one point") {
  const BarrierMaximum maximum = barrier_maximum({3, 1}, 9, 64);
  CHECK(maximum.value.exact() == Rational(0));
  CHECK_FALSE(maximum.alpha);
  CHECK(largest_factor({q("1/2"), 1}, 64).exact() == Rational(1));
  CHECK(barrier_maximum({3, 2}, 0, 64).value.exact() == Rational(0));
}

TEST_CASE("an m for every bound") {
  for (const char* degree : {"1", "2", "5", "1/2", "7/3", "1/20"}) {
    for (const char* bound : {"0", "1/1000", "1", "1000000", "123456789123456789"}) {
      for (const char* norm : {"1", "1/100", "77"}) {
        CAPTURE(degree);
        CAPTURE(bound);
        CAPTURE(norm);
        const Rational m = scale_exceeding(q(degree), q(norm), q(bound));
        CHECK(m > Rational(0));
        CHECK(barrier_value({q(degree), m}, q("1/2"), q(norm), 300).lower() > q(bound));
      }
    }
  }
}

TEST_CASE("the supremum over a bounded orbit is the larger of the two ends") {
  // k = 1: m < 5 and 1/m < 3.
  const RealValue sup = orbit_supremum(1, 5, 3, 64);
  CHECK(sup.exact() == largest_factor({1, 5}, 64).exact());
  CHECK(orbit_supremum(1, 2, 7, 64).exact() == largest_factor({1, q("1/7")}, 64).exact());
  CHECK(orbit_supremum(2, q("1/2"), 9, 64).exact() == largest_factor({2, q("1/3")}, 64).exact());
  CHECK(orbit_supremum(2, 1, 4, 64).exact() == largest_factor({2, q("1/2")}, 64).exact());
  for (long i = 1; i < 40; ++i) {
    const Rational m = q("1/3") + Rational(i) / Rational(40) * (Rational(5) - q("1/3"));
    CHECK(largest_factor({1, m}, 64).exact() < sup.exact());
  }
  const RealValue enclosed = orbit_supremum(q("1/2"), 3, 3, 100);  // ends 1/9 and 3
  CHECK(enclosed.lower() <= largest_factor({q("1/2"), q("1/9")}, 200).upper());
  CHECK_THROWS_AS(orbit_supremum(1, q("1/2"), 2, 64), InvalidInput);
  CHECK_THROWS_AS(orbit_supremum(2, q("1/2"), 4, 64), InvalidInput);
  CHECK_THROWS_AS(orbit_supremum(2, q("1/2"), 3, 64), InvalidInput);
}

TEST_CASE("refusals") {
  CHECK_THROWS_AS(barrier_value({0, 2}, q("1/2"), 1, 64), InvalidInput);
  CHECK_THROWS_AS(barrier_value({-1, 2}, q("1/2"), 1, 64), InvalidInput);
  CHECK_THROWS_AS(barrier_value({1, 0}, q("1/2"), 1, 64), InvalidInput);
  CHECK_THROWS_AS(barrier_value({1, -2}, q("1/2"), 1, 64), InvalidInput);
  CHECK_THROWS_AS(barrier_value({1, 2}, q("-1/2"), 1, 64), InvalidInput);
  CHECK_THROWS_AS(barrier_value({1, 2}, q("3/2"), 1, 64), InvalidInput);
  CHECK_THROWS_AS(barrier_value({1, 2}, q("1/2"), -1, 64), InvalidInput);
  CHECK_THROWS_AS(barrier_value({q("1/2"), 2}, q("1/2"), 1, 0), InvalidInput);
  CHECK_THROWS_AS(barrier_maximum({0, 2}, 1, 64), InvalidInput);
  CHECK_THROWS_AS(largest_factor({1, 0}, 64), InvalidInput);
  CHECK_THROWS_AS(scale_exceeding(0, 1, 1), InvalidInput);
  CHECK_THROWS_AS(scale_exceeding(1, 0, 1), InvalidInput);
  CHECK_THROWS_AS(scale_exceeding(1, 1, -1), InvalidInput);
  CHECK_THROWS_AS(orbit_supremum(1, 0, 1, 64), InvalidInput);
  CHECK_THROWS_AS(orbit_supremum(1, 1, 0, 64), InvalidInput);
}

TEST_CASE("rational powers") {
  CHECK(rational_power(q("4/9"), q("1/2"), 100) == q("2/3"));
  CHECK(rational_power(q("4/9"), q("-3/2"), 100) == q("27/8"));
  CHECK(rational_power(8, q("2/3"), 100) == Rational(4));
  CHECK(rational_power(1, q("1/7"), 100) == Rational(1));
  CHECK(rational_power(5, 0, 100) == Rational(1));
  CHECK_FALSE(rational_power(2, q("1/2"), 100));
  CHECK_FALSE(rational_power(q("4/3"), q("1/2"), 100));
  CHECK_FALSE(rational_power(2, 1000, 100));  // exact, but too large
  CHECK_FALSE(rational_power(2, Rational::parse("1/100000000000000000000"), 100));
  CHECK_THROWS_AS(rational_power(0, q("1/2"), 100), InvalidInput);
  CHECK_THROWS_AS(rational_power(-4, q("1/2"), 100), InvalidInput);
}
