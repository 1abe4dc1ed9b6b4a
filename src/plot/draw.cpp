#include "plot/draw.hpp"

#include <algorithm>

#include "exact/error.hpp"
#include "plot/frame.hpp"
#include "plot/line_drawing.hpp"
#include "plot/plane_drawing.hpp"
#include "plot/space_drawing.hpp"

namespace isthmus {
namespace {

/// The numbers of `components` for the components of a set decided here, given the exact point of each and where a
/// point lies among them. The counts must agree: they come from two algorithms.
template <class Located>
std::vector<std::size_t> numbers(const std::vector<AlgebraicPoint>& points, const ProvedComponents& components,
                                 const Located& located) {
  ensure(points.size() == components.evidence->count(), "a picture shows another number of components than proved");
  std::vector<std::optional<std::size_t>> number(points.size());
  for (std::size_t i = 0; i < components.samples.size(); ++i)
    if (components.samples[i]) number.at(located(*components.samples[i]).value()) = i;
  std::vector<std::size_t> result;
  for (std::size_t k = 0; k < points.size(); ++k)
    result.push_back(number[k] ? *number[k] : components.evidence->component_at(points[k]));
  std::vector<std::size_t> sorted = result;
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = 0; i < sorted.size(); ++i)
    ensure(sorted[i] == i, "a picture tells other components apart than proved");
  return result;
}

void draw_line(Picture& picture, const SemialgebraicSet& set, const std::optional<ProvedComponents>& components,
               const std::optional<Box>& box) {
  const LineSet line(set);
  std::vector<AlgebraicPoint> points;
  for (const LineComponent& component : line.components()) points.push_back({component.sample});
  std::vector<std::size_t> number;
  if (components)
    number = numbers(points, *components, [&](const AlgebraicPoint& point) { return line.component_at(point[0]); });
  picture.box = box.value_or(box_around(line));
  picture.drawing = draw_line_set(line, picture.box, number);
}

void draw_plane(Picture& picture, const SemialgebraicSet& set, const std::optional<ProvedComponents>& components,
                const std::optional<Box>& box) {
  const PlaneSet plane(set);
  std::vector<AlgebraicPoint> points;
  for (const PlaneComponent& component : plane.components()) points.push_back(component.sample);
  std::vector<std::size_t> number;
  if (components)
    number = numbers(points, *components, [&](const AlgebraicPoint& point) { return plane.component_at(point); });
  picture.box = box ? *box : box_around(plane);
  picture.drawing = draw_plane_set(plane, picture.box, number);
}

void place_samples(Picture& picture, const ProvedComponents& components) {
  for (std::size_t i = 0; i < components.samples.size(); ++i) {
    DrawnSample sample{i, {}, {}};
    if (components.samples[i]) {
      const std::vector<Rational> point = approximate(*components.samples[i]);
      for (std::size_t v = 0; v < point.size(); ++v) sample.place.push_back(picture.box[v].unit(point[v]));
    }
    picture.samples.push_back(std::move(sample));
  }
}

}  // namespace

void require_drawable(const SemialgebraicSet& set) {
  require(set.parameter_count == 0, "a family of sets has no single picture: give its parameters values");
  const std::size_t n = set.dimension();
  if (n >= 1 && n <= 3) return;
  throw InvalidInput("the set has " + (n == 0 ? std::string("no variables") : std::to_string(n) + " variables") +
                     "; pictures are drawn of sets in 1, 2 or 3 variables" +
                     (n == 0 ? " (--vars x,y declares some)" : " (fix others by substituting values for them)"));
}

Picture draw_set(const SemialgebraicSet& set, const std::optional<ProvedComponents>& components,
                 const std::optional<Box>& box, std::size_t cells) {
  require_drawable(set);
  Picture picture;
  picture.variables = set.ring.names();
  if (components) picture.components = components->evidence->count();
  if (set.dimension() == 1) {
    draw_line(picture, set, components, box);
  } else if (set.dimension() == 2) {
    draw_plane(picture, set, components, box);
  } else {
    draw_space(picture, set, components, box, cells);
  }
  if (components) place_samples(picture, *components);
  return picture;
}

}  // namespace isthmus
