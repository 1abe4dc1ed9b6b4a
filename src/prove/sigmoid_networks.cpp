#include "curve/sigmoid_network.hpp"
#include "exact/error.hpp"
#include "prove/proof_builder.hpp"
#include "prove/provers.hpp"

namespace isthmus {

Proof prove_sigmoid_networks(const SigmoidNetworks& claim, const Progress&) {
  ProofBuilder builder;
  const auto decide = [&](std::size_t) {
    std::vector<std::string> lines{"seed " + std::to_string(claim.seed)};
    const auto networks = sigmoid_networks(claim.count, claim.smallest, claim.largest, claim.seed);
    for (std::size_t i = 0; i < networks.size(); ++i) {
      const SigmoidNetwork& each = networks[i];
      lines.push_back("network " + std::to_string(i + 1) + ": m=" + std::to_string(each.outputs) +
                      ", h=" + std::to_string(each.hidden) + ", n=" + std::to_string(each.inputs) +
                      ", k=" + std::to_string(each.samples) + ": |F - F'|^2 = " + each.squared_change.to_string(6) +
                      " <= |F|^2 = " + each.squared_norm.to_string(6));
      ensure(sub(each.squared_norm, each.squared_change, 64).sign() == 1, "an inequality that was not shown");
    }
    builder.step("balls", lines);
    builder.rest_on(Theorem::pseudo_inverse);
    return found_proved();
  };
  return builder.over_instances({""}, Scope::instances, decide);
}

}  // namespace isthmus
