#include "certificate/json.hpp"

#include "exact/error.hpp"

namespace isthmus {

Json rule_node(const char* name) {
  Json node = Json::object();
  node["rule"] = name;
  return node;
}

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

std::string certificate_text(const Json& document) {
  std::string text = "{";
  for (const auto& [key, value] : document.items()) {
    if (text.size() > 1) text += ",";
    text += Json(key).dump() + ":";
    if (value.is_array() && (key == "lemmas" || key == "instances")) {
      text += "[";
      for (std::size_t i = 0; i < value.size(); ++i) text += (i == 0 ? "\n" : ",\n") + value[i].dump();
      text += "]";
    } else {
      text += value.dump();
    }
  }
  return text + "}\n";
}

}  // namespace isthmus
