#include "checker/reductions.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "checker/elimination.hpp"
#include "checker/sign_analysis.hpp"

namespace isthmus::check {
namespace {

Polynomial part_without(const Polynomial& p, const std::vector<std::size_t>& variables) {
  Polynomial result = p;
  for (const std::size_t variable : variables) result = result.coefficients(variable)[0];
  return result;
}

bool contains_any(const Polynomial& p, const std::vector<std::size_t>& variables) {
  return std::any_of(variables.begin(), variables.end(), [&](std::size_t v) { return p.contains(v); });
}

Set base_of(Set set, const std::vector<Solution>& solutions) {
  for (const Solution& solution : solutions) set = set.substituted(solution);
  for (const Solution& solution : solutions) set = set.with(solution.denominator, Relation::not_equal);
  return set;
}

/// `"solved":[[V,N,D]..],"nonzero":[node..]`: one proof for each D that is not constant, in their order.
Set graph(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "solved", "nonzero", "base"});
  std::vector<Solution> solutions;
  std::vector<std::size_t> solved;
  for (const auto& entry : node["solved"].elements()) {
    entry->require(entry->size() == 3, "graph", "expected a variable, a numerator and a denominator");
    solutions.push_back(solution_in((*entry)[0], (*entry)[1], (*entry)[2], set.scope()));
    const std::size_t variable = solutions.back().variable;
    entry->require(std::count(set.coordinates.begin(), set.coordinates.end(), variable) == 1, "graph",
                   "the solved variable is not a coordinate");
    entry->require(std::count(solved.begin(), solved.end(), variable) == 0, "graph", "a variable is solved twice");
    entry->require(set.formula.requires_that(solutions.back().equation(), Relation::equal), "graph",
                   "the equation is not a conjunct");
    solved.push_back(variable);
  }
  node.require(!solved.empty(), "graph", "no variable is solved");
  std::size_t proofs = 0;
  for (const Solution& solution : solutions) {
    node["solved"].require(!contains_any(solution.numerator, solved) && !contains_any(solution.denominator, solved),
                           "graph", "a numerator or denominator contains a solved variable");
    if (solution.denominator.is_constant()) continue;
    check_empty(set.with(solution.denominator, Relation::equal), node["nonzero"][proofs++], session);
  }
  node["nonzero"].require(node["nonzero"].size() == proofs, "graph", "more proofs than denominators");
  return base_of(set, solutions);
}

/// The coefficient matrix of the equations in the block of variables, and the negated rest: rows * v = right.
struct LinearSystem {
  std::vector<std::vector<Polynomial>> rows;
  std::vector<Polynomial> right;
};

LinearSystem linear_system(const Set& set, const Json& equations, const std::vector<std::size_t>& block) {
  LinearSystem system;
  for (const auto& text : equations.elements()) {
    const Polynomial equation = polynomial_in(*text, set.scope());
    text->require(set.formula.requires_that(equation, Relation::equal), "graph-block",
                  "the equation is not a conjunct");
    std::vector<Polynomial> row;
    for (const std::size_t variable : block) {
      row.push_back(equation.derivative(variable));
      text->require(!contains_any(row.back(), block), "graph-block", "the equation is not linear in the variables");
    }
    system.rows.push_back(std::move(row));
    system.right.push_back(-part_without(equation, block));
  }
  return system;
}

/// v_c = adj(M_c) (right - M_r v_r) / det(M_c) for the chosen columns c, by Cramer's rule.
std::vector<Solution> cramer(const Set& set, const LinearSystem& system, const std::vector<std::size_t>& block,
                             const std::vector<std::size_t>& columns) {
  const std::size_t size = columns.size();
  std::vector<std::vector<Polynomial>> matrix(size);
  std::vector<Polynomial> right = system.right;
  for (std::size_t i = 0; i < size; ++i) {
    for (const std::size_t column : columns) matrix[i].push_back(system.rows[i][column]);
    for (std::size_t j = 0; j < block.size(); ++j) {
      if (std::count(columns.begin(), columns.end(), j) == 1) continue;
      right[i] -= system.rows[i][j] * Polynomial::variable(set.variables(), block[j]);
    }
  }
  const Polynomial denominator = determinant(matrix);
  std::vector<Solution> solutions;
  for (std::size_t j = 0; j < size; ++j) {
    auto replaced = matrix;
    for (std::size_t i = 0; i < size; ++i) replaced[i][j] = right[i];
    solutions.push_back({block[columns[j]], determinant(replaced), denominator});
  }
  return solutions;
}

