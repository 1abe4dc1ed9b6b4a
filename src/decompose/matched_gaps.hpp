#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "decompose/cell_tree.hpp"
#include "decompose/fibre_roots.hpp"

namespace isthmus {

/// A rational in a gap over a wall, and the places of that gap in the stacks on both sides.
struct MatchedGap {
  Rational sample;
  std::vector<int> signs;  ///< of the polynomials at x = sample, for all t between the sides
  std::size_t left = 0;
  std::size_t left_gaps = 0;  ///< how many there are on this side
  std::size_t right = 0;
  std::size_t right_gaps = 0;
};

/// What the stacks beside a wall tell of the gaps over it.
struct GapMatching {
  enum class Outcome {
    complete,     ///< `gaps` are all of them that are wanted, each once, ascending
    too_far,      ///< perhaps the stacks nearer to the wall tell
    undetermined  ///< the algebraic number itself is needed
  };
  Outcome outcome = Outcome::undetermined;
  std::vector<MatchedGap> gaps;
};

/// A stack beside a wall, with what is known of it.
struct StackBeside {
  Rational at;                           ///< the wall coordinate
  const RootOwners* owners = nullptr;    ///< the polynomial of each root, if known
  std::vector<const Rational*> samples;  ///< per gap a rational that may lie in it, or nullptr; empty if none is known
  bool exact = false;                    ///< whether these do lie there
};

/// The sides of a wall: left.at < alpha < right.at.
struct WallSides {
  std::function<const RealRoot&()> alpha;
  StackBeside left;
  StackBeside right;
  /// Whether a gap at these places is of interest. Empty: each is.
  std::function<bool(std::size_t left, std::size_t right)> wanted;
};

/// Reads the gaps over a wall off the stacks on both sides. Of alpha itself at most the sign of a subresultant is
/// computed. No polynomial vanishes at a sample for t in [left.at, right.at]. docs/engine.md, section "Gaps over a
/// wall", (d).
///
/// On [left.at, right.at] no factor of the projection but that of the wall may vanish, and that only at alpha, simply;
/// the exponents in `polynomials` are its true ones. Throws InternalError if the stacks contradict the exponents.
GapMatching matched_gaps(const std::vector<FibrePolynomial>& polynomials, const WallSides& sides);

}  // namespace isthmus
