#include "checker/reductions.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "checker/sign_analysis.hpp"

namespace isthmus::check {
namespace {

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

/// A sum of even monomials of one sign that is compared with 0 by = or != : it vanishes at x iff it does at t.x.
bool is_free_of_scale(const Atom& atom) {
  if (atom.relation != Relation::equal && atom.relation != Relation::not_equal) return false;
  const std::vector<Polynomial::Term>& terms = atom.polynomial.terms();
  return std::all_of(terms.begin(), terms.end(), [&](const Polynomial::Term& term) {
    return sign(term.coefficient) == sign(terms.front().coefficient) &&
           std::all_of(term.exponents.begin(), term.exponents.end(), [](char16_t e) { return e % 2 == 0; });
  });
}

bool is_homogeneous(const Atom& atom, const std::vector<std::size_t>& weights) {
  return is_free_of_scale(atom) || weighted_degree(atom.polynomial, weights).has_value();
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

Set simplified(const Set& set, const Json& node) {
  node.expect_keys({"rule", "replace", "then"});
  std::vector<std::pair<Polynomial, Polynomial>> replacements;
  std::vector<Formula> equations;
  for (const auto& entry : node["replace"].elements()) {
    entry->require(entry->size() == 4, "modulo", "expected a polynomial, its replacement, a cofactor and an equation");
    const std::vector<Polynomial> given = polynomials_in(*entry, set.scope());
    entry->require(given[0] == given[1] + given[2] * given[3], "modulo",
                   "the polynomials do not differ by the multiple");
    entry->require(set.formula.requires_that(given[3], Relation::equal), "modulo", "the equation is not a conjunct");
    replacements.emplace_back(given[0], given[1]);
    equations.push_back(Formula::atom(given[3], Relation::equal));
  }
  return set.with_formula(set.formula.replaced([&](const Atom& atom) {
    const Formula same = Formula::atom(atom.polynomial, atom.relation);
    if (std::find(equations.begin(), equations.end(), same) != equations.end()) return same;
    for (const auto& [from, to] : replacements) {
      if (!proportional(atom.polynomial, from)) continue;
      const Rational scale(atom.polynomial.terms().front().coefficient * from.denominator(),
                           from.terms().front().coefficient * atom.polynomial.denominator());
      return Formula::atom(scale * to, atom.relation);
    }
    return same;
  }));
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

/// The weights of all variables of the ring, 0 for those that are no coordinates.
std::vector<std::size_t> weights_in(const Set& set, const Json& weights, const std::string& rule) {
  weights.require(weights.size() == set.coordinates.size(), rule, "there is not one weight for each coordinate");
  std::vector<std::size_t> weight_of(set.variables(), 0);
  for (std::size_t i = 0; i < weights.size(); ++i)
    weight_of[set.coordinates[i]] = weights[i].index_below(std::size_t{1} << 20);
  return weight_of;
}

Set contraction_core(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "weights", "core"});
  const std::vector<std::size_t> weight_of = weights_in(set, node["weights"], "contraction");
  Set core = set;
  for (const std::size_t variable : set.coordinates)
    if (weight_of[variable] > 0) core = core.at(variable, 0);
  node["weights"].require(core.coordinates.size() < set.coordinates.size(), "contraction", "all weights are 0");
  for (const Atom* atom : set.formula.atoms()) {
    const auto degree = weighted_degree(atom->polynomial, weight_of);
    node.require(degree.has_value(), "contraction", "not homogeneous: " + atom->polynomial.text(*set.names));
    node.require(*degree == 0 || !is_strict(atom->relation), "contraction",
                 "a strict condition of positive degree: " + atom->polynomial.text(*set.names));
  }
  session.trust("homotopy invariance of pi_0 under a retraction");
  return core;
}

Set rays_base(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "weights", "equation", "high", "low", "nonzero", "base"});
  const std::vector<std::size_t> weights = weights_in(set, node["weights"], "rays");
  const Polynomial high = polynomial_in(node["high"], set.scope());
  const Polynomial low = polynomial_in(node["low"], set.scope());
  const Polynomial equation = polynomial_in(node["equation"], set.scope());
  node["equation"].require(equation == high + low, "rays", "the equation is not the sum of the two parts");
  node["high"].require(!high.is_zero() && !low.is_zero(), "rays", "a part is zero");
  const auto high_degree = weighted_degree(high, weights);
  const auto low_degree = weighted_degree(low, weights);
  node["high"].require(high_degree && low_degree && *high_degree > *low_degree, "rays",
                       "the parts are not homogeneous, the first of the greater degree");
  const Formula given = Formula::atom(equation, Relation::equal);
  std::vector<Formula> conjuncts;
  bool found = false;
  for (const Formula& conjunct : set.formula.conjuncts()) {
    const bool here = conjunct == given;
    found = found || here;
    conjuncts.push_back(here ? Formula::atom(high * low, Relation::less) : conjunct);
    for (const Atom* atom : conjunct.atoms())
      node.require(here || is_homogeneous(*atom, weights), "rays",
                   "not homogeneous: " + atom->polynomial.text(*set.names));
  }
  node["equation"].require(found, "rays", "the equation is not a conjunct");
  check_empty(set.with(low, Relation::equal), node["nonzero"], session);
  session.trust("components of a product");
  return set.with_formula(Formula::conjunction(conjuncts));
}

