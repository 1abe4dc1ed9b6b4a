// Families: counting for all parameters, section 8 of proofs/FORMAT.md.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "checker/gluing.hpp"
#include "checker/hypersurface.hpp"
#include "checker/open_set.hpp"
#include "checker/outcome.hpp"
#include "checker/reductions.hpp"
#include "checker/session.hpp"

namespace isthmus::check {
namespace {

using Numbers = std::vector<std::size_t>;

void append(Numbers& numbers, const Numbers& more) { numbers.insert(numbers.end(), more.begin(), more.end()); }

Numbers parameter_cases(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "polynomial", "zero", "nonzero"});
  const Polynomial p = polynomial_in(node["polynomial"], set.parameter_scope());
  Numbers numbers = check_counts(set.assuming(Formula::atom(p, Relation::equal)), node["zero"], session);
  append(numbers, check_counts(set.assuming(Formula::atom(p, Relation::not_equal)), node["nonzero"], session));
  return numbers;
}

Numbers solve_parameter(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "parameter", "numerator", "denominator", "nonzero", "then"});
  const Solution solution =
      solution_in(node["parameter"], node["numerator"], node["denominator"], set.parameter_scope());
  node.require(set.assumption.requires_that(solution.equation(), Relation::equal), "solve-parameter",
               "the equation is not a conjunct of the assumption");
  check_empty(set.parameter_space().with(solution.denominator, Relation::equal), node["nonzero"], session);
  const Set then = set.substituted(solution).assuming(Formula::atom(solution.denominator, Relation::not_equal));
  return check_counts(then, node["then"], session);
}

/// The polynomials in the parameters alone that must not vanish on a cell, so that all its fibres look alike.
class Reduction {
 public:
  explicit Reduction(Session& session) : session_(session) {}

  const std::vector<Polynomial>& left_behind() const noexcept { return left_behind_; }

  void check(const Set& set, const Json& node) {
    const Nested level(session_);
    const std::string& rule = node["rule"].text();
    if (rule == "point") return point(set, node);
    if (rule == "delineate") return delineate(set, node);
    if (rule == "empty") {
      node.expect_keys({"rule", "proof"});
      return check_empty(set, node["proof"], session_);
    }
    if (rule == "rewrite") return check(rewritten(set, node), node["then"]);
    if (rule == "graph" || rule == "graph-block") return check(graph_base(set, node, session_), node["base"]);
    if (rule == "product") return all(product_factors(set, node, session_), node["factors"]);
    if (rule == "sum") return all(sum_pieces(set, node, session_), node["pieces"]);
    if (rule == "charts") return charts(set, node);
    if (rule == "cover") return cover(set, node);
    if (rule == "fold") {
      node.expect_keys({"rule", "first", "second", "base", "branch"});
      const Fold fold = fold_of(set, node, session_);
      check(fold.base, node["base"]);
      return check(fold.branch(), node["branch"]);
    }
    if (rule == "hypersurface") {
      node.expect_keys({"rule", "equation", "smooth", "complement", "space"});
      const SmoothHypersurface hypersurface = hypersurface_of(set, node, session_);
      check(hypersurface.complement, node["complement"]);
      return check(hypersurface.space, node["space"]);
    }
    if (rule == "contraction") return check(contraction_core(set, node, session_), node["core"]);
    if (rule == "stretch") return check(stretched(set, node, session_).base, node["base"]);
    if (rule == "rays") return check(rays_base(set, node, session_), node["base"]);
    if (rule == "slices") {
      const Slices slices = slices_of(set, node, session_);
      check(slices.positive, node["positive"]);
      return check(slices.negative, node["negative"]);
    }
    node.reject(rule, "there is no reduction of this name");
  }

 private:
  void all(const std::vector<Set>& sets, const Json& nodes) {
    for (std::size_t i = 0; i < sets.size(); ++i) check(sets[i], nodes[i]["count"]);
  }

  void point(const Set& set, const Json& node) {
    node.expect_keys({"rule"});
    node.require(set.coordinates.empty(), "point", "there are coordinates");
    for (const Atom* atom : set.formula.atoms()) left_behind_.push_back(atom->polynomial);
  }

  /// The parameters come first in the order; with one coordinate the pieces over a parameter cell are graphs and the
  /// gaps between them, so atoms may be of any kind, and nothing is lifted over a wall.
  void delineate(const Set& set, const Json& node) {
    node.expect_keys({"rule", "order", "units", "projection"});
    std::vector<std::size_t> variables = set.parameters;
    variables.insert(variables.end(), set.coordinates.begin(), set.coordinates.end());
    const std::vector<std::size_t> order = order_in(node["order"], variables, set.scope(), "delineate");
    const std::size_t m = set.parameters.size();
    node["order"].require(std::is_permutation(set.parameters.begin(), set.parameters.end(), order.begin()), "delineate",
                          "the parameters do not come first");
    const Projection projection(order, node["units"], node["projection"], set.scope(), "delineate");
    const CellCondition condition(set.formula, projection, node["projection"], "delineate");
    if (set.coordinates.size() > 1) {
      for (const Atom* atom : set.formula.atoms()) {
        node.require(is_strict(atom->relation), "delineate", "an atom that is not strict");
      }
      projection.check_coefficients(node["projection"], "delineate");
      session_.trust("delineability over walls (docs/engine.md, Theorem 2)");
    }
    for (std::size_t level = 1; level <= m; ++level) {
      const std::vector<Polynomial>& listed = projection.at_level(level);
      left_behind_.insert(left_behind_.end(), listed.begin(), listed.end());
    }
  }

