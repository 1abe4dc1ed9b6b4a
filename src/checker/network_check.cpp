// Claims about networks: section 9 of proofs/FORMAT.md, "components of a network" and "argmin".

#include <algorithm>
#include <utility>

#include "checker/claim_rules.hpp"
#include "checker/entries.hpp"
#include "checker/model.hpp"
#include "checker/network_rules.hpp"

namespace isthmus::check {
namespace {

/// The sets that are left of a network, in the entries of disjoint weights.
class Factors {
 public:
  Factors(const Network& claim, const NetworkRules& rules, const Json& factors)
      : setting_(claim.setting), rules_(rules), node_(factors), used_(state().conditions.size(), false) {
    for (std::size_t i = 0; i < factors.size(); ++i) sets_.push_back(read_factor(factors[i], i == 0));
    for (const Symbol& weight : state().weights) {
      factors.require(weights_.contains(weight.name), "factors", weight.name + " is in no factor");
    }
    for (std::size_t i = 0; i < used_.size(); ++i) {
      factors.require(used_[i], "factors", "condition " + std::to_string(i) + " is in no factor");
    }
    factors.require(!state().equation || factors.size() == 1, "factors", "an equation is one factor");
  }

  struct Factor {
    Set set;
    std::vector<Symbol> parameters;
  };
  const std::vector<Factor>& all() const { return sets_; }

 private:
  const NetworkState& state() const { return rules_.state(); }

  Factor read_factor(const Json& node, bool first) {
    node.expect_keys({"conditions", "weights", "parameters", "count"});
    std::vector<Symbol> weights;
    for (const std::string& name : node["weights"].texts()) {
      node.require(rules_.is_weight(name), "factors", name + " is no weight here");
      node.require(weights_.insert(name).second, "factors", name + " stands twice");
      weights.push_back(state().names.symbols.at(name));
    }
    std::vector<Symbol> parameters;
    for (const std::string& name : node["parameters"].texts()) {
      const auto found = setting_.names.symbols.find(name);
      const bool fits = found != setting_.names.symbols.end() && !found->second.weight &&
                        std::find(parameters.begin(), parameters.end(), found->second) == parameters.end();
      node.require(fits, "factors", name + " is no parameter, or stands twice");
      parameters.push_back(found->second);
    }
    std::vector<std::string> names = entry_names(parameters);
    const std::vector<std::string> coordinates = entry_names(weights);
    names.insert(names.end(), coordinates.begin(), coordinates.end());
    node.require(std::set<std::string>(names.begin(), names.end()).size() == names.size(), "factors",
                 "two entries have the same name");
    const Scope scope(names);
    const Set set = make_set(entry_names(parameters), coordinates, assumption(parameters, scope),
                             formula(node, first, weights, parameters, scope));
    return {set, parameters};
  }

  /// The hypotheses about these parameters alone. Without the others, the count is made for more values than need be.
  Formula assumption(const std::vector<Symbol>& parameters, const Scope& scope) const {
    std::vector<Formula> parts;
    for (const Condition& hypothesis : setting_.hypotheses) {
      const std::set<std::string> names = names_in(hypothesis.expression);
      const bool inside = std::all_of(names.begin(), names.end(), [&](const std::string& name) {
        return std::any_of(parameters.begin(), parameters.end(), [&](const Symbol& each) { return each.name == name; });
      });
      if (inside && !has_inverse(hypothesis.expression)) parts.push_back(condition_in_entries(hypothesis, scope));
    }
    return Formula::conjunction(parts);
  }

  Formula formula(const Json& node, bool first, const std::vector<Symbol>& weights,
                  const std::vector<Symbol>& parameters, const Scope& scope) {
    std::set<std::string> allowed;
    for (const Symbol& each : weights) allowed.insert(each.name);
    for (const Symbol& each : parameters) allowed.insert(each.name);
    const auto require_inside = [&](const Matrix& expression) {
      for (const std::string& name : names_in(expression)) {
        node.require(allowed.contains(name), "factors", to_string(expression) + " mentions " + name);
      }
    };
    if (state().equation) {
      const auto& [left, right] = *state().equation;
      const Matrix both = difference(left, right);
      node.require(node["conditions"].size() == 0, "factors", "there are no conditions, but an equation");
      node.require(!has_inverse(both), "factors", "an inverse in the equation");
      require_inside(both);
      const auto kind = both.scalar ? Condition::Kind::sign : Condition::Kind::zero;
      return condition_in_entries({kind, both, Relation::equal}, scope);
    }
    std::vector<Formula> parts;
    for (const auto& index : node["conditions"].elements()) {
      const std::size_t i = index->index_below(used_.size());
      const RankCondition& condition = state().conditions[i];
      index->require(!used_[i], "factors", "a condition stands twice");
      index->require(first || rules_.mentions_weights(condition.matrix), "factors",
                     "a condition without weights is not in the first factor");
      require_inside(condition.matrix);
      used_[i] = true;
      parts.push_back(rank_at_least(expand(condition.matrix, scope).numerator, condition.rank));
    }
    return Formula::conjunction(parts);
  }

