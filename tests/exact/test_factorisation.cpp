#include <doctest/doctest.h>

#include "exact/error.hpp"
#include "exact/random_values.hpp"
#include "exact/rings.hpp"

using namespace isthmus;

namespace {

Polynomial nonzero(RandomValues& random, unsigned degree, std::size_t terms) {
  const Polynomial p = random.polynomial(kXyz, degree, terms);
  return p.is_zero() ? Polynomial::variable(kXyz, random.below(3)) : p;
}

Polynomial product_of(const Factorisation& factorisation) {
  Polynomial product(kXyz, factorisation.unit);
  for (const auto& power : factorisation.powers) product *= pow(power.factor, static_cast<unsigned>(power.exponent));
  return product;
}

}  // namespace

TEST_CASE("factors are irreducible, primitive, ordered, and multiply to the polynomial") {
  for (std::uint64_t seed = 1; seed <= 80; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Polynomial a = nonzero(random, 2, 3);
    const Polynomial b = nonzero(random, 2, 3);
    const Polynomial p = a * a * b * Polynomial(kXyz, Rational(random.nonzero_integer(), Integer(6)));
    const Factorisation factorisation = p.factor();
    CHECK(product_of(factorisation) == p);
    CHECK(factorisation.unit == p.unit());
    for (std::size_t i = 0; i < factorisation.powers.size(); ++i) {
      const Polynomial& factor = factorisation.powers[i].factor;
      CHECK(factor.total_degree() >= 1);
      CHECK(factor == factor.primitive());
      CHECK(factorisation.powers[i].exponent >= 1);
      const auto again = factor.factor();
      CHECK(again.powers.size() == 1);
      CHECK(again.powers.front().exponent == 1);
      if (i > 0) CHECK(canonical_order(factorisation.powers[i - 1].factor, factor) < 0);
    }
    // The square of `a` is seen: every factor of a has exponent >= 2.
    for (const auto& power : factorisation.powers) {
      if (divide(a, power.factor)) CHECK(power.exponent >= 2);
    }
  }
}

TEST_CASE("known factorisations") {
  const Polynomial x = Polynomial::variable(kXyz, 0);
  const Polynomial y = Polynomial::variable(kXyz, 1);
  const Polynomial one(kXyz, Rational(1));
  // Sophie Germain's identity.
  const auto germain = (pow(x, 4) + Rational(4) * pow(y, 4)).factor();
  REQUIRE(germain.powers.size() == 2);
  CHECK(germain.powers[0].factor == x * x - Rational(2) * (x * y) + Rational(2) * (y * y));
  CHECK(germain.powers[1].factor == x * x + Rational(2) * (x * y) + Rational(2) * (y * y));
  CHECK((x * x + y * y).factor().powers.size() == 1);  // irreducible over Q
  CHECK((pow(x, 6) - one).factor().powers.size() == 4);
  CHECK((x * x * y).factor().powers.size() == 2);
  const auto constant = Polynomial(kXyz, fraction(-3, 5)).factor();
  CHECK(constant.powers.empty());
  CHECK(constant.unit == fraction(-3, 5));
  CHECK_THROWS_AS(Polynomial(kXyz).factor(), InvalidInput);
}

TEST_CASE("division succeeds exactly on multiples") {
  for (std::uint64_t seed = 1; seed <= 80; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Polynomial a = random.polynomial(kXyz, 3, 5);
    const Polynomial b = nonzero(random, 3, 4);
    const auto quotient = divide(a * b, b);
    REQUIRE(quotient.has_value());
    CHECK(*quotient == a);
    if (!b.is_constant()) CHECK_FALSE(divide(a * b + Polynomial(kXyz, Rational(1)), b).has_value());
  }
  CHECK_FALSE(divide(Polynomial(kXyz, Rational(1)), Polynomial(kXyz)).has_value());
  CHECK(divide(Polynomial(kXyz), Polynomial(kXyz, Rational(2)))->is_zero());
}

TEST_CASE("greatest common divisors divide, are divided, and are primitive") {
  for (std::uint64_t seed = 1; seed <= 80; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Polynomial a = nonzero(random, 2, 4);
    const Polynomial b = nonzero(random, 2, 4);
    const Polynomial common = nonzero(random, 2, 4);
    const Polynomial d = gcd(a * common, b * common);
    CHECK(d == d.primitive());
    CHECK(divide(a * common, d).has_value());
    CHECK(divide(b * common, d).has_value());
    CHECK(divide(d, common).has_value());
    CHECK(gcd(*divide(a * common, d), *divide(b * common, d)).is_constant());
  }
  const Polynomial zero(kXyz);
  CHECK(gcd(zero, zero).is_zero());
  CHECK(gcd(zero, Polynomial(kXyz, Rational(-4))) == Polynomial(kXyz, Rational(1)));
}
