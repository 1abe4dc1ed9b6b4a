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
  static Value power(const Value& base, ulong exponent) { return isthmus::pow(base, exponent); }
};

struct UnivariateAlgebra {
  using Value = UnivariatePolynomial;
  static void add_multiple(Value& sum, const Value& a, const fmpz* c) {
    fmpz_poly_scalar_addmul_fmpz(sum.raw(), a.raw(), c);
  }
  static void add_product(Value& sum, const Value& a, const Value& b) { sum += a * b; }
  static void set(Value& value, const fmpz* c) { fmpz_poly_set_fmpz(value.raw(), c); }
  static Value power(const Value& base, ulong exponent) {
    Value result;
    fmpz_poly_pow(result.raw(), base.raw(), exponent);
    return result;
  }
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

/// The exponents of one variable that occur, ascending.
std::vector<ulong> occurring_exponents(const TermTable& table, std::size_t variable) {
  std::vector<ulong> exponents;
  for (std::size_t i = 0; i < table.count; ++i) exponents.push_back(table.exponent(i, variable));
  std::sort(exponents.begin(), exponents.end());
  exponents.erase(std::unique(exponents.begin(), exponents.end()), exponents.end());
  return exponents;
}

/// base^e * denominator^(degree - e) for the given exponents e <= degree; the other places stay zero.
template <class Algebra>
std::vector<typename Algebra::Value> homogeneous_powers(const typename Algebra::Value& base, const Integer& denominator,
                                                        slong degree, const std::vector<ulong>& exponents) {
  std::vector<typename Algebra::Value> powers(static_cast<std::size_t>(degree) + 1);
  typename Algebra::Value power;
  Algebra::set(power, Integer(1).raw());
  ulong reached = 0;
  for (const ulong e : exponents) {
    power *= Algebra::power(base, e - reached);
    reached = e;
    if (denominator.is_one()) {
      powers[e] = power;
    } else {
      Algebra::add_multiple(powers[e], power, isthmus::pow(denominator, static_cast<ulong>(degree) - e).raw());
    }
  }
  return powers;
}

/// Beyond this degree in one variable, values are too large to be computed.
constexpr slong largest_degree = 1000000;

void require_evaluable(const std::vector<slong>& degrees) {
  const slong largest = *std::max_element(degrees.begin(), degrees.end());
  if (largest > largest_degree)
    throw Undecided("a polynomial of degree " + std::to_string(largest) + " is too large to be evaluated");
}

/// The line from + t * (to - from) in one coordinate: its primitive numerator and its denominator.
UnivariatePolynomial line_numerator(const Rational& from, const Rational& to, Integer& denominator) {
  const Rational slope = to - from;
  denominator = lcm(from.denominator(), slope.denominator());
  return UnivariatePolynomial({from.numerator() * exact_quotient(denominator, from.denominator()),
                               slope.numerator() * exact_quotient(denominator, slope.denominator())});
}

/// The polynomial with integer coefficients that has these values at these places. An Integer is one machine word, as
/// FLINT's vectors need it.
UnivariatePolynomial interpolate(const std::vector<Integer>& places, const std::vector<Integer>& values) {
  static_assert(sizeof(Integer) == sizeof(fmpz));
  UnivariatePolynomial result;
  fmpz_poly_interpolate_fmpz_vec(result.raw(), places.front().raw(), values.front().raw(),
                                 static_cast<slong>(places.size()));
  return result;
}

/// The integer part of a polynomial on a line, times the denominators of the line's coordinates to the polynomial's
/// degrees.
class LineRestriction {
 public:
  LineRestriction(const Polynomial& p, const std::vector<Rational>& from, const std::vector<Rational>& to)
      : table_(p), degrees_(degrees_of(p)) {
    for (std::size_t i = 0; i < degrees_.size(); ++i) {
      lines_.emplace_back();
      denominators_.emplace_back(1);
      if (i < from.size()) lines_.back() = line_numerator(from[i], to[i], denominators_.back());
      exponents_.push_back(occurring_exponents(table_, i));
    }
  }

  /// Values at 0, 1, 2, .. and interpolation are faster than products of polynomials unless the degree is large.
  UnivariatePolynomial value() const {
    constexpr std::size_t few_points = 64;
    const std::size_t degree = degree_bound();
    return degree < few_points ? interpolated(degree) : expanded();
  }

 private:
  std::size_t degree_bound() const {
    std::size_t bound = 0;
    for (std::size_t i = 0; i < table_.count; ++i) {
      std::size_t degree = 0;
      for (std::size_t v = 0; v < table_.variables; ++v)
        if (lines_[v].degree() > 0) degree += table_.exponent(i, v);
      bound = std::max(bound, degree);
    }
    return bound;
  }

  std::vector<Integer> powers_at(std::size_t variable, long t) const {
    const Integer value = lines_[variable].coefficient(0) + Integer(t) * lines_[variable].coefficient(1);
    return homogeneous_powers<IntegerAlgebra>(value, denominators_[variable], degrees_[variable], exponents_[variable]);
  }

  UnivariatePolynomial interpolated(std::size_t degree) const {
    std::vector<std::vector<Integer>> powers;
    for (std::size_t v = 0; v < lines_.size(); ++v) powers.push_back(powers_at(v, 0));
    std::vector<Integer> places;
    std::vector<Integer> values;
    for (std::size_t t = 0; t <= degree; ++t) {
      for (std::size_t v = 0; v < lines_.size() && t > 0; ++v)
        if (lines_[v].degree() > 0) powers[v] = powers_at(v, static_cast<long>(t));
      places.emplace_back(static_cast<long>(t));
      values.push_back(evaluate_terms<IntegerAlgebra>(table_, powers, 0, table_.count, 0));
    }
    return interpolate(places, values);
  }

  UnivariatePolynomial expanded() const {
    std::vector<std::vector<UnivariatePolynomial>> powers;
    for (std::size_t v = 0; v < lines_.size(); ++v)
      powers.push_back(homogeneous_powers<UnivariateAlgebra>(lines_[v], denominators_[v], degrees_[v], exponents_[v]));
    return evaluate_terms<UnivariateAlgebra>(table_, powers, 0, table_.count, 0);
  }

  TermTable table_;
  std::vector<slong> degrees_;
  std::vector<UnivariatePolynomial> lines_;
  std::vector<Integer> denominators_;
  std::vector<std::vector<ulong>> exponents_;
};

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
  require_evaluable(degrees);
  const TermTable table(*this);
  Integer denominator(1);
  std::vector<std::vector<Integer>> powers;
  for (std::size_t i = 0; i < ring_.size(); ++i) {
    const Integer own = point[i].denominator();
    powers.push_back(
        homogeneous_powers<IntegerAlgebra>(point[i].numerator(), own, degrees[i], occurring_exponents(table, i)));
    if (!own.is_one() && degrees[i] > 0) denominator *= isthmus::pow(own, static_cast<unsigned long>(degrees[i]));
  }
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
  const bool done = fmpq_mpoly_compose_fmpq_mpoly(result.value_, value_, pointers.data(), ring_.raw(), target.raw());
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
  require_evaluable(degrees_of(*this));
  const LineRestriction restriction(*this, from, to);
  UnivariatePolynomial result = restriction.value();
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
