#pragma once

#include <string>
#include <vector>

#include "figure/page.hpp"
#include "plot/picture.hpp"

namespace isthmus {

/// The rectangle of a page onto which a box is drawn.
class FlatAxes {
 public:
  /// Below what is on the page: at one scale along both axes, unless the box is too long for that; `height` pixels high
  /// if that is positive.
  FlatAxes(const Page& page, const Box& box, double height);

  CanvasPoint at(const FlatPoint& point) const {
    return {left_ + point.x * width_, top_ + height_ - point.y * height_};
  }
  std::vector<CanvasPoint> at(const std::vector<FlatPoint>& points) const;
  /// Lines through 0 and a grid, to be drawn first.
  void add_grid(Page& page) const;
  /// The frame with ticks and the names of the axes, to be drawn last; moves the bottom of the page below it. One name:
  /// the vertical axis has no ticks.
  void add_frame(Page& page, const std::vector<std::string>& names) const;

 private:
  Box box_;
  double left_ = 58;
  double top_ = 0;
  double width_ = 0;
  double height_ = 0;
};

}  // namespace isthmus
