#pragma once

#include <string>

#include "report/answers.hpp"

namespace isthmus {

/// The answer for a reader: the count, one point of each component, the method; or why it is undecided.
std::string components_report(const ComponentsAnswer& answer);

/// The answer as one JSON object of the schema isthmus.components/1.
std::string components_json(const ComponentsAnswer& answer);

}  // namespace isthmus
