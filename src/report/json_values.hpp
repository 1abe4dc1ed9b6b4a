#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "exact/algebraic_point.hpp"

namespace isthmus {

/// JSON objects whose keys stay in the order in which they were added.
using Json = nlohmann::ordered_json;

/// "1/2", or {"root_of": "t^2-2", "between": ["1", "3/2"]}.
Json to_json(const RealRoot& value);
/// {"x": .., "y": ..}, one name per value.
Json to_json(const std::vector<std::string>& names, const AlgebraicPoint& point);
/// {"x": "1/2", ..}.
Json to_json(const std::vector<std::string>& names, const std::vector<Rational>& point);

/// The text of a JSON document, indented by two, with a final newline; bytes that are no UTF-8 are replaced.
std::string json_text(const Json& json);

}  // namespace isthmus
