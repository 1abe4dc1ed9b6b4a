#include "figure/space_figure.hpp"

#include <algorithm>

#include "figure/flat_figure.hpp"
#include "figure/page.hpp"
#include "figure/palette.hpp"
#include "figure/space_view.hpp"

namespace isthmus {
namespace {

using Item = std::variant<PathItem, DiscItem, TextItem>;

/// Shown at its depth.
struct DeepItem {
  double nearness;
  Item item;
};

constexpr Colour kUnknown{0x99, 0x99, 0x99};
constexpr double kFront = 10;  // nearer than everything in the box

class SpacePainter {
 public:
  SpacePainter(const Picture& picture, const SpaceDrawing& drawing, const SpaceView& view)
      : picture_(picture),
        drawing_(drawing),
        view_(view),
        otherwise_(picture.components ? kUnknown : component_colour(0)) {}

  std::vector<DeepItem> items() {
    for (const SpaceFace& face : drawing_.faces) add(face);
    for (const SpaceSegment& segment : drawing_.segments) add(segment);
    for (const auto& [vertex, owner] : drawing_.dots) add(drawing_.vertices[vertex], 4, owner);
    for (const DrawnSample& sample : picture_.samples) add(sample);
    std::stable_sort(items_.begin(), items_.end(),
                     [](const DeepItem& a, const DeepItem& b) { return a.nearness < b.nearness; });
    return std::move(items_);
  }

 private:
  void add(const SpaceFace& face) {
    const Owner& owner = view_.faces_viewer(face.normal) ? face.front : face.back;
    const Colour colour = quantised(shaded(colour_of(owner, otherwise_), view_.brightness(face.normal)));
    std::vector<CanvasPoint> outline;
    double nearness = 0;
    for (std::size_t corner : face.corners) {
      outline.push_back(view_.at(drawing_.vertices[corner]));
      nearness += view_.nearness(drawing_.vertices[corner]);
    }
    nearness /= static_cast<double>(face.corners.size());
    // The thin line covers the seams between neighbours; transparent faces would show it.
    const Style style{colour, face.belongs ? std::optional(colour) : std::nullopt, 0.6, false, face.belongs ? 1 : 0.4};
    items_.push_back({nearness, PathItem{{std::move(outline)}, true, style}});
  }

  void add(const SpaceSegment& segment) {
    const SpacePoint& a = drawing_.vertices[segment.ends[0]];
    const SpacePoint& b = drawing_.vertices[segment.ends[1]];
    items_.push_back(
        {(view_.nearness(a) + view_.nearness(b)) / 2,
         PathItem{{{view_.at(a), view_.at(b)}}, false, {std::nullopt, colour_of(segment.owner, otherwise_), 2.6}}});
  }

  void add(const SpacePoint& point, double radius, const Owner& owner) {
    const Style style{colour_of(owner, otherwise_), Colour{0xff, 0xff, 0xff}, 1};
    items_.push_back({view_.nearness(point) + 0.01, DiscItem{view_.at(point), radius, style}});
  }

  void add(const DrawnSample& sample) {
    const bool inside = sample.place.size() == 3 && std::all_of(sample.place.begin(), sample.place.end(),
                                                                [](double value) { return value >= 0 && value <= 1; });
    if (!inside) return;
    const SpacePoint point{sample.place[0], sample.place[1], sample.place[2]};
    add(point, 3.5, sample.component);
    if (picture_.samples.size() < 2 || picture_.samples.size() > kMostNumbers) return;
    // In front of everything, so that it can be read.
    const CanvasPoint at = view_.at(point);
    const Colour colour = shaded(component_colour(sample.component), 0.7);
    const std::string number = std::to_string(sample.component + 1);
    items_.push_back({kFront, TextItem{{at.x + 6, at.y - 6}, number, 13, Anchor::start, colour, true, true}});
  }

  /// Fewer different colours make a smaller file.
  static Colour quantised(const Colour& colour) {
    const auto coarse = [](std::uint8_t value) { return static_cast<std::uint8_t>(value - value % 4 + 2); };
    return {coarse(colour.red), coarse(colour.green), coarse(colour.blue)};
  }

  const Picture& picture_;
  const SpaceDrawing& drawing_;
  const SpaceView& view_;
  Colour otherwise_;
  std::vector<DeepItem> items_;
};

}  // namespace

Canvas space_figure(const Picture& picture, const SpaceDrawing& drawing) {
  Page page = page_with_heading(picture.set, result_text(picture));
  const SpaceView view(page.bottom - 20);
  view.add_back(page, picture.box, picture.variables);
  for (DeepItem& deep : SpacePainter(picture, drawing, view).items()) page.canvas.items.push_back(std::move(deep.item));
  view.add_front(page);
  page.bottom = view.bottom();
  add_legend(page, picture);
  return std::move(page.canvas);
}

}  // namespace isthmus
