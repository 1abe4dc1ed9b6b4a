#pragma once

#include <string>

#include "report/answers.hpp"

namespace isthmus {

/// The answer for a reader: a path, or what separates the points, or why it is undecided.
/// `certificate` says what became of the one that was wanted: "written", "unchecked"; empty if none was.
std::string connect_report(const ConnectAnswer& answer, const std::string& certificate = {});

/// The answer as one JSON object of the schema isthmus.connect/1. Components are numbered from 1, as in the report.
std::string connect_json(const ConnectAnswer& answer, const std::string& certificate = {});

}  // namespace isthmus
