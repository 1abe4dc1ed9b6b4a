#pragma once

#include <string>

#include "report/answers.hpp"

namespace isthmus {

/// The answer for a reader: the count, one point of each component, the method; or why it is undecided.
/// `certificate` says what became of the one that was wanted: "written", "unchecked"; empty if none was.
std::string components_report(const ComponentsAnswer& answer, const std::string& certificate = {});

/// The answer as one JSON object of the schema isthmus.components/1.
std::string components_json(const ComponentsAnswer& answer, const std::string& certificate = {});

}  // namespace isthmus
