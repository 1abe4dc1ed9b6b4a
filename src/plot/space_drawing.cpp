#include "plot/space_drawing.hpp"

#include "plot/frame.hpp"
#include "plot/grid_owners.hpp"
#include "plot/space_box.hpp"
#include "plot/thin_parts.hpp"

namespace isthmus {
namespace {

std::vector<std::vector<Rational>> known_points(const std::optional<ProvedComponents>& components) {
  std::vector<std::vector<Rational>> result;
  if (components)
    for (const auto& sample : components->samples)
      if (sample) result.push_back(approximate(*sample));
  return result;
}

Anchors anchors_of(const std::optional<ProvedComponents>& components, const Box& box) {
  Anchors result;
  for (std::size_t i = 0; components && i < components->samples.size(); ++i) {
    if (!components->samples[i]) continue;
    const std::vector<Rational> at = approximate(*components->samples[i]);
    result.push_back({{box[0].unit(at[0]), box[1].unit(at[1]), box[2].unit(at[2])}, i});
  }
  return result;
}

}  // namespace

void draw_space(Picture& picture, const SemialgebraicSet& set, const std::optional<ProvedComponents>& components,
                const std::optional<Box>& box, std::size_t cells) {
  picture.box = box ? *box : space_box(set, known_points(components));
  const SignFormula formula(set.formula);
  const SignGrid grid(formula, picture.box, cells);
  GridOwners owners{std::vector<Owner>(grid.size()), std::vector<Owner>(grid.crossings().size())};
  if (components) owners = grid_owners(set, picture.box, grid, *components, picture.notes);
  SpaceDrawing drawing;
  add_surfaces(drawing, formula, grid, owners);
  const Owner only = components && components->evidence->count() == 1 ? Owner(0) : std::nullopt;
  const bool all_known = add_thin_parts(drawing, formula, grid, anchors_of(components, picture.box), only);
  if (components && !all_known)
    picture.notes.push_back("Grey: pieces of curves or points on which no known point of a component lies.");
  picture.notes.insert(
      picture.notes.begin(),
      "A mesh of " + std::to_string(cells) +
          " cells along each side of the box: a picture, no evidence; what is smaller than a cell may be missing.");
  picture.drawing = std::move(drawing);
}

}  // namespace isthmus
