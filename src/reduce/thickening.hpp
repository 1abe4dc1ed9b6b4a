#pragma once

#include <optional>
#include <vector>

#include "claim/semialgebraic_set.hpp"
#include "reduce/emptiness.hpp"

namespace isthmus {

/// A locally closed part of a set, and which of the family's infinitesimals its neighbourhoods depend on.
struct ThickenedPiece {
  /// The part itself, every p != 0 written as the conjunction of f != 0 over the factors f of p.
  SemialgebraicSet base;
  std::size_t first = 0;           ///< number of infinitesimals that belong to earlier pieces
  std::size_t infinitesimals = 0;  ///< eta and delta, delta alone, or none for an open piece, its own neighbourhood
  bool ball = false;               ///< whether the conditions on |x| are there
};

/// An open family around a set that is neither open nor solved by a reduction: for 0 < delta << eta << 1 its fibres
/// have as many components as the set (docs/engine.md, Theorem 4; Theorem 6 for several pieces, whose infinitesimals
/// are the smaller the later the piece).
///
/// An equation p = 0 becomes |p| < delta, p >= 0 becomes p > -delta; a strict condition h > 0 becomes h > eta - delta
/// (h != 0: |f| > eta - delta for each factor f of h), and eta * |x| < 1 + delta, |x| the largest |x_i|, keeps the
/// fibres bounded, unless a condition of the piece does so anyway. eta is left out where nothing needs it.
struct Thickening {
  /// The set itself: the disjunction of the pieces.
  SemialgebraicSet base;
  std::vector<ThickenedPiece> pieces;
  /// That piece i is closed in its union with piece j, for i < j in lexicographic order where piece i is not closed.
  std::vector<EmptinessProof> closed;
  /// Parameters of the set, then the infinitesimals of the pieces (eta, delta or delta alone), then the coordinates;
  /// the assumption is that of the set.
  SemialgebraicSet family;
  std::size_t infinitesimals = 0;
};

/// One piece for a set whose top-level conditions have strict atoms only or none, else several (see
/// locally_closed_pieces). nullopt if more pieces or infinitesimals would be needed than can be worth it.
std::optional<Thickening> thicken(const SemialgebraicSet& set);

/// The neighbourhoods of one piece alone.
Thickening thicken_piece(const ThickenedPiece& piece);

/// Whether sign * p tends to infinity as the coordinates do, for every parameter value, by this test: every coordinate
/// has an even pure power with a constant coefficient of that sign, the other terms lie below the simplex that these
/// powers span, or on it with even exponents and that sign. False means only that the test does not apply.
bool is_coercive(const Polynomial& p, std::size_t parameter_count, int sign);

}  // namespace isthmus
