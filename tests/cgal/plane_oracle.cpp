#include "cgal/plane_oracle.hpp"

#include <algorithm>
#include <stdexcept>

#include "connect/union_find.hpp"
#include "decompose/gaps.hpp"

namespace isthmus {

namespace {

Polynomial sheared(const Polynomial& p, long k) {
  const Polynomial x = Polynomial::variable(p.ring(), 0);
  const Polynomial y = Polynomial::variable(p.ring(), 1);
  return p.compose({x + Rational(k) * y, y}, p.ring()).primitive();
}

/// The shear of least absolute value after which no curve has a vertical line or asymptote: the sweep of CGAL 5.5 crashes
/// where several curves run off to infinity along one vertical line.
long regular_shear(const std::vector<Polynomial>& curves) {
  for (long k = 0;; k = k > 0 ? -k : 1 - k) {
    const bool regular = std::all_of(curves.begin(), curves.end(), [&](const Polynomial& p) {
      const Polynomial q = sheared(p, k);
      return q.degree(1) > 0 && q.leading_coefficient(1).is_constant();
    });
    if (regular) return k;
  }
}

PlanePolynomial plane_polynomial(const Polynomial& p) {
  PlanePolynomial result;
  for (const Polynomial::Term& term : p.terms())
    result.push_back({term.coefficient.numerator().to_string(), term.exponents[0], term.exponents[1]});
  return result;
}

Rational parse_rational(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) return Rational(Integer::parse(text));
  return {Integer::parse(text.substr(0, slash)), Integer::parse(text.substr(slash + 1))};
}

struct CurvePoint {
  RealRoot y;
  std::size_t curve;
};

std::vector<CurvePoint> points_over(const std::vector<Polynomial>& curves, const Rational& x) {
  std::vector<CurvePoint> points;
  for (std::size_t i = 0; i < curves.size(); ++i) {
    const Polynomial p = curves[i].substitute(0, x);
    if (p.is_constant()) continue;
    for (RealRoot& root : isolate_real_roots(p.to_univariate(1))) points.push_back({std::move(root), i});
  }
  std::sort(points.begin(), points.end(), [](const CurvePoint& a, const CurvePoint& b) { return a.y < b.y; });
  return points;
}

}  // namespace

PlaneOracle::PlaneOracle(std::vector<Polynomial> factors) : factors_(std::move(factors)), shear_(regular_shear(factors_)) {
  std::vector<Polynomial> curves;
  std::vector<PlanePolynomial> plane;
  for (const Polynomial& p : factors_) {
    curves.push_back(sheared(p, shear_));
    plane.push_back(plane_polynomial(curves.back()));
  }
  arrangement_ = arrange_in_plane(plane);
  point_of_face_.resize(arrangement_.faces);
  find_points(curves);
}

void PlaneOracle::find_points(const std::vector<Polynomial>& curves) {
  for (const PlaneEdge& edge : arrangement_.edges) {
    if (edge.vertical) continue;
    const Rational x = parse_rational(edge.x);
    const std::vector<CurvePoint> points = points_over(curves, x);
    std::vector<RealRoot> roots;
    std::optional<std::size_t> here;
    std::size_t seen = 0;
    for (const CurvePoint& point : points) {
      if (roots.empty() || roots.back() < point.y) roots.push_back(point.y);  // elsewhere over x curves may cross
      if (point.curve == edge.curve && seen++ == edge.root) here = roots.size() - 1;
    }
    if (!here) throw std::runtime_error("an arc of the arrangement is missing over its own x-range");
    const std::vector<Rational> gaps = gap_samples(roots);
    point_of_face_[edge.face_below] = unsheared(x, gaps[*here]);
    point_of_face_[edge.face_above] = unsheared(x, gaps[*here + 1]);
  }
}

std::optional<std::size_t> PlaneOracle::count(const OpenCondition& condition) const {
  std::vector<std::vector<Sign>> signs;
  std::size_t outside = 0;
  for (const auto& point : point_of_face_) {
    if (!point) return std::nullopt;
    signs.push_back(condition.signs_at(*point));
    if (condition.evaluate(signs.back()) != Truth::yes) ++outside;
  }
  UnionFind groups(faces());
  for (const PlaneEdge& edge : arrangement_.edges) {
    std::vector<Sign> on_edge = signs[edge.face_above];
    for (std::size_t i = 0; i < on_edge.size(); ++i)
      if (condition.factors()[i] == factors_[edge.curve]) on_edge[i] = 0;
    if (condition.evaluate(on_edge) == Truth::yes) groups.join(edge.face_above, edge.face_below);
  }
  return groups.sets() - outside;
}

}  // namespace isthmus
