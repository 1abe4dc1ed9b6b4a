#include "certificate/json.hpp"

#include "exact/error.hpp"

namespace isthmus {

Json polynomial_texts(const std::vector<Polynomial>& polynomials) {
  Json texts = Json::array();
  for (const Polynomial& p : polynomials) texts.push_back(p.to_string());
  return texts;
}

Json point_json(const Point& point) {
  Json coordinates = Json::array();
  for (const Rational& x : point) coordinates.push_back(x.to_string());
  return coordinates;
}

Json point_object(const PolynomialRing& ring, const Point& point) {
  require(point.size() == ring.size(), "one value per variable is needed");
  Json object = Json::object();
  for (std::size_t i = 0; i < point.size(); ++i) object[ring.name(i)] = point[i].to_string();
  return object;
}

}  // namespace isthmus
