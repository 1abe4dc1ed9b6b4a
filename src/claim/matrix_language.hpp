#pragma once

#include "claim/expression_parser.hpp"
#include "claim/integer_expression.hpp"
#include "claim/matrix_expression.hpp"
#include "claim/matrix_names.hpp"

namespace isthmus {

/// Gives a syntax tree its meaning as a matrix expression, for one choice of dimensions. Besides + - * and ^ with an
/// integer exponent >= 0 there are T(A), inv(A), det(A), I(n), zero(m, n), A/s for a scalar s, W[i], and the ordered
/// products prod_down(i = n..m, F) = F(n)*..*F(m) and prod_up(i = m..n, F) = F(m)*..*F(n); an empty product is left out
/// of the product it stands in. Throws ParseError with the place: unknown names, shapes that do not fit.
MatrixExpression elaborate(const Source& source, const Expression& expression, const MatrixNames& matrices,
                           const IntegerNames& integers);

/// The same where the expression must have this shape; there a plain 0 is the zero matrix.
MatrixExpression elaborate(const Source& source, const Expression& expression, const MatrixNames& matrices,
                           const IntegerNames& integers, const MatrixExpression& shaped_like);

/// One comparison: of scalars by any relation, of matrices by = or !=, of rank(A) with an integer expression.
MatrixCondition elaborate_condition(const Source& source, const Expression& expression, const MatrixNames& matrices,
                                    const IntegerNames& integers);

}  // namespace isthmus
