#pragma once

#include <string>

#include "report/answers.hpp"

namespace isthmus {

/// The points for a reader, each behind the number of its component; or why it is undecided.
std::string sample_report(const SampleAnswer& answer);

/// The points as one JSON object of the schema isthmus.sample/1. Components are numbered from 1, as in the report.
std::string sample_json(const SampleAnswer& answer);

}  // namespace isthmus
