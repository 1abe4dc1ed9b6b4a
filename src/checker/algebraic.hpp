#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "checker/univariate.hpp"

namespace isthmus::check {

/// [lower, upper] / denominator; denominator > 0.
struct NarrowInterval {
  Integer lower;
  Integer upper;
  Integer denominator;
};

/// A real algebraic number: the only root of a squarefree polynomial q in the open interval ]lower, upper[; the end
/// points are no roots.
class AlgebraicNumber {
 public:
  /// Throws std::invalid_argument, with the reason, unless q, lower and upper are as above.
  AlgebraicNumber(Univariate q, Rational lower, Rational upper);

  const Univariate& polynomial() const noexcept { return q_; }
  const Rational& lower() const noexcept { return lower_; }
  const Rational& upper() const noexcept { return upper_; }

  /// The exact sign of p at this number: that of p on a narrow interval around it, or on a much narrower one, if p has
  /// none of its roots there by interval arithmetic; 0 if q divides p; and otherwise by the query of Tarski for p on
  /// the interval (Basu, Pollack, Roy 2006, theorem 2.73: the variations of the signed remainders of q and q'*p at the
  /// two ends differ by the sum of the signs of p at the roots between).
  int sign_of(const Univariate& p) const;

 private:
  Univariate q_;
  Rational lower_;
  Rational upper_;
  NarrowInterval narrow_;
  mutable std::optional<NarrowInterval> narrower_;  ///< found when it is first needed
};

}  // namespace isthmus::check
