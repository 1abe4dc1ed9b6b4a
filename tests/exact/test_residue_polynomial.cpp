#include <doctest/doctest.h>

#include "exact/random_values.hpp"
#include "exact/residue_polynomial.hpp"

using namespace isthmus;

namespace {

bool shown(const UnivariatePolynomial& a, const UnivariatePolynomial& b) {
  return are_shown_coprime(ResiduePolynomial(a), ResiduePolynomial(b));
}

}  // namespace

TEST_CASE("polynomials that are shown coprime are; most that are coprime are shown to be") {
  std::size_t coprime = 0;
  std::size_t not_shown = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    CAPTURE(seed);
    RandomValues random(seed);
    UnivariatePolynomial a = random.univariate(6);
    UnivariatePolynomial b = random.univariate(6);
    if (random.chance(2)) {
      const UnivariatePolynomial common = random.univariate(3);
      a = a * common;
      b = b * common;
    }
    if (a.is_zero() || b.is_zero()) continue;
    const bool are_coprime = gcd(a, b).is_constant();
    if (are_coprime) ++coprime;
    if (shown(a, b))
      CHECK(are_coprime);
    else if (are_coprime)
      ++not_shown;
  }
  CHECK(coprime > 50);
  CHECK(not_shown == 0);
}

TEST_CASE("a prime that divides leading coefficients shows nothing") {
  const Integer prime = pow(Integer(2), 62) - Integer(57);
  // (p*t + 1) divides both, and is constant modulo p
  const UnivariatePolynomial common(std::vector<Integer>{Integer(1), prime});
  CHECK_FALSE(shown(common * univariate({1, 1}), common * univariate({2, 1})));
  CHECK(shown(common, univariate({1, 1})));
  CHECK_FALSE(shown(univariate({1, 1}), univariate({1, 2, 1})));
  CHECK_FALSE(shown(UnivariatePolynomial(), univariate({1, 1})));
}

TEST_CASE("residues are values") {
  ResiduePolynomial a(univariate({1, 1}));
  const ResiduePolynomial b(univariate({-1, 1}));
  const ResiduePolynomial copy = a;
  a = b;
  CHECK_FALSE(are_shown_coprime(a, b));
  CHECK(are_shown_coprime(copy, b));
  const ResiduePolynomial moved = std::move(a);
  CHECK_FALSE(are_shown_coprime(moved, b));
}
