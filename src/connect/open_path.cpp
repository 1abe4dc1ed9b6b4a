#include "connect/open_path.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "decompose/lifting_state.hpp"
#include "decompose/region_tree.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

void append(std::vector<Point>& path, const std::vector<Point>& more) {
  for (const Point& p : more)
    if (path.empty() || path.back() != p) path.push_back(p);
}

/// A path between two points of one open cell, built level by level. In a tree of regions a cell lies over a region, and a
/// path in that crosses the walls where its cells were merged.
class CellPath {
 public:
  CellPath(const OpenComponents& open, std::size_t leaf)
      : open_(open), leaf_(open.tree().leaves()[leaf]), dimension_(open.projection().levels()) {}

  std::vector<Point> between(const Point& from, const Point& to) const {
    if (open_.condition().contains_segment(from, to)) return {from, to};
    const std::size_t levels = open_.tree().cell(leaf_).level;
    std::vector<Point> path = in_cell(leaf_, prefix(from, levels), prefix(to, levels));
    for (std::size_t level = levels; level < dimension_; ++level) {
      for (Point& p : path) p.push_back(from[level]);
      path.push_back(path.back());
      path.back().back() = to[level];
    }
    return path;
  }

 private:
  static Point prefix(const Point& p, std::size_t length) {
    return Point(p.begin(), p.begin() + static_cast<std::ptrdiff_t>(length));
  }

  /// Between points of a cell, with as many coordinates as its level.
  std::vector<Point> in_cell(std::int32_t index, const Point& from, const Point& to) const {
    const CellTree::Cell& cell = open_.tree().cell(index);
    if (cell.level == 0) return {from, to};
    const std::vector<Point> base =
        in_region(cell.parent, prefix(from, cell.level - 1), prefix(to, cell.level - 1));
    const std::vector<std::int32_t>& siblings = open_.tree().cell(cell.parent).children;
    const auto position = std::find(siblings.begin(), siblings.end(), index) - siblings.begin();
    return lift(base, static_cast<std::size_t>(position), from.back(), to.back());
  }

  /// The same for the region that a cell stands for.
  std::vector<Point> in_region(std::int32_t index, const Point& from, const Point& to) const {
    if (!open_.tree().has_regions() || from.empty()) return in_cell(index, from, to);
    const auto start = cell_at(open_.projection(), open_.tree(), from);
    const auto end = cell_at(open_.projection(), open_.tree(), to);
    ensure(start && end, "a point of a path lies on a root");
    std::vector<Point> path{from};
    std::int32_t at = *start;
    for (const std::size_t m : merges_between(*start, *end)) {
      const CellTree::Merge& merge = open_.tree().merges()[m];
      const Crossing crossing = crossing_of(open_.projection(), open_.tree(), merge);
      const bool forward = crossing.left_cell == at;
      append(path, in_cell(at, path.back(), forward ? crossing.left : crossing.right));
      path.push_back(forward ? crossing.right : crossing.left);
      at = forward ? crossing.right_cell : crossing.left_cell;
    }
    append(path, in_cell(at, path.back(), to));
    if (path.size() == 1) path.push_back(to);  // both ends are lifted
    return path;
  }

  /// The merges on the way between two cells of one region, as indices.
  std::vector<std::size_t> merges_between(std::int32_t start, std::int32_t end) const {
    const std::vector<CellTree::Merge>& merges = open_.tree().merges();
    std::map<std::int32_t, std::vector<std::size_t>> at_cell;
    for (std::size_t m = 0; m < merges.size(); ++m) {
      if (open_.tree().region(merges[m].first) != open_.tree().region(start)) continue;
      at_cell[merges[m].first].push_back(m);
      at_cell[merges[m].second].push_back(m);
    }
    std::map<std::int32_t, std::size_t> arrived_by;
    std::vector<std::int32_t> queue{start};
    for (std::size_t q = 0; q < queue.size(); ++q)
      for (const std::size_t m : at_cell[queue[q]]) {
        const std::int32_t other = merges[m].first == queue[q] ? merges[m].second : merges[m].first;
        if (other != start && arrived_by.emplace(other, m).second) queue.push_back(other);
      }
    std::vector<std::size_t> path;
    for (std::int32_t cell = end; cell != start;) {
      const auto found = arrived_by.find(cell);
      ensure(found != arrived_by.end(), "the points of a path lie in different regions");
      path.push_back(found->second);
      cell = merges[found->second].first == cell ? merges[found->second].second : merges[found->second].first;
    }
    std::reverse(path.begin(), path.end());
    return path;
  }