Set graph_block(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "variables", "equations", "columns", "proof", "base"});
  const std::vector<std::size_t> block = variables_in(node["variables"], set.scope());
  for (const std::size_t variable : block) {
    node["variables"].require(std::count(set.coordinates.begin(), set.coordinates.end(), variable) == 1, "graph-block",
                              "a variable is not a coordinate");
  }
  const LinearSystem system = linear_system(set, node["equations"], block);
  std::vector<std::size_t> columns;
  for (const auto& column : node["columns"].elements()) {
    columns.push_back(column->index_below(block.size()));
    column->require(std::count(columns.begin(), columns.end(), columns.back()) == 1, "graph-block", "a column twice");
  }
  node.require(!columns.empty() && columns.size() == system.rows.size(), "graph-block",
               "the number of columns is not that of the equations");
  node.require(columns.size() <= 12, "graph-block", "a block of more than 12 equations");
  const std::vector<Solution> solutions = cramer(set, system, block, columns);
  node.require(!solutions.front().denominator.is_zero(), "graph-block", "the determinant of the columns is zero");
  Set degenerate = set.with(solutions.front().denominator, Relation::equal);
  for (const Solution& solution : solutions) degenerate = degenerate.with(solution.numerator, Relation::equal);
  check_empty(degenerate, node["proof"], session);
  session.trust("Cramer's rule");
  return base_of(set, solutions);
}

/// The degree d with p(t^w x) = t^d p(x), if there is one.
std::optional<std::size_t> weighted_degree(const Polynomial& p, const std::vector<std::size_t>& weights) {
  std::optional<std::size_t> degree;
  for (const Polynomial::Term& term : p.terms()) {
    std::size_t d = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) d += weights[i] * term.exponents[i];
    if (degree && *degree != d) return std::nullopt;
    degree = d;
  }
  return degree;
}

}  // namespace

Solution solution_in(const Json& variable, const Json& numerator, const Json& denominator, const Scope& scope) {
  Solution solution{variable_in(variable, scope), polynomial_in(numerator, scope), polynomial_in(denominator, scope)};
  variable.require(!solution.numerator.contains(solution.variable) && !solution.denominator.contains(solution.variable),
                   "encoding", "the solution contains the variable itself");
  denominator.require(!solution.denominator.is_zero(), "encoding", "the denominator is zero");
  return solution;
}

Set rewritten(const Set& set, const Json& node) {
  node.expect_keys({"rule", "formula", "factors", "then"});
  const Formula other = formula_in(node["formula"], set.scope());
  check_implies(Formula::conjunction({set.assumption, set.formula}), other, node["factors"], set.scope(), "rewrite");
  check_implies(Formula::conjunction({set.assumption, other}), set.formula, node["factors"], set.scope(), "rewrite");
  return set.with_formula(other);
}

Set graph_base(const Set& set, const Json& node, Session& session) {
  session.trust("graph of a continuous map");
  return node["rule"].is_text("graph") ? graph(set, node, session) : graph_block(set, node, session);
}

std::vector<Set> product_factors(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "factors"});
  const Json& factors = node["factors"];
  node.require(factors.size() > 0, "product", "there are no factors");
  std::vector<std::optional<std::size_t>> factor_of(set.variables());
  std::vector<std::vector<Formula>> conjuncts(factors.size());
  std::vector<Set> result;
  std::size_t coordinates = 0;
  for (std::size_t i = 0; i < factors.size(); ++i) {
    factors[i].expect_keys({"coordinates", "count"});
    Set factor = set;
    factor.coordinates = variables_in(factors[i]["coordinates"], set.scope());
    for (const std::size_t variable : factor.coordinates) {
      const bool known = std::count(set.coordinates.begin(), set.coordinates.end(), variable) == 1;
      factors[i].require(known && !factor_of[variable], "product", "the lists do not partition the coordinates");
      factor_of[variable] = i;
    }
    coordinates += factor.coordinates.size();
    result.push_back(std::move(factor));
  }
  factors.require(coordinates == set.coordinates.size(), "product", "the lists do not partition the coordinates");
  for (const Formula& conjunct : set.formula.conjuncts()) {
    std::optional<std::size_t> owner;
    for (const std::size_t variable : set.coordinates) {
      if (!conjunct.contains(variable)) continue;
      factors.require(!owner || owner == factor_of[variable], "product",
                      "a conjunct mentions coordinates of two factors: " + conjunct.text(*set.names));
      owner = factor_of[variable];
    }
    conjuncts[owner.value_or(0)].push_back(conjunct);
  }
  for (std::size_t i = 0; i < result.size(); ++i) result[i].formula = Formula::conjunction(conjuncts[i]);
  session.trust("components of a product");
  return result;
}

