// The rule scaling: section 5 of proofs/FORMAT.md.

#include <optional>

#include "checker/reductions.hpp"

namespace isthmus::check {
namespace {

/// The common degree of all terms but the constant one; nullopt if they differ or there is none.
std::optional<Rational> degree_without_constant(const Polynomial& p, const std::vector<Rational>& weights) {
  std::optional<Rational> degree;
  for (const Polynomial::Term& term : p.terms()) {
    Rational d = 0;
    bool constant = true;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      constant = constant && term.exponents[i] == 0;
      d += weights[i] * Rational(term.exponents[i]);
    }
    if (constant) continue;
    if (degree && *degree != d) return std::nullopt;
    degree = d;
  }
  return degree;
}

/// Whether all terms have one degree. The constant term has degree 0.
bool is_homogeneous(const Polynomial& p, const std::vector<Rational>& weights) {
  const auto degree = degree_without_constant(p, weights);
  return p.is_constant() || (degree && (*degree == 0 || sign(p.constant_term()) == 0));
}

}  // namespace

Set scaling_cone(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "equation", "weights", "cone"});
  const Polynomial equation = polynomial_in(node["equation"], set.scope());
  const Json& given = node["weights"];
  given.require(given.size() == set.coordinates.size(), "scaling", "there is not one weight for each coordinate");
  const std::vector<Rational> values = given.rationals();
  std::vector<Rational> weights(set.variables(), 0);
  for (std::size_t i = 0; i < values.size(); ++i) weights[set.coordinates[i]] = values[i];
  node.require(set.formula.requires_that(equation, Relation::equal), "scaling", "the equation is not a conjunct");
  const Rational constant = equation.constant_term();
  node.require(sign(constant) != 0, "scaling", "the equation has no constant term");
  const auto degree = degree_without_constant(equation, weights);
  node.require(degree && *degree != 0, "scaling", "the equation is no level set of a form of degree other than 0");
  const Formula level = Formula::atom(equation, Relation::equal);
  std::vector<Formula> conditions;
  for (const Formula& conjunct : set.formula.conjuncts()) {
    if (conjunct == level) continue;
    conditions.push_back(conjunct);
    for (const Atom* atom : conjunct.atoms()) {
      node.require(is_homogeneous(atom->polynomial, weights), "scaling",
                   "not homogeneous: " + atom->polynomial.text(*set.names));
    }
  }
  const Polynomial form = equation - Polynomial(set.variables(), constant);
  conditions.push_back(Formula::atom(form, sign(constant) < 0 ? Relation::greater : Relation::less));
  session.trust("homotopy invariance of pi_0 under a retraction");
  return set.with_formula(Formula::conjunction(conditions));
}

}  // namespace isthmus::check
