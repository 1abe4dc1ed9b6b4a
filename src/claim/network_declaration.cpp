#include "claim/network_declaration.hpp"

#include <algorithm>

namespace isthmus {
namespace {

std::vector<std::string> weights_of(const Setting& setting) {
  std::vector<std::string> names;
  for (const MatrixSymbol& symbol : setting.symbols) {
    if (symbol.role == Role::weight) names.push_back(symbol.name);
  }
  return names;
}

/// Every weight occurs in the network, none in the target: a weight left out by mistake would change the claim.
void check_weights(const TomlDocument& document, const NetworkDeclaration& declaration, const Scene& scene,
                   const MatrixExpression& network, const MatrixExpression& target) {
  for (const MatrixSymbol& symbol : target.symbols()) {
    if (symbol.role != Role::weight) continue;
    document.fail_inside(declaration.target.text, 0, "the target mentions the weight " + symbol.name);
  }
  const std::vector<MatrixSymbol> occurring = network.symbols();
  for (const std::string& name : weights_of(scene.setting)) {
    const auto has_name = [&](const MatrixSymbol& symbol) { return symbol.name == name; };
    if (std::any_of(occurring.begin(), occurring.end(), has_name)) continue;
    document.fail_inside(declaration.network.text, 0,
                         "the weight " + name + " does not occur in the network" + scene.integers.context());
  }
}

}  // namespace

std::pair<MatrixExpression, MatrixExpression> equation_in(const TableReader& root,
                                                          const NetworkDeclaration& declaration, const Scene& scene) {
  const TomlDocument& document = root.document();
  const std::vector<std::string> weights = weights_of(scene.setting);
  forbid_in_hypotheses(document, scene, weights);
  if (weights.empty()) root.fail("no [[matrix]] has the role weight" + scene.integers.context());
  MatrixExpression network = matrix_in(document, declaration.network, scene, scene.integers);
  MatrixExpression target = matrix_like(document, declaration.target, scene, scene.integers, network);
  check_weights(document, declaration, scene, network, target);
  return {std::move(network), std::move(target)};
}

}  // namespace isthmus