  void charts(const Set& set, const Json& node) {
    const std::vector<Polynomial> pivots = chart_pivots(set, node, session_);
    for (std::size_t i = 0; i < pivots.size(); ++i) {
      check(set.with(pivots[i], Relation::not_equal), node["charts"][i]);
    }
    overlaps(pivots.size(), node["overlaps"], [&](std::size_t i, std::size_t j) {
      return set.with(pivots[i], Relation::not_equal).with(pivots[j], Relation::not_equal);
    });
  }

  void cover(const Set& set, const Json& node) {
    const ChartCover cover = cover_of(set, node, session_);
    node["pieces"].require(node["pieces"].size() == cover.options.size(), "cover",
                           "the number of pieces is not that of the options");
    for (std::size_t i = 0; i < cover.options.size(); ++i) {
      check(cover.replaced(set, cover.options[i]), node["pieces"][i]);
    }
    overlaps(cover.options.size(), node["overlaps"], [&](std::size_t i, std::size_t j) {
      return cover.replaced(set, Formula::conjunction({cover.options[i], cover.options[j]}));
    });
  }

  template <class Common>
  void overlaps(std::size_t parts, const Json& nodes, const Common& common) {
    std::size_t pair = 0;
    for (std::size_t i = 0; i < parts; ++i) {
      for (std::size_t j = i + 1; j < parts; ++j) {
        const Json& overlap = nodes[pair++];
        overlap.expect_keys({"first", "second", "count"});
        overlap.require(overlap["first"].index_below(parts) == i && overlap["second"].index_below(parts) == j, "charts",
                        "expected the overlap of the charts " + std::to_string(i) + " and " + std::to_string(j));
        check(common(i, j), overlap["count"]);
      }
    }
    nodes.require(nodes.size() == pair, "charts", "more overlaps than pairs of parts");
  }

  Session& session_;
  std::vector<Polynomial> left_behind_;
};

/// The regions on the zeros of the listed polynomials, taken one after the other.
Numbers on_the_walls(const Set& set, const Projection& projection, const Json& walls, Session& session) {
  Numbers numbers;
  Set rest = set;
  std::size_t next = 0;
  for (std::size_t level = 1; level <= projection.levels(); ++level) {
    for (const Polynomial& q : projection.at_level(level)) {
      append(numbers, check_counts(rest.assuming(Formula::atom(q, Relation::equal)), walls[next++], session));
      rest = rest.assuming(Formula::atom(q, Relation::not_equal));
    }
  }
  walls.require(walls.size() == next, "uniform", "more walls than listed polynomials");
  return numbers;
}

Numbers uniform(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "reduction", "order", "units", "projection", "cells", "counts", "walls"});
  Reduction reduction(session);
  reduction.check(set, node["reduction"]);
  const Scope scope = set.parameter_scope();
  const Projection projection(order_in(node["order"], set.parameters, scope, "uniform"), node["units"],
                              node["projection"], scope, "uniform");
  for (const Polynomial& p : reduction.left_behind()) {
    node["projection"].require(
        projection.factorised(p).has_value(), "uniform",
        "(P0): a polynomial that the reduction leaves is no product of listed ones: " + p.text(*set.names));
  }
  const CellCondition assumption(set.assumption, projection, node["projection"], "uniform");
  const CellTree tree(projection, assumption, node["cells"], true, "uniform");

  const Json& counts = node["counts"];
  counts.require(counts.size() == tree.leaf_samples().size(), "uniform",
                 "there is not one count for each cell of the assumption");
  Numbers numbers;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    Set fibre = set;
    for (std::size_t level = 1; level <= projection.levels(); ++level) {
      fibre = fibre.at(projection.variable(level), tree.leaf_samples()[i][level - 1]);
    }
    numbers.push_back(check_count(fibre, counts[i], session).number);
  }
  append(numbers, on_the_walls(set, projection, node["walls"], session));
  session.trust("constancy over parameter cells (docs/engine.md, Theorem 3)");
  return numbers;
}

Numbers counts_by_rule(const Set& set, const Json& node, Session& session) {
  const Nested level(session);
  const std::string& rule = node["rule"].text();
  if (rule == "no-parameters") {
    node.expect_keys({"rule", "proof"});
    check_empty(set.parameter_space(), node["proof"], session);
    return {};
  }
  if (set.parameters.empty()) return {check_count(set, node, session).number};
  if (rule == "parameter-cases") return parameter_cases(set, node, session);
  if (rule == "solve-parameter") return solve_parameter(set, node, session);
  if (rule == "uniform") return uniform(set, node, session);
  node.reject(rule, "there is no rule for families of this name");
}

}  // namespace

std::vector<std::size_t> check_counts(const Set& set, const Json& node, Session& session) {
  return declining_at([&] { return node.place(); }, [&] { return counts_by_rule(set, node, session); });
}

}  // namespace isthmus::check
