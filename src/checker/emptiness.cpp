// Proof nodes: section 4 of proofs/FORMAT.md.

#include <string>
#include <utility>
#include <vector>

#include "checker/open_set.hpp"
#include "checker/outcome.hpp"
#include "checker/reductions.hpp"
#include "checker/session.hpp"
#include "checker/sign_analysis.hpp"

namespace isthmus::check {
namespace {

void prove(const Set& set, const Json& node, Session& session);

void contradiction(const Set& set, const Json& node) {
  node.expect_keys({"rule", "factors"});
  check_implies(set.formula, Formula::falsity(), node["factors"], set.scope(), "contradiction");
}

void rewrite(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "formula", "factors", "then"});
  const Formula other = formula_in(node["formula"], set.scope());
  check_implies(set.formula, other, node["factors"], set.scope(), "rewrite");
  prove(set.with_formula(other), node["then"], session);
}

void consequence(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "equation", "cofactors", "then"});
  Polynomial sum(set.variables());
  for (const auto& pair : node["cofactors"].elements()) {
    pair->require(pair->size() == 2, "consequence", "expected a cofactor and an equation");
    const Polynomial equation = polynomial_in((*pair)[1], set.scope());
    pair->require(set.formula.requires_that(equation, Relation::equal), "consequence",
                  "the equation is not a conjunct");
    sum += polynomial_in((*pair)[0], set.scope()) * equation;
  }
  const Polynomial equation = polynomial_in(node["equation"], set.scope());
  node.require(sum == equation, "consequence", "the sum of the multiples is not the equation");
  prove(set.with(equation, Relation::equal), node["then"], session);
}

void cases(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "factors", "cases"});
  std::vector<Formula> alternatives;
  for (const auto& entry : node["cases"].elements()) {
    entry->require(entry->size() == 2, "cases", "expected a formula and a proof");
    alternatives.push_back(formula_in((*entry)[0], set.scope()));
  }
  check_implies(set.formula, Formula::disjunction(alternatives), node["factors"], set.scope(), "cases");
  for (std::size_t i = 0; i < alternatives.size(); ++i) prove(set.with(alternatives[i]), node["cases"][i][1], session);
}

void substitute(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "variable", "numerator", "denominator", "then"});
  const Solution solution = solution_in(node["variable"], node["numerator"], node["denominator"], set.scope());
  node.require(set.formula.requires_that(solution.equation(), Relation::equal), "substitute",
               "the equation is not a conjunct");
  node.require(set.formula.requires_that(solution.denominator, Relation::not_equal), "substitute",
               "the denominator is not kept from vanishing by a conjunct");
  prove(set.substituted(solution), node["then"], session);
}

void prove_by_rule(const Set& set, const Json& node, Session& session) {
  const Nested level(session);
  const std::string& rule = node["rule"].text();
  if (rule == "contradiction") return contradiction(set, node);
  if (rule == "rewrite") return rewrite(set, node, session);
  if (rule == "consequence") return consequence(set, node, session);
  if (rule == "cases") return cases(set, node, session);
  if (rule == "substitute") return substitute(set, node, session);
  if (rule == "line") {
    const Count count = check_line(set, node, session);
    return node.require(count.number == 0, rule, "the set has points");
  }
  if (rule == "open") return check_no_open_cell(set, node, session);
  if (rule == "count") {
    node.expect_keys({"rule", "count"});
    const Count count = check_count(set, node["count"], session);
    return node.require(count.number == 0, rule, "the set has components");
  }
  node.reject(rule, "there is no proof rule of this name");
}

void prove(const Set& set, const Json& node, Session& session) {
  declining_at([&] { return node.place(); }, [&] { prove_by_rule(set, node, session); });
}

}  // namespace

void check_empty(const Set& set, const Json& node, Session& session) { prove(set.total(), node, session); }

}  // namespace isthmus::check
