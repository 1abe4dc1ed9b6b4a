#include <algorithm>

#include "exact/pseudo_inverse.hpp"
#include "prove/model.hpp"
#include "prove/proof_builder.hpp"
#include "prove/provers.hpp"
#include "symmetry/product_distance.hpp"

namespace isthmus {
namespace {

/// Whether the conditions bound the rank of A by the inner size, so that A = V_1 V_2 has a solution.
bool is_nonempty(const OrbitDistance::Instance& instance) {
  const Shape& shape = instance.setting.symbols[instance.product].shape;
  if (instance.inner >= std::min(shape.rows, shape.columns)) return true;
  return std::any_of(instance.setting.hypotheses.begin(), instance.setting.hypotheses.end(), [&](const auto& each) {
    const bool bounds = each.relation == Relation::equal || each.relation == Relation::less_equal;
    return each.kind == MatrixCondition::Kind::rank && bounds && each.rank <= instance.inner &&
           each.expression.is(MatrixExpression::Kind::symbol);
  });
}

/// Numbers at one A: a midpoint and a lower bound of its squared distance with the matrix that shows it.
std::vector<std::string> example(const Matrix& a, std::size_t inner) {
  if (a.rank() == 0) return {};
  const FarMidpoint far = far_midpoint(a, inner, Rational(10));
  return {"for instance A = " + to_string(a) + ", b = 10: W_1 = " + to_string(far.first) +
              ", W_2 = " + to_string(far.second) + ", beta = " + far.beta.to_string(),
          "Lambda = " + to_string(far.multiplier) + " with I - Lambda T(Lambda) positive definite shows dist^2 >= " +
              far.squared_bound.to_string() + " > 100"};
}

Finding decide(const OrbitDistance::Instance& instance, ProofBuilder& builder, const Progress& progress) {
  const Setting& setting = instance.setting;
  const MatrixSymbol& a = setting.symbols[instance.product];
  const ModelSearch model = find_model(setting.symbols, setting.hypotheses, progress);
  if (model.exists == Truth::no)
    return found_vacuous("no matrix satisfies the hypotheses", NoModelEvidence{*model.empty, {}});
  if (!model.model) return found_undecided("no rational matrix that satisfies the hypotheses was found");
  if (!is_nonempty(instance)) {
    std::vector<MatrixCondition> all = setting.hypotheses;
    all.push_back({MatrixCondition::Kind::rank, MatrixExpression::symbol(a), Relation::greater, instance.inner});
    const auto point = search_model(setting.symbols, all);
    if (!point) return found_undecided("S was not seen to be nonempty");
    return found_refuted({"at " + to_string(*point, setting.symbols),
                          "rank(" + a.name + ") > " + std::to_string(instance.inner) + ", so S is empty"},
                         Counterexample{*point, {}});
  }
  builder.step("far-midpoint",
               {"(C_1 + D_1)(C_2 + D_2) = C_1 C_2 + C_1 D_2 + D_1 C_2 + D_1 D_2: a point of S at distance d from (C_1, "
                "C_2) gives",
                "  |A - C_1 C_2| <= (|C_1| + |C_2|) d + d^2/2",
                "A != 0: let W_1 W_2 = A, w = |W_1| + |W_2|, s = 1 + (w b + b^2)/|A|, beta with (beta + 1/beta)/2 = s;",
                "  W' = (W_1/beta, beta W_2), W'' = (beta W_1, W_2/beta), alpha = 1/2, C = (s W_1, s W_2)",
                "  d <= b would give (s^2 - 1)|A| = (s + 1)(w b + b^2) <= s w b + b^2/2, which is false",
                "A = 0: W' = (t E, 0), W'' = (0, t F) with E F != 0, alpha = 1/2, C = (t E/2, t F/2)",
                "  d <= b would give t^2 |E F|/4 <= t (|E| + |F|) b/2 + b^2/2, which is false for large t"});
  builder.step("example", example(model.model->at(a.name), instance.inner));
  builder.rest_on(Theorem::submultiplicative_norm);
  return found_proved(ModelEvidence{*model.model});
}

}  // namespace

Proof prove_orbit_distance(const OrbitDistance& claim, const Progress& progress) {
  ProofBuilder builder;
  std::vector<std::string> headings;
  for (const auto& instance : claim.instances) headings.push_back(instance.setting.to_string());
  return builder.over_instances(headings, Scope::all,
                                [&](std::size_t i) { return decide(claim.instances[i], builder, progress); });
}

}  // namespace isthmus
