#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claim/real_expression.hpp"

namespace isthmus {

/// Rational values of real variables.
using RealPoint = std::map<std::string, Rational, std::less<>>;

/// The exact value of an expression at a point; nullopt if it is not defined there or not rational.
std::optional<Rational> value_at(const RealExpression& expression, const RealPoint& point);

/// Whether a comparison holds at a point; nullopt as above.
std::optional<bool> holds_at(const RealComparison& comparison, const RealPoint& point);

/// The first point with small rational coordinates that satisfies all conditions and `accept`; nullopt if there is none
/// among them. Deterministic.
std::optional<RealPoint> find_point(const std::vector<std::string>& variables,
                                    const std::vector<RealComparison>& conditions,
                                    const std::function<bool(const RealPoint&)>& accept);

/// "k = 1, m = 2", in this order of the variables.
std::string to_string(const RealPoint& point, const std::vector<std::string>& variables);

}  // namespace isthmus
