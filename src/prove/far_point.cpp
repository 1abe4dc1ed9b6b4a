#include "prove/far_point.hpp"

#include <array>
#include <utility>

#include "exact/error.hpp"
#include "prove/emptiness_decision.hpp"

namespace isthmus {
namespace {

constexpr long kSteps = 8;

Point on_segment(const Point& a, const Point& b, const Rational& fraction) {
  Point point = a;
  for (std::size_t i = 0; i < a.size(); ++i) point[i] += fraction * (b[i] - a[i]);
  return point;
}

/// |v - w|^2 in the coordinates v.
Polynomial distance_to(const PolynomialRing& ring, const Point& w) {
  Polynomial sum(ring);
  for (std::size_t i = 0; i < w.size(); ++i) {
    const Polynomial difference = Polynomial::variable(ring, i) - Polynomial(ring, w[i]);
    sum += difference * difference;
  }
  return sum;
}

/// A polynomial of degree at most 2 as a symmetric matrix in (1, x_1, .., x_n).
Matrix gram_matrix(const Polynomial& q) {
  const std::size_t n = q.ring().size();
  Matrix gram(n + 1, n + 1);
  for (const Polynomial::Term& term : q.terms()) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < n; ++i) places.insert(places.end(), term.exponents[i], i + 1);
    places.resize(2, 0);
    const Rational share = places[0] == places[1] ? term.coefficient : term.coefficient / Rational(2);
    gram.set(places[0], places[1], share);
    gram.set(places[1], places[0], share);
  }
  return gram;
}

/// q as a sum of positive multiples of squares of linear polynomials, by elimination; nullopt if q is no such sum.
std::optional<std::vector<std::pair<Rational, Polynomial>>> squares_of(const Polynomial& q) {
  if (q.total_degree() > 2) return std::nullopt;
  const PolynomialRing& ring = q.ring();
  Matrix gram = gram_matrix(q);
  std::vector<std::pair<Rational, Polynomial>> squares;
  for (std::size_t i = gram.rows(); i-- > 0;) {
    const Rational pivot = gram.at(i, i);
    if (pivot.sign() < 0) return std::nullopt;
    Polynomial form(ring);
    for (std::size_t j = 0; j <= i; ++j) {
      if (pivot.is_zero() && !gram.at(i, j).is_zero()) return std::nullopt;
      const Polynomial variable = j == 0 ? Polynomial(ring, Rational(1)) : Polynomial::variable(ring, j - 1);
      if (!pivot.is_zero()) form += gram.at(i, j) / pivot * variable;
    }
    if (pivot.is_zero()) continue;
    for (std::size_t j = 0; j < i; ++j) {
      for (std::size_t k = 0; k < i; ++k) gram.set(j, k, gram.at(j, k) - gram.at(i, j) * gram.at(i, k) / pivot);
    }
    squares.emplace_back(pivot, std::move(form));
  }
  return squares;
}

/// Multipliers in the direction of the residuals at w.
std::optional<SumOfSquares> by_squares(const LevelSet& level, const Point& w, const Rational& e) {
  const Polynomial distance = distance_to(level.ring, w) - Polynomial(level.ring, e);
  for (const Rational& scale : {Rational(-2), Rational(-1), Rational(-4), Rational(-1) / Rational(2), Rational(2),
                                Rational(1), Rational(4), Rational(1) / Rational(2)}) {
    SumOfSquares found;
    Polynomial rest = distance;
    for (const Polynomial& residual : level.equations) {
      found.multipliers.push_back(scale * residual.evaluate(w));
      rest -= found.multipliers.back() * residual;
    }
    if (auto squares = squares_of(rest)) {
      found.squares = std::move(*squares);
      return found;
    }
  }
  return std::nullopt;
}

std::optional<FarPoint> far_point(const LevelSet& level, const Point& w, const Rational& fraction, const Rational& e,
                                  const Progress& progress) {
  if (auto squares = by_squares(level, w, e)) return FarPoint{fraction, e, std::move(*squares)};
  if (level.equations.size() > 1) return std::nullopt;
  EmptinessDecision decision = decide_emptiness(near_points(level, w, e), progress);
  if (!decision.empty) return std::nullopt;
  return FarPoint{fraction, e, std::move(*decision.empty)};
}

SemialgebraicSet set_of(const PolynomialRing& ring, const Polynomial& p, Relation relation) {
  return {ring, 0, Formula::truth(), Formula::atom(p, relation)};
}

}  // namespace

bool exceeds_deviation(const Rational& e, const Rational& squared_curvature, const Rational& squared_chord) {
  const Rational sum = e + squared_chord / Rational(4);
  return squared_curvature * squared_chord <= Rational(4) && squared_curvature * sum * sum < Rational(4) * e;
}

SemialgebraicSet near_points(const LevelSet& level, const Point& w, const Rational& e) {
  std::vector<Formula> parts;
  for (const Polynomial& equation : level.equations) parts.push_back(Formula::atom(equation, Relation::equal));
  parts.push_back(Formula::atom(distance_to(level.ring, w) - Polynomial(level.ring, e), Relation::less));
  return {level.ring, 0, Formula::truth(), Formula::conjunction(parts)};
}

std::optional<FarPoint> find_far_point(const LevelSet& level, const Point& start, const Point& end,
                                       const Rational& squared_curvature, const Progress& progress) {
  const Rational chord = squared_distance(start, end);
  for (const long quarter : {2L, 1L, 3L}) {
    const Rational fraction = Rational(quarter) / Rational(4);
    const Point w = on_segment(start, end, fraction);
    const Rational most = std::min(squared_distance(w, start), squared_distance(w, end));
    for (long k = kSteps; k > 0; --k) {
      const Rational e = most * Rational(k) / Rational(kSteps);
      if (!exceeds_deviation(e, squared_curvature, chord)) break;
      if (auto found = far_point(level, w, fraction, e, progress)) return found;
    }
  }
  return std::nullopt;
}

std::optional<LipschitzProof> show_lipschitz(const LevelSet& level, const Rational& constant,
                                             const Progress& progress) {
  const PolynomialRing& ring = level.ring;
  const Polynomial& b = level.divisor;
  const Rational r = Rational(level.twice_exponent) / Rational(2);
  Polynomial slope(ring);
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Polynomial part = b * level.numerator.derivative(i) - r * (level.numerator * b.derivative(i));
    slope += part * part;
  }
  const Polynomial most = constant * constant * pow(b, static_cast<unsigned>(level.twice_exponent + 2));
  EmptinessDecision steep = decide_emptiness(set_of(ring, most - slope, Relation::less), progress);
  if (!steep.empty) return std::nullopt;
  LipschitzProof proof{std::nullopt, std::move(*steep.empty)};
  if (level.twice_exponent == 0) return proof;
  EmptinessDecision divisor = decide_emptiness(set_of(ring, b, Relation::less_equal), progress);
  if (!divisor.empty) return std::nullopt;
  proof.divisor = std::move(*divisor.empty);
  return proof;
}

Rational squared_excess(const LevelSet& level, const Point& w) {
  if (level.twice_exponent > 0) {
    const Rational value = level.numerator.evaluate(w);
    return value * value / pow(level.divisor.evaluate(w), level.twice_exponent);
  }
  const Rational value = level.numerator.evaluate(w) - Rational::parse(level.value);
  return value * value;
}

}  // namespace isthmus
