#pragma once

#include "exact/matrix.hpp"

namespace isthmus {

/// The sign of det(a): -1, 0 or 1, exact. Balls decide it where they can; only where they cannot (a singular matrix, or
/// one that is close to one) is the determinant computed. Throws InvalidInput if not square.
int determinant_sign(const Matrix& a);

}  // namespace isthmus
