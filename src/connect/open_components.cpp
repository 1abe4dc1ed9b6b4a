#include "connect/open_components.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "connect/segments.hpp"
#include "decompose/region_tree.hpp"
#include "decompose/variable_order.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

OpenCondition condition_of(const SemialgebraicSet& set) {
  require(set.parameter_count == 0, "an open set with parameters must be specialised before it is decomposed");
  return OpenCondition(set.ring, set.formula);
}

PolynomialRing given_order(const PolynomialRing& ring, const std::vector<std::string>& variables) {
  std::vector<std::string> given = variables;
  std::vector<std::string> needed = ring.names();
  std::sort(given.begin(), given.end());
  std::sort(needed.begin(), needed.end());
  require(given == needed, "the variable order must name each variable of the set exactly once");
  return PolynomialRing(variables);
}

/// The projection for walls in the best order of those that are compared, or else in the order Brown's rule gives.
Projection walls_projection(const OpenCondition& condition, EliminationMemo& memo) {
  if (auto best = best_projection(condition.ring(), 0, condition.factors(), 0, memo)) return std::move(*best);
  const PolynomialRing order = best_order(condition.ring(), 0, condition.factors());
  return project(order, condition.in_order(order).factors(), ProjectionKind::walls);
}

/// In the plane walls are so cheap that nothing else is tried before them.
Projection first_projection(const OpenCondition& condition, const std::vector<std::string>& variables,
                            EliminationMemo& memo) {
  if (!variables.empty()) {
    const PolynomialRing order = given_order(condition.ring(), variables);
    return project(order, condition.in_order(order).factors(), ProjectionKind::open_cells);
  }
  if (condition.ring().size() <= 2) return walls_projection(condition, memo);
  if (auto cheap = cheap_projection(condition.ring(), condition.factors(), memo)) return std::move(*cheap);
  // So dense sets have too many cells for segments; in space a few are tried all the same.
  if (condition.ring().size() > 3)
    if (auto walls = best_projection(condition.ring(), 0, condition.factors(), 0, memo)) return std::move(*walls);
  return projection_in_browns_order(condition.ring(), condition.factors(), memo);
}

/// Whether crossing a wall costs much more than testing a segment.
bool has_walls_of_high_degree(const Projection& projection) {
  constexpr long high_degree = 12;
  const auto& first = projection.level(1);
  return std::any_of(first.begin(), first.end(),
                     [](const Projection::Factor& f) { return f.polynomial.degree(0) > high_degree; });
}

/// Whether two projections have the same order and the same factors, hence the same cells.
bool have_equal_factors(const Projection& a, const Projection& b) {
  if (!(a.ring() == b.ring())) return false;
  const auto equal = [](const Projection::Factor& f, const Projection::Factor& g) {
    return f.polynomial == g.polynomial;
  };
  for (std::size_t k = 1; k <= a.levels(); ++k)
    if (!std::equal(a.level(k).begin(), a.level(k).end(), b.level(k).begin(), b.level(k).end(), equal)) return false;
  return true;
}

}  // namespace

OpenComponents::OpenComponents(const SemialgebraicSet& set, const std::vector<std::string>& variables,
                               const Progress& progress, EliminationMemo memo)
    : ring_(set.ring), condition_(condition_of(set)), projection_(first_projection(condition_, variables, memo)) {
  condition_ = condition_.in_order(projection_.ring());
  if (projection_.kind() == ProjectionKind::walls)
    decompose_by_walls(progress);
  else if (variables.empty())
    decompose_in_best_order(memo, progress);
  else
    decompose_in_given_order(progress);
  for (const std::string& name : condition_.ring().names()) order_.push_back(*ring_.index_of(name));
  finish();
}

void OpenComponents::decompose_in_given_order(const Progress& progress) {
  tree_ = lift_open_cells(projection_, condition_, progress);
  if (!join_by_segments(SegmentSearch::thorough))
    decompose(project(condition_.ring(), condition_.factors(), ProjectionKind::walls), progress);
}

void OpenComponents::decompose_by_walls(const Progress& progress) {
  const bool convex = convex_classes();
  tree_ = convex ? lift_open_cells(projection_, condition_, progress) : lifted(progress);
  if (convex)
    join_by_segments(SegmentSearch::quick);
  else
    join_by_walls(progress);
}

/// Segments first where there are few cells, then walls if they are cheap, else a longer search for segments. A lifting
/// with many cells is left unfinished: walls between regions are cheaper, if their projection is within reach.
void OpenComponents::decompose_in_best_order(EliminationMemo& memo, const Progress& progress) {
  constexpr std::size_t few_leaves = 64;
  constexpr std::size_t few_in_space = 400;
  constexpr std::size_t many_leaves = 4000;
  constexpr std::size_t few_cells = 20000;
  constexpr std::size_t much_more = 60;
  const bool space = ring_.size() <= 3;
  const bool convex = convex_classes();
  const std::size_t few = has_walls_of_high_degree(projection_) ? many_leaves : space ? few_in_space : few_leaves;
  const std::size_t most = space ? few : many_leaves;
  std::optional<CellTree> tree = convex ? lift_open_cells(projection_, condition_, progress)
                                        : lift_few_open_cells(projection_, condition_, most, progress);
  if (tree) tree_ = std::move(*tree);
  const std::size_t leaves = tree_.leaves().size();
  if (tree && (leaves <= few || convex)) {
    if (join_by_segments(space ? SegmentSearch::thorough : SegmentSearch::quick)) return;
  }
  const OpenCondition condition = condition_.in_order(ring_);
  auto walls = best_projection(ring_, 0, condition.factors(), 0, memo);
  const double most_cells = static_cast<double>(std::max(few_cells, much_more * leaves));
  const bool cheap = space || (walls && (!tree || walls->log_cell_bound() <= std::log(most_cells)));
  if (!cheap) {
    if (!tree) tree_ = lift_open_cells(projection_, condition_, progress);
    if (join_by_segments(SegmentSearch::thorough)) return;
  }
  decompose(walls ? std::move(*walls) : walls_projection(condition, memo), progress);
}

