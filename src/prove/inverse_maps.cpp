#include "prove/proof_builder.hpp"
#include "prove/provers.hpp"

namespace isthmus {

Proof prove_inverse_maps(const InverseMaps&, const Progress&) { return ProofBuilder().over_instances({""}, Scope::all, [](std::size_t) { return found_undecided("not yet"); }); }

}  // namespace isthmus
