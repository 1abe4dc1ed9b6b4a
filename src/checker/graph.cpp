// The rules `graph` and `graph-block`: section 5 of proofs/FORMAT.md.

#include <algorithm>
#include <utility>

#include "checker/elimination.hpp"
#include "checker/reductions.hpp"

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

}  // namespace

Set graph_base(const Set& set, const Json& node, Session& session) {
  session.trust("graph of a continuous map");
  return node["rule"].is_text("graph") ? graph(set, node, session) : graph_block(set, node, session);
}

}  // namespace isthmus::check
