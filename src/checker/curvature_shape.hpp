#pragma once

#include <optional>

#include "checker/json.hpp"
#include "checker/parametrised_curve.hpp"

namespace isthmus::check {

/// A parametrised curve n/d and its derivatives: with a = n'd - nd', |gamma'|^2 = speed/d^4, kappa^2 = d^4
/// bending/speed^3, (kappa |gamma'|)^2 = bending/speed^2.
class CurveShape {
 public:
  explicit CurveShape(const ParametrisedCurve& curve);

  bool is_regular() const;
  bool curvature_at_most(const Rational& squared) const;
  /// kappa^2 at a parameter value of the certificate in [from, to]; refused where it is none.
  Rational squared_curvature(const Json& t) const;
  /// The integral of piecewise bounds of |gamma'| (length) or kappa |gamma'| (total curvature), which lie below or
  /// above it: [[end, polynomial]..]. Refused by `rule` if a piece is no bound.
  Rational bounded(bool length, bool above, const Json& pieces, const std::string& rule) const;

 private:
  const ParametrisedCurve& curve_;
  Polynomial speed_;
  Polynomial bending_;
  Polynomial fourth_power_;
};

}  // namespace isthmus::check
