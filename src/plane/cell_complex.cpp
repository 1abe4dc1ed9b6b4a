#include "plane/cell_complex.hpp"

#include <algorithm>
#include <numeric>

#include "exact/error.hpp"

namespace isthmus {

namespace {

std::vector<Polynomial> images(const std::vector<Polynomial>& curves, const Shear& shear) {
  std::vector<Polynomial> result;
  for (const Polynomial& p : curves) result.push_back(shear.image(p));
  return result;
}

std::vector<Polynomial> checked(std::vector<Polynomial> curves) {
  for (const Polynomial& p : curves)
    require(p.ring().size() == 2 && !p.is_constant(), "a plane curve has an equation in two variables");
  return curves;
}

constexpr std::size_t unnumbered = static_cast<std::size_t>(-1);

}  // namespace

CellComplex::CellComplex(std::vector<Polynomial> curves)
    : curves_(checked(std::move(curves))),
      shear_(regular_shear(curves_)),
      images_(images(curves_, shear_)),
      arrangement_(images_),
      slabs_(arrangement_, images_) {
  number_cells();
  find_signs();
  find_neighbours();
  find_stacks();
  check_euler_formula();
}

int CellComplex::dimension(std::size_t cell) const {
  if (cell < vertex_count()) return 0;
  return cell < vertex_count() + edge_count() ? 1 : 2;
}

/// Vertices from left to right, those over one abscissa upwards.
std::vector<std::size_t> CellComplex::vertices_upwards() const {
  const auto below = [&](std::size_t a, std::size_t b) {
    for (unsigned bits = 8;; bits *= 2) {
      const Enclosure first = arrangement_.enclose_ordinate(a, bits);
      const Enclosure second = arrangement_.enclose_ordinate(b, bits);
      if (first.upper < second.lower) return true;
      if (second.upper < first.lower) return false;
      ensure(a == b || bits < (1U << 20), "two vertices of the arrangement are one point");
      if (a == b) return false;
    }
  };
  std::vector<std::size_t> order(arrangement_.vertices().size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const std::size_t left = slabs_.abscissa_of_vertex(a);
    const std::size_t right = slabs_.abscissa_of_vertex(b);
    return left != right ? left < right : below(a, b);
  });
  return order;
}

void CellComplex::number_cells() {
  vertices_ = vertices_upwards();
  cell_of_vertex_.assign(vertices_.size(), unnumbered);
  for (std::size_t i = 0; i < vertices_.size(); ++i) cell_of_vertex_[vertices_[i]] = i;
  cell_of_edge_.assign(arrangement_.edges().size(), unnumbered);
  cell_of_face_.assign(arrangement_.face_count(), unnumbered);
  std::size_t next_face = vertices_.size() + arrangement_.edges().size();
  for (const Slab& slab : slabs_.slabs()) {
    for (std::size_t e : slab.edges) {
      if (cell_of_edge_[e] != unnumbered) continue;
      cell_of_edge_[e] = vertices_.size() + edges_.size();
      edges_.push_back(e);
    }
    for (std::size_t f : slab.faces)
      if (cell_of_face_[f] == unnumbered) cell_of_face_[f] = next_face++;
  }
  ensure(edges_.size() == arrangement_.edges().size(), "an edge of the arrangement lies over no slab");
  const std::size_t cells = vertices_.size() + edges_.size() + arrangement_.face_count();
  ensure(next_face == cells, "a face of the arrangement lies over no slab");
  signs_.resize(cells);
  neighbours_.resize(cells);
  places_.resize(cells);
  for (std::size_t s = 0; s < slabs_.slabs().size(); ++s) {
    for (std::size_t i = 0; i < slab(s).edges.size(); ++i) places_[cell_of_edge_[slab(s).edges[i]]].push_back({s, i});
    for (std::size_t i = 0; i < slab(s).faces.size(); ++i) places_[cell_of_face_[slab(s).faces[i]]].push_back({s, i});
  }
}

void CellComplex::find_signs() {
  for (const Slab& slab : slabs_.slabs()) set_face_signs(slab);
  for (std::size_t e : edges_) {
    const ArrangementEdge& edge = arrangement_.edges()[e];
    std::vector<int>& signs = signs_[cell_of_edge_[e]];
    signs = signs_[cell_of_face_[edge.above]];
    signs[edge.curve] = 0;
  }
  set_vertex_signs();
}

/// An irreducible polynomial has a simple zero at all but finitely many points of an edge, so it changes its sign
/// there.
void CellComplex::set_face_signs(const Slab& slab) {
  std::vector<int> signs;
  for (const Polynomial& p : images_) signs.push_back(p.evaluate({slab.x, slab.face_y.front()}).sign());
  for (std::size_t i = 0; i < slab.faces.size(); ++i) {
    if (i > 0) {
      int& crossed = signs[arrangement_.edges()[slab.edges[i - 1]].curve];
      crossed = -crossed;
    }
    std::vector<int>& known = signs_[cell_of_face_[slab.faces[i]]];
    if (known.empty()) known = signs;
    ensure(known == signs, "a polynomial has two signs on one face");
  }
}

