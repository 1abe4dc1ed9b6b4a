#include "checker/open_set.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "checker/groups.hpp"
#include "checker/path.hpp"

namespace isthmus::check {
namespace {

Projection projection_of(const Set& set, const Json& node) {
  node.require(set.parameters.empty(), "open", "the set has parameters");
  for (const Atom* atom : set.formula.atoms()) {
    node.require(is_strict(atom->relation), "open", "an atom that is not strict");
  }
  std::vector<std::size_t> order = order_in(node["order"], set.coordinates, set.scope(), "open");
  return Projection(std::move(order), node["units"], node["projection"], set.scope(), "open");
}

/// Coordinates in the order of the set.
std::vector<Rational> in_order_of(const Set& set, const Projection& projection, const std::vector<Rational>& sample) {
  std::vector<Rational> point;
  for (const std::size_t variable : set.coordinates) {
    const auto& order = projection.order();
    const auto at = std::find(order.begin(), order.end(), variable) - order.begin();
    point.push_back(sample.at(static_cast<std::size_t>(at)));
  }
  return point;
}

/// The component number of each leaf; numbers first appear in the order 0, 1, ..
std::vector<std::size_t> read_components(const Json& json, std::size_t leaves) {
  json.require(json.size() == leaves, "open", "there are " + std::to_string(leaves) + " leaves");
  std::vector<std::size_t> numbers;
  std::size_t next = 0;
  for (const auto& number : json.elements()) {
    numbers.push_back(number->index_below(leaves));
    number->require(numbers.back() <= next, "open", "a component number out of turn");
    next = std::max(next, numbers.back() + 1);
  }
  return numbers;
}

/// At most: leaves of one number lie in one component.
void check_joins(const Set& set, const CellTree& tree, const std::vector<std::size_t>& numbers, std::size_t number,
                 const Json& joins) {
  Groups groups(numbers.size());
  for (const auto& join : joins.elements()) {
    join->require(join->size() == 3, "open", "expected two leaves and a path");
    const std::size_t from = (*join)[0].index_below(numbers.size());
    const std::size_t to = (*join)[1].index_below(numbers.size());
    join->require(numbers[from] == numbers[to], "open", "the joined leaves have different numbers");
    const Json& path = (*join)[2];
    path.require(path.size() >= 2, "open", "a path needs two points");
    std::vector<std::vector<Rational>> points;
    for (const auto& point : path.elements()) points.push_back(point_in(set, *point, "open"));
    path[0].require(tree.leaf_of(set.in_ring(points.front())) == from, "open", "the path does not begin in its leaf");
    path[path.size() - 1].require(tree.leaf_of(set.in_ring(points.back())) == to, "open",
                                  "the path does not end in its leaf");
    for (std::size_t i = 1; i < points.size(); ++i) {
      path[i].require(contains_segment(set, points[i - 1], points[i]), "open", "the segment leaves the set");
    }
    groups.join(from, to);
  }
  joins.require(
      groups.number() == number, "open",
      "the joins leave " + std::to_string(groups.number()) + " groups of leaves, not " + std::to_string(number));
}

/// At least: polynomials without zero on the set, whose signs tell the components apart.
void check_signs(const Set& set, const std::vector<std::vector<Rational>>& samples, const Json& signs) {
  std::vector<Polynomial> separators = polynomials_in(signs, set.scope());
  for (std::size_t i = 0; i < separators.size(); ++i) {
    const Truth at_zero = set.formula.evaluate([&](const Atom& atom) {
      const bool vanishes = !separators[i].is_zero() && divide_exactly(atom.polynomial, separators[i]).has_value();
      return truth(atom.relation, vanishes ? SignSet::only(0) : SignSet::all());
    });
    signs[i].require(at_zero == Truth::no, "open", "the polynomial may vanish on the set");
  }
  std::vector<std::vector<int>> vectors;
  for (const std::vector<Rational>& sample : samples) {
    std::vector<int> vector;
    for (const Polynomial& g : separators) vector.push_back(sign(g.at(set.in_ring(sample))));
    signs.require(std::find(vectors.begin(), vectors.end(), vector) == vectors.end(), "open",
                  "two components have the same signs");
    vectors.push_back(std::move(vector));
  }
}

/// The sample of the first leaf of each number.
std::vector<std::vector<Rational>> representatives(const Set& set, const Projection& projection, const CellTree& tree,
                                                   const std::vector<std::size_t>& numbers) {
  std::vector<std::vector<Rational>> result;
  for (std::size_t leaf = 0; leaf < numbers.size(); ++leaf) {
    if (numbers[leaf] == result.size()) result.push_back(in_order_of(set, projection, tree.leaf_samples()[leaf]));
  }
  return result;
}

}  // namespace

std::vector<std::size_t> order_in(const Json& json, const std::vector<std::size_t>& variables, const Scope& scope,
                                  const std::string& rule) {
  std::vector<std::size_t> order = variables_in(json, scope);
  json.require(std::is_permutation(order.begin(), order.end(), variables.begin(), variables.end()), rule,
               "the order is no permutation of the variables");
  return order;
}

Count check_open(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "order", "units", "projection", "cells", "components", "joins", "separation"});
  const Projection projection = projection_of(set, node);
  const CellCondition condition(set.formula, projection, node["projection"], "open");
  const auto tree = std::make_shared<const CellTree>(projection, condition, node["cells"], false, "open");
  const std::vector<std::size_t> numbers = read_components(node["components"], tree->leaf_samples().size());
  const auto samples = representatives(set, projection, *tree, numbers);
  check_joins(set, *tree, numbers, samples.size(), node["joins"]);

  const Json& separation = node["separation"];
  if (samples.size() <= 1) {
    separation.require(separation.is_text("trivial"), "open", "expected \"trivial\"");
  } else if (separation.has("signs")) {
    separation.expect_keys({"signs"});
    check_signs(set, samples, separation["signs"]);
  } else {
    separation.expect_keys({"walls"});
    projection.check_coefficients(node["projection"], "open");
    check_walls(projection, condition, *tree, numbers, separation["walls"]);
    session.trust("codimension one suffices (docs/engine.md, Theorem 1)");
    session.trust("delineability over walls (docs/engine.md, Theorem 2)");
  }
  session.trust("intermediate value theorem");
  session.trust("Sturm's theorem");
  return {samples.size(), [set, tree, numbers](const std::vector<Rational>& point) {
            const auto leaf = tree->leaf_of(set.in_ring(point));
            return leaf ? std::optional(numbers[*leaf]) : std::nullopt;
          }};
}

void check_no_open_cell(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "order", "units", "projection", "cells"});
  const Projection projection = projection_of(set, node);
  const CellCondition condition(set.formula, projection, node["projection"], "open");
  const CellTree tree(projection, condition, node["cells"], false, "open");
  node["cells"].require(tree.leaf_samples().empty(), "open", "the set has an open cell");
  session.trust("intermediate value theorem");
  session.trust("Sturm's theorem");
}

}  // namespace isthmus::check
