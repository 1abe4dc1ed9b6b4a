#pragma once

#include <optional>
#include <vector>

#include "exact/polynomial.hpp"

namespace isthmus {

/// Polynomials that bound a function on the pieces of an interval; the first piece begins at the start of the interval.
struct PiecewiseBound {
  struct Piece {
    Rational end;
    Polynomial bound;
  };
  std::vector<Piece> pieces;
  /// The integral of the bound: it bounds the integral of the function from the same side.
  Rational integral;
};

/// Which side a bound is on.
enum class Side { below, above };

/// A bound of sqrt(numerator / denominator) on [from, to], numerator >= 0 and denominator > 0 there, whose integral
/// differs from that of the function by less than about `tolerance`. Every piece is checked: bound >= 0 and bound^2
/// denominator - numerator >= 0 (above), or numerator - bound^2 denominator >= 0 (below), by Sturm's theorem. Throws
/// Undecided if that takes more than 400 pieces.
PiecewiseBound bound_of_root(const Polynomial& numerator, const Polynomial& denominator, const Rational& from,
                             const Rational& to, Side side, const Rational& tolerance);

}  // namespace isthmus
