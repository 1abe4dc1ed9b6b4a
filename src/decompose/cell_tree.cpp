#include "decompose/cell_tree.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "decompose/lifting_state.hpp"
#include "decompose/root_position.hpp"
#include "exact/error.hpp"

namespace isthmus {

std::vector<Rational> CellTree::sample(std::int32_t index, std::size_t dimension) const {
  std::vector<Rational> point(dimension);
  for (std::int32_t c = index; c != root; c = cell(c).parent) {
    ensure(cell(c).sampled, "a cell has no sample");
    point.at(cell(c).level - 1) = cell(c).sample;
  }
  return point;
}

std::vector<std::size_t> CellTree::name(std::int32_t index) const {
  std::vector<std::size_t> positions;
  for (std::int32_t c = index; c != root; c = cell(c).parent) {
    const std::vector<std::int32_t>& siblings = cell(cell(c).parent).children;
    positions.push_back(static_cast<std::size_t>(std::find(siblings.begin(), siblings.end(), c) - siblings.begin()));
  }
  std::reverse(positions.begin(), positions.end());
  return positions;
}

/// Depth-first lifting of open cells.
class OpenLifting {
 public:
  OpenLifting(const Projection& projection, const OpenCondition& condition, std::size_t most_leaves,
              const Progress& progress)
      : most_leaves_(most_leaves),
        condition_(condition),
        places_(projection, condition),
        state_(projection),
        signs_(condition.factors().size(), unknown_sign),
        progress_(progress) {}

  CellTree run() {
    tree_.cells_.emplace_back();
    tree_.cells_.front().region = CellTree::root;
    const Truth truth = condition_.evaluate(signs_);
    if (truth != Truth::no) extend(CellTree::root, truth);
    return std::move(tree_);
  }

 private:
  void extend(std::int32_t index, Truth truth) {
    tree_.cells_[static_cast<std::size_t>(index)].first_leaf = tree_.leaves_.size();
    if (truth == Truth::yes) {
      tree_.leaves_.push_back(index);
      add_sign_vector();
      if (progress_ && tree_.leaves_.size() % 64 == 0) progress_("open cells", tree_.leaves_.size());
    } else {
      add_children(index);
    }
    tree_.cells_[static_cast<std::size_t>(index)].end_leaf = tree_.leaves_.size();
  }

  void add_sign_vector() {
    std::vector<Sign> signs;
    for (std::size_t i = 0; i < signs_.size(); ++i) {
      if (!condition_.excludes(i)) continue;
      ensure(signs_[i] == 1 || signs_[i] == -1, "an excluded factor has no sign on a cell of the set");
      signs.push_back(signs_[i]);
    }
    const auto [entry, added] = sign_vector_numbers_.emplace(std::move(signs), sign_vector_numbers_.size());
    if (added) tree_.sign_vectors_.push_back(entry->first);
    tree_.sign_vector_of_leaf_.push_back(entry->second);
  }

  void add_children(std::int32_t index) {
    const std::size_t level = state_.depth() + 1;
    ensure(level <= state_.projection().levels(), "the condition is undecided on a full-dimensional cell");
    const Stack stack = state_.stack();
    RootOwners owners = stack.owners();
    std::vector<std::int32_t> children;
    for (const Rational& sample : stack.samples()) {
      for (const auto& place : places_.at_level(level))
        signs_[place.condition_factor] = static_cast<Sign>(stack.fibre[place.level_factor].sign_at(sample));
      const Truth truth = condition_.evaluate(signs_);
      children.push_back(truth == Truth::no ? CellTree::pruned : add_cell(index, level, sample, truth));
      if (tree_.leaves_.size() >= most_leaves_) break;
    }
    for (const auto& place : places_.at_level(level)) signs_[place.condition_factor] = unknown_sign;
    tree_.cells_[static_cast<std::size_t>(index)].children = std::move(children);
    tree_.cells_[static_cast<std::size_t>(index)].owners = std::move(owners);
  }

  std::int32_t add_cell(std::int32_t parent, std::size_t level, const Rational& sample, Truth truth) {
    const auto index = static_cast<std::int32_t>(tree_.cells_.size());
    CellTree::Cell cell;
    cell.parent = parent;
    cell.level = static_cast<std::uint32_t>(level);
    cell.region = index;
    cell.sample = sample;
    tree_.cells_.push_back(std::move(cell));
    if (truth == Truth::yes) {
      extend(index, truth);
    } else {
      state_.push(sample);
      extend(index, truth);
      state_.pop();
    }
    return index;
  }

  std::size_t most_leaves_;
  const OpenCondition& condition_;
  FactorPlaces places_;
  LiftingState state_;
  std::vector<Sign> signs_;
  const Progress& progress_;
  std::map<std::vector<Sign>, std::size_t> sign_vector_numbers_;
  CellTree tree_;
};

CellTree lift_open_cells(const Projection& projection, const OpenCondition& condition, const Progress& progress) {
  return OpenLifting(projection, condition, std::numeric_limits<std::size_t>::max(), progress).run();
}

std::optional<CellTree> lift_few_open_cells(const Projection& projection, const OpenCondition& condition,
                                            std::size_t most_leaves, const Progress& progress) {
  CellTree tree = OpenLifting(projection, condition, most_leaves + 1, progress).run();
  return tree.leaves().size() <= most_leaves ? std::optional<CellTree>(std::move(tree)) : std::nullopt;
}

bool is_empty(const Projection& projection, const OpenCondition& condition) {
  return OpenLifting(projection, condition, 1, {}).run().leaves().empty();
}

namespace {

/// How many of the `expected` roots of the next level lie below y; nullopt if y is one of them.
std::optional<std::size_t> roots_below(const LiftingState& state, const Rational& y, std::size_t expected) {
  RootPosition sum;
  for (std::size_t f = 0; f < state.projection().level(state.depth() + 1).size(); ++f) {
    const UnivariatePolynomial fibre = state.fibre(f);
    ensure(!fibre.is_zero(), "a projection factor vanishes identically over an open cell");
    const RootPosition position = position_among_roots(fibre, y);
    sum.below += position.below;
    sum.total += position.total;
    sum.on_root = sum.on_root || position.on_root;
  }
  ensure(static_cast<std::size_t>(sum.total) == expected, "the number of roots changes inside an open cell");
  if (sum.on_root) return std::nullopt;
  return static_cast<std::size_t>(sum.below);
}

}  // namespace

std::optional<std::int32_t> cell_at(const Projection& projection, const CellTree& tree,
                                    const std::vector<Rational>& point) {
  if (tree.leaves().empty()) return std::nullopt;
  LiftingState state(projection);
  std::int32_t current = CellTree::root;
  while (state.depth() < point.size() && !tree.cell(tree.region(current)).is_leaf()) {
    const std::vector<std::int32_t>& children = tree.cell(tree.region(current)).children;
    const auto below = roots_below(state, point[state.depth()], children.size() - 1);
    if (!below) return std::nullopt;
    current = children[*below];
    if (current == CellTree::pruned) return std::nullopt;
    state.push(point[state.depth()]);
  }
  return current;
}

std::optional<std::size_t> locate(const Projection& projection, const CellTree& tree,
                                  const std::vector<Rational>& point) {
  require(point.size() == projection.levels(), "the point has the wrong number of coordinates");
  const auto cell = cell_at(projection, tree, point);
  return cell ? std::optional(tree.cell(*cell).first_leaf) : std::nullopt;
}

}  // namespace isthmus
