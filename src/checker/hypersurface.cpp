// The rule `hypersurface`: section 5 of proofs/FORMAT.md.

#include "checker/hypersurface.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "checker/outcome.hpp"
#include "checker/univariate.hpp"

namespace isthmus::check {
namespace {

using Point = std::vector<Rational>;
using MaybeIndex = std::optional<std::size_t>;
/// The components of the complement where the equation is negative, and where it is positive.
using Sides = std::pair<std::size_t, std::size_t>;

constexpr const char* kRule = "hypersurface";

/// In the coordinates together.
bool is_linear(const Set& set, const Polynomial& p) {
  return std::all_of(p.terms().begin(), p.terms().end(), [&](const Polynomial::Term& term) {
    std::size_t degree = 0;
    for (const std::size_t variable : set.coordinates) degree += term.exponents[variable];
    return degree <= 1;
  });
}

/// The point of the ring with one coordinate moved.
Point moved(Point all, std::size_t variable, const Rational& step) {
  all[variable] = all[variable] + step;
  return all;
}

/// Whether p, which vanishes at the point, has no other zero up to the point with one coordinate moved.
bool vanishes_at_first_only(const Polynomial& p, const Point& all, std::size_t variable, const Rational& step) {
  std::vector<Polynomial> line;
  for (std::size_t v = 0; v < all.size(); ++v)
    line.push_back(Polynomial(1, all[v]) +
                   (v == variable ? step * Polynomial::variable(1, 0) : Polynomial(1)));
  const std::vector<Integer> along = p.compose(line).univariate(0).coefficients();
  if (along.empty() || along.front() != 0) return false;
  const Univariate rest(std::vector<Integer>(along.begin() + 1, along.end()));
  return !rest.is_zero() && RootCounter(rest).within(0, 1) == 0;
}

/// Whether no linear condition of the space changes its sign between two points of the ring.
bool is_parallel(const Set& space, const Point& from, const Point& to) {
  const std::vector<const Atom*> atoms = space.formula.atoms();
  return std::all_of(atoms.begin(), atoms.end(), [&](const Atom* atom) {
    return sign(atom->polynomial.at(from)) == sign(atom->polynomial.at(to));
  });
}

/// Locates the points beside the hypersurface.
struct Beside {
  Set set;
  SmoothHypersurface hypersurface;
  Count complement;

  /// Along a coordinate that is not tangential at the point.
  std::optional<Sides> along(const Point& point, std::size_t variable, const Rational& step) const {
    const Point all = set.in_ring(point);
    const int slope = sign(hypersurface.equation.derivative(variable).at(all));
    if (slope == 0) return {};
    const auto located = [&](const Rational& by) {
      const Point there = moved(all, variable, by);
      if (!is_parallel(hypersurface.space, all, there)) return MaybeIndex();
      if (!vanishes_at_first_only(hypersurface.equation, all, variable, by)) return MaybeIndex();
      Point result;
      for (const std::size_t v : hypersurface.complement.coordinates) result.push_back(there[v]);
      return complement.locate(result);
    };
    const MaybeIndex up = located(slope > 0 ? step : -step);
    if (!up) return {};
    const MaybeIndex down = located(slope > 0 ? -step : step);
    return down ? std::optional(Sides(*down, *up)) : std::nullopt;
  }

  std::optional<Sides> at(const Point& point) const {
    constexpr int halvings = 24;
    Rational step(1);
    for (int i = 0; i < halvings; ++i, step = step / Rational(2))
      for (const std::size_t variable : set.coordinates)
        if (const auto sides = along(point, variable, step)) return sides;
    return {};
  }
};

}  // namespace

SmoothHypersurface hypersurface_of(const Set& set, const Json& node, Session& session) {
  const Polynomial equation = polynomial_in(node["equation"], set.scope());
  const Formula given = Formula::atom(equation, Relation::equal);
  std::vector<Formula> others;
  bool found = false;
  for (const Formula& conjunct : set.formula.conjuncts()) {
    if (conjunct == given) {
      found = true;
      continue;
    }
    node.require(conjunct.is(Formula::Kind::atom) && is_strict(conjunct.as_atom().relation) &&
                     is_linear(set, conjunct.as_atom().polynomial),
                 kRule, "another condition is not strict and linear: " + conjunct.text(*set.names));
    others.push_back(conjunct);
  }
  node["equation"].require(found, kRule, "the equation is not a conjunct");
  Set singular = set;
  for (const std::size_t variable : set.coordinates) {
    const Polynomial partial = equation.derivative(variable);
    if (!partial.is_zero()) singular = singular.with(partial, Relation::equal);
  }
  check_empty(singular, node["smooth"], session);
  std::vector<Formula> elsewhere;
  for (const Formula& conjunct : set.formula.conjuncts())
    elsewhere.push_back(conjunct == given ? Formula::atom(equation, Relation::not_equal) : conjunct);
  session.trust("sides of a smooth hypersurface (docs/engine.md, section 11 (m))");
  return {equation, set.with_formula(Formula::conjunction(elsewhere)), set.with_formula(Formula::conjunction(others))};
}

Count counted_by_sides(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "equation", "smooth", "complement", "space", "sides"});
  const SmoothHypersurface hypersurface = hypersurface_of(set, node, session);
  const Count complement = check_count(hypersurface.complement, node["complement"], session);
  const Count space = check_count(hypersurface.space, node["space"], session);
  node.require(complement.number >= space.number, kRule, "the complement has fewer components than the space");
  const std::size_t number = complement.number - space.number;
  const Json& sides = node["sides"];
  sides.require(sides.size() == number, kRule, "there are not two sides for each component");
  std::map<Sides, std::size_t> numbers;
  for (std::size_t k = 0; k < number; ++k) {
    const auto located = [&](std::size_t side, int expected) {
      const Json& entry = sides[k][side];
      const Point point = point_in(hypersurface.complement, entry, kRule);
      entry.require(sign(hypersurface.equation.at(hypersurface.complement.in_ring(point))) == expected, kRule,
                    "the point is on the other side");
      const MaybeIndex part = complement.locate(point);
      entry.require(part.has_value(), kRule, "the point cannot be located in the complement");
      return *part;
    };
    sides[k].require(sides[k].size() == 2, kRule, "expected two points");
    const std::size_t negative = located(0, -1);
    const bool added = numbers.emplace(Sides(negative, located(1, 1)), k).second;
    sides[k].require(added, kRule, "two components have the same sides");
  }
  return {number, [=, beside = Beside{set, hypersurface, complement}](const Point& point) {
            const auto found = beside.at(point);
            if (!found) return MaybeIndex();
            const auto entry = numbers.find(*found);
            return entry == numbers.end() ? MaybeIndex() : MaybeIndex(entry->second);
          }};
}

}  // namespace isthmus::check
