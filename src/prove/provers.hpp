#pragma once

#include "prove/proof.hpp"

namespace isthmus {

/// One prover for each kind of claim. They never throw Undecided.
Proof prove_network_components(const NetworkComponents& claim, const Progress& progress);
Proof prove_argmin_components(const ArgminComponents& claim, const Progress& progress);
Proof prove_set_components(const SetComponents& claim, const Progress& progress);
Proof prove_product_components(const ProductComponents& claim, const Progress& progress);
Proof prove_orbit_components(const OrbitComponents& claim, const Progress& progress);
Proof prove_matrix_identity(const MatrixIdentity& claim, const Progress& progress);
Proof prove_matrix_inequality(const MatrixInequality& claim, const Progress& progress);
Proof prove_transport(const Transport& claim, const Progress& progress);
Proof prove_same_component(const SameComponent& claim, const Progress& progress);
Proof prove_orbit_distance(const OrbitDistance& claim, const Progress& progress);
Proof prove_exponentials(const Exponentials& claim, const Progress& progress);
Proof prove_continuity(const Continuity& claim, const Progress& progress);
Proof prove_sigmoid_networks(const SigmoidNetworks& claim, const Progress& progress);
Proof prove_inverse_maps(const InverseMaps& claim, const Progress& progress);
Proof prove_cover(const Cover& claim, const Progress& progress);

Proof prove_real(const RealClaim& claim, const Progress& progress);
Proof prove_homogeneous_identity(const HomogeneousIdentity& claim, const Progress& progress);
Proof prove_permutations(const PermutationClaim& claim, const Progress& progress);
Proof prove_forward_passes(const ForwardPassClaim& claim, const Progress& progress);

Proof prove_curvature(const CurvatureClaim& claim, const Progress& progress);
Proof prove_exponential_curves(const ExponentialClaim& claim, const Progress& progress);
Proof prove_skew_curves(const SkewCurvesClaim& claim, const Progress& progress);
Proof prove_bounds(const BoundsClaim& claim, const Progress& progress);

}  // namespace isthmus
