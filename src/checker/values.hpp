#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checker/matrix_reader.hpp"

namespace isthmus::check {

using RationalMatrix = std::vector<std::vector<Rational>>;
/// a * b; a must have as many columns as b has rows, and b a row.
RationalMatrix product(const RationalMatrix& a, const RationalMatrix& b);
/// Values of matrices by the names of their symbols; a scalar is a 1 x 1 matrix.
using Values = std::map<std::string, RationalMatrix>;

/// The exact value; nothing if an inverse in the expression does not exist. Throws Declined for a symbol without value.
std::optional<RationalMatrix> evaluate(const Matrix& expression, const Values& values);
/// Whether the condition holds; it does not where an inverse in it does not exist.
bool holds(const Condition& condition, const Values& values);

}  // namespace isthmus::check
