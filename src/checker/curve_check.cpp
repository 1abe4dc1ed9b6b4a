// Distances, exponentials, continuity: section 9 of proofs/FORMAT.md, "distance", "exponentials", "continuity".

#include <algorithm>

#include "checker/claim_rules.hpp"
#include "checker/facts.hpp"
#include "checker/model.hpp"
#include "checker/ray.hpp"
#include "checker/symmetry_rules.hpp"

namespace isthmus::check {
namespace {

bool has_pseudo_inverse(const Matrix& e) {
  return e.is(Matrix::Kind::pseudo_inverse) || std::any_of(e.parts.begin(), e.parts.end(), has_pseudo_inverse);
}

std::size_t rank_of(const Matrix& expression, const Values& values) {
  for (std::size_t rank = std::min(expression.shape.rows, expression.shape.columns); rank > 0; --rank) {
    if (holds({Condition::Kind::rank, expression, Relation::equal, rank}, values)) return rank;
  }
  return 0;
}

/// A hypothesis rank(A) = r or rank(A) <= r with r <= inner.
bool bounds_rank(const Condition& condition, const OrbitDistance& claim) {
  return condition.kind == Condition::Kind::rank && condition.expression.is(Matrix::Kind::symbol) &&
         condition.expression.symbol == claim.product && condition.rank <= claim.inner &&
         (condition.relation == Relation::equal || condition.relation == Relation::less_equal);
}

/// A condition that holds near each point where it holds.
bool is_open(const Condition& condition) {
  const Relation relation = condition.relation;
  const bool strict = relation == Relation::not_equal || relation == Relation::less || relation == Relation::greater;
  return condition.kind != Condition::Kind::rank && strict && !has_pseudo_inverse(condition.expression);
}

/// The number of Jordan blocks of this size for this eigenvalue.
long block_count(const Matrix& matrix, const Rational& eigenvalue, std::size_t size, const Values& values) {
  const Matrix shifted = difference(matrix, product({number(eigenvalue), identity(matrix.shape.rows)}));
  const auto rank_of_power = [&](std::size_t exponent) {
    if (exponent == 0) return static_cast<long>(matrix.shape.rows);
    return static_cast<long>(rank_of(product(std::vector<Matrix>(exponent, shifted)), values));
  };
  return rank_of_power(size - 1) - 2 * rank_of_power(size) + rank_of_power(size + 1);
}

}  // namespace

// For every A whose set {V_1*V_2 = A} has a point: proofs/FORMAT.md.
void prove_distance(const OrbitDistance& claim, const Json& instance, Session& session) {
  instance.expect_keys({"model"});
  require_hypotheses(claim.setting, instance["model"]);
  const auto& hypotheses = claim.setting.hypotheses;
  const bool nonempty = claim.inner >= std::min(claim.product.shape.rows, claim.product.shape.columns) ||
                        std::any_of(hypotheses.begin(), hypotheses.end(),
                                    [&](const Condition& each) { return bounds_rank(each, claim); });
  instance.require(nonempty, "distance", "the set may be empty");
  session.trust("the Frobenius norm is submultiplicative");
}

void refute_distance(const OrbitDistance& claim, const Json& instance) {
  instance.expect_keys({"instance", "model"});
  const Values values = counterexample(claim.setting, claim.setting.symbols, instance["model"]);
  instance.require(rank_of(symbol(claim.product), values) > claim.inner, "distance", "the set is not empty");
}

void prove_exponentials(const Exponentials& claim, bool any_size, const Json& instance, Session& session) {
  instance.expect_keys({"model"});
  require_hypotheses(claim.setting, instance["model"]);
  const auto says_positive = [&](const Condition& condition) {
    const Matrix& e = condition.expression;
    return condition.kind == Condition::Kind::sign && condition.relation == Relation::greater &&
           e.is(Matrix::Kind::determinant) && e.parts[0].is(Matrix::Kind::symbol);
  };
  const auto& hypotheses = claim.setting.hypotheses;
  instance.require(std::any_of(hypotheses.begin(), hypotheses.end(), says_positive), "exponentials",
                   "no hypothesis says that the determinant is positive");
  const bool number = claim.matrix.shape == Shape{} && !any_size;
  instance.require(number || claim.factors >= 2, "exponentials", "one factor does not give every such matrix");
  if (!number) session.trust("polar decomposition; every rotation is the exponential of a skew-symmetric matrix");
}

void refute_exponentials(const Exponentials& claim, const Json& instance, Session& session) {
  const bool blocks = instance.has("eigenvalue");
  if (blocks) {
    instance.expect_keys({"instance", "model", "eigenvalue", "size"});
  } else {
    instance.expect_keys({"instance", "model"});
  }
  const Values values = counterexample(claim.setting, claim.setting.symbols, instance["model"]);
  const Matrix g = symbol(claim.matrix);
  if (!blocks) {
    const auto value = evaluate(determinant(g), values);
    instance.require(value && sign((*value)[0][0]) <= 0, "exponentials", "the determinant is positive");
    session.trust("det(exp(A)) = exp(trace(A))");
    return;
  }
  instance.require(claim.factors == 1, "exponentials", "Jordan blocks say something about one factor only");
  const Rational eigenvalue = instance["eigenvalue"].rational();
  instance["eigenvalue"].require(sign(eigenvalue) < 0, "exponentials", "the eigenvalue is not negative");
  const std::size_t size = instance["size"].index_below(claim.matrix.shape.rows + 1);
  instance["size"].require(size > 0, "exponentials", "a block of size 0");
  instance.require(block_count(g, eigenvalue, size, values) % 2 == 1, "exponentials",
                   "the number of these Jordan blocks is even");
  session.trust("Culver's criterion for real logarithms");
}

void prove_continuity(const Continuity& claim, const Json& instance, Session& session) {
  instance.expect_keys({"model"});
  require_hypotheses(claim.setting, instance["model"]);
  instance.require(!has_pseudo_inverse(claim.value), "continuity", "a pseudo-inverse is not continuous everywhere");
  const Facts facts(Words(claim.setting.symbols, false), claim.setting.hypotheses);
  instance.require(facts.is_defined(claim.value), "continuity", "an inverse in the value is not seen to exist");
  session.trust("sums, products, inverses and rectifiers of continuous maps are continuous");
}

void refute_continuity(const Continuity& claim, const Json& instance) {
  instance.expect_keys({"instance", "model", "direction"});
  const Setting& setting = claim.setting;
  const Values point = counterexample(setting, setting.symbols, instance["model"]);
  const Values direction = read_values(instance["direction"], setting.symbols);
  instance.require(std::all_of(setting.hypotheses.begin(), setting.hypotheses.end(), is_open), "continuity",
                   "a ray may leave the set, since a hypothesis is not strict");
  const auto value = evaluate(claim.value, point);
  instance.require(value.has_value(), "continuity", "the value is not defined at the model");
  const auto limit = limit_at_zero(value_on_ray(claim.value, point, direction));
  instance.require(!limit || *limit != *value, "continuity", "the value tends to that at the model along the ray");
}

}  // namespace isthmus::check
