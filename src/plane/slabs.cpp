#include "plane/slabs.hpp"

#include <algorithm>
#include <numeric>

#include "decompose/gaps.hpp"
#include "exact/error.hpp"

namespace isthmus {

std::vector<CurveRoot> roots_over(const std::vector<Polynomial>& curves, const Rational& x) {
  std::vector<CurveRoot> found;
  for (std::size_t c = 0; c < curves.size(); ++c) {
    std::size_t number = 0;
    for (RealRoot& root : isolate_real_roots(curves[c].substitute(0, x).to_univariate(1)))
      found.push_back({std::move(root), c, number++});
  }
  std::stable_sort(found.begin(), found.end(), [](const CurveRoot& a, const CurveRoot& b) { return a.y < b.y; });
  return found;
}

Slabs::Slabs(const CurveArrangement& arrangement, const std::vector<Polynomial>& curves) {
  sort_abscissas(arrangement);
  stack_edges(arrangement, curves);
  find_faces(arrangement);
}

void Slabs::sort_abscissas(const CurveArrangement& arrangement) {
  std::vector<std::size_t> order(arrangement.vertices().size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return arrangement.abscissa(a) < arrangement.abscissa(b); });
  abscissa_of_vertex_.resize(order.size());
  for (std::size_t v : order) {
    if (abscissas_.empty() || abscissas_.back() < arrangement.abscissa(v))
      abscissas_.push_back(arrangement.abscissa(v));
    abscissa_of_vertex_[v] = abscissas_.size() - 1;
  }
}

std::pair<std::size_t, std::size_t> Slabs::range(const ArrangementEdge& edge) const {
  return {edge.left ? abscissa_of_vertex_.at(*edge.left) + 1 : 0,
          edge.right ? abscissa_of_vertex_.at(*edge.right) : abscissas_.size()};
}

void Slabs::stack_edges(const CurveArrangement& arrangement, const std::vector<Polynomial>& curves) {
  std::vector<std::map<std::pair<std::size_t, std::size_t>, std::size_t>> over(abscissas_.size() + 1);
  for (std::size_t e = 0; e < arrangement.edges().size(); ++e) {
    const ArrangementEdge& edge = arrangement.edges()[e];
    const auto [first, last] = range(edge);
    ensure(first <= last, "an edge of the arrangement ends before it begins");
    for (std::size_t s = first; s <= last; ++s)
      ensure(over[s].emplace(std::pair(edge.curve, edge.root), e).second,
             "two edges of the arrangement are one root of one curve");
  }
  const std::vector<Rational> samples = gap_samples(abscissas_);
  for (std::size_t s = 0; s < samples.size(); ++s) {
    Slab slab{samples[s], {}, {}, {}, {}};
    for (const CurveRoot& root : roots_over(curves, samples[s])) {
      ensure(slab.roots.empty() || slab.roots.back() < root.y, "two curves meet away from the vertices");
      const auto edge = over[s].find({root.curve, root.number});
      ensure(edge != over[s].end(), "a root of a curve is on no edge of the arrangement");
      slab.roots.push_back(root.y);
      slab.edges.push_back(edge->second);
    }
    ensure(slab.edges.size() == over[s].size(), "an edge of the arrangement is no root of its curve");
    slab.face_y = gap_samples(slab.roots);
    slabs_.push_back(std::move(slab));
  }
}

/// Above and below all curves the plane is connected, since no curve has a vertical asymptote; so a slab without edges
/// belongs to the face that is topmost elsewhere.
void Slabs::find_faces(const CurveArrangement& arrangement) {
  std::optional<std::size_t> top;
  std::optional<std::size_t> bottom;
  for (Slab& slab : slabs_) {
    if (slab.edges.empty()) continue;
    slab.faces.push_back(arrangement.edges()[slab.edges.front()].below);
    for (std::size_t e : slab.edges) {
      ensure(arrangement.edges()[e].below == slab.faces.back(), "neighbouring edges have no face in common");
      slab.faces.push_back(arrangement.edges()[e].above);
    }
    if (!top) top = slab.faces.back();
    if (!bottom) bottom = slab.faces.front();
    ensure(top == slab.faces.back() && bottom == slab.faces.front(), "the face above or below all curves falls apart");
  }
  ensure(top || arrangement.face_count() == 1, "an arrangement without edges has more than one face");
  for (Slab& slab : slabs_) {
    if (!slab.edges.empty()) continue;
    ensure(top == bottom, "a vertical line that meets no curve joins two faces");
    slab.faces.push_back(top.value_or(0));
  }
}

std::pair<std::size_t, bool> Slabs::position(const RealRoot& x) const {
  const auto next = std::lower_bound(abscissas_.begin(), abscissas_.end(), x);
  return {static_cast<std::size_t>(next - abscissas_.begin()), next != abscissas_.end() && *next == x};
}

}  // namespace isthmus
