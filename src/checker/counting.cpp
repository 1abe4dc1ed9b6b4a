// Count nodes: section 5 of proofs/FORMAT.md.

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "checker/gluing.hpp"
#include "checker/hypersurface.hpp"
#include "checker/open_set.hpp"
#include "checker/limits.hpp"
#include "checker/reductions.hpp"
#include "checker/session.hpp"

namespace isthmus::check {
namespace {

using Point = std::vector<Rational>;
using MaybeIndex = std::optional<std::size_t>;

/// The coordinates of a point of `set` that `part` keeps.
Point restricted(const Set& set, const Set& part, const Point& point) {
  const Point all = set.in_ring(point);
  Point result;
  for (const std::size_t variable : part.coordinates) result.push_back(all[variable]);
  return result;
}

/// The count of a set whose points and components are those of `part`, some coordinates being forgotten.
Count carried_over(const Set& set, const Set& part, const Count& count) {
  return {count.number, [=](const Point& point) { return count.locate(restricted(set, part, point)); }};
}

Count empty(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "proof"});
  check_empty(set, node["proof"], session);
  return {0, [](const Point&) { return MaybeIndex(); }};
}

Count point(const Set& set, const Json& node) {
  node.expect_keys({"rule"});
  node.require(set.coordinates.empty(), "point", "there are coordinates");
  const bool inside = set.holds_at({});
  return {inside ? std::size_t{1} : 0, [](const Point&) { return MaybeIndex(0); }};
}

Count lemma(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "lemma", "names"});
  const Lemma& known = session.lemmas.at(node["lemma"].index_below(session.lemmas.size()));
  const std::vector<std::size_t> names = variables_in(node["names"], set.scope());
  node["names"].require(names.size() == set.coordinates.size() && names.size() == known.set.coordinates.size(), "lemma",
                        "the number of names is not that of the coordinates");
  std::vector<Polynomial> values;
  for (const std::size_t variable : names) values.push_back(Polynomial::variable(set.variables(), variable));
  const Formula renamed = known.set.formula.replaced([&](const Atom& atom) {
    return Formula::atom(
        values.empty() ? Polynomial(set.variables(), atom.polynomial.constant_term()) : atom.polynomial.compose(values),
        atom.relation);
  });
  node.require(renamed == set.formula, "lemma",
               "the formulas differ: " + renamed.text(*set.names) + " is not " + set.text());
  return {known.count.number, [set, names, locate = known.count.locate](const Point& point) {
            const Point all = set.in_ring(point);
            Point renamed_point;
            for (const std::size_t variable : names) renamed_point.push_back(all[variable]);
            return locate(renamed_point);
          }};
}

Count product_of_sets(const Set& set, const Json& node, Session& session) {
  const std::vector<Set> factors = product_factors(set, node, session);
  std::vector<Count> counts;
  std::size_t number = 1;
  for (std::size_t i = 0; i < factors.size(); ++i) {
    counts.push_back(check_count(factors[i], node["factors"][i]["count"], session));
    number *= counts.back().number;
    if (number > limits::kComponents) throw Declined("a product of more than 10^9 components");
  }
  return {number, [=](const Point& point) {
            std::size_t index = 0;
            for (std::size_t i = 0; i < factors.size(); ++i) {
              const MaybeIndex part = counts[i].locate(restricted(set, factors[i], point));
              if (!part) return MaybeIndex();
              index = index * counts[i].number + *part;
            }
            return MaybeIndex(index);
          }};
}

Count sum(const Set& set, const Json& node, Session& session) {
  const std::vector<Set> pieces = sum_pieces(set, node, session);
  std::vector<Count> counts;
  std::vector<std::size_t> first;
  std::size_t number = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    counts.push_back(check_count(pieces[i], node["pieces"][i]["count"], session));
    first.push_back(number);
    number += counts.back().number;
  }
  return {number, [=](const Point& point) {
            for (std::size_t i = 0; i < pieces.size(); ++i) {
              if (!pieces[i].holds_at(point)) continue;
              const MaybeIndex part = counts[i].locate(point);
              return part ? MaybeIndex(first[i] + *part) : MaybeIndex();
            }
            return MaybeIndex();
          }};
}

Count contraction(const Set& set, const Json& node, Session& session) {
  const Set core = contraction_core(set, node, session);
  return carried_over(set, core, check_count(core, node["core"], session));
}

/// The point of the slice on the same ray; nothing if it has irrational coordinates.
std::optional<Point> in_slice(const Set& set, const Slices& slices, const Point& point) {
  Point all = set.in_ring(point);
  const Rational x = all[slices.variable];
  const Rational size = sign(x) < 0 ? -x : x;
  Point result;
  for (const std::size_t variable : set.coordinates) {
    if (variable == slices.variable) continue;
    const std::size_t common = std::gcd(slices.weights[variable], slices.weights[slices.variable]);
    const auto root = rational_root(size, slices.weights[slices.variable] / common);
    if (!root && sign(all[variable]) != 0) return {};
    result.push_back(root ? all[variable] / power(*root, slices.weights[variable] / common) : all[variable]);
  }
  return result;
}

