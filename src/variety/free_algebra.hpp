#pragma once

#include <map>
#include <string>
#include <vector>

#include "claim/matrix_expression.hpp"
#include "exact/polynomial.hpp"

namespace isthmus {

/// A product of letters, by their numbers; empty: the identity matrix.
using Word = std::vector<std::size_t>;

/// Shorter words first, then letter by letter.
struct WordOrder {
  bool operator()(const Word& a, const Word& b) const { return a.size() != b.size() ? a.size() < b.size() : a < b; }
};

/// A quotient of polynomials in the scalar symbols.
struct Coefficient {
  Polynomial numerator;
  Polynomial denominator;

  bool is_zero() const { return numerator.is_zero(); }
  /// Whether it is a number.
  bool is_constant() const { return numerator.is_constant() && denominator.is_constant(); }
  std::string to_string() const;
  friend Coefficient operator+(const Coefficient& a, const Coefficient& b);
  friend Coefficient operator*(const Coefficient& a, const Coefficient& b);
  friend bool operator==(const Coefficient& a, const Coefficient& b) {
    return a.numerator * b.denominator == b.numerator * a.denominator;
  }
  Coefficient operator-() const { return {-numerator, denominator}; }
};

/// A sum of words with coefficients that are not zero. For scalars each word w stands for trace(w), is the first of its
/// rotations and of those of its transpose, and the empty word stands for 1.
using WordPolynomial = std::map<Word, Coefficient, WordOrder>;

/// The free ring on letters: matrix symbols, inverses, pseudo-inverses and rectified matrices, and the transposes of
/// all of these. What vanishes here vanishes for matrices of every size that fits. Letters are numbered as they appear.
class FreeAlgebra {
 public:
  /// The scalar symbols that may occur in coefficients.
  explicit FreeAlgebra(const std::vector<MatrixSymbol>& scalars);

  /// Multiplies out. For a scalar: a combination of traces. Throws Undecided for a determinant, a product of traces, or
  /// the inverse of a trace.
  WordPolynomial expand(const MatrixExpression& expression);

  std::size_t letter_count() const noexcept { return letters_.size(); }
  const MatrixExpression& letter(std::size_t index) const { return letters_.at(index); }
  /// The number of the transposed letter.
  std::size_t transposed(std::size_t letter);
  Word transposed(const Word& word);
  WordPolynomial transposed(const WordPolynomial& polynomial);
  /// The canonical word with the same trace.
  Word cyclic(const Word& word);

  Coefficient one() const;
  /// "A*T(B)"; "I" for the empty word.
  std::string to_string(const Word& word) const;
  /// False once trace(I(n)) has been replaced by n.
  bool independent_of_sizes() const noexcept { return independent_of_sizes_; }

 private:
  WordPolynomial matrix(const MatrixExpression& e);
  WordPolynomial scalar(const MatrixExpression& e);
  WordPolynomial factors(const MatrixExpression& e);
  WordPolynomial trace(const MatrixExpression& e);
  Coefficient coefficient(const MatrixExpression& scalar) const;
  std::size_t number_of(const MatrixExpression& letter);

  PolynomialRing scalars_;
  std::vector<MatrixExpression> letters_;
  std::map<std::string, std::size_t> numbers_;
  bool independent_of_sizes_ = true;
};

/// polynomial += coefficient * word.
void add_to(WordPolynomial& polynomial, const Word& word, const Coefficient& coefficient);
WordPolynomial product(const WordPolynomial& a, const WordPolynomial& b);
/// a * word * b.
Word joined(const Word& a, const Word& word, const Word& b);

}  // namespace isthmus