/// Crosses the walls of a projection of kind `walls`. The joins found so far are kept if its cells are the same.
void OpenComponents::decompose(Projection walls, const Progress& progress) {
  const bool same_cells = !tree_.cells().empty() && have_equal_factors(walls, projection_);
  projection_ = std::move(walls);
  if (!same_cells) {
    condition_ = condition_.in_order(projection_.ring());
    tree_ = lifted(progress);
    joins_.clear();
  }
  join_by_walls(progress);
}

/// Cells where there are few of them with simple walls, as they make simpler paths; regions else.
CellTree OpenComponents::lifted(const Progress& progress) const {
  constexpr std::size_t few_leaves = 256;
  if (projection_.levels() <= 2) return lift_open_cells(projection_, condition_, progress);
  if (has_walls_of_high_degree(projection_)) return lift_regions(projection_, condition_, progress);
  if (auto tree = lift_few_open_cells(projection_, condition_, few_leaves, progress)) return std::move(*tree);
  return lift_regions(projection_, condition_, progress);
}

std::optional<OpenComponents> OpenComponents::in_cells(std::size_t most) const {
  std::optional<CellTree> tree = lift_few_open_cells(projection_, condition_, most);
  if (!tree) return std::nullopt;
  OpenComponents result = *this;
  result.tree_ = std::move(*tree);
  result.joins_.clear();
  result.representatives_.clear();
  result.join_by_walls({});
  result.finish();
  ensure(result.count() == count(), "cells and regions of one set disagree on the number of components");
  std::vector<bool> met(count(), false);
  for (std::size_t c = 0; c < count(); ++c) {
    const auto other = result.component_at(sample(c));
    ensure(other && !met[*other], "cells and regions of one set disagree on its components");
    met[*other] = true;
  }
  return result;
}

/// Numbers the components in the order of their first leaf, picks the simplest sample of each, and says what separates
/// them.
void OpenComponents::finish() {
  std::map<std::size_t, std::size_t> number;
  const auto size_of = [&](std::size_t leaf) {
    std::size_t bits = 0;
    for (const Rational& x : tree_.sample(tree_.leaves()[leaf], projection_.levels()))
      bits += x.numerator().bit_length() + 2 * x.denominator().bit_length();
    return bits;
  };
  std::vector<std::size_t> best;
  for (std::size_t leaf = 0; leaf < component_of_leaf_.size(); ++leaf) {
    const auto [entry, added] = number.emplace(component_of_leaf_[leaf], number.size());
    component_of_leaf_[leaf] = entry->second;
    const std::size_t size = size_of(leaf);
    if (added) {
      representatives_.push_back(leaf);
      best.push_back(size);
    } else if (size < best[entry->second]) {
      representatives_[entry->second] = leaf;
      best[entry->second] = size;
    }
  }
  separation_ = count() > *sign_class_count_ ? Separation::decomposition : Separation::signs;
  if (count() <= 1) separation_ = Separation::trivial;
}

Point OpenComponents::sample(std::size_t component) const {
  return to_ring_order(tree_.sample(tree_.leaves()[representative(component)], projection_.levels()));
}

std::vector<int> OpenComponents::separator_signs(std::size_t component) const {
  const Point at = tree_.sample(tree_.leaves()[representative(component)], projection_.levels());
  std::vector<int> signs;
  for (std::size_t i : separators_) signs.push_back(condition_.factors()[i].evaluate(at).sign());
  return signs;
}

std::optional<OpenComponents::Located> OpenComponents::locate_near(const Point& point) const {
  const Point p = to_projection_order(point);
  if (!condition_.holds_at(p)) return std::nullopt;
  if (const auto leaf = locate(projection_, tree_, p)) return Located{p, *leaf};
  // The point lies on a root of a projection factor: step aside, in a direction that changes from try to try.
  constexpr int tries = 4000;
  Rational step(1);
  for (int attempt = 1; attempt <= tries; ++attempt) {
    if (attempt % 8 == 0) step = step * Rational(1, 2);
    Point q = p;
    for (std::size_t i = 0; i < q.size(); ++i) {
      const long slope = static_cast<long>((static_cast<std::size_t>(attempt) * (2 * i + 3) + i * i) % 17) - 8;
      q[i] += step * Rational(slope, 8);
    }
    if (!condition_.contains_segment(p, q)) continue;
    if (const auto leaf = locate(projection_, tree_, q)) return Located{q, *leaf};
  }
  throw Undecided("no generic point was found near the given point");
}

std::optional<std::size_t> OpenComponents::component_at(const Point& point) const {
  const auto located = locate_near(point);
  if (!located) return std::nullopt;
  return component_of_leaf(located->leaf);
}

Point OpenComponents::to_projection_order(const Point& point) const {
  require(point.size() == order_.size(), "the point has the wrong number of coordinates");
  Point result;
  for (std::size_t i : order_) result.push_back(point[i]);
  return result;
}

Point OpenComponents::to_ring_order(const Point& point) const {
  Point result(point.size());
  for (std::size_t i = 0; i < order_.size(); ++i) result[order_[i]] = point[i];
  return result;
}

}  // namespace isthmus
