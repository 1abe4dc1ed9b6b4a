#pragma once

#include <map>
#include <string>
#include <vector>

#include "claim/barrier_claims.hpp"
#include "prove/real_cases.hpp"

namespace isthmus {

/// A sum of words in matrices and activations of such sums, with coefficients in a field of real powers: equal sums are
/// equal matrices, for every size of the matrices.
class NetworkWords {
 public:
  using Word = std::vector<std::string>;
  using Sum = std::map<Word, RationalFunction>;

  /// The normal form of expressions of this claim, in one case of its assumptions.
  NetworkWords(const HomogeneousIdentity& claim, RealCase& in) : claim_(claim), case_(in) {}

  /// By the laws sigma(s A) = s^degree sigma(A) for s > 0, sigma(0) = 0 for a degree that is not 0 and, entry by
  /// entry, sigma(P A) = P sigma(A) for a permutation matrix P. Throws Undecided if a scalar in it is not defined, or
  /// the degree may be 0 where sigma(0) occurs.
  Sum normal_form(const NetworkExpression& expression);
  /// "a*W2*sigma(W1*F) + ..".
  static std::string to_string(const Sum& sum);
  /// What was pulled out of activations, line by line.
  const std::vector<std::string>& log() const noexcept { return log_; }

 private:
  Sum activation(Sum argument);
  static Sum product(const Sum& a, const Sum& b);
  Sum multiple(const RationalFunction& scalar, const Sum& sum) const;
  /// A permutation matrix that every word begins with; empty if there is none.
  std::string common_permutation(const Sum& sum) const;

  const HomogeneousIdentity& claim_;
  RealCase& case_;
  std::vector<std::string> log_;
};

}  // namespace isthmus
