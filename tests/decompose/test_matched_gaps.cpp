#include <doctest/doctest.h>

#include "decompose/evaluation_plan.hpp"
#include "decompose/fibre_cases.hpp"
#include "decompose/gaps.hpp"
#include "decompose/matched_gaps.hpp"
#include "exact/error.hpp"

using namespace isthmus;
using namespace isthmus::fibres;

namespace {

struct Sides {
  Rational left;
  Rational right;
};

/// Rationals around alpha without a zero of a polynomial's leading coefficient, discriminant or of a resultant between
/// but alpha: simple ones, far from it where there is room.
Sides sides_of(const RealRoot& alpha, const std::vector<Polynomial>& polynomials) {
  std::vector<RealRoot> roots{alpha};
  const auto add = [&](const Polynomial& p) {
    if (p.is_constant()) return;
    for (const RealRoot& root : isolate_real_roots(p.to_univariate(0)))
      if (std::find(roots.begin(), roots.end(), root) == roots.end()) roots.push_back(root);
  };
  for (std::size_t i = 0; i < polynomials.size(); ++i) {
    add(polynomials[i].leading_coefficient(1));
    if (polynomials[i].degree(1) > 1) add(discriminant(polynomials[i], 1));
    for (std::size_t j = 0; j < i; ++j) add(resultant(polynomials[i], polynomials[j], 1));
  }
  std::sort(roots.begin(), roots.end());
  const std::vector<Rational> samples = gap_samples(roots);
  const auto at = static_cast<std::size_t>(std::find(roots.begin(), roots.end(), alpha) - roots.begin());
  return {samples[at], samples[at + 1]};
}

/// Moves both sides towards alpha.
void step(Sides& sides, const RealRoot& alpha) {
  RealRoot root = alpha;
  root.refine_to((sides.right - sides.left) * Rational(1, 4));
  const Rational margin = (sides.right - sides.left) * Rational(1, 8);
  sides = {std::max(sides.left, root.lower() - margin), std::min(sides.right, root.upper() + margin)};
}

long roots_below(const std::vector<FibrePolynomial>& polynomials, const Rational& t, const Rational& x) {
  long below = 0;
  for (const FibrePolynomial& f : polynomials) {
    const UnivariatePolynomial p = specialise(f.coefficients, t);
    if (!p.is_constant()) below += count_roots_below(p, x);
  }
  return below;
}

using Places = std::vector<std::pair<std::size_t, std::size_t>>;

Places places(const std::vector<FibrePolynomial>& polynomials, const Rational& left, const Rational& right) {
  const auto gaps = matched_gaps(polynomials, left, right);
  REQUIRE(gaps.has_value());
  Places result;
  for (const MatchedGap& gap : *gaps) result.emplace_back(gap.left, gap.right);
  return result;
}

const UnivariatePolynomial zero;
const UnivariatePolynomial one = univariate({1});
const UnivariatePolynomial t = univariate({0, 1});

}  // namespace

TEST_CASE("matched gaps over random walls are those over the wall, each once, between the same neighbours") {
  const std::size_t cases = setting("ISTHMUS_FIBRE_CASES", 400);
  std::size_t matched = 0;
  for (std::size_t seed = 1; seed <= cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    FibreCases source(random);
    const RealRoot alpha = source.alpha();
    const std::vector<Polynomial> polynomials = source.polynomials(alpha);
    std::vector<FibrePolynomial> fibres;
    for (std::size_t i = 0; i < polynomials.size(); ++i) fibres.push_back(source.fibre(polynomials, i, alpha, true));
    Sides sides = sides_of(alpha, polynomials);
    std::optional<std::vector<MatchedGap>> gaps;
    for (int attempt = 0; attempt < 6 && !gaps; ++attempt) {
      gaps = matched_gaps(fibres, sides.left, sides.right);
      if (!gaps) step(sides, alpha);
    }
    if (!gaps) continue;
    ++matched;
    CAPTURE(alpha.to_string());
    for (const Polynomial& p : polynomials) CAPTURE(p.to_string());
    std::vector<Rational> samples;
    for (const MatchedGap& gap : *gaps) {
      samples.push_back(gap.sample);
      CHECK(static_cast<long>(gap.left) == roots_below(fibres, sides.left, gap.sample));
      CHECK(static_cast<long>(gap.right) == roots_below(fibres, sides.right, gap.sample));
      for (const UnivariatePolynomial& p : gap.along) CHECK_FALSE(has_root_in(p, sides.left, sides.right));
    }
    check_complete(alpha, fibres, samples);
    CHECK(gap_samples_over(alpha, fibres).size() >= samples.size());
  }
  CHECK(matched > cases / 8);
}

TEST_CASE("what happens at a wall decides which gaps go on") {
  const FibrePolynomial rising{{-t, one}, 0, {}};   // x = t
  const FibrePolynomial falling{{t, one}, 0, {1}};  // x = -t
  const FibrePolynomial parabola{{-t, zero, one}, 1, {}};
  const FibrePolynomial cubic{{-t, univariate({-3}), zero, one}, 1, {}};  // x^3 - 3*x = t: extrema 2 and -2
  CHECK(places({rising, falling}, Rational(-1), Rational(1)) == Places{{0, 0}, {2, 2}});
  CHECK(places({parabola}, Rational(-1), Rational(1)) == Places{{0, 0}, {0, 2}});
  CHECK(places({rising}, Rational(-1, 4), Rational(1, 4)) == Places{{0, 0}, {1, 1}});
  // The pair of three roots that vanishes is found by trying both.
  CHECK(places({cubic}, Rational(3, 2), Rational(5, 2)) == Places{{0, 0}, {2, 0}, {3, 1}});
  CHECK(places({cubic}, Rational(-5, 2), Rational(-3, 2)) == Places{{0, 0}, {1, 1}, {1, 3}});
}

TEST_CASE("walls with more than one simple event, or with roots at infinity, need the algebraic number") {
  const auto refused = [](const std::vector<FibrePolynomial>& polynomials) {
    return !matched_gaps(polynomials, Rational(-1), Rational(1)).has_value();
  };
  CHECK(refused({{{-(t * t), zero, one}, 2, {}}}));                   // a node
  CHECK(refused({{{-one, t}, 0, {}}}));                               // t*x = 1
  CHECK(refused({{{-t, zero, one}, 1, {}}, {{zero, one}, 0, {1}}}));  // a parabola and its axis
  CHECK(refused({{{univariate({0, -5}), one}, 0, {}}}) == false);     // steep, but there is room
  CHECK(refused({{{univariate({0, -5}), one}, 0, {}}, {{univariate({-1, -5}), one}, 0, {0}}}));  // no common sample
}

TEST_CASE("stacks that contradict the exponents are an internal error") {
  const auto gaps = [](const std::vector<FibrePolynomial>& polynomials) {
    return matched_gaps(polynomials, Rational(-1), Rational(1));
  };
  CHECK_THROWS_AS(gaps({{{-t, zero, one}, 0, {}}}), InternalError);                // a branch point kept silent
  CHECK_THROWS_AS(gaps({{{-(t * t), zero, one}, 1, {}}}), InternalError);          // a node called a branch point
  CHECK_THROWS_AS(gaps({{{-t, one}, 0, {}}, {{t, one}, 0, {0}}}), InternalError);  // a crossing kept silent
  CHECK_THROWS_AS(gaps({{{-t, one}, 0, {}}, {{univariate({-3}), one}, 0, {1}}}), InternalError);  // none there
}
