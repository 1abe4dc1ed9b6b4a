#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "checker/number.hpp"
#include "checker/univariate.hpp"

namespace isthmus::check {

/// One exponent per variable, below 2^16. A string of 16-bit numbers has what is needed here: lexicographic order, a
/// hash function, and no allocation while it is short.
using Exponents = std::u16string;

/// A polynomial over Q in a fixed number of variables, called 0, 1, .., variables() - 1. Two operands must have the
/// same number of variables (std::logic_error otherwise).
///
/// It is stored as (sum of coefficient * x^exponents) / denominator: terms in strictly decreasing lexicographic order
/// of their exponents, integer coefficients, none 0; denominator > 0, without common divisor with all coefficients.
/// This form is unique, so equality is equality of the representation.
class Polynomial {
 public:
  struct Term {
    Exponents exponents;
    Integer coefficient;
    friend bool operator==(const Term& a, const Term& b) {
      return a.exponents == b.exponents && a.coefficient == b.coefficient;
    }
  };

  /// The zero polynomial in this many variables.
  explicit Polynomial(std::size_t variables) : variables_(variables) {}
  Polynomial(std::size_t variables, const Rational& constant);
  static Polynomial variable(std::size_t variables, std::size_t index);
  /// Sum of the given terms over the denominator, in any order, repeated exponents allowed.
  static Polynomial sum(std::size_t variables, std::vector<Term> terms, const Integer& denominator = 1);

  std::size_t variables() const noexcept { return variables_; }
  const std::vector<Term>& terms() const noexcept { return terms_; }
  const Integer& denominator() const noexcept { return denominator_; }
  bool is_zero() const noexcept { return terms_.empty(); }
  /// True for constants, 0 included.
  bool is_constant() const;
  Rational constant_term() const;
  bool contains(std::size_t variable) const { return degree(variable) > 0; }
  /// The degree in one variable; 0 for the zero polynomial.
  std::size_t degree(std::size_t variable) const;
  /// The number of variables up to the last one that occurs: k means that it lies in Q[x_0, .., x_{k-1}].
  std::size_t level() const;

  Polynomial operator-() const;
  friend Polynomial operator+(const Polynomial& a, const Polynomial& b);
  friend Polynomial operator-(const Polynomial& a, const Polynomial& b);
  friend Polynomial operator*(const Polynomial& a, const Polynomial& b);
  friend Polynomial operator*(const Rational& c, const Polynomial& p);
  Polynomial& operator+=(const Polynomial& b) { return *this = *this + b; }
  Polynomial& operator-=(const Polynomial& b) { return *this = *this - b; }
  Polynomial& operator*=(const Polynomial& b) { return *this = *this * b; }
  friend bool operator==(const Polynomial& a, const Polynomial& b) = default;

  /// The positive multiple with coprime integer coefficients; 0 for 0.
  Polynomial primitive() const;
  Polynomial derivative(std::size_t variable) const;
  /// Coefficient of variable^i at index i, for i up to the degree; they do not contain the variable. The zero
  /// polynomial has the one coefficient 0.
  std::vector<Polynomial> coefficients(std::size_t variable) const;
  Polynomial leading_coefficient(std::size_t variable) const { return coefficients(variable).back(); }
  /// The polynomial at variable = value, still in the same number of variables.
  Polynomial at(std::size_t variable, const Rational& value) const;
  /// The value at a point with one coordinate per variable.
  Rational at(const std::vector<Rational>& point) const;
  /// Every variable i replaced by values[i], all at once; the values share one number of variables, that of the result.
  Polynomial compose(const std::vector<Polynomial>& values) const;
  /// A positive multiple of this polynomial, as a polynomial in `variable` alone. Throws std::logic_error if another
  /// variable occurs.
  Univariate univariate(std::size_t variable) const;
  /// +1 or -1 if that is the sign on all of R^n for the plain reason that every exponent is even, all coefficients have
  /// this sign and there is a constant term. 0 otherwise, which says nothing.
  int evident_sign() const;
  /// Text for messages.
  std::string text(const std::vector<std::string>& names) const;

 private:
  void normalise();
  void require_same_ring(const Polynomial& other) const;

  std::size_t variables_;
  std::vector<Term> terms_;
  Integer denominator_ = 1;
};

Polynomial power(const Polynomial& p, std::size_t exponent);
/// q with a = q*b, if there is one. Throws std::logic_error for b = 0.
std::optional<Polynomial> divide_exactly(const Polynomial& a, const Polynomial& b);
/// Whether a = c*b for a rational c != 0.
bool proportional(const Polynomial& a, const Polynomial& b);

}  // namespace isthmus::check