  Stack stack_over(const Point& base) const {
    LiftingState state(open_.projection());
    for (const Rational& x : base) state.push(x);
    return state.stack();
  }

  bool inside_gap(const Stack& stack, std::size_t position, const Rational& y) const {
    ensure(position <= stack.roots.size(), "the number of roots changes inside an open cell");
    if (position > 0 && stack.roots[position - 1].value.compare(y) >= 0) return false;
    return position == stack.roots.size() || stack.roots[position].value.compare(y) > 0;
  }

  Rational simplest_in_gap(const Stack& stack, std::size_t position) const { return stack.samples().at(position); }

  /// A simple point well inside a gap: in its middle third, or at least 1 away from its only end.
  Rational central_in_gap(const Stack& stack, std::size_t position) const {
    if (stack.roots.empty()) return Rational(0);
    if (position == 0) return simplest_below(stack.roots.front().value.lower() - Rational(1));
    if (position == stack.roots.size()) return simplest_above(stack.roots.back().value.upper() + Rational(1));
    RealRoot left = stack.roots[position - 1].value;
    RealRoot right = stack.roots[position].value;
    while (right.lower() - left.upper() < left.upper() - left.lower() ||
           right.lower() - left.upper() < right.upper() - right.lower() || right.lower() <= left.upper()) {
      left.refine();
      right.refine();
    }
    const Rational third = (right.lower() - left.upper()) * Rational(1, 3);
    return simplest_between(left.upper() + third, right.lower() - third);
  }

  /// Whether no factor of the level vanishes along the segment between two points of that level.
  bool segment_in_cell(const Point& a, const Point& b) const {
    Point from = a;
    Point to = b;
    from.resize(dimension_);
    to.resize(dimension_);
    for (const Projection::Factor& f : open_.projection().level(a.size())) {
      const UnivariatePolynomial p = f.polynomial.restrict_to_line(from, to);
      if (p.is_zero() || (!p.is_constant() && has_root_in(p, Rational(0), Rational(1)))) return false;
    }
    return true;
  }

  std::vector<Point> lift(const std::vector<Point>& base, std::size_t position, const Rational& from,
                          const Rational& to) const {
    std::vector<Point> lifted;
    for (std::size_t i = 0; i < base.size(); ++i) {
      Point next = base[i];
      if (i == 0)
        next.push_back(from);
      else if (i + 1 == base.size())
        next.push_back(to);
      else
        next.push_back(simplest_in_gap(stack_over(base[i]), position));
      if (lifted.empty())
        lifted.push_back(next);
      else
        extend(lifted, next, position, 0);
    }
    return lifted;
  }

  /// Appends a path from the last vertex to `end` inside the cell, halving the base segment where needed.
  void extend(std::vector<Point>& path, const Point& end, std::size_t position, int depth) const {
    constexpr int deepest = 40;
    if (depth > deepest) throw Undecided("a cell is too narrow for a path of moderate length");
    const Point start = path.back();
    if (segment_in_cell(start, end)) {
      path.push_back(end);
      return;
    }
    Point middle;
    for (std::size_t i = 0; i < end.size(); ++i) middle.push_back(midpoint(start[i], end[i]));
    const Stack stack = stack_over(prefix(middle, middle.size() - 1));
    // Simple choices may touch the end of the gap between two vertices for ever; central ones converge.
    constexpr int simple_tries = 4;
    if (depth >= simple_tries)
      middle.back() = central_in_gap(stack, position);
    else if (!inside_gap(stack, position, middle.back()))
      middle.back() = simplest_in_gap(stack, position);
    extend(path, middle, position, depth + 1);
    extend(path, end, position, depth + 1);
  }

  const OpenComponents& open_;
  std::int32_t leaf_;
  std::size_t dimension_;
};

/// The path of a join, or the two points where its wall is crossed: from the first leaf to the second.
std::vector<Point> across(const OpenComponents& open, const Join& join) {
  if (!join.path.empty()) return join.path;
  if (join.crossing) return {join.crossing->left, join.crossing->right};
  const Crossing crossing = crossing_of(open.projection(), open.tree(), *join.merge);
  const bool forward = crossing.left_cell == open.tree().leaves()[join.first];
  return forward ? std::vector<Point>{crossing.left, crossing.right}
                 : std::vector<Point>{crossing.right, crossing.left};
}

