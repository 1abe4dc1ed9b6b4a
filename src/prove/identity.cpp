#include "prove/proof_builder.hpp"
#include "prove/provers.hpp"

namespace isthmus {

Proof prove_matrix_identity(const MatrixIdentity&, const Progress&) { return ProofBuilder().over_instances({""}, Scope::all, [](std::size_t) { return found_undecided("not yet"); }); }

}  // namespace isthmus
