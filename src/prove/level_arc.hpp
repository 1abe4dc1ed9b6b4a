#pragma once

#include <optional>
#include <string>

#include "claim/curvature_claims.hpp"
#include "decompose/progress.hpp"
#include "prove/curvature_evidence.hpp"
#include "prove/proof_builder.hpp"

namespace isthmus {

/// Whether the level set of a loss in the plane is a connected smooth curve with kappa^2 <= bound everywhere, so that
/// arcs join any two of its points and all of them are curved that little; nullopt, with the reason, if that is not
/// shown.
std::optional<ArcProof> show_level_arc(const LevelSet& level, const Rational& bound, ProofBuilder& builder,
                                       const Progress& progress, std::string& reason);

}  // namespace isthmus
