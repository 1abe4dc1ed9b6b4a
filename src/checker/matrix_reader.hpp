#pragma once

#include <string>

#include "checker/integers.hpp"
#include "checker/matrix.hpp"
#include "checker/relation.hpp"
#include "checker/syntax.hpp"

namespace isthmus::check {

/// One condition on matrices.
struct Condition {
  enum class Kind {
    sign,  ///< expression REL 0, of a scalar
    zero,  ///< expression = 0 or expression != 0 (some entry is not 0), of a matrix
    rank,  ///< rank(expression) REL rank
  };
  Kind kind;
  Matrix expression;
  Relation relation;
  std::size_t rank = 0;
};

/// The meaning of a text of section "Matrix expressions" of CLAIMS.md. Throws TextError: unknown names, shapes that do
/// not fit, division by zero.
Matrix read_matrix(const Syntax& text, const Names& names);
/// The same for a text that must have the shape of `model`; a plain 0 takes it.
Matrix read_matrix_like(const Matrix& model, const Syntax& text, const Names& names);
/// One comparison, as hypotheses state it.
Condition read_condition(const Syntax& text, const Names& names);

}  // namespace isthmus::check
