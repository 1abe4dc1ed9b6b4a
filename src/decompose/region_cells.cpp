#include "decompose/region_cells.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "decompose/stack_part.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

/// Signs far below all roots.
std::vector<Sign> signs_at_minus_infinity(const std::vector<UnivariatePolynomial>& fibre) {
  std::vector<Sign> signs;
  for (const UnivariatePolynomial& p : fibre) {
    const int leading = p.leading_coefficient().sign();
    signs.push_back(static_cast<Sign>(p.degree() % 2 == 0 ? leading : -leading));
  }
  return signs;
}

}  // namespace

RegionCells::RegionCells(const Projection& projection, const OpenCondition& condition, const Progress& progress)
    : projection_(projection),
      condition_(condition),
      progress_(progress),
      places_(projection, condition),
      signs_(condition.factors().size(), unknown_sign) {
  tree_.has_regions_ = true;
  tree_.cells_.emplace_back();
  tree_.cells_.front().region = CellTree::root;
  signs_of_cell_.emplace_back();
}

void RegionCells::add_level(const Projection& part) {
  for (CellTree::Cell& each : tree_.cells_) each.first_leaf = each.end_leaf = CellTree::no_range;
  tree_.leaves_.clear();
  tree_.sign_vectors_.clear();
  tree_.sign_vector_of_leaf_.clear();
  class_of_leaf_.clear();
  classes_ = {};
  classes_below_ = {};
  sign_vectors_ = {};
  events_.clear();
  path_.assign(1, CellTree::root);
  LiftingState state(part);
  if (part.levels() == 1)
    extend(CellTree::root, state);
  else
    visit(state);
}

void RegionCells::visit(LiftingState& state) {
  if (state.depth() + 2 == state.projection().levels()) {
    extend_children(state);
    return;
  }
  const std::vector<std::int32_t> children = cell(path_.back()).children;
  for (const std::int32_t child : children) {
    if (child == CellTree::pruned || tree_.region(child) != child) continue;
    path_.push_back(child);
    state.push(cell(child).sample);
    visit(state);
    state.pop();
    path_.pop_back();
  }
}

/// The stacks over the children of the last cell of the path.
void RegionCells::extend_children(LiftingState& state) {
  const std::vector<std::int32_t> children = cell(path_.back()).children;
  const RootOwners owners = cell(path_.back()).owners;
  const bool last = state.projection().levels() == projection_.levels();
  StackBefore before;
  for (std::size_t i = 0; i < children.size(); ++i) {
    const std::int32_t child = children[i];
    const bool stands = child != CellTree::pruned && tree_.region(child) == child;
    if (stands) path_.push_back(child);
    const bool neighbour = !last && stands && before.cell != CellTree::pruned;
    if (neighbour && extend_as_neighbour(child, before, {state.depth() + 1, owners[i - 1]}, state)) {
      before.cell = child;
    } else if (stands) {
      state.push(cell(child).sample);
      before = {child, extend(child, state)};
      state.pop();
    } else {
      before.cell = CellTree::pruned;
    }
    if (stands) path_.pop_back();
  }
}

/// Adds the stack over a cell if it follows from that of the cell on the other side of a wall.
bool RegionCells::extend_as_neighbour(std::int32_t index, const StackBefore& before, Projection::Id wall,
                                      LiftingState& state) {
  const auto roots_beyond = [&](const std::vector<std::size_t>& factors) { return roots_over(index, factors, state); };
  auto owners = owners_beyond_wall(cell(before.cell).owners, events_over_wall(state.projection(), wall), roots_beyond);
  if (!owners) return false;
  add_children(index, state.projection().levels(), std::move(*owners), before.lowest_signs, {});
  return true;
}

/// The owners of the roots of some factors over a child of the last point of the state.
RootOwners RegionCells::roots_over(std::int32_t index, const std::vector<std::size_t>& factors, LiftingState& state) {
  state.push(cell(index).sample);
  std::vector<UnivariatePolynomial> fibre;
  for (const std::size_t f : factors) fibre.push_back(state.fibre(f));
  state.pop();
  RootOwners owners;
  for (const StackRoot& root : stack_roots(fibre)) owners.push_back(static_cast<std::uint32_t>(factors[root.factor]));
  return owners;
}

const WallEvents& RegionCells::events_over_wall(const Projection& part, Projection::Id wall) {
  const auto found = events_.find(wall);
  if (found != events_.end()) return found->second;
  return events_.emplace(wall, WallEvents::of(part, part.levels(), wall)).first->second;
}