  const Setting& setting_;
  const NetworkRules& rules_;
  const Json& node_;
  std::vector<bool> used_;
  std::set<std::string> weights_;
  std::vector<Factor> sets_;
};

NetworkRules follow(const Network& claim, const Json& instance, bool argmin, Session& session) {
  NetworkRules rules(claim, session, instance);
  const Json& steps = instance["steps"];
  if (argmin) rules.least_squares(steps[0]);
  for (std::size_t i = argmin ? 1 : 0; i < steps.size(); ++i) rules.apply(steps[i]);
  return rules;
}

/// All products of one number from each list.
std::set<Integer> products(const std::vector<std::vector<std::size_t>>& numbers) {
  std::set<Integer> result{1};
  for (const auto& list : numbers) {
    std::set<Integer> longer;
    for (const Integer& product : result) {
      for (const std::size_t number : list) longer.insert(product * Integer(number));
    }
    result = std::move(longer);
  }
  return result;
}

void require_count(const CountedNetwork& claim, const std::set<Integer>& numbers, bool argmin, const Json& instance) {
  instance.require(!numbers.empty(), "count", "a factor is counted for no parameter value");
  for (const Integer& number : numbers) {
    instance.require(claim.count.admits(number), "count", "there are " + number.str() + " components");
    instance.require(!argmin || number > 0, "count", "the equation has no solution, so it does not give the minimum");
  }
}

}  // namespace

void prove_network(const CountedNetwork& claim, bool argmin, const Json& instance, Session& session) {
  instance.expect_keys({"model", "steps", "factors"});
  const Network& network = claim.equation;
  require_model(network.setting.hypotheses, read_values(instance["model"], parameters_of(network.setting)),
                instance["model"]);
  const NetworkRules rules = follow(network, instance, argmin, session);
  const Factors factors(network, rules, instance["factors"]);
  std::vector<std::vector<std::size_t>> numbers;
  for (std::size_t i = 0; i < factors.all().size(); ++i) {
    numbers.push_back(check_counts(factors.all()[i].set, instance["factors"][i]["count"], session));
  }
  if (numbers.size() > 1) session.trust("components of a product");
  require_count(claim, products(numbers), argmin, instance);
}

void refute_network(const CountedNetwork& claim, bool argmin, const Json& instance, Session& session) {
  instance.expect_keys({"instance", "model", "steps", "factors"});
  const Network& network = claim.equation;
  const Values values = read_values(instance["model"], parameters_of(network.setting));
  require_all_values(parameters_of(network.setting), values, instance["model"]);
  require_model(network.setting.hypotheses, values, instance["model"]);
  const NetworkRules rules = follow(network, instance, argmin, session);
  const Factors factors(network, rules, instance["factors"]);
  Integer number = 1;
  for (std::size_t i = 0; i < factors.all().size(); ++i) {
    std::vector<Rational> point;
    for (const Symbol& parameter : factors.all()[i].parameters) {
      for (const auto& row : values.at(parameter.name)) point.insert(point.end(), row.begin(), row.end());
    }
    const Set fibre = factors.all()[i].set.fibre(point);
    number *= Integer(check_count(fibre, instance["factors"][i]["count"], session).number);
  }
  if (factors.all().size() > 1) session.trust("components of a product");
  instance.require(!argmin || number > 0, "count", "the equation has no solution, so it does not give the minimum");
  instance.require(!claim.count.admits(number), "count", "there are " + number.str() + " components, as claimed");
}

std::vector<Symbol> parameters_of(const Setting& setting) {
  std::vector<Symbol> parameters;
  std::copy_if(setting.symbols.begin(), setting.symbols.end(), std::back_inserter(parameters),
               [](const Symbol& symbol) { return !symbol.weight; });
  return parameters;
}

void require_no_model(const std::vector<Condition>& conditions, const std::vector<Symbol>& symbols, const Json& proof,
                      Session& session) {
  const std::vector<std::string> names = entry_names(symbols);
  std::vector<Formula> parts;
  for (const Condition& condition : conditions) {
    proof.require(!has_inverse(condition.expression), "vacuous", "an inverse in " + to_string(condition.expression));
    parts.push_back(condition_in_entries(condition, Scope(names)));
  }
  check_empty(make_set({}, names, Formula::truth(), Formula::conjunction(parts)), proof, session);
}

}  // namespace isthmus::check
