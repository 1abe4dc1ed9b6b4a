#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "barrier/network.hpp"
#include "claim/network_expression.hpp"

namespace isthmus {

/// "For all real values of the variables that satisfy the assumptions .." one of three things.
struct RealStatement {
  /// .. and with variable -> infinity, the expression tends to the value.
  struct Limit {
    RealExpression expression;
    std::string variable;
    Rational value;
  };
  std::vector<std::string> variables;       ///< in the order of the file
  std::vector<RealComparison> assumptions;  ///< all hold
  std::vector<RealComparison> conclusions;  ///< .. all of these hold,
  std::optional<RealExpression> bounded;    ///< .. this expression stays below one number,
  std::optional<Limit> limit;
};

/// Statements about real numbers; the claim is that all hold.
struct RealClaim {
  std::vector<RealStatement> statements;
};

/// "left = right, as matrices of every size, for every activation sigma with sigma(c z) = c^degree sigma(z) for all c >
/// 0 (or for this one), every choice of the matrices and all scalars that the assumptions admit."
struct HomogeneousIdentity {
  std::vector<SymbolicMatrix> matrices;
  std::vector<std::string> scalars;
  std::vector<RealComparison> assumptions;
  RealExpression degree;
  bool elementwise = false;              ///< sigma is applied entry by entry
  std::optional<Activation> activation;  ///< one activation instead of all
  NetworkExpression left;                ///< defined matrices replaced by their values
  NetworkExpression right;
  std::vector<std::pair<std::string, NetworkExpression>> definitions;  ///< for readers
};

/// "The minimum over all permutations of the hidden units of the last two layers satisfies the relation."
struct PermutationClaim {
  struct Instance {
    Matrix outer;          ///< W_l
    Matrix preactivation;  ///< Z
    Activation activation;
    std::optional<Rational>
        scale;  ///< of the loss on the segment at alpha; without it, the squared norm of W_l P^-1 sigma(Z)
    Rational alpha;
  };
  Relation relation = Relation::equal;
  Rational value;
  std::vector<Instance> instances;
};

/// "In these networks, Y the output, the loss on the segment to the rescaled minimum is what (14) says, exactly."
struct ForwardPassClaim {
  std::vector<long> widths;  ///< of X, then of each layer
  long samples = 1;          ///< columns of X
  Activation activation;
  std::vector<long> seeds;  ///< one network each
  std::vector<Rational> scales;
  std::vector<Rational> alphas;
};

/// The matrices X, W_1, .., W_l of one network of the claim, with entries from {-8/8, .., 8/8}: s_0 = seed, s_{i+1} =
/// (1103515245 s_i + 12345) mod 2^31, the i-th entry (from 1; X first, row by row) is (floor(s_i / 2^16) mod 17 - 8)/8.
std::vector<Matrix> matrices_of(const ForwardPassClaim& claim, long seed);

}  // namespace isthmus
