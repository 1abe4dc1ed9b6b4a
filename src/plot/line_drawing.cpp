#include "plot/line_drawing.hpp"

#include <algorithm>
#include <limits>

#include "plot/frame.hpp"

namespace isthmus {
namespace {

constexpr double kHeight = 0.5;

class LineDrawer {
 public:
  LineDrawer(const LineSet& set, const Range& range, const std::vector<std::size_t>& number)
      : set_(set), number_(number) {
    for (RealRoot root : set.roots()) {
      root.refine_to(range.width() / pow(Rational(2), 17));
      roots_.push_back(range.unit(midpoint(root.lower(), root.upper())));
      roots_in_set_.push_back(set.component_at(root));
    }
    for (const Rational& gap : set.gaps()) gaps_in_set_.push_back(set.component_at(RealRoot(gap)));
  }

  FlatDrawing draw() const {
    FlatDrawing drawing;
    for (std::size_t i = 0; i < gaps_in_set_.size(); ++i) {
      const double left = std::max(0.0, i == 0 ? 0.0 : roots_[i - 1]);
      const double right = std::min(1.0, i == roots_.size() ? 1.0 : roots_[i]);
      if (gaps_in_set_[i] && left < right)
        drawing.lines.push_back({owner(gaps_in_set_[i]), true, {{left, kHeight}, {right, kHeight}}});
    }
    for (std::size_t i = 0; i < roots_.size(); ++i) {
      const bool left = gaps_in_set_[i].has_value();
      const bool right = gaps_in_set_[i + 1].has_value();
      const bool here = roots_in_set_[i].has_value();
      if (roots_[i] < 0 || roots_[i] > 1 || (here && left && right) || !(here || left || right)) continue;
      const auto whose = here ? roots_in_set_[i] : left && right ? std::nullopt : gaps_in_set_[left ? i : i + 1];
      drawing.dots.push_back({owner(whose), here, {roots_[i], kHeight}});
    }
    return drawing;
  }

 private:
  Owner owner(const std::optional<std::size_t>& component) const {
    if (!component || number_.empty()) return std::nullopt;
    return number_.at(*component);
  }

  const LineSet& set_;
  const std::vector<std::size_t>& number_;
  std::vector<double> roots_;
  std::vector<std::optional<std::size_t>> roots_in_set_;
  std::vector<std::optional<std::size_t>> gaps_in_set_;
};

}  // namespace

Box box_around(const LineSet& set) {
  Hull hull(1);
  for (const RealRoot& root : set.roots()) hull.add(approximate({root}));
  for (const LineComponent& component : set.components()) hull.add(approximate({component.sample}));
  return hull.framed();
}

FlatDrawing draw_line_set(const LineSet& set, const Box& box, const std::vector<std::size_t>& number) {
  return LineDrawer(set, box.at(0), number).draw();
}

}  // namespace isthmus
