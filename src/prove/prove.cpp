#include <variant>

#include "prove/provers.hpp"

namespace isthmus {
namespace {

struct Dispatch {
  const Progress& progress;

  Proof operator()(const NetworkComponents& claim) const { return prove_network_components(claim, progress); }
  Proof operator()(const ArgminComponents& claim) const { return prove_argmin_components(claim, progress); }
  Proof operator()(const SetComponents& claim) const { return prove_set_components(claim, progress); }
  Proof operator()(const ProductComponents& claim) const { return prove_product_components(claim, progress); }
  Proof operator()(const OrbitComponents& claim) const { return prove_orbit_components(claim, progress); }
  Proof operator()(const MatrixIdentity& claim) const { return prove_matrix_identity(claim, progress); }
  Proof operator()(const MatrixInequality& claim) const { return prove_matrix_inequality(claim, progress); }
  Proof operator()(const Transport& claim) const { return prove_transport(claim, progress); }
  Proof operator()(const SameComponent& claim) const { return prove_same_component(claim, progress); }
  Proof operator()(const OrbitDistance& claim) const { return prove_orbit_distance(claim, progress); }
  Proof operator()(const Exponentials& claim) const { return prove_exponentials(claim, progress); }
  Proof operator()(const Continuity& claim) const { return prove_continuity(claim, progress); }
  Proof operator()(const SigmoidNetworks& claim) const { return prove_sigmoid_networks(claim, progress); }
  Proof operator()(const InverseMaps& claim) const { return prove_inverse_maps(claim, progress); }
  Proof operator()(const Cover& claim) const { return prove_cover(claim, progress); }
  Proof operator()(const RealClaim& claim) const { return prove_real(claim, progress); }
  Proof operator()(const HomogeneousIdentity& claim) const { return prove_homogeneous_identity(claim, progress); }
  Proof operator()(const PermutationClaim& claim) const { return prove_permutations(claim, progress); }
  Proof operator()(const ForwardPassClaim& claim) const { return prove_forward_passes(claim, progress); }
  Proof operator()(const CurvatureClaim& claim) const { return prove_curvature(claim, progress); }
  Proof operator()(const ExponentialClaim& claim) const { return prove_exponential_curves(claim, progress); }
  Proof operator()(const SkewCurvesClaim& claim) const { return prove_skew_curves(claim, progress); }
  Proof operator()(const BoundsClaim& claim) const { return prove_bounds(claim, progress); }
};

}  // namespace

Proof prove(const Claim& claim, const Progress& progress) { return std::visit(Dispatch{progress}, claim.body); }

}  // namespace isthmus
