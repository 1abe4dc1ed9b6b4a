#include "report/json_values.hpp"

namespace isthmus {

Json to_json(const RealRoot& value) {
  if (value.is_point()) return value.lower().to_string();
  Json json;
  json["root_of"] = value.polynomial().to_string();
  json["between"] = {value.lower().to_string(), value.upper().to_string()};
  return json;
}

Json to_json(const std::vector<std::string>& names, const AlgebraicPoint& point) {
  Json json = Json::object();
  for (std::size_t i = 0; i < names.size(); ++i) json[names[i]] = to_json(point.at(i));
  return json;
}

Json to_json(const std::vector<std::string>& names, const std::vector<Rational>& point) {
  return to_json(names, to_algebraic(point));
}

std::string json_text(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace isthmus
