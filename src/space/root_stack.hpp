#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "exact/algebraic_point.hpp"
#include "exact/polynomial.hpp"
#include "exact/root_clusters.hpp"

namespace isthmus {

/// Bits of the balls in which roots in space are told apart: doubled up to the last, where what is not decided is given
/// up.
inline constexpr long kFirstPrecision = 64;
inline constexpr long kLastPrecision = 4096;

/// A point of the plane, enclosed at any precision.
using PlanePoint = std::function<std::pair<Ball, Ball>(long precision)>;

/// How the complex roots in z of some polynomials coincide over a point of the plane.
struct RootPattern {
  std::vector<long> distinct;             ///< for each polynomial: how many roots it has
  std::vector<std::vector<long>> common;  ///< for each two, the later one first: the degree of their gcd
};

/// The real roots of several polynomials over a point of the plane.
struct RationalStack {
  std::vector<RealRoot> roots;               ///< ascending, distinct
  std::vector<std::vector<bool>> vanishing;  ///< for each root: which polynomials vanish there
};

/// The clusters of the roots of one or several polynomials that overlap on the real line.
struct ClusterGroup {
  std::vector<std::optional<std::size_t>> cluster;  ///< for each polynomial: its one cluster here
  Rational lower;
  Rational upper;
};

/// All complex roots of each polynomial over a point of the plane, in clusters, the real ones grouped.
struct ClusterStack {
  std::vector<std::vector<RootCluster>> clusters;  ///< for each polynomial
  std::vector<ClusterGroup> groups;                ///< ascending, disjoint

  bool fits(const RootPattern& pattern) const;
  /// Rationals below, between and above the groups.
  std::vector<Rational> separators() const;
};

/// Polynomials in a ring x, y, z, of positive degree in z with a constant leading coefficient: surfaces over the plane
/// without vertical line or asymptote.
class Surfaces {
 public:
  explicit Surfaces(std::vector<Polynomial> polynomials);

  std::size_t count() const noexcept { return polynomials_.size(); }
  const Polynomial& polynomial(std::size_t i) const { return polynomials_.at(i); }
  const std::vector<Polynomial>& polynomials() const noexcept { return polynomials_; }

  RationalStack over(const Rational& x, const Rational& y) const;
  /// nullopt if the precision is not enough to tell two clusters of one polynomial apart.
  std::optional<ClusterStack> over(const PlanePoint& point, long precision) const;
  /// The first stack that fits the pattern and whose groups avoid the rationals. Undecided if no precision suffices.
  ClusterStack over(const PlanePoint& point, const RootPattern& pattern, const std::vector<Rational>& avoiding) const;
  /// Where coordinate `given` of the plane has a rational value and the other one the algebraic value.
  RootPattern pattern(std::size_t given, const Rational& value, const RealRoot& other) const;
  /// At any point of the plane: for polynomials of small degree. Undecided as sign_at.
  RootPattern pattern(const AlgebraicPoint& point) const;
  /// All roots of all polynomials are simple, no two have one in common.
  RootPattern generic_pattern() const;

 private:
  std::vector<Polynomial> polynomials_;
  std::vector<std::vector<Polynomial>> coefficients_;  ///< of z^0, z^1, .. for each polynomial
};

}  // namespace isthmus