/// Adds the stack over the point of the state, which is that of the cell. Returns the signs below all roots.
std::vector<Sign> RegionCells::extend(std::int32_t index, const LiftingState& state) {
  const Stack stack = state.stack();
  std::vector<Sign> signs = signs_at_minus_infinity(stack.fibre);
  add_children(index, state.depth() + 1, stack.owners(), signs, stack.samples());
  return signs;
}

/// `samples` may be empty.
void RegionCells::add_children(std::int32_t index, std::size_t level, RootOwners owners, std::vector<Sign> signs,
                               const std::vector<Rational>& samples) {
  std::vector<std::int32_t> children;
  const std::size_t first_leaf = tree_.leaves_.size();
  const std::size_t class_below = classes_below_.number(0, signs_below(level));
  for (std::size_t i = 0; i <= owners.size(); ++i) {
    if (i > 0) signs[owners[i - 1]] = static_cast<Sign>(-signs[owners[i - 1]]);
    children.push_back(add_cell(index, level, signs, class_below));
    if (children.back() == CellTree::pruned) continue;
    cell(children.back()).sampled = !samples.empty();
    if (!samples.empty()) cell(children.back()).sample = samples[i];
  }
  cell(index).children = std::move(children);
  cell(index).owners = std::move(owners);
  cell(index).first_leaf = first_leaf;
  cell(index).end_leaf = tree_.leaves_.size();
}

void RegionCells::sample_children(std::int32_t index, const std::set<std::size_t>& places, LiftingState& state) {
  std::vector<std::int32_t> path;
  for (std::int32_t c = index; c != CellTree::root; c = cell(c).parent) path.push_back(c);
  for (std::size_t i = path.size(); i-- > 0;) state.push(cell(path[i]).sample);
  StackPart stack(state, cell(index).owners);
  for (const std::size_t place : places) {
    CellTree::Cell& child = cell(cell(index).children[place]);
    child.sample = stack.sample(place);
    child.sampled = true;
  }
  while (state.depth() > 0) state.pop();
}

/// The class is that of the signs of lower levels.
std::int32_t RegionCells::add_cell(std::int32_t parent, std::size_t level, const std::vector<Sign>& signs,
                                   std::size_t class_below) {
  set_signs_of_condition(level, signs);
  const Truth truth = condition_.evaluate(signs_);
  if (truth == Truth::no) return CellTree::pruned;
  const auto index = static_cast<std::int32_t>(tree_.cells_.size());
  CellTree::Cell added;
  added.parent = parent;
  added.level = static_cast<std::uint32_t>(level);
  added.region = index;
  added.first_leaf = tree_.leaves_.size();
  added.end_leaf = added.first_leaf + 1;
  tree_.cells_.push_back(std::move(added));
  tree_.leaves_.push_back(index);
  signs_of_cell_.push_back(signs);
  if (level == projection_.levels()) {
    ensure(truth == Truth::yes, "the condition is undecided on a full-dimensional cell");
    add_sign_vector();
  } else {
    class_of_leaf_.push_back(classes_.number(class_below, signs));
  }
  if (progress_ && tree_.leaves_.size() % 64 == 0) progress_("cells over regions", tree_.leaves_.size());
  return index;
}

/// The signs of the condition's factors on a cell of a level with these signs, over the last cell of the path.
void RegionCells::set_signs_of_condition(std::size_t level, const std::vector<Sign>& signs) {
  std::fill(signs_.begin(), signs_.end(), unknown_sign);
  for (std::size_t l = 1; l <= level; ++l)
    for (const auto& place : places_.at_level(l))
      signs_[place.condition_factor] = (l == level ? signs : signs_on_path(l))[place.level_factor];
}

const std::vector<Sign>& RegionCells::signs_on_path(std::size_t level) const {
  return signs_of_cell_[static_cast<std::size_t>(path_[level])];
}

/// The signs of the factors of lower levels that bound regions, over the last cell of the path: cells where one differs
/// lie in different regions.
std::vector<Sign> RegionCells::signs_below(std::size_t level) const {
  std::vector<Sign> result;
  for (std::size_t l = 1; l < level; ++l)
    for (std::size_t f = 0; f < projection_.level(l).size(); ++f)
      if (projection_.bounds_regions(level, {l, f})) result.push_back(signs_on_path(l)[f]);
  return result;
}

void RegionCells::add_sign_vector() {
  std::vector<Sign> signs;
  for (std::size_t i = 0; i < signs_.size(); ++i)
    if (condition_.excludes(i)) signs.push_back(signs_[i]);
  const std::size_t before = sign_vectors_.size();
  tree_.sign_vector_of_leaf_.push_back(sign_vectors_.number(0, signs));
  if (sign_vectors_.size() > before) tree_.sign_vectors_.push_back(std::move(signs));
}

}  // namespace isthmus
