#include <algorithm>

#include "prove/matrix_space.hpp"
#include "prove/provers.hpp"
#include "prove/random_model.hpp"
#include "prove/ray_value.hpp"

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;

void collect_pseudo_inverses(const MatrixExpression& e, std::vector<MatrixExpression>& found) {
  for (const MatrixExpression& part : e.parts()) collect_pseudo_inverses(part, found);
  if (e.is(Kind::pseudo_inverse)) found.push_back(e.parts()[0]);
}

/// Whether a condition that holds at a point holds nearby.
bool is_open(const MatrixCondition& condition) {
  std::vector<MatrixExpression> inverted;
  collect_pseudo_inverses(condition.expression, inverted);
  return inverted.empty() && condition.kind != MatrixCondition::Kind::rank && is_strict(condition.relation);
}

class ContinuityProver {
 public:
  ContinuityProver(const Continuity::Instance& instance, ProofBuilder& builder, const Progress& progress)
      : instance_(instance), builder_(builder), progress_(progress) {}

  Finding decide() {
    const Setting& setting = instance_.setting;
    const ModelSearch model = find_model(setting.symbols, setting.hypotheses, progress_);
    if (model.exists == Truth::no) {
      return found_vacuous("no values satisfy the hypotheses", NoModelEvidence{*model.empty, {}});
    }
    if (!model.model) return found_undecided("no rational values that satisfy the hypotheses were found");
    const MatrixSpace space(setting.symbols, setting.hypotheses, progress_);
    if (!space.defines(instance_.value).shown)
      return found_undecided("an inverse in the value was not seen to be defined");
    std::vector<MatrixExpression> inverted;
    collect_pseudo_inverses(instance_.value, inverted);
    if (inverted.empty()) {
      builder_.step("continuous-operations", {instance_.value.to_string() + " has no pseudo-inverse"});
      builder_.rest_on(Theorem::continuous_operations);
      return found_proved(ModelEvidence{*model.model});
    }
    if (!std::all_of(setting.hypotheses.begin(), setting.hypotheses.end(), is_open)) {
      return found_undecided("a hypothesis is not strict, so rays may leave the set");
    }
    for (const MatrixExpression& each : inverted) {
      if (const auto finding = jump_at(space, each)) return *finding;
    }
    return found_undecided("no ray on which the value jumps was found");
  }

 private:
  /// Looks where the rank of what is pseudo-inverted falls.
  std::optional<Finding> jump_at(const MatrixSpace& space, const MatrixExpression& inverted) const {
    const std::size_t full = std::min(inverted.shape().rows, inverted.shape().columns);
    const MatrixCondition deficient{MatrixCondition::Kind::rank, inverted, Relation::less, full};
    std::vector<MatrixCondition> all = instance_.setting.hypotheses;
    all.push_back(deficient);
    // A zero factor hides a jump, so the value is wanted to be nonzero if need be.
    std::vector<MatrixCondition> visible = all;
    visible.push_back({MatrixCondition::Kind::zero, instance_.value, Relation::not_equal});
    for (const auto& point : {space.find({deficient}), random_model(instance_.setting.symbols, all),
                              random_model(instance_.setting.symbols, visible)}) {
      if (!point) continue;
      if (auto finding = jump_from(*point)) return finding;
    }
    return std::nullopt;
  }

  std::optional<Finding> jump_from(const Assignment& point) const {
    const PolynomialRing ring({"e"});
    const auto value = evaluate(instance_.value, point);
    if (!value) return std::nullopt;
    for (const Assignment& direction : directions()) {
      const auto near = value_on_ray(instance_.value, point, direction, ring);
      if (!near) continue;
      const auto limit = limit_at_zero(*near);
      if (limit && *limit == *value) continue;
      const auto& symbols = instance_.setting.symbols;
      std::vector<std::string> lines{
          "at " + to_string(point, symbols) + ": " + instance_.value.to_string() + " = " + to_string(*value),
          "along the direction " + to_string(direction, symbols) + " (e > 0 times it is added)",
          limit ? "the value tends to " + to_string(*limit) + " for e -> 0" : "the value has no limit for e -> 0"};
      add_values_near(point, direction, lines);
      return found_refuted(std::move(lines), Discontinuity{point, direction});
    }
    return std::nullopt;
  }

  /// The value at some places of the ray, for a reader who recomputes it.
  void add_values_near(const Assignment& point, const Assignment& direction, std::vector<std::string>& lines) const {
    for (const long inverse : {10L, 100L, 1000L}) {
      const Rational e = Rational(1) / Rational(inverse);
      Assignment near = point;
      for (const auto& [name, step] : direction) {
        Matrix& moved = near.at(name);
        for (std::size_t i = 0; i < step.rows(); ++i) {
          for (std::size_t j = 0; j < step.columns(); ++j) moved.set(i, j, moved.at(i, j) + e * step.at(i, j));
        }
      }
      if (const auto value = evaluate(instance_.value, near))
        lines.push_back("  at e = " + e.to_string() + ": " + to_string(*value));
    }
  }

  /// Single entries, and identity matrices.
  std::vector<Assignment> directions() const {
    std::vector<Assignment> result;
    for (const MatrixSymbol& symbol : instance_.setting.symbols) {
      if (symbol.shape.is_square()) result.push_back({{symbol.name, Matrix::identity(symbol.shape.rows)}});
      for (std::size_t i = 0; i < symbol.shape.rows; ++i) {
        for (std::size_t j = 0; j < symbol.shape.columns; ++j) {
          Matrix unit(symbol.shape.rows, symbol.shape.columns);
          unit.set(i, j, Rational(1));
          result.push_back({{symbol.name, unit}});
        }
      }
    }
    return result;
  }

  const Continuity::Instance& instance_;
  ProofBuilder& builder_;
  const Progress& progress_;
};

}  // namespace

Proof prove_continuity(const Continuity& claim, const Progress& progress) {
  ProofBuilder builder;
  std::vector<std::string> headings;
  for (const auto& instance : claim.instances) headings.push_back(instance.setting.to_string());
  return builder.over_instances(headings, Scope::all, [&](std::size_t i) {
    return ContinuityProver(claim.instances[i], builder, progress).decide();
  });
}

}  // namespace isthmus
