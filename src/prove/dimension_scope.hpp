#pragma once

#include <string>
#include <vector>

#include "claim/matrix_expression.hpp"
#include "prove/proof.hpp"

namespace isthmus {

/// The expressions with the sizes of identity and zero matrices left out: equal for two instances of a claim iff these
/// differ in the sizes of their matrices only.
std::string text_without_sizes(const std::vector<MatrixExpression>& expressions);

/// The same for conditions. A rank is written as the number of rows or columns if it is that, for matrices of every
/// size.
std::string text_without_sizes(const std::vector<MatrixCondition>& conditions);

/// The scope of a claim that was proved for each instance: all dimensions if no step depended on the sizes and all
/// instances (at least two) have the same text.
Scope scope_of(const std::vector<std::string>& texts, bool independent_of_sizes);

}  // namespace isthmus