/// The curves through a vertex are those of its edges and those of which it is an isolated point. Every other
/// polynomial has the sign that it has on all faces around the vertex.
void CellComplex::set_vertex_signs() {
  std::vector<std::vector<std::size_t>> around(vertices_.size());
  std::vector<std::vector<bool>> through(vertices_.size(), std::vector<bool>(curves_.size(), false));
  for (const ArrangementEdge& edge : arrangement_.edges())
    for (const auto& end : {edge.left, edge.right}) {
      if (!end) continue;
      through[*end][edge.curve] = true;
      around[*end].push_back(edge.above);
      around[*end].push_back(edge.below);
    }
  for (std::size_t v : vertices_) {
    const ArrangementVertex& vertex = arrangement_.vertices()[v];
    for (const auto& [curve, root] : vertex.isolated_on) through[v][curve] = true;
    if (vertex.face) around[v].push_back(*vertex.face);
    ensure(!around[v].empty(), "no face lies around a vertex");
    std::vector<int>& signs = signs_[cell_of_vertex_[v]];
    signs = signs_[cell_of_face_[around[v].front()]];
    for (std::size_t c = 0; c < curves_.size(); ++c) {
      for (std::size_t f : around[v])
        ensure(through[v][c] || signs_[cell_of_face_[f]][c] == signs[c], "a curve passes a vertex unseen");
      if (through[v][c]) signs[c] = 0;
    }
  }
}

void CellComplex::find_neighbours() {
  const auto join = [&](std::size_t a, std::size_t b) {
    neighbours_[a].push_back(b);
    neighbours_[b].push_back(a);
  };
  for (std::size_t e : edges_) {
    const ArrangementEdge& edge = arrangement_.edges()[e];
    for (std::size_t face : {edge.above, edge.below}) {
      join(cell_of_edge_[e], cell_of_face_[face]);
      for (const auto& end : {edge.left, edge.right})
        if (end) join(cell_of_vertex_[*end], cell_of_face_[face]);
    }
    for (const auto& end : {edge.left, edge.right})
      if (end) join(cell_of_vertex_[*end], cell_of_edge_[e]);
  }
  for (std::size_t v : vertices_)
    if (const auto face = arrangement_.vertices()[v].face) join(cell_of_vertex_[v], cell_of_face_[*face]);
  for (auto& list : neighbours_) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
}

void CellComplex::find_stacks() {
  stacks_.resize(slabs_.abscissas().size());
  const auto add = [&](std::size_t abscissa, std::size_t curve, std::size_t root, std::size_t cell) {
    const auto [entry, added] = stacks_[abscissa].emplace(std::pair(curve, root), cell);
    ensure(added || entry->second == cell, "one root of a curve lies in two cells");
  };
  for (std::size_t e : edges_) {
    const ArrangementEdge& edge = arrangement_.edges()[e];
    const auto [first, last] = slabs_.range(edge);
    for (std::size_t a = first; a < last; ++a) add(a, edge.curve, edge.root, cell_of_edge_[e]);
    if (edge.left) add(first - 1, edge.curve, edge.root_at_left, cell_of_vertex_[*edge.left]);
    if (edge.right) add(last, edge.curve, edge.root_at_right, cell_of_vertex_[*edge.right]);
  }
  for (std::size_t v : vertices_)
    for (const auto& [curve, root] : arrangement_.vertices()[v].isolated_on)
      add(slabs_.abscissa_of_vertex(v), curve, root, cell_of_vertex_[v]);
}

/// Euler's formula on the sphere, where all unbounded edges end at the point at infinity.
void CellComplex::check_euler_formula() const {
  const std::size_t infinity = vertices_.size();
  std::vector<std::vector<std::size_t>> linked(vertices_.size() + 1);
  for (const ArrangementEdge& edge : arrangement_.edges()) {
    linked[edge.left.value_or(infinity)].push_back(edge.right.value_or(infinity));
    linked[edge.right.value_or(infinity)].push_back(edge.left.value_or(infinity));
  }
  std::vector<bool> seen(linked.size(), false);
  std::size_t parts = 0;
  for (std::size_t start = 0; start < linked.size(); ++start) {
    if (seen[start]) continue;
    ++parts;
    seen[start] = true;
    std::vector<std::size_t> queue{start};
    for (std::size_t q = 0; q < queue.size(); ++q)
      for (std::size_t next : linked[queue[q]]) {
        if (!seen[next]) queue.push_back(next);
        seen[next] = true;
      }
  }
  ensure(linked.size() + face_count() == edge_count() + parts + 1, "the arrangement violates Euler's formula");
}

}  // namespace isthmus
