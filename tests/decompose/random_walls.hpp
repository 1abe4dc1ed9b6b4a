#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "decompose/fibre_cases.hpp"
#include "decompose/wall_sides.hpp"

namespace isthmus::fibres {

/// A wall with what its two sides know.
struct RandomWall {
  RealRoot alpha;
  std::string text;  ///< of the polynomials
  std::vector<FibrePolynomial> fibres;
  Sides sides;
  RootOwners left;
  RootOwners right;

  RandomWall(RealRoot at, const std::vector<Polynomial>& polynomials, FibreCases& source)
      : alpha(std::move(at)), sides(sides_of(alpha, polynomials)) {
    for (const Polynomial& p : polynomials) text += p.to_string() + "; ";
    for (std::size_t i = 0; i < polynomials.size(); ++i) fibres.push_back(source.fibre(polynomials, i, alpha, true));
    left = KnownStack(fibres, sides.left).owners;
    right = KnownStack(fibres, sides.right).owners;
  }
};

inline bool keep_their_degrees(const std::vector<Polynomial>& polynomials, const RealRoot& alpha) {
  return std::all_of(polynomials.begin(), polynomials.end(), [&](const Polynomial& p) {
    const Polynomial leading = p.leading_coefficient(1);
    return leading.is_constant() || alpha.sign_of(leading.to_univariate(0)) != 0;
  });
}

/// Products of curves through a few points of the wall: graphs, branch points, nodes, cusps and isolated points, which meet
/// and touch there.
class CurvesThroughPoints {
 public:
  CurvesThroughPoints(RandomSource& random, const RealRoot& alpha)
      : random_(random), x_(Polynomial::variable(ring_, 1)), t_(Polynomial::variable(ring_, 0)), q_(ring_) {
    std::vector<Polynomial::Term> terms;
    const UnivariatePolynomial& q = alpha.polynomial();
    for (long e = 0; e <= q.degree(); ++e) terms.push_back({Rational(q.coefficient(e)), {static_cast<unsigned>(e), 0}});
    q_ = Polynomial(ring_, terms);
  }

  std::vector<Polynomial> polynomials() {
    std::vector<Polynomial> result;
    const std::size_t count = 1 + random_.below(4);
    while (result.size() < count) {
      const Polynomial p = product();
      const bool simple = p.degree(1) < 2 || !discriminant(p, 1).is_zero();
      if (simple && std::all_of(result.begin(), result.end(),
                                [&](const Polynomial& other) { return !resultant(p, other, 1).is_zero(); }))
        result.push_back(p);
    }
    return result;
  }

 private:
  Polynomial number(long value) const { return Polynomial(ring_, Rational(value)); }
  /// Nonzero over the wall.
  Polynomial factor() {
    const Polynomial constant = number(random_.pick(std::vector<long>{-3, -2, -1, 1, 2, 3}));
    return random_.chance(1, 3) ? constant + q_ * t_ : constant;
  }

  Polynomial product() {
    Polynomial result = number(1);
    bool may_be_double = true;
    for (const long at : {-1, 0, 1}) {
      if (random_.chance(1, 2)) continue;
      const bool is_double = may_be_double && random_.chance(1, 3);
      may_be_double = may_be_double && !is_double;
      const Polynomial from_point = x_ - number(at) - pow(q_, 1 + static_cast<unsigned>(random_.below(3))) * factor();
      const Polynomial branching = pow(q_, 1 + static_cast<unsigned>(random_.below(4))) * factor();
      result = result * (is_double ? from_point * from_point - branching : from_point);
    }
    if (random_.chance(1, 4)) result = result * (x_ * x_ + number(random_.between(1, 3)) + q_ * x_);
    if (result.degree(1) == 0) result = x_ - t_ * number(random_.between(1, 2));
    return result;
  }

  RandomSource& random_;
  PolynomialRing ring_{{"t", "x"}};
  Polynomial x_;
  Polynomial t_;
  Polynomial q_;
};

/// A wall of curves through a few points, or of other curves; nullopt if there are none, or a degree drops over it.
inline std::optional<RandomWall> random_wall(RandomSource& random, bool through_points) {
  FibreCases source(random);
  const RealRoot alpha = source.alpha();
  const std::vector<Polynomial> polynomials =
      through_points ? CurvesThroughPoints(random, alpha).polynomials() : source.polynomials(alpha);
  if (polynomials.empty() || !keep_their_degrees(polynomials, alpha)) return std::nullopt;
  return RandomWall(alpha, polynomials, source);
}

}  // namespace isthmus::fibres
