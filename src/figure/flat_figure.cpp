#include "figure/flat_figure.hpp"

#include "figure/flat_axes.hpp"
#include "figure/palette.hpp"

namespace isthmus {
namespace {

constexpr double kLineOfNumbers = 44;  // the height of a picture of a subset of the line

void add_regions(Page& page, const FlatAxes& axes, const FlatDrawing& drawing) {
  for (const FlatRegion& region : drawing.regions) {
    const Colour colour = tint(colour_of(region.owner, component_colour(0)), 0.7);
    // The thin line covers the seams between the polygons of one region.
    PathItem path{{}, true, {colour, colour, 0.5}};
    for (const auto& polygon : region.polygons) path.parts.push_back(axes.at(polygon));
    page.canvas.items.push_back(std::move(path));
  }
}

/// First what is not in the set.
void add_lines(Page& page, const FlatAxes& axes, const FlatDrawing& drawing, double width) {
  for (const bool belongs : {false, true})
    for (const FlatLine& line : drawing.lines) {
      if (line.belongs != belongs) continue;
      const Colour colour = colour_of(line.owner, belongs ? component_colour(0) : Colour{0x55, 0x55, 0x55});
      page.canvas.items.push_back(
          PathItem{{axes.at(line.points)}, false, {std::nullopt, colour, belongs ? width : 1.2, !belongs}});
    }
}

void add_dots(Page& page, const FlatAxes& axes, const FlatDrawing& drawing) {
  const Colour white{0xff, 0xff, 0xff};
  for (const FlatDot& dot : drawing.dots) {
    const Colour colour = colour_of(dot.owner, dot.belongs ? component_colour(0) : Colour{0x55, 0x55, 0x55});
    page.canvas.items.push_back(
        DiscItem{axes.at(dot.point), dot.belongs ? 4.0 : 3.5, {dot.belongs ? colour : white, colour, 1.4}});
  }
}

void add_samples(Page& page, const FlatAxes& axes, const Picture& picture) {
  const bool numbers = picture.samples.size() > 1 && picture.samples.size() <= kMostNumbers;
  for (const DrawnSample& sample : picture.samples) {
    if (sample.place.empty()) continue;
    const FlatPoint at{sample.place[0], sample.place.size() > 1 ? sample.place[1] : 0.5};
    if (at.x < 0 || at.x > 1 || at.y < 0 || at.y > 1) continue;
    const CanvasPoint p = axes.at(at);
    page.canvas.items.push_back(DiscItem{p, 3, {component_colour(sample.component), Colour{0xff, 0xff, 0xff}, 1}});
    if (!numbers) continue;
    page.canvas.items.push_back(
        TextItem{{p.x + 6, p.y - 6}, std::to_string(sample.component + 1), 13, Anchor::start, kInk, true, true});
  }
}

}  // namespace

Canvas flat_figure(const Picture& picture, const FlatDrawing& drawing) {
  Page page = page_with_heading(picture.set, result_text(picture));
  const bool plane = picture.variables.size() > 1;
  const FlatAxes axes(page, picture.box, plane ? 0 : kLineOfNumbers);
  axes.add_grid(page);
  add_regions(page, axes, drawing);
  add_lines(page, axes, drawing, plane ? 2 : 5);
  add_dots(page, axes, drawing);
  add_samples(page, axes, picture);
  axes.add_frame(page, picture.variables);
  add_legend(page, picture);
  return std::move(page.canvas);
}

}  // namespace isthmus
