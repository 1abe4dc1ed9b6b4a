#pragma once

#include <optional>
#include <vector>

#include "decompose/fibre_roots.hpp"

namespace isthmus {

/// A rational in a gap over a wall, and the places of that gap in the stacks on both sides.
struct MatchedGap {
  Rational sample;
  std::vector<UnivariatePolynomial> along;  ///< the polynomials at x = sample, in t, up to positive constants
  std::size_t left = 0;
  std::size_t left_gaps = 0;  ///< how many there are on this side
  std::size_t right = 0;
  std::size_t right_gaps = 0;
};

/// What the stacks beside a wall tell of the gaps over it.
struct GapMatching {
  enum class Outcome {
    complete,     ///< `gaps` are all of them, each once, ascending
    too_far,      ///< perhaps the stacks nearer to the wall tell
    undetermined  ///< the algebraic number itself is needed
  };
  Outcome outcome = Outcome::undetermined;
  std::vector<MatchedGap> gaps;
};

/// Reads the gaps over a wall off the stacks over `left` < alpha < `right`. Of alpha itself at most the sign of a
/// subresultant is computed. No polynomial vanishes at a sample for t in [left, right]. docs/engine.md, section "Gaps
/// over a wall", (d).
///
/// On [left, right] no factor of the projection but that of the wall may vanish, and that only at alpha, simply; the
/// exponents in `polynomials` are its true ones. Throws InternalError if the stacks contradict the exponents.
GapMatching matched_gaps(const std::vector<FibrePolynomial>& polynomials, const RealRoot& alpha, const Rational& left,
                         const Rational& right);

}  // namespace isthmus
