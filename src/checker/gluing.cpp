// The rules `charts`, `cover` and `fold`: section 5 of proofs/FORMAT.md.

#include "checker/gluing.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "checker/groups.hpp"
#include "checker/limits.hpp"
#include "checker/neighbourhoods.hpp"
#include "checker/outcome.hpp"
#include "checker/reductions.hpp"

namespace isthmus::check {
namespace {

using Point = std::vector<Rational>;
using MaybeIndex = std::optional<std::size_t>;

/// Parts of a set, all open or all closed in it, that cover it.
struct Parts {
  std::string rule;
  std::vector<Formula> conditions;  ///< what holds on each
  std::vector<Set> sets;
  std::function<Set(std::size_t, std::size_t)> common;
};

/// The vertices of the gluing graph are the components of the parts, one part after the other, and groups[v] is the
/// component of the graph that holds v.
Count located_in(const Set& set, const Parts& parts, const std::vector<Count>& counts,
                 const std::vector<std::size_t>& first, const std::vector<std::size_t>& groups, std::size_t number) {
  return {number, [=](const Point& point) {
            for (std::size_t i = 0; i < counts.size(); ++i) {
              if (!parts.conditions[i].holds_at(set.in_ring(point))) continue;
              const MaybeIndex part = counts[i].locate(point);
              return part ? MaybeIndex(groups[first[i] + *part]) : MaybeIndex();
            }
            return MaybeIndex();
          }};
}

Count glued(const Set& set, const Parts& parts, const Json& nodes, const Json& overlaps, Session& session) {
  nodes.require(nodes.size() == parts.sets.size(), parts.rule, "the number of count nodes is not that of the parts");
  std::vector<Count> counts;
  std::vector<std::size_t> first;
  std::size_t vertices = 0;
  for (std::size_t i = 0; i < parts.sets.size(); ++i) {
    counts.push_back(check_count(parts.sets[i], nodes[i], session));
    first.push_back(vertices);
    vertices += counts.back().number;
    if (vertices > limits::kComponents) throw Declined(parts.rule + " of more than 10^9 components");
  }
  Groups groups(vertices);
  std::size_t pair = 0;
  for (std::size_t i = 0; i < parts.sets.size(); ++i) {
    for (std::size_t j = i + 1; j < parts.sets.size(); ++j) {
      const Json& overlap = overlaps[pair++];
      overlap.expect_keys({"first", "second", "count", "points"});
      overlap.require(
          overlap["first"].index_below(parts.sets.size()) == i && overlap["second"].index_below(parts.sets.size()) == j,
          parts.rule, "expected the overlap of the charts " + std::to_string(i) + " and " + std::to_string(j));
      const Set common = parts.common(i, j);
      const Count count = check_count(common, overlap["count"], session);
      const Json& points = overlap["points"];
      points.require(points.size() == count.number, parts.rule,
                     "there is not one point for each component of the overlap");
      for (std::size_t k = 0; k < points.size(); ++k) {
        const Point point = point_in(common, points[k], parts.rule);
        points[k].require(count.locate(point) == k, parts.rule, "the point is not in component " + std::to_string(k));
        const MaybeIndex one = counts[i].locate(point);
        const MaybeIndex other = counts[j].locate(point);
        points[k].require(one && other, parts.rule, "the point cannot be located in a part");
        groups.join(first[i] + *one, first[j] + *other);
      }
    }
  }
  overlaps.require(overlaps.size() == pair, parts.rule, "more overlaps than pairs of parts");
  return located_in(set, parts, counts, first, groups.numbers(), groups.number());
}

/// P = 0 iff one of the options does, which are f = 0 for factors f of P.
bool are_factors(const Formula& condition, const std::vector<Formula>& options) {
  if (!condition.is(Formula::Kind::atom) || condition.as_atom().relation != Relation::equal) return false;
  Polynomial rest = condition.as_atom().polynomial;
  for (const Formula& option : options) {
    if (!option.is(Formula::Kind::atom) || option.as_atom().relation != Relation::equal) return false;
    bool divides = false;
    while (auto quotient = divide_exactly(rest, option.as_atom().polynomial)) {
      rest = *std::move(quotient);
      divides = true;
    }
    if (!divides) return false;
  }
  return rest.is_constant();
}

/// The polynomial with the product written as `first`; refused if it is none of the product.
Polynomial in_product(const Atom& atom, const Fold& fold, const Json& node) {
  std::vector<Polynomial::Term> terms = atom.polynomial.terms();
  const bool square = fold.first == fold.second;
  const bool of_zeros = atom.relation == Relation::equal || atom.relation == Relation::not_equal;
  const bool odd = square && of_zeros && std::all_of(terms.begin(), terms.end(), [&](const Polynomial::Term& term) {
                     return term.exponents[fold.first] % 2 == 1;
                   });
  for (Polynomial::Term& term : terms) {
    const std::size_t exponent = term.exponents[fold.first] + (odd ? 1U : 0U);
    if (square) {
      node.require(exponent % 2 == 0, "fold", "an odd power of the coordinate");
      term.exponents[fold.first] = static_cast<char16_t>(exponent / 2);
    } else {
      node.require(term.exponents[fold.second] == exponent, "fold", "a term that is not one of the product");
      term.exponents[fold.second] = u'\0';
    }
  }
  return Polynomial::sum(atom.polynomial.variables(), std::move(terms), atom.polynomial.denominator());
}

}  // namespace

Set ChartCover::replaced(const Set& set, const Formula& other) const {
  std::vector<Formula> parts;
  for (const Formula& part : set.formula.conjuncts()) parts.push_back(part == condition ? other : part);
  return set.with_formula(Formula::conjunction(parts));
}

ChartCover cover_of(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "condition", "options", "closed", "pieces", "overlaps"});
  ChartCover cover{formula_in(node["condition"], set.scope()), {}};
  const std::vector<Formula> conjuncts = set.formula.conjuncts();
  node.require(std::find(conjuncts.begin(), conjuncts.end(), cover.condition) != conjuncts.end(), "cover",
               "the condition is not a conjunct");
  for (const auto& option : node["options"].elements()) cover.options.push_back(formula_in(*option, set.scope()));
  node["options"].require(!cover.options.empty(), "cover", "there are no options");
  node["options"].require(
      Formula::disjunction(cover.options) == cover.condition || are_factors(cover.condition, cover.options), "cover",
      "the condition does not say that one of the options holds");
  std::size_t proofs = 0;
  for (std::size_t i = 0; i < cover.options.size(); ++i) {
    if (!cover.options[i].has_strict_atom()) continue;
    for (std::size_t j = 0; j < cover.options.size(); ++j) {
      if (i == j) continue;
      check_empty(cover.replaced(set, leaving(cover.options[i], cover.options[j])), node["closed"][proofs++], session);
    }
  }
  node["closed"].require(node["closed"].size() == proofs, "cover", "more proofs than pairs of pieces");
  session.trust("closed covers");
  return cover;
}

