#include "claim/claim_kinds.hpp"

#include <array>
#include <utility>

#include "claim/barrier_kinds.hpp"
#include "claim/curvature_kinds.hpp"
#include "claim/curve_kinds.hpp"
#include "claim/matrix_kinds.hpp"
#include "claim/set_kinds.hpp"
#include "claim/symmetry_kinds.hpp"

namespace isthmus {
namespace {

/// A network = target set, or a set of the set language.
Claim::Body read_components(TableReader& root) {
  return TableReader(root).table("components").has("set") ? read_set_components(root) : read_network_components(root);
}

constexpr std::array<std::pair<std::string_view, KindReader>, 22> kReaders{
    {{"components", read_components},
     {"argmin", read_argmin},
     {"product", read_product},
     {"orbits", read_orbits},
     {"identity", read_identity},
     {"inequality", read_inequality},
     {"inverse-maps", read_inverse_maps},
     {"cover", read_cover},
     {"real", read_real},
     {"homogeneous", read_homogeneous},
     {"permutations", read_permutations},
     {"forward-passes", read_forward_passes},
     {"transport", read_transport},
     {"same-component", read_same_component},
     {"distance", read_distance},
     {"exponentials", read_exponentials},
     {"continuity", read_continuity},
     {"sigmoid-networks", read_sigmoid_networks},
     {"curvature", read_curvature},
     {"exponential-curves", read_exponential_curves},
     {"skew-curves", read_skew_curves},
     {"bounds", read_bounds}}};

}  // namespace

KindReader reader_of(std::string_view kind) {
  for (const auto& [name, reader] : kReaders) {
    if (name == kind) return reader;
  }
  return nullptr;
}

std::string known_kinds() {
  std::string text;
  for (const auto& [name, reader] : kReaders) text += (text.empty() ? "" : ", ") + std::string(name);
  return text;
}

}  // namespace isthmus
