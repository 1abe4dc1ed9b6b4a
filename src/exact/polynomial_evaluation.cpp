// Values, substitutions and restrictions of multivariate polynomials.

#include <algorithm>

#include "exact/error.hpp"
#include "exact/polynomial.hpp"

namespace isthmus {

namespace {

std::size_t flint_variables(const PolynomialRing& ring) { return std::max<std::size_t>(1, ring.size()); }

/// Degrees in all variables; FLINT's context may have one more variable than the ring (a ring without variables).
std::vector<slong> degrees_of(const Polynomial& p) {
  std::vector<slong> degrees(flint_variables(p.ring()), 0);
  if (!p.is_zero()) fmpq_mpoly_degrees_si(degrees.data(), p.raw(), p.ring().raw());
  return degrees;
}

void require_point_of(const PolynomialRing& ring, const std::vector<Rational>& point) {
  require(point.size() == ring.size(), "a point with " + std::to_string(point.size()) + " coordinates in a ring with " +
                                           std::to_string(ring.size()) + " variables");
}

/// Integer arithmetic of the values that stand for a variable.
struct IntegerAlgebra {
  using Value = Integer;
  static void add_multiple(Value& sum, const Value& a, const fmpz* c) { fmpz_addmul(sum.raw(), a.raw(), c); }
  static void add_product(Value& sum, const Value& a, const Value& b) { fmpz_addmul(sum.raw(), a.raw(), b.raw()); }
  static void set(Value& value, const fmpz* c) { fmpz_set(value.raw(), c); }
};

struct UnivariateAlgebra {
  using Value = UnivariatePolynomial;
  static void add_multiple(Value& sum, const Value& a, const fmpz* c) {
    fmpz_poly_scalar_addmul_fmpz(sum.raw(), a.raw(), c);
  }
  static void add_product(Value& sum, const Value& a, const Value& b) { sum += a * b; }
  static void set(Value& value, const fmpz* c) { fmpz_poly_set_fmpz(value.raw(), c); }
};

/// The exponents and coefficients of the integer part of a polynomial, row by row in descending lexicographic order.
struct TermTable {
  explicit TermTable(const Polynomial& p)
      : variables(flint_variables(p.ring())), count(p.term_count()), coefficients(p.raw()->zpoly->coeffs) {
    exponents.resize(count * variables);
    const fmpz_mpoly_ctx_struct* context = p.ring().raw()->zctx;
    for (std::size_t i = 0; i < count; ++i) {
      fmpz_mpoly_get_term_exp_ui(&exponents[i * variables], p.raw()->zpoly, static_cast<slong>(i), context);
    }
  }
  ulong exponent(std::size_t term, std::size_t variable) const { return exponents[term * variables + variable]; }