StretchedSet stretched(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "moved", "factor", "nonzero", "base"});
  StretchedSet result{{}, polynomial_in(node["factor"], set.scope()), set};
  node["moved"].require(node["moved"].size() > 0, "stretch", "no coordinate is moved");
  std::vector<Polynomial> images;
  for (std::size_t v = 0; v < set.variables(); ++v) images.push_back(Polynomial::variable(set.variables(), v));
  for (std::size_t i = 0; i < node["moved"].size(); ++i) {
    const Json& entry = node["moved"][i];
    entry.require(entry.size() == 2, "stretch", "not a coordinate and a number");
    const std::size_t variable = variable_in(entry[0], set.scope());
    entry[0].require(std::count(set.coordinates.begin(), set.coordinates.end(), variable) == 1, "stretch",
                     "not a coordinate");
    for (const auto& [other, c] : result.moved)
      entry[0].require(other != variable, "stretch", "a coordinate is moved twice");
    node["factor"].require(!result.factor.contains(variable), "stretch", "the factor mentions a moved coordinate");
    result.moved.emplace_back(variable, entry[1].rational());
    images[variable] = Polynomial(set.variables(), result.moved.back().second) + images[variable] * result.factor;
  }
  check_empty(set.with(result.factor, Relation::equal), node["nonzero"], session);
  const Formula formula = set.formula.replaced(
      [&](const Atom& atom) { return Formula::atom(atom.polynomial.compose(images), atom.relation); });
  result.base = set.with_formula(
      Formula::conjunction({formula, Formula::atom(result.factor, Relation::not_equal)}));
  session.trust("graph of a continuous map");
  return result;
}

Slices slices_of(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "variable", "weights", "nonzero", "positive", "negative"});
  const std::size_t variable = variable_in(node["variable"], set.scope());
  node["variable"].require(std::count(set.coordinates.begin(), set.coordinates.end(), variable) == 1, "slices",
                           "not a coordinate");
  std::vector<std::size_t> weights = weights_in(set, node["weights"], "slices");
  node["weights"].require(weights[variable] > 0, "slices", "the weight of the variable is 0");
  for (const Atom* atom : set.formula.atoms())
    node.require(is_homogeneous(*atom, weights), "slices", "not homogeneous: " + atom->polynomial.text(*set.names));
  check_empty(set.with(Polynomial::variable(set.variables(), variable), Relation::equal), node["nonzero"], session);
  session.trust("components of a product");
  session.trust("components of a sum");
  return {variable, std::move(weights), set.at(variable, 1), set.at(variable, -1)};
}

}  // namespace isthmus::check
