#include "connect/connection.hpp"

#include <algorithm>

#include "exact/error.hpp"

namespace isthmus {

namespace {

void require_member(const SemialgebraicSet& set, const Point& point, const std::string& which) {
  require(point.size() == set.ring.size(), "the " + which + " point has the wrong number of coordinates");
  for (const Formula& part : set.formula.conjuncts())
    if (!part.holds_at(point))
      throw InvalidInput("the " + which + " point is not in the set: it does not satisfy '" + part.to_string() + "'");
  require(!set.formula.is(Formula::Kind::falsity), "the " + which + " point is not in the set: the set is empty");
}

/// Legs that do not move are left out, unless nothing else is left.
std::vector<PathLeg> without_rests(std::vector<PathLeg> legs, const AlgebraicPoint& at) {
  std::erase_if(legs, [](const PathLeg& leg) {
    return std::all_of(leg.vertices.begin(), leg.vertices.end(),
                       [&](const AlgebraicPoint& vertex) { return vertex == leg.vertices.front(); });
  });
  if (legs.empty()) legs.push_back({{at, at}, {}, {}});
  return legs;
}

std::optional<Separator> find_separator(const Components& components, const Point& from, const Point& to) {
  for (const Polynomial& p : components.separators()) {
    const int first = p.evaluate(from).sign();
    const int second = p.evaluate(to).sign();
    ensure(first != 0 && second != 0, "a separator vanishes at a point of the set");
    if (first != second) return Separator{p, first, second};
  }
  return std::nullopt;
}

}  // namespace

Connection connect_points(const SemialgebraicSet& set, const Point& from, const Point& to,
                          const CountOptions& options) {
  require(set.parameter_count == 0, "points can only be connected in a set without parameters");
  require_member(set, from, "first");
  require_member(set, to, "second");
  Connection result;
  result.reduced = reduce(set);
  result.components = count_components(result.reduced, options);
  const ComponentsPtr& components = result.components;
  result.component_from = components->component_at(to_algebraic(from));
  result.component_to = components->component_at(to_algebraic(to));
  result.connected = result.component_from == result.component_to;
  if (result.connected) {
    result.path = without_rests(components->path(to_algebraic(from), to_algebraic(to)), to_algebraic(from));
    result.reason = "a path inside the set leads from one point to the other";
    return result;
  }
  result.separator = find_separator(*components, from, to);
  result.reason = result.separator
                      ? "the polynomial " + result.separator->polynomial.to_string() +
                            " vanishes nowhere on the set and has different signs at the two points"
                      : "the points lie in components " + std::to_string(result.component_from + 1) + " and " +
                            std::to_string(result.component_to + 1) + " of " + std::to_string(components->count());
  return result;
}

}  // namespace isthmus