  std::size_t variables;
  std::size_t count;
  const fmpz* coefficients;
  std::vector<ulong> exponents;
};

/// The value of the terms [first, last), which agree in all variables before `variable`, divided by what they share.
/// powers[v][e] stands for the e-th power of variable v.
template <class Algebra>
typename Algebra::Value evaluate_terms(const TermTable& table,
                                       const std::vector<std::vector<typename Algebra::Value>>& powers,
                                       std::size_t first, std::size_t last, std::size_t variable) {
  typename Algebra::Value sum;
  if (variable + 1 == table.variables) {
    for (std::size_t i = first; i < last; ++i) {
      Algebra::add_multiple(sum, powers[variable][table.exponent(i, variable)], table.coefficients + i);
    }
    return sum;
  }
  while (first < last) {
    const ulong exponent = table.exponent(first, variable);
    std::size_t next = first + 1;
    while (next < last && table.exponent(next, variable) == exponent) ++next;
    Algebra::add_product(sum, evaluate_terms<Algebra>(table, powers, first, next, variable + 1),
                         powers[variable][exponent]);
    first = next;
  }
  return sum;
}

/// base^e * denominator^(degree - e) for e = 0..degree.
template <class Algebra>
std::vector<typename Algebra::Value> homogeneous_powers(const typename Algebra::Value& base, const Integer& denominator,
                                                        slong degree) {
  std::vector<typename Algebra::Value> powers(static_cast<std::size_t>(degree) + 1);
  Algebra::set(powers[0], Integer(1).raw());
  for (std::size_t e = 1; e < powers.size(); ++e) powers[e] = powers[e - 1] * base;
  if (denominator.is_one()) return powers;
  Integer scale(1);
  for (std::size_t e = powers.size() - 1; e-- > 0;) {
    scale *= denominator;
    typename Algebra::Value scaled;
    Algebra::add_multiple(scaled, powers[e], scale.raw());
    powers[e] = std::move(scaled);
  }
  return powers;
}

/// Powers beyond this are not tabulated.
constexpr slong tabulated_degree = 4096;

/// The line from + t * (to - from) in one coordinate: its primitive numerator and its denominator.
UnivariatePolynomial line_numerator(const Rational& from, const Rational& to, Integer& denominator) {
  const Rational slope = to - from;
  denominator = lcm(from.denominator(), slope.denominator());
  return UnivariatePolynomial({from.numerator() * exact_quotient(denominator, from.denominator()),
                               slope.numerator() * exact_quotient(denominator, slope.denominator())});
}

/// Divides by the content, which is positive, so that all signs stay.
void remove_content(UnivariatePolynomial& p) {
  Integer content;
  fmpz_poly_content(content.raw(), p.raw());
  if (!content.is_zero() && !content.is_one()) {
    fmpz_poly_scalar_divexact_fmpz(p.raw(), p.raw(), content.raw());
  }
}

}  // namespace

Rational Polynomial::evaluate(const std::vector<Rational>& point) const {
  require_point_of(ring_, point);
  if (is_constant()) return constant_value();
  const std::vector<slong> degrees = degrees_of(*this);
  require(*std::max_element(degrees.begin(), degrees.end()) <= tabulated_degree, "evaluate: degree beyond 4096");
  Integer denominator(1);
  std::vector<std::vector<Integer>> powers;
  for (std::size_t i = 0; i < ring_.size(); ++i) {
    const Integer own = point[i].denominator();
    powers.push_back(homogeneous_powers<IntegerAlgebra>(point[i].numerator(), own, degrees[i]));
    if (!own.is_one() && degrees[i] > 0) denominator *= isthmus::pow(own, static_cast<unsigned long>(degrees[i]));
  }
  const TermTable table(*this);
  return Rational(evaluate_terms<IntegerAlgebra>(table, powers, 0, table.count, 0), denominator) * unit();
}

Polynomial Polynomial::substitute(std::size_t variable, const Rational& value) const {
  require(variable < ring_.size(), "substitute: no such variable");
  Polynomial result(ring_);
  const bool done =
      fmpq_mpoly_evaluate_one_fmpq(result.value_, value_, static_cast<slong>(variable), value.raw(), ring_.raw());
  require(done, "substitute: the degree is too large");
  return result;
}

Polynomial Polynomial::substitute(std::size_t variable, const Polynomial& value) const {
  require(variable < ring_.size(), "substitute: no such variable");
  require(value.ring() == ring_, "polynomials of different rings");
  std::vector<Polynomial> images;
  for (std::size_t i = 0; i < ring_.size(); ++i) {
    images.push_back(i == variable ? value : Polynomial::variable(ring_, i));
  }
  return compose(images, ring_);
}

Polynomial Polynomial::compose(const std::vector<Polynomial>& images, const PolynomialRing& target) const {
  require(images.size() == ring_.size(), "compose: one image per variable is needed");
  std::vector<Polynomial> storage(images);
  if (storage.empty()) storage.emplace_back(target);
  std::vector<fmpq_mpoly_struct*> pointers;
  for (Polynomial& image : storage) {
    require(image.ring() == target, "compose: an image lies in another ring");
    pointers.push_back(image.raw());
  }
  Polynomial result(target);
  const bool done =
      fmpq_mpoly_compose_fmpq_mpoly(result.value_, value_, pointers.data(), ring_.raw(), target.raw());
  require(done, "compose: the degree is too large");
  return result;
}

Polynomial Polynomial::in_ring(const PolynomialRing& target) const {
  if (target == ring_) return *this;
  std::vector<slong> images(flint_variables(ring_), -1);
  const std::vector<std::size_t> occurring = variables();
  for (std::size_t i = 0; i < ring_.size(); ++i) {
    const auto position = target.index_of(ring_.name(i));
    const bool needed = std::binary_search(occurring.begin(), occurring.end(), i);
    require(position || !needed, "in_ring: the target ring has no variable '" + ring_.name(i) + "'");
    if (position) images[i] = static_cast<slong>(*position);
  }
  Polynomial result(target);
  fmpq_mpoly_compose_fmpq_mpoly_gen(result.value_, value_, images.data(), ring_.raw(), target.raw());
  return result;
}

UnivariatePolynomial Polynomial::restrict_to_line(const std::vector<Rational>& from,
                                                  const std::vector<Rational>& to) const {
  require_point_of(ring_, from);
  require_point_of(ring_, to);
  if (is_zero()) return UnivariatePolynomial();
  const std::vector<slong> degrees = degrees_of(*this);
  const bool fits = *std::max_element(degrees.begin(), degrees.end()) <= tabulated_degree;
  require(fits, "restrict_to_line: degree beyond 4096");
  std::vector<std::vector<UnivariatePolynomial>> powers;
  for (std::size_t i = 0; i < degrees.size(); ++i) {
    Integer denominator(1);
    UnivariatePolynomial numerator;
    if (i < ring_.size()) numerator = line_numerator(from[i], to[i], denominator);
    powers.push_back(homogeneous_powers<UnivariateAlgebra>(numerator, denominator, degrees[i]));
  }
  const TermTable table(*this);
  UnivariatePolynomial result = evaluate_terms<UnivariateAlgebra>(table, powers, 0, table.count, 0);
  remove_content(result);
  return unit().sign() < 0 ? -result : result;
}

UnivariatePolynomial Polynomial::to_univariate(std::size_t variable) const {
  require(variable < ring_.size(), "to_univariate: no such variable");
  UnivariatePolynomial result;
  if (is_zero()) return result;
  const slong main = static_cast<slong>(variable);
  const fmpz_mpoly_ctx_struct* context = ring_.raw()->zctx;
  require(fmpz_mpoly_is_fmpz_poly(value_->zpoly, main, context), "to_univariate: another variable occurs");
  ensure(fmpz_mpoly_get_fmpz_poly(result.raw(), value_->zpoly, main, context), "fmpz_mpoly_get_fmpz_poly failed");
  return unit().sign() < 0 ? -result : result;
}

}  // namespace isthmus