Fold fold_of(const Set& set, const Json& node, Session& session) {
  const auto coordinate = [&](const char* key) {
    const std::size_t variable = variable_in(node[key], set.scope());
    node[key].require(std::count(set.coordinates.begin(), set.coordinates.end(), variable) == 1, "fold",
                      "not a coordinate");
    return variable;
  };
  Fold fold{coordinate("first"), coordinate("second"), set};
  const Formula image = set.formula.replaced(
      [&](const Atom& atom) { return Formula::atom(in_product(atom, fold, node), atom.relation); });
  if (fold.first == fold.second) {
    const Polynomial square = Polynomial::variable(set.variables(), fold.first);
    fold.base.formula = Formula::conjunction({image, Formula::atom(square, Relation::greater_equal)});
  } else {
    fold.base.formula = image;
    std::erase(fold.base.coordinates, fold.second);
  }
  session.trust("folds");
  return fold;
}

Count glued_charts(const Set& set, const Json& node, Session& session) {
  const std::vector<Polynomial> pivots = chart_pivots(set, node, session);
  Parts parts{"charts", {}, {}, [&](std::size_t i, std::size_t j) {
                return set.with(pivots[i], Relation::not_equal).with(pivots[j], Relation::not_equal);
              }};
  for (const Polynomial& pivot : pivots) {
    parts.conditions.push_back(Formula::atom(pivot, Relation::not_equal));
    parts.sets.push_back(set.with(pivot, Relation::not_equal));
  }
  return glued(set, parts, node["charts"], node["overlaps"], session);
}

Count glued_cover(const Set& set, const Json& node, Session& session) {
  const ChartCover cover = cover_of(set, node, session);
  Parts parts{"cover", cover.options, {}, [&](std::size_t i, std::size_t j) {
                return cover.replaced(set, Formula::conjunction({cover.options[i], cover.options[j]}));
              }};
  for (const Formula& option : cover.options) parts.sets.push_back(cover.replaced(set, option));
  return glued(set, parts, node["pieces"], node["overlaps"], session);
}

Count unfolded(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "first", "second", "base", "branch", "points"});
  const Fold fold = fold_of(set, node, session);
  const Set branch = fold.branch();
  const Count base = check_count(fold.base, node["base"], session);
  const Count zeros = check_count(branch, node["branch"], session);
  const Json& points = node["points"];
  points.require(points.size() == zeros.number, "fold", "there is not one point for each component of the branch");
  std::vector<bool> joined(base.number, false);
  for (std::size_t k = 0; k < points.size(); ++k) {
    const Point point = point_in(branch, points[k], "fold");
    points[k].require(zeros.locate(point) == k, "fold", "the point is not in component " + std::to_string(k));
    const Point all = branch.in_ring(point);
    Point above;
    for (const std::size_t variable : fold.base.coordinates)
      above.push_back(variable == fold.first ? Rational(0) : all[variable]);
    const MaybeIndex part = base.locate(above);
    points[k].require(part.has_value(), "fold", "the point cannot be located in the base");
    joined[*part] = true;
  }
  std::vector<std::size_t> first;
  std::size_t number = 0;
  for (const bool one : joined) {
    first.push_back(number);
    number += one ? 1 : 2;
  }
  return {number, [=](const Point& point) {
            Point all = set.in_ring(point);
            const int side = sign(all[fold.first]);
            all[fold.first] = all[fold.first] * all[fold.second];
            Point image;
            for (const std::size_t variable : fold.base.coordinates) image.push_back(all[variable]);
            const MaybeIndex part = base.locate(image);
            if (!part) return MaybeIndex();
            if (joined[*part]) return MaybeIndex(first[*part]);
            return side == 0 ? MaybeIndex() : MaybeIndex(first[*part] + (side > 0 ? 1 : 0));
          }};
}

}  // namespace isthmus::check
