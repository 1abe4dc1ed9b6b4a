#include <doctest/doctest.h>

#include "exact/error.hpp"
#include "exact/grading.hpp"
#include "exact/modular_resultant.hpp"
#include "exact/random_values.hpp"

using namespace isthmus;

namespace {

/// All monomials of this weight with random coefficients.
Polynomial homogeneous(RandomValues& random, const PolynomialRing& ring, const std::vector<long>& weights,
                       long degree) {
  std::vector<Polynomial::Term> terms;
  std::vector<unsigned> exponents(ring.size(), 0);
  const auto collect = [&](auto&& self, std::size_t v, long left) -> void {
    if (v == ring.size()) {
      if (left == 0) terms.push_back({Rational(random.between(-5, 5)), exponents});
      return;
    }
    for (unsigned e = 0; static_cast<long>(e) * weights[v] <= left; ++e) {
      exponents[v] = e;
      self(self, v + 1, left - static_cast<long>(e) * weights[v]);
    }
    exponents[v] = 0;
  };
  collect(collect, 0, degree);
  return Polynomial(ring, terms);
}

}  // namespace

TEST_CASE("resultants and discriminants of weighted homogeneous polynomials are those of subresultants") {
  const PolynomialRing ring({"x", "y", "z", "t"});
  std::size_t compared = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    std::vector<long> weights;
    for (std::size_t i = 0; i < 4; ++i) weights.push_back(random.between(1, 3));
    const Polynomial a = homogeneous(random, ring, weights, random.between(4, 6));
    const Polynomial b = homogeneous(random, ring, weights, random.between(3, 5));
    if (a.degree(3) < 2 || b.degree(3) < 2) continue;
    CHECK(find_grading({a, b}, 3).has_value());
    CHECK(resultant(a, b, 3) == subresultant_resultant(a, b, 3));
    CHECK(discriminant(a, 3) == subresultant_discriminant(a, 3));
    ++compared;
  }
  CHECK(compared >= 12);
}

TEST_CASE("two gradings at once: the determinant's matrix entries") {
  const PolynomialRing ring({"a", "b", "c", "t"});
  const auto variable = [&](std::size_t i) { return Polynomial::variable(ring, i); };
  const Polynomial p = variable(0) * pow(variable(3), 2) + variable(1) * variable(3) + variable(2);
  const auto grading = find_grading({p}, 3);
  REQUIRE(grading.has_value());
  CHECK(discriminant(p, 3) == variable(1) * variable(1) - Rational(4) * variable(0) * variable(2));
}

TEST_CASE("weights: found, missing, and only in the variable that must stay") {
  const PolynomialRing ring({"x", "y", "t"});
  const Polynomial x = Polynomial::variable(ring, 0);
  const Polynomial y = Polynomial::variable(ring, 1);
  const Polynomial t = Polynomial::variable(ring, 2);
  const Polynomial one(ring, Rational(1));
  CHECK_FALSE(find_grading({x + y + t + one}, 2).has_value());
  CHECK_FALSE(find_grading({x * y + one, x + y, t + x}, 2).has_value());
  CHECK_FALSE(find_grading({t}, 2).has_value());
  const auto grading = find_grading({pow(x, 2) - pow(y, 3), pow(x, 4) * t + pow(y, 6) * t}, 2);
  REQUIRE(grading.has_value());
  CHECK(grading->weights[0] * 2 == grading->weights[1] * 3);
  CHECK(grading->removable == 1);
  CHECK_THROWS_AS(grading->degree(x + y), InvalidInput);
  const long weight = grading->degree(pow(x, 2) * t);
  CHECK(grading->homogenised(pow(x, 2) * t, weight) == pow(x, 2) * t);
  CHECK(grading->homogenised(t, weight) == pow(y, 3) * t);
  CHECK_THROWS_AS(grading->homogenised(x * t, weight), InternalError);
  CHECK_THROWS_AS(grading->homogenised(pow(x, 4) * t, weight), InternalError);
}
