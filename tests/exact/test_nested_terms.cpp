#include <doctest/doctest.h>

#include <limits>

#include "exact/nested_terms.hpp"
#include "exact/random_values.hpp"

using namespace isthmus;

namespace {

long power(long base, ulong exponent) {
  long result = 1;
  for (ulong e = 0; e < exponent; ++e) result *= base;
  return result;
}

}  // namespace

TEST_CASE("nested terms have the value of the polynomial that is made homogeneous") {
  const PolynomialRing ring({"x", "y", "z"});
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    RandomValues random(seed);
    const Polynomial p = random.polynomial(ring, 5, 12).primitive();
    if (p.is_zero()) continue;
    const NestedTerms nested{terms::TermTable(p)};
    CHECK(nested.total_degree() == static_cast<ulong>(p.total_degree()));
    const long denominator = random.between(1, 3);
    std::vector<Rational> point;
    std::vector<long> powers;
    for (std::size_t v = 0; v < 3; ++v) {
      const long numerator = random.between(-4, 4);
      point.push_back(Rational(numerator, denominator));
      for (std::size_t i = nested.first_power(v); i < nested.first_power(v + 1); ++i)
        powers.push_back(power(numerator, nested.exponents()[i]));
    }
    std::vector<long> homogenising;
    for (ulong e = 0; e <= nested.total_degree(); ++e) homogenising.push_back(power(denominator, e));
    long value = 0;
    REQUIRE(nested.evaluate(powers, homogenising, value));
    CHECK(Rational(value) == p.evaluate(point) * Rational(homogenising.back()));
  }
}

TEST_CASE("nested terms give up where a machine word is too small") {
  const PolynomialRing ring({"x", "y"});
  const Polynomial x = Polynomial::variable(ring, 0);
  const Polynomial y = Polynomial::variable(ring, 1);
  constexpr long most = std::numeric_limits<long>::max();
  long value = 0;
  const NestedTerms sum{terms::TermTable(x + y)};
  CHECK(sum.evaluate({most, 0}, {1, 1}, value));
  CHECK(value == most);
  CHECK_FALSE(sum.evaluate({most, 1}, {1, 1}, value));
  const NestedTerms product{terms::TermTable(Rational(3) * x * y + x)};
  CHECK_FALSE(product.evaluate({1, most / 2}, {1, 1, 1}, value));
  CHECK_FALSE(product.evaluate({2, 1}, {1, most, most}, value));
  const NestedTerms large{terms::TermTable(Rational(pow(Integer(2), 70)) * x + y)};
  CHECK_FALSE(large.evaluate({1, 1}, {1, 1}, value));
}
