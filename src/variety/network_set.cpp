#include "variety/network_set.hpp"

#include <algorithm>

#include "exact/error.hpp"
#include "variety/entries.hpp"
#include "variety/network_equation.hpp"

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;
using Symbols = std::vector<MatrixSymbol>;

bool contains(const Symbols& symbols, const MatrixSymbol& symbol) {
  return std::find(symbols.begin(), symbols.end(), symbol) != symbols.end();
}

bool has_inverse(const MatrixExpression& e) {
  return e.is(Kind::inverse) || std::any_of(e.parts().begin(), e.parts().end(), has_inverse);
}

/// The parameters that the expressions mention, and those that hypotheses tie to them, in the order of the setting.
Symbols parameters_for(const Setting& setting, const Symbols& coordinates,
                       const std::vector<MatrixExpression>& mentioned) {
  Symbols found;
  const auto add = [&](const Symbols& symbols) {
    bool grown = false;
    for (const MatrixSymbol& symbol : symbols) {
      if (contains(coordinates, symbol) || contains(found, symbol)) continue;
      found.push_back(symbol);
      grown = true;
    }
    return grown;
  };
  for (const MatrixExpression& e : mentioned) add(e.symbols());
  for (bool grown = true; grown;) {
    grown = false;
    for (const MatrixCondition& hypothesis : setting.hypotheses) {
      const Symbols symbols = hypothesis.expression.symbols();
      const bool tied =
          std::any_of(symbols.begin(), symbols.end(), [&](const auto& each) { return contains(found, each); });
      if (tied) grown = add(symbols) || grown;
    }
  }
  Symbols ordered;
  for (const MatrixSymbol& symbol : setting.symbols) {
    if (contains(found, symbol)) ordered.push_back(symbol);
  }
  return ordered;
}

/// Rank conditions that share weights: their positions, and the weights.
struct Group {
  std::vector<std::size_t> conditions;
  Symbols weights;
};

void merge_into(Group& group, const Group& other) {
  for (const MatrixSymbol& each : other.weights) {
    if (!contains(group.weights, each)) group.weights.push_back(each);
  }
  group.conditions.insert(group.conditions.begin(), other.conditions.begin(), other.conditions.end());
}

/// Groups that share no weight, in order of first appearance. Conditions without weights go to the first group.
std::vector<Group> grouped(const Symbols& coordinates, const std::vector<RankCondition>& conditions) {
  std::vector<Group> groups;
  Group bare;
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    Group merged{{i}, {}};
    for (const MatrixSymbol& symbol : conditions[i].matrix().symbols()) {
      if (contains(coordinates, symbol)) merged.weights.push_back(symbol);
    }
    if (merged.weights.empty()) {
      bare.conditions.push_back(i);
      continue;
    }
    std::vector<Group> kept;
    for (Group& group : groups) {
      const bool shared = std::any_of(group.weights.begin(), group.weights.end(),
                                      [&](const auto& each) { return contains(merged.weights, each); });
      if (shared) {
        merge_into(merged, group);
      } else {
        kept.push_back(std::move(group));
      }
    }
    kept.push_back(std::move(merged));
    groups = std::move(kept);
  }
  if (bare.conditions.empty()) return groups;
  if (groups.empty()) return {bare};
  merge_into(groups.front(), bare);
  return groups;
}

/// The set in entries of a group.
NetworkFactor group_factor(const Setting& setting, const std::vector<RankCondition>& conditions, const Group& group) {
  std::vector<MatrixExpression> mentioned;
  for (const std::size_t i : group.conditions) mentioned.push_back(conditions[i].matrix());
  NetworkFactor factor = factor_in_entries(setting, group.weights, mentioned);
  factor.conditions = group.conditions;
  std::vector<Formula> parts;
  for (const std::size_t i : group.conditions) {
    parts.push_back(
        rank_at_least(expand_entries(conditions[i].matrix(), factor.set.ring).numerator, conditions[i].rank));
  }
  factor.set.formula = Formula::conjunction(parts);
  return factor;
}

Rule product_rule(const std::vector<RankCondition>& conditions, const std::vector<Group>& groups) {
  Rule rule{"product", {}, {Theorem::components_of_a_product}};
  rule.lines.push_back("the conditions fall apart into " + std::to_string(groups.size()) +
                       " sets in disjoint weights: the numbers of components multiply");
  for (const Group& group : groups) {
    std::string line = "{";
    for (std::size_t i = 0; i < group.weights.size(); ++i) line += (i == 0 ? "" : ", ") + group.weights[i].name;
    line += " : ";
    for (std::size_t i = 0; i < group.conditions.size(); ++i) {
      line += (i == 0 ? "" : " and ") + conditions[group.conditions[i]].to_string();
    }
    rule.lines.push_back(line + "}");
  }
  return rule;
}

