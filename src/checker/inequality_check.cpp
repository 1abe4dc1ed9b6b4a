// Inequalities: section 9 of proofs/FORMAT.md, "inequality" and "sigmoid-networks".

#include "checker/claim_rules.hpp"
#include "checker/consequence.hpp"
#include "checker/entries.hpp"
#include "checker/model.hpp"
#include "checker/symmetry_rules.hpp"

namespace isthmus::check {
namespace {

Matrix squared_norm(const Matrix& a) { return trace(product({transpose(a), a})); }

/// right - left is the sum of the squared norms of the matrices that the node lists.
void require_squares(const Consequences& consequences, const Setting& setting, const Matrix& left, const Matrix& right,
                     const Json& node, Session& session) {
  std::vector<Matrix> rest{right, negated(left)};
  for (const auto& square : node["squares"].elements()) {
    rest.push_back(negated(squared_norm(matrix_in(*square, setting.names))));
  }
  consequences.require_zero(sum(rest), node["consequences"], session);
  session.trust("sums of squares are not negative");
}

}  // namespace

void require_hypotheses(const Setting& setting, const Json& model) {
  require_model(setting.hypotheses, read_values(model, setting.symbols), model);
}

Values counterexample(const Setting& setting, const std::vector<Symbol>& symbols, const Json& model) {
  Values values = read_values(model, symbols);
  require_all_values(symbols, values, model);
  require_model(setting.hypotheses, values, model);
  return values;
}

void prove_inequality(const Inequality& claim, bool any_size, const Json& instance, Session& session) {
  const bool entries = instance.has("proof");
  if (entries) {
    instance.expect_keys({"model", "proof"});
    instance.require(!any_size, "inequality", "by words only");
  } else {
    instance.expect_keys({"model", "squares", "consequences"});
  }
  const Setting& setting = claim.setting;
  require_hypotheses(setting, instance["model"]);
  const Consequences consequences(setting, setting.hypotheses, any_size);
  for (const Matrix* side : {&claim.left, &claim.right}) {
    instance.require(consequences.facts().is_defined(*side), "inequality",
                     "an inverse in " + to_string(*side) + " is not seen to exist");
  }
  if (!entries) return require_squares(consequences, setting, claim.left, claim.right, instance, session);
  std::vector<Condition> conditions = setting.hypotheses;
  conditions.push_back({Condition::Kind::sign, difference(claim.right, claim.left), Relation::less});
  const std::vector<std::string> names = entry_names(setting.symbols);
  const Scope scope(names);
  std::vector<Formula> parts;
  for (const Condition& condition : conditions) {
    instance.require(consequences.facts().is_defined(condition.expression), "inequality",
                     "an inverse in " + to_string(condition.expression) + " is not seen to exist");
    parts.push_back(condition_in_entries(condition, scope));
  }
  check_empty(make_set({}, names, Formula::truth(), Formula::conjunction(parts)), instance["proof"], session);
  session.trust("multiplicative determinant");
  session.trust("Cramer's rule");
}

void refute_inequality(const Inequality& claim, const Json& instance) {
  instance.expect_keys({"instance", "model"});
  const Values values = counterexample(claim.setting, claim.setting.symbols, instance["model"]);
  const auto left = evaluate(claim.left, values);
  const auto right = evaluate(claim.right, values);
  instance.require(!left || !right || (*left)[0][0] > (*right)[0][0], "inequality", "it holds at the model");
}

// With F = U*S: |F - F*pinv(R)*R| <= |F| for all matrices, so for those of the networks of the claim.
void prove_sigmoid_networks(const Json& instance, Session& session) {
  instance.expect_keys({"squares", "consequences"});
  Setting setting;
  const auto declare = [&](const std::string& name, const Shape& shape) {
    const std::string rows = std::to_string(shape.rows);
    setting.symbols.push_back({name, name, shape, false, false, false, rows, std::to_string(shape.columns)});
    setting.names.symbols.emplace(name, setting.symbols.back());
    return symbol(setting.symbols.back());
  };
  const Matrix u = declare("U", {2, 3});
  const Matrix s = declare("S", {3, 5});
  const Matrix r = declare("R", {3, 5});
  const Matrix before = product({u, s});
  const Matrix change = difference(before, product({before, pseudo_inverse(r), r}));
  require_squares(Consequences(setting, {}, true), setting, squared_norm(change), squared_norm(before), instance,
                  session);
}

}  // namespace isthmus::check
