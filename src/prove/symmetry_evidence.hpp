#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "claim/matrix_expression.hpp"
#include "exact/rational.hpp"
#include "variety/evaluation.hpp"
#include "variety/word_consequence.hpp"

namespace isthmus {

/// A scalar is the sum of the squared norms |S|^2 = trace(T(S)*S): what is left is zero as a consequence.
struct SquareSum {
  std::vector<MatrixExpression> squares;
  WordConsequence consequence;
};

/// The image of a point solves the equation, as a consequence; where it lies follows from the claim alone.
struct TransportEvidence {
  Assignment model;
  WordConsequence consequence;
};

/// Two points of a set (the weights of the second apart) that the group does not join.
struct PairCounterexample {
  Assignment values;
  Assignment to;
};

/// Values for which the hypotheses hold, for a claim that a theorem shows.
struct ModelEvidence {
  Assignment model;
};

/// The claim has all the data.
struct NoEvidenceNeeded {};

/// A matrix that is no product of exponentials: its determinant is not positive, or it has an odd number of Jordan
/// blocks of one size for a negative eigenvalue.
struct LogarithmRefutation {
  struct Blocks {
    Rational eigenvalue;
    std::size_t size;
  };
  Assignment values;
  std::optional<Blocks> blocks;
};

/// A point, and a direction in which the value does not tend to the one there.
struct Discontinuity {
  Assignment values;
  Assignment direction;
};

}  // namespace isthmus
