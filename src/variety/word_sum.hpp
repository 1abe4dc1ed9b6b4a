#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claim/matrix_expression.hpp"
#include "exact/polynomial.hpp"

namespace isthmus {

/// A sum of products of matrices with scalar coefficients: an element of the free ring on the symbols, their transposes
/// and inverses, over the rational functions in the scalar symbols. A product is free of neighbours that cancel.
///
/// What vanishes here vanishes for matrices of every size that fits, wherever the inverses exist; the converse is not
/// claimed (inverses of sums are letters of their own).
class WordSum {
 public:
  /// Multiplies out. Throws Undecided for a determinant in a coefficient.
  explicit WordSum(const MatrixExpression& matrix);

  bool is_zero() const { return terms_.empty(); }
  /// The product that is left if there is one term, with a rational coefficient; nullopt otherwise.
  std::optional<MatrixExpression> single_product() const;
  /// "(eps - 1)*g*X + Y"; "0".
  std::string to_string() const;

 private:
  struct Coefficient {
    Polynomial numerator;
    Polynomial denominator;
  };
  struct Term {
    Coefficient coefficient;
    std::vector<MatrixExpression> word;
  };
  using Terms = std::map<std::string, Term>;

  Terms expand(const MatrixExpression& matrix) const;
  Terms times(const Terms& terms, const MatrixExpression& factor) const;
  Coefficient coefficient(const MatrixExpression& scalar) const;
  static void add(Terms& terms, Term term);

  Shape shape_;
  PolynomialRing scalars_;
  Terms terms_;
};

/// True if left - right is zero as a sum of words. False means only that this was not seen.
bool equal_as_words(const MatrixExpression& left, const MatrixExpression& right);

}  // namespace isthmus
