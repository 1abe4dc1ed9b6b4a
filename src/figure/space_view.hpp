#pragma once

#include <string>
#include <vector>

#include "figure/canvas.hpp"
#include "figure/page.hpp"

namespace isthmus {

/// An orthographic view of the box of a picture in space, as a cube: z upwards, seen from the front, above and the
/// right.
class SpaceView {
 public:
  explicit SpaceView(double top);

  CanvasPoint at(const SpacePoint& point) const;
  /// Larger is nearer.
  double nearness(const SpacePoint& point) const;
  /// Whether a side with this outward normal is seen.
  bool faces_viewer(const SpacePoint& normal) const;
  /// How bright a surface is, in [0, 1]; the same for both of its sides.
  double brightness(const SpacePoint& normal) const;

  /// The edges of the cube behind everything, with ticks and names of the axes.
  void add_back(Page& page, const Box& box, const std::vector<std::string>& names) const;
  /// The three edges in front of everything.
  void add_front(Page& page) const;
  double bottom() const;

 private:
  double top_;
};

}  // namespace isthmus
