#pragma once

#include <optional>

#include "claim/curvature_claims.hpp"
#include "decompose/progress.hpp"
#include "prove/curvature_evidence.hpp"

namespace isthmus {

/// Whether e exceeds d_max^2, the square of R - sqrt(R^2 - (D/2)^2) with R = 1/sqrt(q), for q D^2 <= 4: exact, as
/// d_max is the smaller root of d^2 - 2 R d + D^2/4.
bool exceeds_deviation(const Rational& e, const Rational& squared_curvature, const Rational& squared_chord);

/// The set of points v with |v - w|^2 < e on the level set.
SemialgebraicSet near_points(const LevelSet& level, const Point& w, const Rational& e);

/// Searches a point of the chord that is further than d_max from the level set, with a proof; nullopt says nothing.
std::optional<FarPoint> find_far_point(const LevelSet& level, const Point& start, const Point& end,
                                       const Rational& squared_curvature, const Progress& progress);

/// Whether C is a Lipschitz constant of the loss on R^n; nullopt if that is not shown.
std::optional<LipschitzProof> show_lipschitz(const LevelSet& level, const Rational& constant, const Progress& progress);

/// (L(w) - level)^2, rational also where the loss is not.
Rational squared_excess(const LevelSet& level, const Point& w);

}  // namespace isthmus