std::vector<Set> sum_pieces(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "equation", "pieces", "disjoint"});
  Polynomial rest = polynomial_in(node["equation"], set.scope());
  node.require(set.formula.requires_that(rest, Relation::equal), "sum", "the equation is not a conjunct");
  node.require(!rest.is_zero(), "sum", "the equation is trivial");
  std::vector<Polynomial> factors;
  std::vector<Set> pieces;
  for (const auto& piece : node["pieces"].elements()) {
    piece->expect_keys({"factor", "count"});
    factors.push_back(polynomial_in((*piece)["factor"], set.scope()));
    piece->require(!factors.back().is_constant(), "sum", "a constant factor");
    bool divides = false;
    while (auto quotient = divide_exactly(rest, factors.back())) {
      rest = *std::move(quotient);
      divides = true;
    }
    piece->require(divides, "sum", "the factor does not divide what is left of the equation");
    pieces.push_back(set.with(factors.back(), Relation::equal));
  }
  node.require(rest.is_constant(), "sum", "the equation has a further factor");
  std::size_t proofs = 0;
  for (std::size_t i = 1; i < factors.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      check_empty(pieces[i].with(factors[j], Relation::equal), node["disjoint"][proofs++], session);
    }
  }
  node["disjoint"].require(node["disjoint"].size() == proofs, "sum", "more proofs than pairs of pieces");
  session.trust("components of a sum");
  return pieces;
}

std::vector<Polynomial> chart_pivots(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "pivots", "cover", "charts", "overlaps"});
  const std::vector<Polynomial> pivots = polynomials_in(node["pivots"], set.scope());
  node.require(!pivots.empty(), "charts", "there are no pivots");
  Set uncovered = set;
  for (const Polynomial& pivot : pivots) uncovered = uncovered.with(pivot, Relation::equal);
  check_empty(uncovered, node["cover"], session);
  node["charts"].require(node["charts"].size() == pivots.size(), "charts",
                         "the number of charts is not that of the pivots");
  const std::size_t pairs = pivots.size() * (pivots.size() - 1) / 2;
  node["overlaps"].require(node["overlaps"].size() == pairs, "charts",
                           "there is not one overlap for each pair of charts");
  session.trust("open covers");
  return pivots;
}

Set contraction_core(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "weights", "core"});
  const Json& weights = node["weights"];
  weights.require(weights.size() == set.coordinates.size(), "contraction",
                  "there is not one weight for each coordinate");
  std::vector<std::size_t> weight_of(set.variables(), 0);
  Set core = set;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    weight_of[set.coordinates[i]] = weights[i].index_below(std::size_t{1} << 20);
    if (weight_of[set.coordinates[i]] > 0) core = core.at(set.coordinates[i], 0);
  }
  weights.require(core.coordinates.size() < set.coordinates.size(), "contraction", "all weights are 0");
  for (const Atom* atom : set.formula.atoms()) {
    const auto degree = weighted_degree(atom->polynomial, weight_of);
    node.require(degree.has_value(), "contraction", "not homogeneous: " + atom->polynomial.text(*set.names));
    node.require(*degree == 0 || !is_strict(atom->relation), "contraction",
                 "a strict condition of positive degree: " + atom->polynomial.text(*set.names));
  }
  session.trust("homotopy invariance of pi_0 under a retraction");
  return core;
}

}  // namespace isthmus::check
