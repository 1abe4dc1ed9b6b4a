#include "certificate/open_nodes.hpp"

#include <algorithm>
#include <set>

#include "certificate/not_certified.hpp"
#include "certificate/proof_nodes.hpp"
#include "decompose/gaps.hpp"
#include "decompose/lifting_state.hpp"
#include "exact/error.hpp"
#include "reduce/locally_closed.hpp"

namespace isthmus {

namespace {

/// Writes the cells of a tree as nested arrays, with a sample of every gap.
class CellListing {
 public:
  CellListing(const Projection& projection, const CellTree& tree) : tree_(tree), state_(projection) {}

  /// `leaf` writes a leaf of the tree, by its cell.
  Json list(const std::function<Json(const CellTree::Cell&)>& leaf) { return visit(CellTree::root, leaf); }

 private:
  Json visit(std::int32_t index, const std::function<Json(const CellTree::Cell&)>& leaf) {
    const CellTree::Cell& cell = tree_.cell(index);
    if (cell.is_leaf()) return cell.first_leaf == cell.end_leaf ? Json("out") : leaf(cell);
    std::vector<RealRoot> roots;
    for (const StackRoot& root : state_.stack().roots) roots.push_back(root.value);
    const std::vector<Rational> samples = gap_samples(roots);
    ensure(samples.size() == cell.children.size(), "a stack changed its number of roots");
    Json children = Json::array();
    for (std::size_t i = 0; i < samples.size(); ++i) children.push_back(child(cell.children[i], samples[i], leaf));
    return children;
  }

  Json child(std::int32_t index, const Rational& gap, const std::function<Json(const CellTree::Cell&)>& leaf) {
    if (index == CellTree::pruned) return Json::array({gap.to_string(), "out"});
    const Rational& sample = tree_.cell(index).sample;
    const bool goes_on = !tree_.cell(index).is_leaf();
    if (goes_on) state_.push(sample);
    Json result = Json::array({sample.to_string(), visit(index, leaf)});
    if (goes_on) state_.pop();
    return result;
  }

  const CellTree& tree_;
  LiftingState state_;
};

Json components_json(const OpenComponents& open) {
  Json components = Json::array();
  for (std::size_t leaf = 0; leaf < open.tree().leaves().size(); ++leaf)
    components.push_back(open.component_of_leaf(leaf));
  return components;
}

Json joins_json(const OpenComponents& open) {
  Json joins = Json::array();
  for (const Join& join : open.joins()) {
    const std::vector<Point> path =
        join.crossing ? std::vector<Point>{join.crossing->left, join.crossing->right} : join.path;
    Json points = Json::array();
    for (const Point& point : path) points.push_back(point_json(open.to_ring_order(point)));
    joins.push_back(Json::array({join.first, join.second, std::move(points)}));
  }
  return joins;
}

/// Whether the signs of some separators (indices in open.separators()) tell all components apart.
bool tell_apart(const std::vector<std::vector<int>>& signs, const std::vector<std::size_t>& chosen) {
  std::set<std::vector<int>> seen;
  for (const std::vector<int>& all : signs) {
    std::vector<int> some;
    for (std::size_t i : chosen) some.push_back(all[i]);
    if (!seen.insert(std::move(some)).second) return false;
  }
  return true;
}

/// Separators of which none can be left out, the last ones dropped first.
Json signs_json(const OpenComponents& open) {
  std::vector<std::vector<int>> signs;
  for (std::size_t c = 0; c < open.count(); ++c) signs.push_back(open.separator_signs(c));
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < open.separators().size(); ++i) chosen.push_back(i);
  for (std::size_t i = chosen.size(); i-- > 0;) {
    std::vector<std::size_t> fewer = chosen;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (tell_apart(signs, fewer)) chosen = std::move(fewer);
  }
  Json texts = Json::array();
  for (std::size_t i : chosen) texts.push_back(open.condition().factors()[open.separators()[i]].to_string());
  return texts;
}

Json wall_json(const LiftedWall& wall) {
  Json samples = Json::array();
  for (const WallSample& s : wall) {
    Json sub = s.outcome == WallSample::Outcome::outside  ? Json("out")
               : s.outcome == WallSample::Outcome::joined ? Json("same")
                                                          : wall_json(s.over);
    samples.push_back(Json::array({s.sample.to_string(), s.left.to_string(), s.right.to_string(), std::move(sub)}));
  }
  return samples;
}

Json walls_json(const OpenComponents& open) {
  std::vector<std::size_t> numbers;
  for (std::size_t leaf = 0; leaf < open.tree().leaves().size(); ++leaf)
    numbers.push_back(open.component_of_leaf(leaf));
  Json walls = Json::array();
  for (const LiftedWall& wall : lift_separating_walls(open.projection(), open.condition(), open.tree(), numbers))
    walls.push_back(wall_json(wall));
  return walls;
}

Json separation_json(const OpenComponents& open) {
  if (open.separation() == Separation::trivial) return "trivial";
  Json separation = Json::object();
  if (open.separation() == Separation::signs)
    separation["signs"] = signs_json(open);
  else
    separation["walls"] = walls_json(open);
  return separation;
}

Json closed_pieces_json(const Thickening& thickening) {
  Json proofs = Json::array();
  auto proof = thickening.closed.begin();
  const auto& pieces = thickening.pieces;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!has_strict_condition(pieces[i].base.formula)) continue;
    for (std::size_t j = i + 1; j < pieces.size(); ++j, ++proof) {
      SemialgebraicSet set = thickening.base;
      set.formula = leaving(pieces[i].base.formula, pieces[j].base.formula);
      proofs.push_back(proof_node(set, *proof));
    }
  }
  return proofs;
}

}  // namespace

