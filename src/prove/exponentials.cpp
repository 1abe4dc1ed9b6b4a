#include <algorithm>

#include "curve/real_logarithm.hpp"
#include "prove/matrix_space.hpp"
#include "prove/provers.hpp"

namespace isthmus {
namespace {

/// diag(B, 1, .., 1) with B of size 2 (or 1) and entries from -2 to 2; diagonal B first, then simpler ones.
std::vector<Matrix> candidates(std::size_t n) {
  std::vector<Matrix> result;
  const auto add = [&](long a, long b, long c, long d) {
    Matrix m = Matrix::identity(n);
    m.set(0, 0, Rational(a));
    if (n > 1) {
      m.set(0, 1, Rational(b));
      m.set(1, 0, Rational(c));
      m.set(1, 1, Rational(d));
    }
    result.push_back(std::move(m));
  };
  const std::vector<long> values{0, 1, -1, 2, -2};
  for (const bool diagonal : {true, false}) {
    for (const long a : values) {
      for (const long d : values) {
        if (diagonal) add(a, 0, 0, d);
        for (const long b : values) {
          for (const long c : values) {
            if (!diagonal && (b != 0 || c != 0)) add(a, b, c, d);
          }
        }
      }
    }
  }
  return result;
}

/// A rational negative eigenvalue and a size of which there is an odd number of Jordan blocks, if there is one.
std::optional<LogarithmRefutation::Blocks> odd_blocks(const Matrix& value) {
  for (const JordanBlocks& blocks : jordan_blocks(value)) {
    if (blocks.polynomial.degree() != 1) continue;
    const Rational root = -Rational(blocks.polynomial.coefficient(0)) / Rational(blocks.polynomial.coefficient(1));
    for (std::size_t i = 0; root.sign() < 0 && i < blocks.counts.size(); ++i) {
      if (blocks.counts[i] % 2 == 1) return LogarithmRefutation::Blocks{root, i + 1};
    }
  }
  return std::nullopt;
}

Finding decide(const Exponentials::Instance& instance, ProofBuilder& builder, const Progress& progress) {
  const Setting& setting = instance.setting;
  const MatrixSymbol& symbol = setting.symbols[instance.matrix];
  const MatrixExpression g = MatrixExpression::symbol(symbol);
  const ModelSearch model = find_model(setting.symbols, setting.hypotheses, progress);
  if (model.exists == Truth::no)
    return found_vacuous("no matrix satisfies the hypotheses", NoModelEvidence{*model.empty, {}});
  for (const Matrix& value : candidates(symbol.shape.rows)) {
    const Assignment values{{symbol.name, value}};
    const bool admitted = std::all_of(setting.hypotheses.begin(), setting.hypotheses.end(),
                                      [&](const MatrixCondition& each) { return holds(each, values); });
    if (!admitted) continue;
    const int sign = value.determinant().sign();
    const LogarithmDecision logarithm = has_real_logarithm(value);
    if (instance.factors == 1 ? logarithm.exists : sign > 0) continue;
    builder.rest_on(instance.factors == 1 ? Theorem::culver : Theorem::multiplicative_determinant);
    return found_refuted({symbol.name + " = " + to_string(value) + ", det = " + value.determinant().to_string(),
                          "it has no real logarithm: " +
                              (sign > 0 ? logarithm.reason : "exp of a real matrix has a positive determinant")},
                         LogarithmRefutation{values, sign > 0 ? odd_blocks(value) : std::nullopt});
  }
  if (!model.model) return found_undecided("no rational matrix that satisfies the hypotheses was found");
  const MatrixSpace space(setting.symbols, setting.hypotheses, progress);
  const MatrixCondition positive{MatrixCondition::Kind::sign, MatrixExpression::determinant(g), Relation::greater};
  if (!space.satisfies(positive).shown) return found_undecided("det(" + symbol.name + ") > 0 was not shown");
  if (symbol.shape.rows == 1) {
    builder.step("logarithm-of-a-number", {symbol.name + " = exp(log " + symbol.name + ")"});
    return found_proved(ModelEvidence{*model.model});
  }
  if (instance.factors == 1) return found_undecided("no matrix without a real logarithm was found");
  builder.step("polar", {symbol.name + " = R*P with P symmetric and positive definite and R orthogonal, det(R) = 1",
                         "R = exp(K) with K skew-symmetric, P = exp(S) with S symmetric",
                         "t -> exp(t*K)*exp(t*S) leads from I to " + symbol.name + " in the group"});
  builder.rest_on({Theorem::polar_decomposition, Theorem::logarithm_of_rotations});
  return found_proved(ModelEvidence{*model.model});
}

}  // namespace

Proof prove_exponentials(const Exponentials& claim, const Progress& progress) {
  ProofBuilder builder;
  std::vector<std::string> headings;
  bool by_theorem = claim.generic.has_value();
  for (const auto& instance : claim.instances) {
    headings.push_back(instance.setting.to_string());
    by_theorem = by_theorem && instance.factors >= 2;
  }
  Proof proof = builder.over_instances(headings, Scope::all,
                                       [&](std::size_t i) { return decide(claim.instances[i], builder, progress); });
  if (proof.verdict == Verdict::proved && by_theorem) proof.scope = Scope::all_dimensions;
  return proof;
}

}  // namespace isthmus