/// Weights that no condition mentions move freely: a factor R^n.
void add_free_weights(const Setting& setting, const Symbols& coordinates, const std::vector<Group>& groups,
                      NetworkSet& result) {
  Symbols free;
  for (const MatrixSymbol& symbol : coordinates) {
    const bool bound =
        std::any_of(groups.begin(), groups.end(), [&](const Group& g) { return contains(g.weights, symbol); });
    if (!bound) free.push_back(symbol);
  }
  if (free.empty()) return;
  result.factors.push_back(factor_in_entries(setting, free, {}));
  Rule rule{"free-weights", {"no condition mentions"}, {Theorem::components_of_a_product}};
  for (const MatrixSymbol& symbol : free) rule.lines[0] += " " + symbol.name;
  result.rules.push_back(std::move(rule));
}

std::vector<Rule> rules_of(const std::vector<NetworkStep>& steps) {
  std::vector<Rule> rules;
  for (const NetworkStep& step : steps) rules.push_back(rule_of(step));
  return rules;
}

NetworkSet from_conditions(const Setting& setting, MatrixReduction reduction) {
  NetworkSet result{{},
                    std::move(reduction.conditions),
                    std::move(reduction.coordinates),
                    std::move(reduction.eliminated),
                    std::move(reduction.target_factors),
                    std::move(reduction.steps),
                    {}};
  result.rules = rules_of(result.steps);
  const std::vector<Group> groups = grouped(result.coordinates, result.conditions);
  for (const Group& group : groups) result.factors.push_back(group_factor(setting, result.conditions, group));
  add_free_weights(setting, result.coordinates, groups, result);
  if (result.factors.empty()) {
    result.factors.push_back(factor_in_entries(setting, {}, {}));
    result.rules.push_back({"point", {"no condition and no weight is left: the set is one point"}, {}});
  } else if (groups.size() > 1) {
    result.rules.push_back(product_rule(result.conditions, groups));
  }
  return result;
}

}  // namespace

NetworkFactor factor_in_entries(const Setting& setting, const Symbols& weights,
                                const std::vector<MatrixExpression>& mentioned) {
  const Symbols parameters = parameters_for(setting, weights, mentioned);
  Symbols symbols = parameters;
  symbols.insert(symbols.end(), weights.begin(), weights.end());
  SemialgebraicSet set{entry_ring(symbols), entry_ring(parameters).size()};
  std::vector<Formula> assumption;
  for (const MatrixCondition& hypothesis : setting.hypotheses) {
    const Symbols needed = hypothesis.expression.symbols();
    const bool inside =
        std::all_of(needed.begin(), needed.end(), [&](const auto& each) { return contains(parameters, each); });
    if (!inside || needed.empty()) continue;
    if (has_inverse(hypothesis.expression))
      throw Undecided("the hypothesis " + hypothesis.to_string() + " has an inverse");
    assumption.push_back(entry_formula(hypothesis, set.ring));
  }
  set.assumption = Formula::conjunction(assumption);
  return {{}, weights, parameters, std::move(set)};
}

NetworkSet expand_network(const Setting& setting, const MatrixExpression& network, const MatrixExpression& target) {
  Symbols weights;
  for (const MatrixSymbol& symbol : setting.symbols) {
    if (symbol.role == Role::weight) weights.push_back(symbol);
  }
  NetworkFactor factor = factor_in_entries(setting, weights, {network, target});
  const MatrixCondition equation{MatrixCondition::Kind::zero, MatrixExpression::sum({network, target.negated()}),
                                 Relation::equal};
  factor.set.formula = entry_formula(equation, factor.set.ring);
  const Rule rule{"expand", {"written out in entries: " + network.to_string() + " = " + target.to_string()}, {}};
  return {{std::move(factor)}, {}, weights, {}, {}, {}, {rule}};
}

NetworkSet reduce_network(const Setting& setting, const MatrixExpression& network, const MatrixExpression& target) {
  MatrixReduction reduction = reduce_matrices(setting, network, target);
  if (!reduction.remaining) return from_conditions(setting, std::move(reduction));
  NetworkSet result = expand_network(setting, reduction.remaining->network, reduction.remaining->target);
  result.steps = std::move(reduction.steps);
  const std::vector<Rule> rules = rules_of(result.steps);
  result.rules.insert(result.rules.begin(), rules.begin(), rules.end());
  return result;
}

}  // namespace isthmus
