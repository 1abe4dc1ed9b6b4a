#include <doctest/doctest.h>

#include <algorithm>

#include "exact/descartes.hpp"
#include "exact/error.hpp"
#include "exact/random_values.hpp"

using namespace isthmus;

namespace {

/// Everything isolate_real_roots promises, with the number of roots and their places checked by Sturm's theorem.
std::vector<RealRoot> checked_roots(const UnivariatePolynomial& p) {
  CAPTURE(p.degree());
  const std::vector<RealRoot> roots = isolate_real_roots(p);
  CHECK(static_cast<long>(roots.size()) == count_real_roots(p));
  for (std::size_t i = 0; i < roots.size(); ++i) {
    const RealRoot& root = roots[i];
    CHECK(root.is_consistent());
    CHECK(divides(root.polynomial(), p));
    if (i > 0) CHECK(roots[i - 1].upper() < root.lower());
    const long below = count_roots_below(p, root.lower());
    CHECK(below == static_cast<long>(i));
    if (!root.is_point()) CHECK(count_roots_below(p, root.upper()) == below + 1);
    if (root.is_point()) CHECK(root.polynomial() == UnivariatePolynomial::linear_with_root(root.lower()));
  }
  return roots;
}

/// The roots of a product of linear polynomials, in any order, are found in ascending order without repetition.
void check_known_roots(std::vector<Rational> known, const UnivariatePolynomial& rootless) {
  const UnivariatePolynomial p = with_roots(known) * rootless;
  const auto roots = checked_roots(p);
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  REQUIRE(roots.size() == known.size());
  for (std::size_t i = 0; i < known.size(); ++i) {
    CHECK(roots[i].compare(known[i]) == 0);
    CHECK(roots[i] == RealRoot(known[i]));
    CHECK(count_roots_below(p, known[i]) == static_cast<long>(i));
    CHECK(has_root_in(p, known[i], known[i]));
    CHECK(has_root_in(p, known[i] - Rational(1), known[i]));
    CHECK(has_root_in(p, known[i], known[i] + Rational(1)));
    if (i > 0) {
      const Rational third = (known[i] - known[i - 1]) / Rational(3);
      CHECK_FALSE(has_root_in(p, known[i - 1] + third, known[i] - third));
      CHECK(has_root_in(p, known[i - 1] + third, known[i] + third));
      CHECK(count_roots_below(p, known[i] - third) == static_cast<long>(i));
    }
  }
}

/// x^degree - 2 (scale x - 1)^2 (Mignotte 1974): two roots very close to 1 / scale.
UnivariatePolynomial mignotte(int degree, const Integer& scale) {
  UnivariatePolynomial p = power(univariate({0, 1}), degree);
  const UnivariatePolynomial line({Integer(-1), scale});
  return p - univariate({2}) * line * line;
}

}  // namespace

TEST_CASE("products with known rational roots and repeated factors") {
  const std::vector<UnivariatePolynomial> rootless = {univariate({1}), univariate({1, 0, 1}), univariate({-3}),
                                                      power(univariate({1, 1, 1}), 2), univariate({7, 0, 0, 0, 1})};
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    std::vector<Rational> known;
    const std::size_t count = random.below(7);
    for (std::size_t i = 0; i < count; ++i) {
      if (!known.empty() && random.chance(3)) known.push_back(known[random.below(known.size())]);  // a repeated root
      else known.push_back(random.chance(6) ? random.rational() : random.small_rational(8));
    }
    check_known_roots(known, rootless[random.below(rootless.size())]);
  }
}

TEST_CASE("clustered roots") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Rational centre = random.small_rational();
    const Rational step(Integer(1), pow(Integer(2), 20 + random.below(120)) + random.integer() * random.integer());
    std::vector<Rational> known;
    for (long i = 0; i < 4; ++i) known.push_back(centre + step * Rational(i));
    known.push_back(centre + Rational(1));
    check_known_roots(known, univariate({1, 0, 1}));
  }
}

TEST_CASE("Wilkinson's polynomial and a perturbation of it") {
  std::vector<Rational> known;
  for (long i = 1; i <= 20; ++i) known.emplace_back(i);
  check_known_roots(known, univariate({1}));
  // Wilkinson 1963: changing the coefficient of x^19 by -2^-23 leaves 10 real roots.
  const UnivariatePolynomial scaled = with_roots(known) * UnivariatePolynomial::constant(pow(Integer(2), 23));
  const auto roots = checked_roots(scaled - power(univariate({0, 1}), 19));
  CHECK(roots.size() == 10);
}

TEST_CASE("Mignotte's polynomials: two roots at a distance of about scale^-(degree+2)/2") {
  for (const int degree : {3, 4, 7, 12, 20, 40}) {
    for (const std::size_t bits : {2, 14, 40}) {
      const auto roots = checked_roots(mignotte(degree, pow(Integer(2), bits) + Integer(1)));
      CHECK(roots.size() == (degree % 2 == 0 ? 4 : 3));
    }
  }
}