/// Leaves from `start` to `end` along the spanning forest, as indices of joins.
std::vector<std::size_t> joins_between(const OpenComponents& open, std::size_t start, std::size_t end) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  const std::size_t leaves = open.tree().leaves().size();
  std::vector<std::vector<std::size_t>> at_leaf(leaves);
  for (std::size_t j = 0; j < open.joins().size(); ++j) {
    at_leaf[open.joins()[j].first].push_back(j);
    at_leaf[open.joins()[j].second].push_back(j);
  }
  std::vector<std::size_t> arrived_by(leaves, none);
  std::vector<std::size_t> queue{start};
  for (std::size_t q = 0; q < queue.size(); ++q)
    for (std::size_t j : at_leaf[queue[q]]) {
      const std::size_t other = open.joins()[j].first + open.joins()[j].second - queue[q];
      if (other == start || arrived_by[other] != none) continue;
      arrived_by[other] = j;
      queue.push_back(other);
    }
  std::vector<std::size_t> path;
  for (std::size_t leaf = end; leaf != start;) {
    require(arrived_by[leaf] != none, "the two points lie in different components");
    path.push_back(arrived_by[leaf]);
    leaf = open.joins()[arrived_by[leaf]].first + open.joins()[arrived_by[leaf]].second - leaf;
  }
  std::reverse(path.begin(), path.end());
  return path;
}

/// Leaves out vertices that a straight segment inside the set can skip.
std::vector<Point> shortened(const OpenCondition& condition, const std::vector<Point>& path) {
  std::vector<Point> result{path.front()};
  for (std::size_t i = 0; i + 1 < path.size();) {
    std::size_t next = path.size() - 1;
    while (next > i + 1 && !condition.contains_segment(path[i], path[next])) next = i + (next - i + 1) / 2;
    result.push_back(path[next]);
    i = next;
  }
  return result;
}

void require_inside(const OpenCondition& condition, const std::vector<Point>& path) {
  for (std::size_t i = 0; i + 1 < path.size(); ++i)
    ensure(condition.contains_segment(path[i], path[i + 1]), "a segment of a path leaves the set");
}

}  // namespace

std::vector<Point> path_of_join(const OpenComponents& open, const Join& join) {
  const auto sample = [&](std::size_t leaf) {
    return open.tree().sample(open.tree().leaves()[leaf], open.projection().levels());
  };
  std::vector<Point> path = join.path;
  if (path.empty()) {
    const std::vector<Point> ends = across(open, join);
    append(path, CellPath(open, join.first).between(sample(join.first), ends.front()));
    append(path, CellPath(open, join.second).between(ends.back(), sample(join.second)));
    path = shortened(open.condition(), path);
    require_inside(open.condition(), path);
  }
  return path;
}

std::vector<Point> path_in_open_set(const OpenComponents& open, const Point& from, const Point& to) {
  const Point start = open.to_projection_order(from);
  const Point end = open.to_projection_order(to);
  require(open.condition().holds_at(start) && open.condition().holds_at(end), "a point lies outside the set");
  std::vector<Point> path{start};
  if (open.condition().contains_segment(start, end)) {
    append(path, {end});
  } else {
    const auto first = open.locate_near(from);
    const auto last = open.locate_near(to);
    append(path, {first->point});
    std::size_t leaf = first->leaf;
    for (std::size_t j : joins_between(open, first->leaf, last->leaf)) {
      const Join& join = open.joins()[j];
      const std::size_t other = join.first + join.second - leaf;
      const bool forward = join.first == leaf;
      std::vector<Point> part = across(open, join);
      if (!forward) std::reverse(part.begin(), part.end());
      append(path, CellPath(open, leaf).between(path.back(), part.front()));
      append(path, part);
      leaf = other;
    }
    append(path, CellPath(open, leaf).between(path.back(), last->point));
    append(path, {end});
    path = shortened(open.condition(), path);
  }
  require_inside(open.condition(), path);
  for (Point& p : path) p = open.to_ring_order(p);
  return path;
}

}  // namespace isthmus
