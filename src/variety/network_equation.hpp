#pragma once

#include "variety/rank_conditions.hpp"

namespace isthmus {

/// Rules for an equation L*B*R = C in matrices:
///
/// 1. a parameter that a hypothesis sets to zero is zero;
/// 2. factors without weights that the hypotheses make invertible cancel;
/// 3. in a sum, s*B + rest with s != 0 and a weight B that occurs nowhere else is a new variable;
/// 4. with C invertible and B a weight that occurs once, the set of (B, rest) is mapped to the set of rest; the image
/// is where
///    rank(L) and rank(R) are the size of C, the fibres are affine, and B = L^+ * C * R^+ with Moore-Penrose inverses
///    is a continuous section: pi_0 does not change;
/// 5. other targets of known rank: use_rank_of_target;
/// 6. the rank conditions are taken apart (take_apart).
MatrixReduction reduce_matrices(const Setting& setting, const MatrixExpression& network,
                                const MatrixExpression& target);

}  // namespace isthmus
