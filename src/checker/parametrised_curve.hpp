#pragma once

#include <string>
#include <vector>

#include "checker/set.hpp"
#include "checker/toml_table.hpp"

namespace isthmus::check {

/// t -> numerators(t) / denominator(t), t in [from, to].
struct ParametrisedCurve {
  std::string parameter;
  std::vector<Polynomial> numerators;
  Polynomial denominator;
  Rational from;
  Rational to;
};

/// Reads the coordinates, rational functions of the parameter, and the interval; they have no pole on it. Throws
/// InvalidClaim.
ParametrisedCurve read_parametrised(Table& table);
std::vector<Rational> point_on(const ParametrisedCurve& curve, const Rational& t);
/// P(n/d) d^m for the total degree m of P.
Polynomial along(const Polynomial& p, const ParametrisedCurve& curve);

}  // namespace isthmus::check