Count slices(const Set& set, const Json& node, Session& session) {
  const Slices slices = slices_of(set, node, session);
  const Count positive = check_count(slices.positive, node["positive"], session);
  const Count negative = check_count(slices.negative, node["negative"], session);
  return {positive.number + negative.number, [=](const Point& point) {
            const int side = sign(set.in_ring(point)[slices.variable]);
            if (side == 0) return MaybeIndex();
            const auto there = in_slice(set, slices, point);
            if (!there) return MaybeIndex();
            if (side > 0) return positive.locate(*there);
            const MaybeIndex part = negative.locate(*there);
            return part ? MaybeIndex(positive.number + *part) : MaybeIndex();
          }};
}

Count in_other_coordinates(const Set& set, const Json& node, Session& session) {
  const StretchedSet stretch = stretched(set, node, session);
  const Count count = check_count(stretch.base, node["base"], session);
  return {count.number, [=](const Point& point) {
            const Rational factor = stretch.factor.at(set.in_ring(point));
            if (sign(factor) == 0) return MaybeIndex();
            Point all = set.in_ring(point);
            for (const auto& [variable, c] : stretch.moved) all[variable] = (all[variable] - c) / factor;
            Point there;
            for (const std::size_t variable : set.coordinates) there.push_back(all[variable]);
            return count.locate(there);
          }};
}

/// What the rule of the node establishes.
Count count_by_rule(const Set& set, const Json& node, Session& session) {
  const Nested level(session);
  const std::string& rule = node["rule"].text();
  if (rule == "empty") return empty(set, node, session);
  if (rule == "point") return point(set, node);
  if (rule == "lemma") return lemma(set, node, session);
  if (rule == "line") return check_line(set, node, session);
  if (rule == "rewrite") return check_count(rewritten(set, node), node["then"], session);
  if (rule == "modulo") return check_count(simplified(set, node), node["then"], session);
  if (rule == "thicken" || rule == "thicken-pieces") return check_thicken(set, node, session);
  if (rule == "product") return product_of_sets(set, node, session);
  if (rule == "sum") return sum(set, node, session);
  if (rule == "charts") return glued_charts(set, node, session);
  if (rule == "cover") return glued_cover(set, node, session);
  if (rule == "fold") return unfolded(set, node, session);
  if (rule == "hypersurface") return counted_by_sides(set, node, session);
  if (rule == "contraction") return contraction(set, node, session);
  if (rule == "rays") return check_count(rays_base(set, node, session), node["base"], session);
  if (rule == "slices") return slices(set, node, session);
  if (rule == "stretch") return in_other_coordinates(set, node, session);
  if (rule == "graph" || rule == "graph-block") {
    const Set base = graph_base(set, node, session);
    return carried_over(set, base, check_count(base, node["base"], session));
  }
  if (rule == "open") return check_open(set, node, session);
  node.reject(rule, "there is no count rule of this name");
}

}  // namespace

Nested::Nested(Session& session) : session_(session) {
  require_at_most(limits::kNodeDepth, session.depth + 1, "nodes nested in each other");
  ++session_.depth;
}

std::vector<Rational> point_in(const Set& set, const Json& point, const std::string& rule) {
  std::vector<Rational> coordinates = point.rationals();
  point.require(coordinates.size() == set.coordinates.size(), rule, "a point of another dimension");
  point.require(set.holds_at(coordinates), rule, "the point does not lie in the set " + set.text());
  return coordinates;
}

Count check_count(const Set& set, const Json& node, Session& session) {
  const Count count = declining_at([&] { return node.place(); }, [&] { return count_by_rule(set, node, session); });
  // So sums and products of numbers that were checked do not overflow.
  if (count.number > limits::kComponents) throw Declined("more than 10^9 components");
  return count;
}

void check_lemmas(const Json& lemmas, Session& session) {
  for (const auto& lemma : lemmas.elements()) {
    lemma->expect_keys({"coordinates", "formula", "count"});
    const std::vector<std::string> names = (*lemma)["coordinates"].texts();
    for (std::size_t i = 0; i < names.size(); ++i) {
      const bool fresh = std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]) ==
                         names.begin() + static_cast<std::ptrdiff_t>(i);
      (*lemma)["coordinates"].require(is_name(names[i]) && fresh, "encoding", "'" + names[i] + "' is not a new name");
    }
    const Set set = make_set({}, names, Formula::truth(), formula_in((*lemma)["formula"], Scope(names)));
    session.lemmas.push_back({set, check_count(set, (*lemma)["count"], session)});
  }
}

}  // namespace isthmus::check
