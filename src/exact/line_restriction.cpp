// The restriction of a multivariate polynomial to a line.

#include "exact/line_restriction.hpp"

#include <algorithm>

namespace isthmus {

namespace {

using namespace terms;

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

/// The integer part of a polynomial on one line, times the denominators of the line's coordinates to the polynomial's
/// degrees.
class RestrictionToLine {
 public:
  RestrictionToLine(const TermTable& table, const NestedTerms& nested, const std::vector<slong>& degrees,
                    const std::vector<std::vector<ulong>>& exponents, const std::vector<Rational>& from,
                    const std::vector<Rational>& to)
      : table_(table), nested_(nested), degrees_(degrees), exponents_(exponents) {
    for (std::size_t i = 0; i < degrees_.size(); ++i) {
      lines_.emplace_back();
      denominators_.emplace_back(1);
      if (i < from.size()) lines_.back() = line_numerator(from[i], to[i], denominators_.back());
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

  /// The powers of the variables at t, times that of a common denominator, in machine words; false if one does not fit.
  bool powers_in_words(long t, const Integer& denominator, std::vector<long>& powers) const {
    for (std::size_t v = 0; v < lines_.size(); ++v) {
      Integer base = lines_[v].coefficient(0) + Integer(t) * lines_[v].coefficient(1);
      if (!denominator.is_one()) base *= exact_quotient(denominator, denominators_[v]);
      if (COEFF_IS_MPZ(*base.raw())) return false;
      long power = 1;
      ulong reached = 0;
      for (std::size_t place = nested_.first_power(v); place < nested_.first_power(v + 1); ++place) {
        for (; reached < nested_.exponents()[place]; ++reached)
          if (__builtin_mul_overflow(power, *base.raw(), &power)) return false;
        powers[place] = power;
      }
    }
    return true;
  }

  /// The values times a power of a common denominator; empty if that does not go in machine words.
  std::vector<Integer> values_in_words(std::size_t degree) const {
    Integer denominator(1);
    for (const Integer& d : denominators_)
      if (!d.is_one()) denominator = lcm(denominator, d);
    if (COEFF_IS_MPZ(*denominator.raw())) return {};
    std::vector<long> homogenising{1};
    while (homogenising.size() <= nested_.total_degree()) {
      long power = 0;
      if (__builtin_mul_overflow(homogenising.back(), *denominator.raw(), &power)) return {};
      homogenising.push_back(power);
    }
    std::vector<long> powers(nested_.exponents().size());
    std::vector<Integer> values;
    for (std::size_t t = 0; t <= degree; ++t) {
      long value = 0;
      if (!powers_in_words(static_cast<long>(t), denominator, powers)) return {};
      if (!nested_.evaluate(powers, homogenising, value)) return {};
      values.emplace_back(value);
    }
    return values;
  }

  std::vector<Integer> values(std::size_t degree) const {
    std::vector<std::vector<Integer>> powers;
    for (std::size_t v = 0; v < lines_.size(); ++v) powers.push_back(powers_at(v, 0));
    std::vector<Integer> values;
    for (std::size_t t = 0; t <= degree; ++t) {
      for (std::size_t v = 0; v < lines_.size() && t > 0; ++v)
        if (lines_[v].degree() > 0) powers[v] = powers_at(v, static_cast<long>(t));
      values.push_back(evaluate_terms<IntegerAlgebra>(table_, powers, 0, table_.count, 0));
    }
    return values;
  }

  UnivariatePolynomial interpolated(std::size_t degree) const {
    std::vector<Integer> places;
    for (std::size_t t = 0; t <= degree; ++t) places.emplace_back(static_cast<long>(t));
    const std::vector<Integer> in_words = values_in_words(degree);
    return interpolate(places, in_words.empty() ? values(degree) : in_words);
  }

  UnivariatePolynomial expanded() const {
    std::vector<std::vector<UnivariatePolynomial>> powers;
    for (std::size_t v = 0; v < lines_.size(); ++v)
      powers.push_back(homogeneous_powers<UnivariateAlgebra>(lines_[v], denominators_[v], degrees_[v], exponents_[v]));
    return evaluate_terms<UnivariateAlgebra>(table_, powers, 0, table_.count, 0);
  }

  const TermTable& table_;
  const NestedTerms& nested_;
  const std::vector<slong>& degrees_;
  const std::vector<std::vector<ulong>>& exponents_;
  std::vector<UnivariatePolynomial> lines_;
  std::vector<Integer> denominators_;
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

LineRestriction::LineRestriction(const Polynomial& p)
    : ring_(p.ring()), table_(p), nested_(table_), degrees_(degrees_of(p)), negative_(!p.is_zero() && p.unit().sign() < 0) {
  require_evaluable(degrees_);
  for (std::size_t i = 0; i < degrees_.size(); ++i) exponents_.push_back(occurring_exponents(table_, i));
}

UnivariatePolynomial LineRestriction::along(const std::vector<Rational>& from, const std::vector<Rational>& to) const {
  require_point_of(ring_, from);
  require_point_of(ring_, to);
  if (table_.count == 0) return UnivariatePolynomial();
  UnivariatePolynomial result = RestrictionToLine(table_, nested_, degrees_, exponents_, from, to).value();
  remove_content(result);
  return negative_ ? -result : result;
}

UnivariatePolynomial Polynomial::restrict_to_line(const std::vector<Rational>& from,
                                                  const std::vector<Rational>& to) const {
  return LineRestriction(*this).along(from, to);
}

}  // namespace isthmus
