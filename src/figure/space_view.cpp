#include "figure/space_view.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "figure/axis.hpp"
#include "figure/palette.hpp"

namespace isthmus {
namespace {

constexpr double kScale = 330;   // pixels along an edge of the cube
constexpr double kTurn = 0.60;   // radians: the viewer stands to the right of the front,
constexpr double kRaise = 0.42;  // and above
constexpr double kCentreX = kPageWidth / 2 + 6;
constexpr double kHalfHeight = 268;

/// Unit vectors: to the right, upwards, towards the viewer.
std::array<SpacePoint, 3> axes() {
  const double c = std::cos(kTurn);
  const double s = std::sin(kTurn);
  return {SpacePoint{c, s, 0}, SpacePoint{-std::sin(kRaise) * s, std::sin(kRaise) * c, std::cos(kRaise)},
          SpacePoint{std::cos(kRaise) * s, -std::cos(kRaise) * c, std::sin(kRaise)}};
}

double dot(const SpacePoint& a, const SpacePoint& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

SpacePoint centred(const SpacePoint& p) { return {p.x - 0.5, p.y - 0.5, p.z - 0.5}; }

}  // namespace

SpaceView::SpaceView(double top) : top_(top) {}

CanvasPoint SpaceView::at(const SpacePoint& point) const {
  const SpacePoint p = centred(point);
  return {kCentreX + kScale * dot(axes()[0], p), top_ + kHalfHeight - kScale * dot(axes()[1], p)};
}

double SpaceView::nearness(const SpacePoint& point) const { return dot(axes()[2], centred(point)); }

bool SpaceView::faces_viewer(const SpacePoint& normal) const { return dot(axes()[2], normal) > 0; }

double SpaceView::brightness(const SpacePoint& normal) const {
  const auto [right, up, near] = axes();
  const SpacePoint light{-0.35 * right.x + 0.5 * up.x + 0.8 * near.x, -0.35 * right.y + 0.5 * up.y + 0.8 * near.y,
                         -0.35 * right.z + 0.5 * up.z + 0.8 * near.z};
  return 0.62 + 0.38 * std::min(1.0, std::abs(dot(light, normal)));
}

double SpaceView::bottom() const { return at({1, 0, 0}).y + 26; }

void SpaceView::add_back(Page& page, const Box& box, const std::vector<std::string>& names) const {
  PathItem walls{{}, false, {std::nullopt, Colour{0xe4, 0xe4, 0xe4}, 1}};
  PathItem edges{{}, false, {std::nullopt, Colour{0xaa, 0xaa, 0xaa}, 1}};
  std::vector<TextItem> labels;
  const auto line = [&](PathItem& item, const SpacePoint& a, const SpacePoint& b) {
    item.parts.push_back({at(a), at(b)});
  };
  for (const auto& [from, to] : std::array<std::array<SpacePoint, 2>, 9>{{{{{0, 0, 0}, {1, 0, 0}}},
                                                                          {{{1, 0, 0}, {1, 1, 0}}},
                                                                          {{{0, 0, 0}, {0, 0, 1}}},
                                                                          {{{0, 0, 0}, {0, 1, 0}}},
                                                                          {{{0, 1, 0}, {1, 1, 0}}},
                                                                          {{{0, 1, 0}, {0, 1, 1}}},
                                                                          {{{1, 1, 0}, {1, 1, 1}}},
                                                                          {{{0, 0, 1}, {0, 1, 1}}},
                                                                          {{{0, 1, 1}, {1, 1, 1}}}}})
    line(edges, from, to);
  constexpr int wanted = 5;
  for (const Tick& tick : ticks(box.at(0), wanted)) {
    const double t = tick.place;
    line(walls, {t, 0, 0}, {t, 1, 0});
    line(walls, {t, 1, 0}, {t, 1, 1});
    const CanvasPoint p = at({t, 0, 0});
    labels.push_back({{p.x - 3, p.y + 16}, tick.label, 11, Anchor::middle});
  }
  for (const Tick& tick : ticks(box.at(1), wanted)) {
    const double t = tick.place;
    line(walls, {0, t, 0}, {1, t, 0});
    line(walls, {0, t, 0}, {0, t, 1});
    const CanvasPoint p = at({1, t, 0});
    labels.push_back({{p.x + 8, p.y + 11}, tick.label, 11, Anchor::start});
  }
  for (const Tick& tick : ticks(box.at(2), wanted)) {
    const double t = tick.place;
    line(walls, {0, 0, t}, {0, 1, t});
    line(walls, {0, 1, t}, {1, 1, t});
    const CanvasPoint p = at({0, 0, t});
    labels.push_back({{p.x - 7, p.y + 4}, tick.label, 11, Anchor::end});
  }
  const CanvasPoint x = at({0.5, 0, 0});
  const CanvasPoint y = at({1, 0.5, 0});
  const CanvasPoint z = at({0, 0, 1});
  labels.push_back({{x.x - 14, x.y + 38}, names.at(0), 13, Anchor::middle, kInk, true});
  labels.push_back({{y.x + 40, y.y + 26}, names.at(1), 13, Anchor::start, kInk, true});
  labels.push_back({{z.x - 7, z.y - 12}, names.at(2), 13, Anchor::middle, kInk, true});
  page.canvas.items.push_back(std::move(walls));
  page.canvas.items.push_back(std::move(edges));
  for (TextItem& label : labels) page.canvas.items.push_back(std::move(label));
}

void SpaceView::add_front(Page& page) const {
  PathItem edges{{{at({1, 0, 1}), at({1, 0, 0})}, {at({1, 0, 1}), at({0, 0, 1})}, {at({1, 0, 1}), at({1, 1, 1})}},
                 false,
                 {std::nullopt, Colour{0xaa, 0xaa, 0xaa}, 1, true}};
  page.canvas.items.push_back(std::move(edges));
}

}  // namespace isthmus
