#include "report/point_text.hpp"

namespace isthmus {

std::string point_text(const std::vector<std::string>& names, const AlgebraicPoint& point) {
  if (names.empty()) return "the only point";
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const RealRoot& value = point.at(i);
    text += i == 0 ? "" : ", ";
    text += names[i] + (value.is_point() ? "=" : " = ") + value.to_string();
  }
  return text;
}

std::string components_text(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " component" : " components");
}

}  // namespace isthmus
