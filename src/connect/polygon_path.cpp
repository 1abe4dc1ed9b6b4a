#include "connect/polygon_path.hpp"

#include <algorithm>

#include "exact/error.hpp"
#include "reduce/line_set.hpp"

namespace isthmus {

bool contains_segment(const SemialgebraicSet& set, const Point& from, const Point& to) {
  const PolynomialRing line({"t"});
  const Polynomial t = Polynomial::variable(line, 0);
  std::vector<Polynomial> along;
  for (std::size_t i = 0; i < from.size(); ++i) along.push_back(Polynomial(line, from[i]) + (to.at(i) - from[i]) * t);
  const LineSet inside({line, 0, Formula::truth(), set.formula.map_atoms([&](const Atom& atom) {
                          return Formula::atom(atom.polynomial.compose(along, line), atom.relation);
                        })});
  const auto start = inside.component_at(RealRoot(Rational(0)));
  return start && start == inside.component_at(RealRoot(Rational(1)));
}

std::vector<PathLeg> polygon_path(const SemialgebraicSet& set, const AlgebraicPoint& from, const AlgebraicPoint& to,
                                  const std::vector<Point>& corners) {
  const auto start = to_rational(from);
  const auto end = to_rational(to);
  if (!start || !end) throw Undecided("no path is built between points with irrational coordinates");
  std::vector<Point> places{*start, *end};
  places.insert(places.end(), corners.begin(), corners.end());
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> before(places.size(), none);
  std::vector<std::size_t> queue{0};
  for (std::size_t q = 0; q < queue.size() && before[1] == none; ++q)
    for (std::size_t next = 1; next < places.size() && before[1] == none; ++next) {
      if (before[next] != none || !contains_segment(set, places[queue[q]], places[next])) continue;
      before[next] = queue[q];
      queue.push_back(next);
    }
  if (before[1] == none)
    throw Undecided("no path of straight segments through a few points of the component was found");
  PathLeg leg;
  for (std::size_t at = 1; at != 0; at = before[at]) leg.vertices.push_back(to_algebraic(places[at]));
  leg.vertices.push_back(from);
  std::reverse(leg.vertices.begin(), leg.vertices.end());
  return {leg};
}

}  // namespace isthmus
