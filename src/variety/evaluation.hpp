#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claim/matrix_expression.hpp"
#include "exact/matrix.hpp"

namespace isthmus {

/// Rational values of matrices, by the names of their symbols; a scalar is a 1 x 1 matrix.
using Assignment = std::map<std::string, Matrix>;

/// The exact value of an expression; nullopt if an inverse that occurs in it does not exist. Throws InvalidInput if a
/// symbol has no value.
std::optional<Matrix> evaluate(const MatrixExpression& expression, const Assignment& values);

/// Whether a condition holds; false if an inverse in it does not exist. Throws InvalidInput as above.
bool holds(const MatrixCondition& condition, const Assignment& values);

/// Whether all symbols of the expression have a value.
bool has_values(const MatrixExpression& expression, const Assignment& values);

bool is_zero(const Matrix& matrix);

/// "[[1, 2], [0, 1/3]]"; a 1 x 1 matrix as the number.
std::string to_string(const Matrix& matrix);
/// "X = 1, W[1] = [[1, 0], [0, 1]]", in the order of the symbols; those without a value are left out.
std::string to_string(const Assignment& values, const std::vector<MatrixSymbol>& symbols);

}  // namespace isthmus