Json projection_json(const Projection& projection) {
  Json levels = Json::array();
  for (std::size_t k = 1; k <= projection.levels(); ++k) {
    Json level = Json::array();
    for (const Projection::Factor& f : projection.level(k)) level.push_back(f.polynomial.to_string());
    levels.push_back(std::move(level));
  }
  return levels;
}

Json units_json(const Formula& formula, const Projection& projection) {
  std::vector<Polynomial> units;
  const auto add = [&](const Polynomial& unit) {
    if (std::find(units.begin(), units.end(), unit) == units.end()) units.push_back(unit);
  };
  for (const Atom& atom : formula.atoms())
    for (const auto& power : atom.polynomial.factor().powers)
      if (evident_sign(power.factor) != 0) add(power.factor.in_ring(projection.ring()).primitive());
  for (const Polynomial& unit : projection.units()) add(unit);
  return polynomial_texts(units);
}

void add_decomposition(Json& node, const Formula& formula, const Projection& projection, const CellTree& tree) {
  node["order"] = projection.ring().names();
  node["units"] = units_json(formula, projection);
  node["projection"] = projection_json(projection);
  node["cells"] = CellListing(projection, tree).list([](const CellTree::Cell&) { return Json("in"); });
}

Json full_cells_json(const Projection& projection, const CellTree& tree,
                     const std::function<bool(std::size_t leaf)>& inside) {
  return CellListing(projection, tree).list([&](const CellTree::Cell& cell) {
    Json result = inside(cell.first_leaf) ? "in" : "out";
    for (std::size_t level = cell.level; level < projection.levels(); ++level)
      result = Json::array({Json::array({"0", std::move(result)})});
    return result;
  });
}

Json open_node(const OpenComponents& components) {
  constexpr std::size_t most_cells = 400000;
  const auto cells = components.tree().has_regions() ? components.in_cells(most_cells) : std::nullopt;
  if (components.tree().has_regions() && !cells)
    throw TooHardToCertify("the set has more than " + std::to_string(most_cells) + " open cells");
  const OpenComponents& open = cells ? *cells : components;
  Json node = Json::object();
  node["rule"] = "open";
  add_decomposition(node, open.condition().formula(), open.projection(), open.tree());
  node["components"] = components_json(open);
  node["joins"] = joins_json(open);
  node["separation"] = separation_json(open);
  return node;
}

Json thicken_node(const ThickenedComponents& thickened) {
  const auto& [thickening, projection, values] = thickened.fibre();
  const std::vector<std::string>& names = thickening.family.ring.names();
  const auto names_of = [&](const ThickenedPiece& piece) {
    const auto first = names.begin() + static_cast<std::ptrdiff_t>(piece.first);
    return std::vector<std::string>(first, first + static_cast<std::ptrdiff_t>(piece.infinitesimals));
  };
  Json node = Json::object();
  if (thickening.pieces.size() == 1) {
    node["rule"] = "thicken";
    node["infinitesimals"] = names_of(thickening.pieces.front());
    node["ball"] = thickening.pieces.front().ball ? 2 : 0;
  } else {
    node["rule"] = "thicken-pieces";
    node["pieces"] = Json::array();
    for (const ThickenedPiece& piece : thickening.pieces) {
      Json entry = Json::object();
      entry["formula"] = piece.base.formula.to_string();
      entry["infinitesimals"] = names_of(piece);
      entry["ball"] = piece.ball ? 2 : 0;
      node["pieces"].push_back(std::move(entry));
    }
    node["closed"] = closed_pieces_json(thickening);
  }
  node["order"] = projection.ring().names();
  node["units"] = units_json(thickening.family.formula, projection);
  node["projection"] = projection_json(projection);
  node["values"] = point_json(values);
  node["count"] = open_node(thickened.open());
  return node;
}

}  // namespace isthmus
