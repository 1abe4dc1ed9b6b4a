#include <doctest/doctest.h>

#include "decompose/fibre_cases.hpp"
#include "exact/error.hpp"

using namespace isthmus;
using namespace isthmus::fibres;

TEST_CASE("the gaps over random walls are complete, whatever is known about collisions") {
  const std::size_t cases = setting("ISTHMUS_FIBRE_CASES", 400);
  for (std::size_t seed = 1; seed <= cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    FibreCases source(random);
    const RealRoot alpha = source.alpha();
    const std::vector<Polynomial> polynomials = source.polynomials(alpha);
    const bool tell = !random.chance(1, 4);
    std::vector<FibrePolynomial> fibres;
    for (std::size_t i = 0; i < polynomials.size(); ++i) fibres.push_back(source.fibre(polynomials, i, alpha, tell));
    CAPTURE(alpha.to_string());
    for (const Polynomial& p : polynomials) CAPTURE(p.to_string());
    check_complete(alpha, fibres, gap_samples_over(alpha, fibres));
  }
}

TEST_CASE("an even root over a wall is a gap boundary") {
  // (x - t)^2 at t = sqrt(2): two gaps, although the sign does not change
  const RealRoot alpha = square_root_of_two();
  const FibrePolynomial f{{univariate({0, 0, 1}), univariate({0, -2}), univariate({1})}, 1, {}};
  const auto samples = gap_samples_over(alpha, {f});
  CHECK(samples.size() >= 2);
  check_complete(alpha, {f}, samples);
}

TEST_CASE("polynomials that are constant over the wall have one gap") {
  CHECK(gap_samples_over(square_root_of_two(), {}) == std::vector<Rational>{Rational(0)});
  const FibrePolynomial drop{{univariate({1}), univariate({-2, 0, 1})}, 0, {}};
  CHECK(gap_samples_over(square_root_of_two(), {drop}).size() == 1);
}

TEST_CASE("a polynomial that vanishes identically over a wall is an internal error, never an answer") {
  const FibrePolynomial zero{{univariate({-2, 0, 1}), univariate({-4, 0, 2})}, 0, {}};
  CHECK_THROWS_AS(gap_samples_over(square_root_of_two(), {zero}), InternalError);
  const FibrePolynomial at_one{{univariate({-1, 1}), univariate({1, -1})}, 0, {}};
  CHECK_THROWS_AS(gap_samples_over(RealRoot(Rational(1)), {at_one}), InternalError);
}

TEST_CASE("a reducible name of alpha does no harm where another root makes a polynomial vanish") {
  // q = (t^2-2)(t-1), alpha = sqrt(2), f = (t-1)(x^2-t)
  const UnivariatePolynomial q = univariate({-2, 0, 1}) * univariate({-1, 1});
  const RealRoot alpha(q, Rational(Integer(5), Integer(4)), Rational(2));
  const FibrePolynomial f{{univariate({0, 1, -1}), UnivariatePolynomial(), univariate({-1, 1})}, 0, {}};
  CHECK(gap_samples_over(alpha, {f}).size() >= 3);
}
