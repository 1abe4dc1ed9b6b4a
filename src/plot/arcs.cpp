#include "plot/arcs.hpp"

#include <algorithm>
#include <cmath>

#include "exact/error.hpp"

namespace isthmus {
namespace {

constexpr int kTurnsAtFirst = 8;  // chords of a piece before it is refined
constexpr int kMostHalvings = 7;
constexpr double kFlatness = 1.0 / 4096;  // how far a chord may leave its arc, of the box
constexpr double kMargin = 1.0 / 16;      // around the box, where arcs are drawn finely too

/// The abscissas u of points (x, y) of the box, x = u + k*y.
Range window_of(const Box& box, long k) {
  const Rational first = Rational(k) * box[1].lower;
  const Rational second = Rational(k) * box[1].upper;
  return {box[0].lower - std::max(first, second), box[0].upper - std::min(first, second)};
}

unsigned bits_for(Rational size) {
  constexpr unsigned relative = 17;
  unsigned bits = relative;
  for (; size < Rational(1); size *= Rational(2)) ++bits;
  for (; size >= Rational(2) && bits > 0; size /= Rational(2)) --bits;
  return bits;
}

Rational size_of(const Box& box, long k) {
  const Rational width = box[0].width() / Rational(std::max(1L, std::abs(k)));
  return std::min(width, box[1].width());
}

double distance(const FlatPoint& p, const FlatPoint& a, const FlatPoint& b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length = std::hypot(dx, dy);
  if (length == 0) return std::hypot(p.x - a.x, p.y - a.y);
  return std::abs(dx * (p.y - a.y) - dy * (p.x - a.x)) / length;
}

/// Whether the three points lie beyond one side of the box.
bool outside(const FlatPoint& a, const FlatPoint& b, const FlatPoint& c) {
  const auto [left, right] = std::minmax({a.x, b.x, c.x});
  const auto [bottom, top] = std::minmax({a.y, b.y, c.y});
  return right < -kMargin || left > 1 + kMargin || top < -kMargin || bottom > 1 + kMargin;
}

}  // namespace

Arcs::Arcs(const CellComplex& cells, const Box& box)
    : cells_(cells),
      box_(box),
      window_(window_of(box, cells.shear().factor())),
      bits_(bits_for(size_of(box, cells.shear().factor()))) {
  tolerance_ = Rational(1) / pow(Rational(2), static_cast<long>(bits_));
  for (const Polynomial& p : cells.curves()) images_.push_back(cells.shear().image(p));
  for (RealRoot x : cells.abscissas()) {
    x.refine_to(tolerance_);
    abscissas_.push_back(midpoint(x.lower(), x.upper()));
  }
}

std::optional<Range> Arcs::visible(std::size_t slab) const {
  Range range = window_;
  if (slab > 0) range.lower = std::max(range.lower, abscissas_[slab - 1]);
  if (slab < abscissas_.size()) range.upper = std::min(range.upper, abscissas_[slab]);
  if (range.lower >= range.upper) return std::nullopt;
  return range;
}

FlatPoint Arcs::place(const Rational& u, const Rational& y) const {
  return {box_[0].unit(u + Rational(cells_.shear().factor()) * y), box_[1].unit(y)};
}

Rational Arcs::vertex_ordinate(std::size_t arrangement_vertex) const {
  const Enclosure y = cells_.arrangement().enclose_ordinate(arrangement_vertex, bits_);
  return midpoint(y.lower, y.upper);
}

FlatPoint Arcs::vertex(std::size_t cell) const {
  const std::size_t vertex = cells_.arrangement_vertex(cell);
  const Enclosure u = cells_.arrangement().enclose_abscissa(vertex, bits_);
  return place(midpoint(u.lower, u.upper), vertex_ordinate(vertex));
}

Rational Arcs::ordinate(const ArrangementEdge& edge, const Rational& u) const {
  std::vector<RealRoot> roots = isolate_real_roots(images_[edge.curve].substitute(0, u).to_univariate(1));
  ensure(edge.root < roots.size(), "an edge of the arrangement is no root of its curve");
  RealRoot& root = roots[edge.root];
  root.refine_to(tolerance_);
  return midpoint(root.lower(), root.upper());
}

std::vector<FlatPoint> Arcs::piece(std::size_t cell, const CellComplex::Place& at) const {
  const std::optional<Range> range = visible(at.slab);
  if (!range) return {};
  const ArrangementEdge& edge = cells_.arrangement().edges()[cells_.slab(at.slab).edges[at.position]];
  const auto& places = cells_.places(cell);
  const bool at_left = edge.left && at.slab == places.front().slab && range->lower > window_.lower;
  const bool at_right = edge.right && at.slab == places.back().slab && range->upper < window_.upper;
  const auto end = [&](bool vertex, const std::optional<std::size_t>& which, const Rational& u) {
    return place(u, vertex ? vertex_ordinate(*which) : ordinate(edge, u));
  };
  const Sample last{1, end(at_right, edge.right, range->upper)};
  Sample previous{0, end(at_left, edge.left, range->lower)};
  std::vector<FlatPoint> points{previous.point};
  for (int i = 1; i <= kTurnsAtFirst; ++i) {
    Sample next = last;
    if (i < kTurnsAtFirst) {
      next.at = static_cast<double>(i) / kTurnsAtFirst;
      const Rational u = range->at((1 - std::cos(M_PI * next.at)) / 2);
      next.point = place(u, ordinate(edge, u));
    }
    refine({previous, next}, 0, edge, *range, points);
    points.push_back(next.point);
    previous = next;
  }
  return points;
}

/// Places between the ends of a slab are chosen densely near them, where an arc may turn vertical.
void Arcs::refine(const std::vector<Sample>& ends, int depth, const ArrangementEdge& edge, const Range& range,
                  std::vector<FlatPoint>& points) const {
  if (depth == kMostHalvings) return;
  Sample middle{(ends[0].at + ends[1].at) / 2, {}};
  const Rational u = range.at((1 - std::cos(M_PI * middle.at)) / 2);
  middle.point = place(u, ordinate(edge, u));
  if (outside(ends[0].point, middle.point, ends[1].point)) return;
  if (distance(middle.point, ends[0].point, ends[1].point) < kFlatness && depth > 0) return;
  refine({ends[0], middle}, depth + 1, edge, range, points);
  points.push_back(middle.point);
  refine({middle, ends[1]}, depth + 1, edge, range, points);
}

}  // namespace isthmus
