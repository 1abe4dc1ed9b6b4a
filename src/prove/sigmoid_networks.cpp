#include "curve/sigmoid_network.hpp"
#include "exact/error.hpp"
#include "prove/proof_builder.hpp"
#include "prove/provers.hpp"

namespace isthmus {
namespace {

using M = MatrixExpression;

/// |F|^2 - |F - F'|^2 = |F'|^2 for F = U*S, F' = F*pinv(R)*R, whatever the sizes and values are.
SquareSum change_of_any_network() {
  const M u = M::symbol({"U", "U", Role::parameter, {2, 3}, false});
  const M s = M::symbol({"S", "S", Role::parameter, {3, 5}, false});
  const M r = M::symbol({"R", "R", Role::parameter, {3, 5}, false});
  const M before = M::product({u, s});
  const M after = M::product({before, M::pseudo_inverse(r), r});
  const M change = M::sum({before, after.negated()});
  auto consequence =
      derive_zero(M::sum({squared_norm(before), squared_norm(change).negated(), squared_norm(after).negated()}), {});
  ensure(consequence && consequence->independent_of_sizes, "the theorem of Pythagoras was not found");
  return {{after}, std::move(*consequence)};
}

}  // namespace

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
    SquareSum sum = change_of_any_network();
    builder.step("sum-of-squares", {"for all sizes, with S = sigma(VX), R = sigma(gVX), F = U*S, F' = F*pinv(R)*R:",
                                    "|F|^2 - |F - F'|^2 = |F'|^2"});
    builder.step("consequence", sum.consequence.lines());
    builder.rest_on(sum.consequence.theorems());
    return found_proved(std::move(sum));
  };
  return builder.over_instances({""}, Scope::instances, decide);
}

}  // namespace isthmus
