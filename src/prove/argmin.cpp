#include <algorithm>

#include "exact/error.hpp"
#include "prove/network_instance.hpp"
#include "prove/provers.hpp"
#include "variety/factored_matrix.hpp"
#include "variety/weights.hpp"

namespace isthmus {
namespace {

using Factors = std::vector<MatrixExpression>;

/// |Y - P*X|^2 = |Y - A*X|^2 + |(P - A)*X|^2 with A = Y*T(X)*inv(X*T(X)), since (Y - A*X)*T(X) = 0; and (P - A)*X = 0
/// iff P = A, since X*T(X) is invertible. The network as P*X with X free of weights.
LeastSquaresStep normal_equations(const MatrixExpression& network, const MatrixExpression& target, const Facts& facts) {
  if (network.is_scalar()) return {{network, target}, network, {}, {network, target}};
  FactoredMatrix product = factor(network);
  Factors data;
  while (!product.factors.empty() && !has_weight(product.factors.back())) {
    data.insert(data.begin(), product.factors.back());
    product.factors.pop_back();
  }
  if (product.factors.empty()) throw Undecided("the network does not depend on the weights");
  if (data.empty()) return {{network, target}, network, {}, {network, target}};
  const MatrixExpression x = MatrixExpression::product(data);
  const MatrixExpression transpose = MatrixExpression::transpose(x);
  const MatrixExpression gram = MatrixExpression::product({x, transpose});
  if (!facts.is_invertible(gram)) {
    throw Undecided("the hypotheses were not seen to make " + gram.to_string() + " invertible");
  }
  product.shape.columns = x.shape().rows;
  const MatrixExpression p = product.to_expression();
  const MatrixExpression a =
      factor(MatrixExpression::product({target, transpose, MatrixExpression::inverse(gram)})).to_expression();
  const MatrixExpression expanded = MatrixExpression::sum(
      {MatrixExpression::product({target, transpose}), MatrixExpression::product({a, x, transpose}).negated()});
  ensure(factor(expanded).is_zero(), "the residual of the normal equations is not orthogonal to the data");
  return {{network, target}, p, x, {p, a}};
}

}  // namespace

Proof prove_argmin_components(const ArgminComponents& claim, const Progress& progress) {
  ProofBuilder builder;
  SetCounter counter(builder, progress);
  return builder.over_instances(headings(claim.instances), Scope::all, [&](std::size_t i) {
    const auto& [setting, network, target, count] = claim.instances[i];
    std::optional<Assignment> model;
    if (const auto failed = without_model(setting, builder, progress, model)) return *failed;
    const Facts facts(setting.hypotheses);
    require_defined(facts, network);
    require_defined(facts, target);
    const LeastSquaresStep step = normal_equations(network, target, facts);
    builder.step(rule_of(step));
    return decide_network({setting, step.after.network, step.after.target, count, {step}}, *model, true, builder, counter,
                          progress);
  });
}

}  // namespace isthmus
