#pragma once

#include <flint/fmpq_mpoly.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exact/rational.hpp"
#include "exact/univariate_polynomial.hpp"

namespace isthmus {

/// The polynomial ring Q[x_0, .., x_{n-1}] with named variables. Cheap to copy; two rings are equal if their names are.
class PolynomialRing {
 public:
  /// Throws InvalidInput if a name occurs twice or is empty. No variables at all is allowed.
  explicit PolynomialRing(std::vector<std::string> names);

  std::size_t size() const noexcept { return context_->names.size(); }
  const std::vector<std::string>& names() const noexcept { return context_->names; }
  const std::string& name(std::size_t variable) const { return context_->names.at(variable); }
  /// Position of a name, or nullopt.
  std::optional<std::size_t> index_of(std::string_view name) const;
  const fmpq_mpoly_ctx_struct* raw() const noexcept { return context_->flint; }
  friend bool operator==(const PolynomialRing& a, const PolynomialRing& b) {
    return a.context_ == b.context_ || a.names() == b.names();
  }

 private:
  struct Context {
    explicit Context(std::vector<std::string> variable_names);
    ~Context();
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    std::vector<std::string> names;
    fmpq_mpoly_ctx_t flint;
  };
  std::shared_ptr<const Context> context_;
};

struct Factorisation;

/// A multivariate polynomial with rational coefficients. A value type over FLINT's fmpq_mpoly (lexicographic order).
/// Binary operations throw InvalidInput if the rings differ.
class Polynomial {
 public:
  struct Term {
    Rational coefficient;
    std::vector<unsigned> exponents;  ///< one per variable of the ring
  };

  /// Zero.
  explicit Polynomial(PolynomialRing ring);
  Polynomial(PolynomialRing ring, const Rational& constant);
  Polynomial(PolynomialRing ring, const std::vector<Term>& terms);
  static Polynomial variable(PolynomialRing ring, std::size_t index);
  Polynomial(const Polynomial& other);
  Polynomial(Polynomial&& other) noexcept;
  Polynomial& operator=(const Polynomial& other);
  Polynomial& operator=(Polynomial&& other) noexcept;
  ~Polynomial();

  const PolynomialRing& ring() const noexcept { return ring_; }
  fmpq_mpoly_struct* raw() noexcept { return value_; }
  const fmpq_mpoly_struct* raw() const noexcept { return value_; }

  bool is_zero() const;
  bool is_constant() const;
  /// Throws InvalidInput unless is_constant().
  Rational constant_value() const;
  std::size_t term_count() const;
  /// Terms in descending lexicographic order.
  std::vector<Term> terms() const;
  /// Degree in one variable; -1 for 0.
  long degree(std::size_t variable) const;
  /// -1 for 0.
  long total_degree() const;
  bool depends_on(std::size_t variable) const { return degree(variable) > 0; }
  /// Indices of the variables that occur, ascending.
  std::vector<std::size_t> variables() const;
  /// The coefficient of variable^exponent, a polynomial in the others.
  Polynomial coefficient(std::size_t variable, unsigned exponent) const;
  Polynomial leading_coefficient(std::size_t variable) const;
  Polynomial derivative(std::size_t variable) const;
  /// The primitive integer polynomial with positive leading coefficient that spans the same line; 0 stays 0.
  Polynomial primitive() const;
  /// `primitive()` times this many: the rational c with *this = c * primitive(). Throws InvalidInput for 0.
  Rational unit() const;
  /// Complete factorisation over Q. Throws InvalidInput for 0.
  Factorisation factor() const;

  /// One value per variable of the ring. Throws InvalidInput if the sizes differ.
  Rational evaluate(const std::vector<Rational>& point) const;
  Polynomial substitute(std::size_t variable, const Rational& value) const;
  Polynomial substitute(std::size_t variable, const Polynomial& value) const;
  /// All variables at once: variable i becomes images[i], all in one ring, which is the ring of the result.
  Polynomial compose(const std::vector<Polynomial>& images, const PolynomialRing& target) const;
  /// The same polynomial in another ring that has all names that occur here. Throws InvalidInput if one is missing.
  Polynomial in_ring(const PolynomialRing& target) const;
  /// The restriction to the line from + t * (to - from), scaled by a positive rational to primitive integer
  /// coefficients; the zero polynomial if it vanishes there.
  UnivariatePolynomial restrict_to_line(const std::vector<Rational>& from, const std::vector<Rational>& to) const;
  /// This polynomial in its only variable, scaled by a positive rational to integer coefficients. Throws InvalidInput
  /// if another variable occurs.
  UnivariatePolynomial to_univariate(std::size_t variable) const;
  /// Text in the set language: parsing it gives the polynomial back.
  std::string to_string() const;

  Polynomial operator-() const;
  Polynomial& operator+=(const Polynomial& other);
  Polynomial& operator-=(const Polynomial& other);
  Polynomial& operator*=(const Polynomial& other);
  friend Polynomial operator+(Polynomial a, const Polynomial& b) { return a += b; }
  friend Polynomial operator-(Polynomial a, const Polynomial& b) { return a -= b; }
  friend Polynomial operator*(Polynomial a, const Polynomial& b) { return a *= b; }
  friend Polynomial operator*(const Rational& c, const Polynomial& p);
  friend bool operator==(const Polynomial& a, const Polynomial& b);

 private:
  PolynomialRing ring_;
  fmpq_mpoly_t value_;
};

/// unit * product of factor^exponent; the factors are irreducible over Q, of positive degree, primitive with positive
/// leading coefficient, pairwise distinct, in a fixed order that depends on the polynomial only.
struct Factorisation {
  struct Power {
    Polynomial factor;
    int exponent;
  };
  Rational unit;
  std::vector<Power> powers;
};

Polynomial pow(const Polynomial& base, unsigned exponent);
/// The quotient if b != 0 divides a, else nullopt.
std::optional<Polynomial> divide(const Polynomial& a, const Polynomial& b);
Polynomial gcd(const Polynomial& a, const Polynomial& b);

/// Resultant with respect to one variable, both of positive degree in it. Chooses between FLINT's subresultants and
/// modular evaluation and interpolation by the size of the problem; both are exact.
Polynomial resultant(const Polynomial& a, const Polynomial& b, std::size_t variable);
/// Discriminant with respect to a variable of positive degree; 1 for degree 1.
Polynomial discriminant(const Polynomial& a, std::size_t variable);

/// A total order on polynomials of one ring that depends on their mathematics only (for canonical output).
std::strong_ordering canonical_order(const Polynomial& a, const Polynomial& b);

}  // namespace isthmus
