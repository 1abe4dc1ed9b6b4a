#pragma once

#include <optional>

#include "barrier/real_value.hpp"

namespace isthmus {

/// Two minima W and W' of |Y - W_l sigma(W_{l-1} f)|^2, sigma homogeneous of degree k, where the last two layers of W'
/// are W_l m^-k and m W_{l-1} (Zhao et al. 2025, Proposition 5.3). On the segment between them the network is phi times
/// Y,
///
///     phi(alpha) = (1 - alpha + alpha m^-k) (1 - alpha + alpha m)^k,
///
/// and the loss is (phi - 1)^2 |Y|^2, equation (14). phi is log-concave in alpha and 1 at both ends.
struct Rescaling {
  Rational degree;  ///< k > 0
  Rational scale;   ///< m > 0
};

/// The largest loss on the segment, and where it is taken; without `alpha` (m = 1) the segment is a point.
struct BarrierMaximum {
  RealValue value;
  std::optional<RealValue> alpha;
};

// Each throws InvalidInput, naming what is wrong, unless k > 0, m > 0, 0 <= alpha <= 1, |Y|^2 >= 0, and at least one
// bit is asked for. The results are exact where all powers that occur are rational (so for every integer k), else
// enclosed to at least `bits` bits.

/// phi(alpha).
RealValue barrier_factor(const Rescaling& rescaling, const Rational& alpha, long bits);
/// (phi(alpha) - 1)^2 |Y|^2.
RealValue barrier_value(const Rescaling& rescaling, const Rational& alpha, const Rational& squared_norm, long bits);
/// The maximum of phi over [0, 1], k^k/(k+1)^(k+1) |m^(k+1) - 1|^(k+1) / (m^k |m - 1| |m^k - 1|^k); 1 for m = 1.
RealValue largest_factor(const Rescaling& rescaling, long bits);
/// The maximum of the loss, taken at alpha = -(A + k B)/((k + 1) A B) with A = m^-k - 1, B = m - 1.
BarrierMaximum barrier_maximum(const Rescaling& rescaling, const Rational& squared_norm, long bits);

/// An m, of the form 1/N, with barrier_value(m, 1/2) > bound: N > (2^(k+1) (sqrt(bound/|Y|^2) + 1) - 1)^(1/k). The
/// inequality is checked. Throws InvalidInput unless k > 0, bound >= 0, |Y|^2 > 0.
Rational scale_exceeding(const Rational& degree, const Rational& squared_norm, const Rational& bound);

/// The supremum of phi over the segments from W to the W' of its orbit with |W'_{l-1}| < c and |W'_l| < c, given
/// c/|W_{l-1}| and c/|W_l|, both > 0 (Proposition 5.6): the largest factor at one of the ends of the interval
/// ((c/|W_l|)^(-1/k), c/|W_{l-1}|) of m, since the factor falls before m = 1 and grows behind it. Throws InvalidInput
/// if the interval is empty.
RealValue orbit_supremum(const Rational& degree, const Rational& inner_room, const Rational& outer_room, long bits);

}  // namespace isthmus
