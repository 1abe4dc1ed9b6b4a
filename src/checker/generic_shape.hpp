#pragma once

#include <string>
#include <utility>

#include "checker/matrix.hpp"

namespace isthmus::check {

/// Rows and columns of a matrix as texts of the claim: equal texts are equal sizes in all dimensions. A text is empty
/// where the matrix does not tell it (identity matrices and zero).
struct GenericShape {
  std::string rows;
  std::string columns;
};

/// The shape in all dimensions of an expression that fits together in all of them. Throws TextError, naming the place,
/// for one that is not seen to: where neighbours in a product or the parts of a sum have other texts, or where an
/// identity matrix or zero stands in a product.
GenericShape generic_shape(const Matrix& expression);

}  // namespace isthmus::check
