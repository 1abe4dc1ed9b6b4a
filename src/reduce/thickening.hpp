#pragma once

#include <optional>

#include "claim/semialgebraic_set.hpp"

namespace isthmus {

/// An open family around a set that is neither open nor solved by a reduction: for 0 < delta << eta << 1 its fibres
/// have as many components as the set (docs/engine.md, Theorem 4).
///
/// An equation p = 0 becomes |p| < delta, p >= 0 becomes p > -delta; a strict condition h > 0 becomes h > eta - delta
/// (h != 0: |f| > eta - delta for each factor f of h), and eta * |x|^2 < 1 + delta keeps the fibres bounded, unless a
/// condition of the set does so anyway. eta is left out where nothing needs it.
struct Thickening {
  /// The set itself, every p != 0 written as the conjunction of f != 0 over the factors f of p.
  SemialgebraicSet base;
  /// Parameters of the set, then the infinitesimals (eta, delta or delta alone), then the coordinates; the assumption
  /// is that of the set.
  SemialgebraicSet family;
  std::size_t infinitesimals = 0;
  bool ball = false;  ///< whether the condition on |x|^2 is there
};

/// nullopt if a top-level condition has strict and other atoms at once: such a set need not be locally closed.
std::optional<Thickening> thicken(const SemialgebraicSet& set);

/// Whether sign * p tends to infinity as the coordinates do, for every parameter value, by this test: every coordinate
/// has an even pure power with a constant coefficient of that sign, the other terms lie below the simplex that these
/// powers span, or on it with even exponents and that sign. False means only that the test does not apply.
bool is_coercive(const Polynomial& p, std::size_t parameter_count, int sign);

}  // namespace isthmus
