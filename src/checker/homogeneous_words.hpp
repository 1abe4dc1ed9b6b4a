#pragma once

#include <map>
#include <string>
#include <vector>

#include "checker/real_claims.hpp"
#include "checker/real_field.hpp"

namespace isthmus::check {

/// Normal forms of expressions in matrices and a homogeneous activation, in one case of the assumptions: section 9 of
/// proofs/FORMAT.md, "homogeneous".
class HomogeneousWords {
 public:
  /// Names of matrices and sigma(..) of normal forms, as texts.
  using Word = std::vector<std::string>;
  using Sum = std::map<Word, Quotient>;

  HomogeneousWords(const Homogeneous& claim, const RealField& field, const std::map<std::string, Quotient>& values)
      : claim_(claim), field_(field), values_(values) {}

  /// A sum of words, or a scalar as a multiple of the empty word. Throws Declined for sigma(0) with a degree that may
  /// be 0, and Rejection for what is not seen to be defined.
  Sum value(const Syntax& e) const;

 private:
  bool is_matrix(const std::string& name) const;
  bool is_permutation(const std::string& name) const;
  static Sum scalar(const Quotient& q);
  void add(Sum& sum, const Word& word, const Quotient& coefficient) const;
  Sum product(const Sum& a, const Sum& b) const;
  std::string text(const Sum& sum) const;
  /// The laws of homogeneity; see the page for when each applies.
  Sum activated(Sum argument) const;
  /// sigma(0) = c^degree*sigma(0) for all c > 0: so it is 0 if the degree is not.
  Sum activated_zero() const;

  const Homogeneous& claim_;
  const RealField& field_;
  const std::map<std::string, Quotient>& values_;
};

}  // namespace isthmus::check
