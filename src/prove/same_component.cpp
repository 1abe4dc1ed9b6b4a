#include "prove/invertible_product.hpp"
#include "prove/proof_builder.hpp"
#include "prove/provers.hpp"
#include "symmetry/general_linear_path.hpp"

namespace isthmus {
namespace {

/// Facts that hold because the matrices have values: what is invertible.
Facts facts_of(const SameComponent& claim) {
  Facts facts;
  for (const auto& [position, value] : claim.parameters) {
    const MatrixExpression symbol = MatrixExpression::symbol(claim.setting.symbols[position]);
    if (symbol.shape().is_square() && !value.determinant().is_zero()) facts.add_invertible(symbol);
  }
  return facts;
}

Assignment values_of(const SameComponent& claim, const SameComponent::Values& weights) {
  Assignment values;
  for (const auto& [position, value] : claim.parameters) {
    values.insert_or_assign(claim.setting.symbols[position].name, value);
  }
  for (const auto& [position, value] : weights) values.insert_or_assign(claim.setting.symbols[position].name, value);
  return values;
}

std::string sign_text(int sign) { return sign > 0 ? "> 0" : "< 0"; }

Finding decide(const SameComponent& claim, ProofBuilder& builder) {
  const Assignment from = values_of(claim, claim.from);
  const Assignment to = values_of(claim, claim.to);
  for (const Assignment* point : {&from, &to}) {
    const auto network = evaluate(claim.network, *point);
    const auto target = evaluate(claim.target, *point);
    if (network && target && *network == *target) continue;
    return found_refuted({"no point of the set: " + to_string(*point, claim.setting.symbols),
                          claim.network.to_string() + " = " + (network ? to_string(*network) : "undefined") + ", not " +
                              (target ? to_string(*target) : "defined")},
                         NoEvidenceNeeded{});
  }
  const InvertibleProduct set(claim.setting, claim.network, claim.target, facts_of(claim));
  builder.rest_on({Theorem::graph_of_a_continuous_map, Theorem::multiplicative_determinant});
  const std::vector<int> before = set.signs(from);
  const std::vector<int> after = set.signs(to);
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const std::string& name = set.weights()[i].name;
    lines.push_back("det(" + name + ") " + sign_text(before[i]) + " at the first point, " + sign_text(after[i]) +
                    " at the second");
    if (before[i] == after[i]) continue;
    lines.back() += ", and it is nowhere 0 on the set: no path joins them";
    builder.rest_on(Theorem::intermediate_values);
    if (claim.connected) return found_refuted(lines, NoEvidenceNeeded{});
    builder.step("sign-separates", lines);
    return found_proved(NoEvidenceNeeded{});
  }
  builder.step("sign-labels", lines);
  lines.clear();
  for (std::size_t i = 0; i + 1 < set.weights().size(); ++i) {
    const std::string& name = set.weights()[i].name;
    const GeneralLinearPath path = GeneralLinearPath::between(from.at(name), to.at(name));
    for (const auto& leg : path.legs()) {
      lines.push_back(name + ": " + leg.to_string() + ", times " + to_string(leg.start));
    }
  }
  lines.push_back(set.weights().back().name + " follows, since the others stay invertible");
  builder.step("explicit-path", lines);
  if (!claim.connected) return found_refuted(lines, NoEvidenceNeeded{});
  return found_proved(NoEvidenceNeeded{});
}

}  // namespace

Proof prove_same_component(const SameComponent& claim, const Progress&) {
  ProofBuilder builder;
  return builder.over_instances({claim.setting.to_string()}, Scope::all,
                                [&](std::size_t) { return decide(claim, builder); });
}

}  // namespace isthmus