TEST_CASE("Chebyshev polynomials: all roots in (-1, 1), crowded at the ends") {
  UnivariatePolynomial previous = univariate({1});
  UnivariatePolynomial current = univariate({0, 1});
  for (int degree = 2; degree <= 40; ++degree) {
    UnivariatePolynomial next = univariate({0, 2}) * current - previous;
    previous = std::move(current);
    current = std::move(next);
    if (degree % 13 != 0 && degree < 39) continue;
    const auto roots = checked_roots(current);
    REQUIRE(static_cast<int>(roots.size()) == degree);
    CHECK(roots.front().compare(Rational(-1)) == 1);
    CHECK(roots.back().compare(Rational(1)) == -1);
  }
}

TEST_CASE("random polynomials of every degree, sparse and dense, with huge coefficients") {
  for (std::uint64_t seed = 1; seed <= 250; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const UnivariatePolynomial p = random.univariate(seed % 50 == 0 ? 25 : 9);
    if (p.is_zero()) continue;
    checked_roots(p);
    if (seed % 5 == 1) checked_roots(p * p);
  }
}

TEST_CASE("quadratic polynomials: irrational, rational, double and no roots, of every size") {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const UnivariatePolynomial p({random.integer(), random.integer(), random.nonzero_integer()});
    const Integer discriminant = p.coefficient(1) * p.coefficient(1) - Integer(4) * p.coefficient(0) * p.coefficient(2);
    const auto roots = checked_roots(p);
    CHECK(static_cast<int>(roots.size()) == discriminant.sign() + 1);
  }
}

TEST_CASE("coefficients of a hundred thousand digits") {
  const Integer huge = pow(Integer(10), 100000) + Integer(7);
  const UnivariatePolynomial square({-huge, Integer(0), Integer(1)});
  const auto roots = isolate_real_roots(square);
  REQUIRE(roots.size() == 2);
  CHECK(roots[0].compare(Rational(0)) == -1);
  CHECK(roots[1].compare(Rational(pow(Integer(10), 50000))) == 1);
  CHECK(roots[1].compare(Rational(pow(Integer(10), 50000) + Integer(1))) == -1);
  const UnivariatePolynomial cubic({Integer(-1), huge, Integer(0), huge});
  const auto small = isolate_real_roots(cubic);
  REQUIRE(small.size() == 1);
  CHECK(small[0].compare(Rational(Integer(1), huge)) == -1);
  CHECK(small[0].compare(Rational(Integer(1), huge + Integer(1))) == 1);
}

TEST_CASE("constants have no roots, zero is refused") {
  CHECK(isolate_real_roots(univariate({-4})).empty());
  CHECK(count_real_roots(univariate({-4})) == 0);
  CHECK(count_roots_below(univariate({-4}), Rational(3)) == 0);
  CHECK_FALSE(has_root_in(univariate({-4}), Rational(-1), Rational(1)));
  const UnivariatePolynomial zero;
  CHECK_THROWS_AS(isolate_real_roots(zero), InvalidInput);
  CHECK_THROWS_AS(count_real_roots(zero), InvalidInput);
  CHECK_THROWS_AS(count_roots_below(zero, Rational(0)), InvalidInput);
  CHECK_THROWS_AS(has_root_in(zero, Rational(0), Rational(1)), InvalidInput);
  CHECK_THROWS_AS(has_root_in(univariate({0, 1}), Rational(1), Rational(0)), InvalidInput);
}

TEST_CASE("an interval with an even number of variations but no root") {
  // Descartes' rule alone cannot decide (t - 1/2)^2 + c on (0, 1) for small c > 0.
  const UnivariatePolynomial near_miss = univariate({251, -1000, 1000});
  CHECK_FALSE(has_root_in(near_miss, Rational(0), Rational(1)));
  CHECK(has_root_in(univariate({249, -1000, 1000}), Rational(0), Rational(1)));
  CHECK(has_root_in(univariate({1, -4, 4}), Rational(0), Rational(1)));  // a double root inside
  CHECK_FALSE(has_root_in(univariate({1, -4, 4}) * univariate({1, 0, 1}), Rational(1), Rational(2)));
}

TEST_CASE("Descartes' variations on an interval: the number of roots up to 2, plus an even number, capped at 2") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    std::vector<Rational> known;
    for (std::size_t i = 0; i < 1 + random.below(5); ++i) known.push_back(random.small_rational(6));
    const Rational lower = random.small_rational(6);
    const Rational upper = lower + abs(random.small_rational(6)) + fraction(1, 5);
    const auto is_inside = [&](const Rational& root) { return lower < root && root < upper; };
    const auto inside = std::count_if(known.begin(), known.end(), is_inside);
    // A polynomial with real roots only has exactly as many variations as roots inside, with multiplicities.
    CHECK(descartes_variations(with_roots(known), lower, upper) == std::min<long>(2, inside));
    const UnivariatePolynomial complex_roots = univariate({5, -4, 1});  // 2 +- i
    const int variations = descartes_variations(with_roots(known) * complex_roots, lower, upper);
    CHECK(variations >= std::min<long>(2, inside));
    if (variations < 2) CHECK(variations == inside);
  }
}
