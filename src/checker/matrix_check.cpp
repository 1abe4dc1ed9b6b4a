// Claims about matrices: section 9 of proofs/FORMAT.md, "identity", "inverse-maps", "cover".

#include <algorithm>
#include <utility>

#include "checker/claim_rules.hpp"
#include "checker/consequence.hpp"
#include "checker/entries.hpp"
#include "checker/matrix_space.hpp"
#include "checker/model.hpp"

namespace isthmus::check {
namespace {

using Space = InverseMaps::Space;

std::vector<Condition> joined(std::vector<Condition> a, const std::vector<Condition>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

bool equal_in_entries(const Setting& setting, const Matrix& left, const Matrix& right) {
  const Entries entries = expand(difference(left, right), Scope(entry_names(setting.symbols)));
  return std::all_of(entries.numerator.begin(), entries.numerator.end(), [](const auto& row) {
    return std::all_of(row.begin(), row.end(), [](const Polynomial& entry) { return entry.is_zero(); });
  });
}

/// The map of `source` is defined on it, leads into `goal`, and is undone by the map of `goal`.
void prove_map(const InverseMaps& claim, const Space& source, const Space& goal, bool any_size, const Json& eliminate) {
  const MatrixSpace space(claim.setting, joined(claim.setting.hypotheses, source.conditions), eliminate, any_size);
  for (const auto& [name, value] : source.map) {
    eliminate.require(space.is_defined(value), "inverse-maps", "the value of " + name + " is not seen to be defined");
  }
  for (Condition condition : goal.conditions) {
    condition.expression = substituted(condition.expression, source.map);
    eliminate.require(space.satisfies(condition), "inverse-maps",
                      "the image is not seen to meet the condition on " + to_string(condition.expression));
  }
  for (const Symbol& coordinate : source.coordinates) {
    const Matrix back = substituted(goal.map.at(coordinate.name), source.map);
    eliminate.require(space.are_equal(back, symbol(coordinate)), "inverse-maps",
                      to_string(back) + " is not seen to be " + coordinate.name);
  }
}

/// Whether the map of `source` fails at a point: it is not defined, leads out of `goal`, or is not undone.
bool fails_at(const Space& source, const Space& goal, const Values& point) {
  Values image = point;
  for (const Symbol& coordinate : source.coordinates) image.erase(coordinate.name);
  for (const auto& [name, value] : source.map) {
    const auto at_point = evaluate(value, point);
    if (!at_point) return true;
    image.insert_or_assign(name, *at_point);
  }
  for (const Condition& condition : goal.conditions) {
    if (!holds(condition, image)) return true;
  }
  return std::any_of(source.coordinates.begin(), source.coordinates.end(), [&](const Symbol& coordinate) {
    const auto back = evaluate(goal.map.at(coordinate.name), image);
    return !back || *back != point.at(coordinate.name);
  });
}

bool has_failing_condition(const std::vector<Condition>& part, const Values& values) {
  return std::any_of(part.begin(), part.end(), [&](const Condition& condition) { return !holds(condition, values); });
}

/// Every choice of one condition of each part, the last part's fastest.
std::vector<std::vector<Condition>> choices(const std::vector<std::vector<Condition>>& parts) {
  std::vector<std::vector<Condition>> result{{}};
  for (const std::vector<Condition>& part : parts) {
    std::vector<std::vector<Condition>> longer;
    for (const auto& choice : result) {
      for (const Condition& condition : part) {
        longer.push_back(choice);
        longer.back().push_back(condition);
      }
    }
    result = std::move(longer);
  }
  return result;
}

}  // namespace

namespace {

void prove_by_consequences(const Identity& claim, bool any_size, const Json& instance, Session& session) {
  instance.expect_keys({"model", "consequences"});
  require_hypotheses(claim.setting, instance["model"]);
  const Consequences consequences(claim.setting, claim.setting.hypotheses, any_size);
  for (const Matrix* side : {&claim.left, &claim.right}) {
    instance.require(consequences.facts().is_defined(*side), "identity",
                     to_string(*side) + " is not seen to be defined");
  }
  consequences.require_zero(difference(claim.left, claim.right), instance["consequences"], session);
}

}  // namespace

void prove_identity(const Identity& claim, bool any_size, const Json& instance, Session& session) {
  if (instance.has("consequences")) return prove_by_consequences(claim, any_size, instance, session);
  const bool entries = instance.has("entries");
  if (entries) {
    instance.expect_keys({"model", "eliminate", "entries"});
    instance["entries"].require(instance["entries"].boolean() && !any_size, "identity", "by words only");
  } else {
    instance.expect_keys({"model", "eliminate"});
  }
  require_hypotheses(claim.setting, instance["model"]);
  const MatrixSpace space(claim.setting, claim.setting.hypotheses, instance["eliminate"], any_size);
  for (const Matrix* side : {&claim.left, &claim.right}) {
    instance.require(space.is_defined(*side), "identity", to_string(*side) + " is not seen to be defined");
  }
  session.trust("multiplicative determinant");
  session.trust(entries ? "Cramer's rule" : "identity of free rings");
  const bool equal = entries ? equal_in_entries(claim.setting, space.reduced(claim.left), space.reduced(claim.right))
                             : space.are_equal(claim.left, claim.right);
  instance.require(equal, "identity",
                   to_string(claim.left) + " and " + to_string(claim.right) + " are not seen to be equal");
}

void refute_identity(const Identity& claim, const Json& instance) {
  instance.expect_keys({"instance", "model"});
  const Json& model = instance["model"];
  const Values values = read_values(model, claim.setting.symbols);
  require_all_values(claim.setting.symbols, values, model);
  require_model(claim.setting.hypotheses, values, model);
  const auto left = evaluate(claim.left, values);
  const auto right = evaluate(claim.right, values);
  instance.require(!left || !right || *left != *right, "identity", "both sides are equal at the model");
}

void prove_inverse_maps(const InverseMaps& claim, bool any_size, const Json& instance, Session& session) {
  instance.expect_keys({"model", "domain", "codomain"});
  require_hypotheses(claim.setting, instance["model"]);
  prove_map(claim, claim.domain, claim.codomain, any_size, instance["domain"]);
  prove_map(claim, claim.codomain, claim.domain, any_size, instance["codomain"]);
  session.trust("multiplicative determinant");
  session.trust("identity of free rings");
}

void refute_inverse_maps(const InverseMaps& claim, const Json& instance) {
  instance.expect_keys({"instance", "model", "side"});
  const Json& model = instance["model"];
  const Json& side = instance["side"];
  side.require(side.is_text("domain") || side.is_text("codomain"), "encoding", "expected \"domain\" or \"codomain\"");
  const bool forward = side.is_text("domain");
  const Space& source = forward ? claim.domain : claim.codomain;
  const Space& goal = forward ? claim.codomain : claim.domain;
  std::vector<Symbol> symbols;
  for (const Symbol& symbol : claim.setting.symbols) {
    const auto& other = goal.coordinates;
    if (std::find(other.begin(), other.end(), symbol) == other.end()) symbols.push_back(symbol);
  }
  const Values point = read_values(model, symbols);
  require_all_values(symbols, point, model);
  require_model(joined(claim.setting.hypotheses, source.conditions), point, model);
  instance.require(fails_at(source, goal, point), "inverse-maps", "the maps do what they should at the model");
}

void prove_cover(const Cover& claim, const Json& instance, Session& session) {
  instance.expect_keys({"model", "proofs"});
  const Setting& setting = claim.equation.setting;
  require_hypotheses(setting, instance["model"]);
  const Facts facts(Words(setting.symbols, false), setting.hypotheses);
  const std::vector<std::string> names = entry_names(setting.symbols);
  const Scope scope(names);
  std::vector<Condition> conditions = setting.hypotheses;
  const Matrix equation = difference(claim.equation.network, claim.equation.target);
  conditions.push_back({equation.scalar ? Condition::Kind::sign : Condition::Kind::zero, equation, Relation::equal});
  instance.require(facts.is_defined(equation), "cover", "an inverse in the network is not seen to exist");
  std::vector<Formula> common;
  for (const Condition& condition : conditions) common.push_back(condition_in_entries(condition, scope));
  const auto all = choices(claim.parts);
  const Json& proofs = instance["proofs"];
  proofs.require(proofs.size() == all.size(), "cover", "expected " + std::to_string(all.size()) + " proofs");
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<Formula> parts = common;
    for (const Condition& condition : all[i]) {
      proofs[i].require(facts.is_defined(condition.expression), "cover", "an inverse in a part is not seen to exist");
      parts.push_back(condition_in_entries(condition, scope).negated());
    }
    check_empty(make_set({}, names, Formula::truth(), Formula::conjunction(parts)), proofs[i], session);
  }
  session.trust("multiplicative determinant");
  session.trust("Cramer's rule");
}

void refute_cover(const Cover& claim, const Json& instance) {
  instance.expect_keys({"instance", "model"});
  const Setting& setting = claim.equation.setting;
  const Json& model = instance["model"];
  const Values values = read_values(model, setting.symbols);
  require_all_values(setting.symbols, values, model);
  require_model(setting.hypotheses, values, model);
  const auto network = evaluate(claim.equation.network, values);
  const auto target = evaluate(claim.equation.target, values);
  model.require(network && target && *network == *target, "cover", "the model does not solve network = target");
  for (const auto& part : claim.parts) {
    model.require(has_failing_condition(part, values), "cover", "the model satisfies all conditions of a part");
  }
}

}  // namespace isthmus::check
