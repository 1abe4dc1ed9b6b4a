#include "figure/flat_axes.hpp"

#include <algorithm>

#include "figure/axis.hpp"
#include "figure/palette.hpp"

namespace isthmus {
namespace {

constexpr int kTicks = 6;

}  // namespace

FlatAxes::FlatAxes(const Page& page, const Box& box, double height) : box_(box), top_(page.bottom + 20) {
  const double room = kPageWidth - left_ - kPageMargin;
  width_ = room;
  height_ = height;
  if (height > 0) return;
  const double ratio = to_double(box.at(1).width() / box.at(0).width());
  constexpr double longest = 2.5;
  height_ = ratio > longest || ratio < 1 / longest ? 0.75 * room : std::min(room, room * ratio);
  if (ratio <= longest && ratio > 1) width_ = room / ratio;
}

std::vector<CanvasPoint> FlatAxes::at(const std::vector<FlatPoint>& points) const {
  std::vector<CanvasPoint> result;
  for (const FlatPoint& point : points) result.push_back(at(point));
  return result;
}

void FlatAxes::add_grid(Page& page) const {
  PathItem grid{{}, false, {std::nullopt, Colour{0xee, 0xee, 0xee}, 1}};
  PathItem zero{{}, false, {std::nullopt, Colour{0xbb, 0xbb, 0xbb}, 1}};
  for (const Tick& tick : ticks(box_.at(0), kTicks)) {
    PathItem& lines = tick.label == "0" ? zero : grid;
    lines.parts.push_back({at({tick.place, 0}), at({tick.place, 1})});
  }
  if (box_.size() > 1)
    for (const Tick& tick : ticks(box_.at(1), kTicks)) {
      PathItem& lines = tick.label == "0" ? zero : grid;
      lines.parts.push_back({at({0, tick.place}), at({1, tick.place})});
    }
  page.canvas.items.push_back(std::move(grid));
  if (!zero.parts.empty()) page.canvas.items.push_back(std::move(zero));
}

void FlatAxes::add_frame(Page& page, const std::vector<std::string>& names) const {
  const bool plane = box_.size() > 1;
  PathItem frame{{}, false, {std::nullopt, kFaint, 1}};
  if (plane) frame.parts.push_back(at({{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}));
  if (!plane) frame.parts.push_back(at({{0, 0}, {1, 0}}));
  std::vector<TextItem> labels;
  for (const Tick& tick : ticks(box_.at(0), kTicks)) {
    const CanvasPoint p = at({tick.place, 0});
    frame.parts.push_back({p, {p.x, p.y + 4}});
    labels.push_back({{p.x, p.y + 17}, tick.label, 11, Anchor::middle});
  }
  if (plane)
    for (const Tick& tick : ticks(box_.at(1), kTicks)) {
      const CanvasPoint p = at({0, tick.place});
      frame.parts.push_back({p, {p.x - 4, p.y}});
      labels.push_back({{p.x - 7, p.y + 4}, tick.label, 11, Anchor::end});
    }
  const CanvasPoint right = at({1, 0});
  labels.push_back({{right.x, right.y + 32}, names.at(0), 13, Anchor::end, kInk, true});
  if (plane)
    labels.push_back(
        {{left_ - 7, top_ - 6}, names.at(1), 13, names.at(1).size() > 4 ? Anchor::middle : Anchor::end, kInk, true});
  page.canvas.items.push_back(std::move(frame));
  for (TextItem& label : labels) page.canvas.items.push_back(std::move(label));
  page.bottom = top_ + height_ + 38;
}

}  // namespace isthmus
