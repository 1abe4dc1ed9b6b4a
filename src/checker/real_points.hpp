#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checker/json.hpp"
#include "checker/polynomial.hpp"
#include "checker/real_claims.hpp"

namespace isthmus::check {

/// Values of real variables.
using RealPoint = std::map<std::string, Rational>;

/// The exact value; nothing where it is not defined or not rational.
std::optional<Rational> value_at(const Syntax& expression, const RealPoint& point);
/// Whether a comparison holds; nothing as above.
std::optional<bool> holds_at(const RealComparison& comparison, const RealPoint& point);
/// One value for each variable, at which all assumptions hold; refused otherwise.
RealPoint read_model(const Json& model, const std::vector<std::string>& variables,
                     const std::vector<RealComparison>& assumptions);

/// A rational function of one variable t.
struct CurveFunction {
  Polynomial numerator;
  Polynomial denominator;
};

/// The expression along a curve, given by rational functions of t, if it is a rational function there.
std::optional<CurveFunction> along(const Syntax& expression, const std::map<std::string, CurveFunction>& curve);
/// The degree of the numerator minus that of the denominator, for a function other than 0.
long growth(const CurveFunction& f);
/// The sign for all large t.
int final_sign(const CurveFunction& f);
CurveFunction minus(const CurveFunction& a, const CurveFunction& b);

}  // namespace isthmus::check
