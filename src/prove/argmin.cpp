#include <algorithm>

#include "exact/error.hpp"
#include "prove/network_instance.hpp"
#include "prove/provers.hpp"
#include "variety/factored_matrix.hpp"

namespace isthmus {
namespace {

using Factors = std::vector<MatrixExpression>;

bool has_weight(const MatrixExpression& e) {
  const auto symbols = e.symbols();
  return std::any_of(symbols.begin(), symbols.end(), [](const auto& each) { return each.role == Role::weight; });
}

/// The network as P*X with X free of weights, and what P is where |Y - P*X|^2 is least.
struct NormalEquations {
  MatrixExpression network;   ///< P
  MatrixExpression solution;  ///< A = Y*T(X)*inv(X*T(X))
};

/// |Y - P*X|^2 = |Y - A*X|^2 + |(P - A)*X|^2, since (Y - A*X)*T(X) = 0; and (P - A)*X = 0 iff P = A, since X*T(X) is
/// invertible.
NormalEquations normal_equations(const MatrixExpression& network, const MatrixExpression& target, const Facts& facts,
                                 ProofBuilder& builder) {
  FactoredMatrix product = factor(network);
  Factors data;
  while (!product.factors.empty() && !has_weight(product.factors.back())) {
    data.insert(data.begin(), product.factors.back());
    product.factors.pop_back();
  }
  if (product.factors.empty()) throw Undecided("the network does not depend on the weights");
  if (data.empty()) return {network, target};
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
  const MatrixExpression residual = MatrixExpression::sum({target, MatrixExpression::product({a, x}).negated()});
  const MatrixExpression expanded = MatrixExpression::sum(
      {MatrixExpression::product({target, transpose}), MatrixExpression::product({a, x, transpose}).negated()});
  ensure(factor(expanded).is_zero(), "the residual of the normal equations is not orthogonal to the data");
  builder.step(
      "normal-equations",
      {"P := " + p.to_string() + ", A := " + a.to_string(),
       "(" + residual.to_string() + ")*" + transpose.to_string() + " = 0, so |" + target.to_string() + " - P*" +
           x.to_string() + "|^2 = |" + residual.to_string() + "|^2 + |(P - A)*" + x.to_string() + "|^2",
       gram.to_string() + " is invertible by the hypotheses, so the last square is 0 iff P = A",
       "so the weights with P = A are the minimum, if there are any"});
  builder.rest_on(Theorem::pythagoras);
  return {p, a};
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
    const NormalEquations equations = normal_equations(network, target, facts, builder);
    return decide_network({setting, equations.network, equations.solution, count}, *model, true, builder, counter,
                          progress);
  });
}

}  // namespace isthmus
