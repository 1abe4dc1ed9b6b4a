#include <doctest/doctest.h>

#include "decompose/evaluation_plan.hpp"
#include "decompose/fibre_cases.hpp"
#include "decompose/gap_places.hpp"
#include "decompose/gaps.hpp"
#include "decompose/lifting_state.hpp"
#include "decompose/matched_gaps.hpp"
#include "decompose/quick_gaps.hpp"
#include "decompose/wall_sides.hpp"
#include "exact/error.hpp"

using namespace isthmus;
using namespace isthmus::fibres;

namespace {

using Outcome = GapMatching::Outcome;

GapMatching matched_beside(const std::vector<FibrePolynomial>& polynomials, const RealRoot& alpha,
                           const Rational& left, const Rational& right) {
  return matched_gaps(polynomials, {[&]() -> const RealRoot& { return alpha; },
                                    {left, nullptr, {}, false},
                                    {right, nullptr, {}, false},
                                    {}});
}

std::vector<const Rational*> pointers(const std::vector<Rational>& samples) {
  std::vector<const Rational*> result;
  for (const Rational& sample : samples) result.push_back(&sample);
  return result;
}

/// What is known of the stacks, samples in the gaps or such that perhaps are, changes no place; nor does a selection.
void check_with_known_stacks(const std::vector<FibrePolynomial>& polynomials, const RealRoot& alpha,
                             const Sides& sides, const GapMatching& expected) {
  const KnownStack left(polynomials, sides.left);
  const KnownStack right(polynomials, sides.right);
  const auto odd = [](std::size_t l, std::size_t r) { return (l + r) % 2 == 1; };
  for (const bool exact : {true, false}) {
    const bool swapped = !exact && left.samples.size() == right.samples.size();
    WallSides known{[&]() -> const RealRoot& { return alpha; },
                    {sides.left, &left.owners, pointers(swapped ? right.samples : left.samples), exact},
                    {sides.right, &right.owners, pointers(swapped ? left.samples : right.samples), exact},
                    {}};
    for (const bool select : {false, true}) {
      if (select) known.wanted = odd;
      const GapMatching matching = matched_gaps(polynomials, known);
      REQUIRE(matching.outcome == Outcome::complete);
      std::vector<Rational> samples;
      for (const MatchedGap& gap : matching.gaps) {
        samples.push_back(gap.sample);
        CHECK(static_cast<long>(gap.left) == roots_below(polynomials, sides.left, gap.sample));
        CHECK(static_cast<long>(gap.right) == roots_below(polynomials, sides.right, gap.sample));
      }
      if (!select) check_complete(alpha, polynomials, samples);
      for (const MatchedGap& gap : expected.gaps) {
        const auto same = [&](const MatchedGap& g) { return g.left == gap.left && g.right == gap.right; };
        if (!select || odd(gap.left, gap.right))
          CHECK(std::any_of(matching.gaps.begin(), matching.gaps.end(), same));
      }
    }
  }
}

/// What enclosures show is true; whether they show all.
bool check_quickly(const std::vector<Polynomial>& polynomials, const std::vector<FibrePolynomial>& fibres,
                   const RealRoot& alpha, const Sides& sides) {
  std::vector<EvaluationPlan> plans;
  for (const Polynomial& p : polynomials) plans.emplace_back(p, 2);
  const WallRange range(sides.left, sides.right);
  std::vector<const EvaluationPlan*> references;
  std::vector<CoefficientsAlong> coefficients;
  for (const EvaluationPlan& plan : plans) {
    references.push_back(&plan);
    coefficients.push_back(range.keep(plan, 0, plan.start()));
  }
  const KnownStack left(fibres, sides.left);
  const KnownStack right(fibres, sides.right);
  const WallSides known{{},
                        {sides.left, &left.owners, pointers(left.samples), true},
                        {sides.right, &right.owners, pointers(right.samples), false},
                        [](std::size_t, std::size_t) { return true; }};
  const GapMatching matching = quick_gaps(fibres, references, coefficients, range, known);
  std::vector<Rational> samples;
  for (const MatchedGap& gap : matching.gaps) {
    samples.push_back(gap.sample);
    CHECK(static_cast<long>(gap.left) == roots_below(fibres, sides.left, gap.sample));
    CHECK(static_cast<long>(gap.right) == roots_below(fibres, sides.right, gap.sample));
    for (std::size_t i = 0; i < fibres.size(); ++i) {
      CHECK_FALSE(has_root_in(value_along(fibres[i].coefficients, gap.sample), sides.left, sides.right));
      CHECK(polynomials[i].primitive().evaluate({sides.left, gap.sample}).sign() == gap.signs[i]);
    }
  }
  if (matching.outcome != Outcome::complete) return false;
  check_complete(alpha, fibres, samples);
  return true;
}

Places places(const std::vector<FibrePolynomial>& polynomials, const Rational& left, const Rational& right,
              const Rational& alpha = Rational(0)) {
  const GapMatching matching = matched_beside(polynomials, RealRoot(alpha), left, right);
  REQUIRE(matching.outcome == Outcome::complete);
  Places result;
  for (const MatchedGap& gap : matching.gaps) result.emplace_back(gap.left, gap.right);
  return result;
}

const UnivariatePolynomial zero;
const UnivariatePolynomial one = univariate({1});
const UnivariatePolynomial t = univariate({0, 1});

}  // namespace

TEST_CASE("matched gaps over random walls are those over the wall, each once, between the same neighbours") {
  const std::size_t cases = setting("ISTHMUS_FIBRE_CASES", 400);
  std::size_t matched = 0;
  std::size_t quick = 0;
  for (std::size_t seed = 1; seed <= cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    FibreCases source(random);
    const RealRoot alpha = source.alpha();
    const std::vector<Polynomial> polynomials = source.polynomials(alpha);
    std::vector<FibrePolynomial> fibres;
    for (std::size_t i = 0; i < polynomials.size(); ++i) fibres.push_back(source.fibre(polynomials, i, alpha, true));
    Sides sides = sides_of(alpha, polynomials);
    GapMatching matching{Outcome::too_far, {}};
    for (int attempt = 0; attempt < 6 && matching.outcome == Outcome::too_far; ++attempt) {
      if (attempt > 0) step(sides, alpha);
      matching = matched_beside(fibres, alpha, sides.left, sides.right);
    }
    if (matching.outcome != Outcome::complete) continue;
    ++matched;
    CAPTURE(alpha.to_string());
    for (const Polynomial& p : polynomials) CAPTURE(p.to_string());
    std::vector<Rational> samples;
    for (const MatchedGap& gap : matching.gaps) {
      samples.push_back(gap.sample);
      CHECK(static_cast<long>(gap.left) == roots_below(fibres, sides.left, gap.sample));
      CHECK(static_cast<long>(gap.right) == roots_below(fibres, sides.right, gap.sample));
      for (std::size_t i = 0; i < fibres.size(); ++i) {
        const UnivariatePolynomial along = value_along(fibres[i].coefficients, gap.sample);
        CHECK_FALSE(has_root_in(along, sides.left, sides.right));
        CHECK(along.sign_at(sides.left) == gap.signs[i]);
      }
    }
    check_complete(alpha, fibres, samples);
    check_with_known_stacks(fibres, alpha, sides, matching);
    quick += check_quickly(polynomials, fibres, alpha, sides) ? 1 : 0;
    CHECK(gap_samples_over(alpha, fibres).size() >= samples.size());
  }
  CHECK(matched > cases / 8);
  CHECK(quick > cases / 32);
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
  CHECK(places({cubic}, Rational(3, 2), Rational(5, 2), Rational(2)) == Places{{0, 0}, {2, 0}, {3, 1}});
  CHECK(places({cubic}, Rational(-5, 2), Rational(-3, 2), Rational(-2)) == Places{{0, 0}, {1, 1}, {1, 3}});
}

TEST_CASE("events of higher order are told by a subresultant") {
  const UnivariatePolynomial squared = t * t;
  const FibrePolynomial node{{-squared, zero, one}, 2, {}};        // x^2 = t^2
  const FibrePolynomial cusp{{-(squared * t), zero, one}, 3, {}};  // x^2 = t^3
  const FibrePolynomial axis{{zero, one}, 0, {}};
  const FibrePolynomial rising{{-t, one}, 0, {1}};
  const FibrePolynomial falling{{t, one}, 0, {1, 1}};
  const FibrePolynomial touching{{-squared, one}, 0, {2}};  // x = t^2
  const FibrePolynomial inflecting{{-(squared * t), one}, 0, {3}};
  const Rational near(1, 8);
  CHECK(places({node}, -near, near) == Places{{0, 0}, {2, 2}});
  CHECK(places({cusp}, -near, near) == Places{{0, 0}, {0, 2}});
  CHECK(places({axis, touching}, -near, near) == Places{{0, 0}, {2, 2}});
  CHECK(places({axis, inflecting}, -near, near) == Places{{0, 0}, {2, 2}});
  CHECK(places({axis, rising, falling}, -near, near) == Places{{0, 0}, {3, 3}});  // three roots meet
}

TEST_CASE("some walls need the algebraic number") {
  const auto outcome = [](const std::vector<FibrePolynomial>& polynomials) {
    return matched_beside(polynomials, RealRoot(Rational(0)), Rational(-1), Rational(1)).outcome;
  };
  CHECK(outcome({{{univariate({1, 0, 9}), univariate({-6}), univariate({9})}, 2, {}}}) ==
        Outcome::undetermined);  // an isolated point
  CHECK(outcome({{{-t, zero, zero, one}, 2, {}}}) == Outcome::undetermined);                // a triple root
  CHECK(outcome({{{-one, t}, 0, {}}}) == Outcome::too_far);                                 // t*x = 1
  CHECK(outcome({{{-t, zero, one}, 1, {}}, {{zero, one}, 0, {1}}}) == Outcome::undetermined);  // a parabola, its axis
  CHECK(outcome({{{univariate({0, -5}), one}, 0, {}}}) == Outcome::complete);               // steep, but there is room
  CHECK(outcome({{{univariate({0, -5}), one}, 0, {}}, {{univariate({-1, -5}), one}, 0, {0}}}) == Outcome::too_far);
}

TEST_CASE("stacks that contradict the exponents are an internal error") {
  const auto gaps = [](const std::vector<FibrePolynomial>& polynomials) {
    return matched_beside(polynomials, RealRoot(Rational(0)), Rational(-1), Rational(1));
  };
  CHECK_THROWS_AS(gaps({{{-t, zero, one}, 0, {}}}), InternalError);                // a branch point kept silent
  CHECK_THROWS_AS(gaps({{{-(t * t), zero, one}, 1, {}}}), InternalError);          // a node called a branch point
  CHECK_THROWS_AS(gaps({{{-t, zero, one}, 2, {}}}), InternalError);                // a branch point called a node
  CHECK_THROWS_AS(gaps({{{-t, one}, 0, {}}, {{t, one}, 0, {0}}}), InternalError);  // a crossing kept silent
  CHECK_THROWS_AS(gaps({{{-t, one}, 0, {}}, {{t, one}, 0, {2}}}), InternalError);  // a crossing called a touch
  CHECK_THROWS_AS(gaps({{{-t, one}, 0, {}}, {{univariate({-3}), one}, 0, {1}}}), InternalError);  // none there
}
